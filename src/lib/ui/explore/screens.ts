/** Screens that the workbench tells apart; the style sheets of its parts ask for the same. */

/** A phone, upright or on its side: one stack at a time, and the page scrolls. */
export const PHONE = '(max-width: 599px), ((max-width: 1023px) and (max-height: 479px))';
