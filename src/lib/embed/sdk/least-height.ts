/**
 * Least height of a frame that takes the width of its column, px: on a phone 16:9 would be no picture. One
 * number for the script, for what the builder copies and for the examples of `/docs/embed`.
 */
export const LEAST_HEIGHT_PX = 400;
