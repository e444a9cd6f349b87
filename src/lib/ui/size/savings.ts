/** Assumed shares of a guest that a saving saves when it is switched on, %; the reader can change them. */
export const SAVING_PERCENT = { ksm: 30, balloon: 20, clone: 60 } as const;

/** Most that can be chosen, %. */
export const MOST_PERCENT = 90;
