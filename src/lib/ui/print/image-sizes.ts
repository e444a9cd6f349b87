/** Sizes at which pictures are drawn that are no stage: on paper, and in lists. */
import type { ImageOptions } from './scene-image.ts';

/**
 * On paper the text is some 657 px wide: laid out a little wider, the smallest label is still larger than
 * seven points, and three stacks have room. No higher than it has to be: two steps are to stand on a page.
 */
export const PRINTED = {
  widthPx: 760,
  heights: {
    ...{ structure: 255, boot: 330, size: 330, isolation: 340 },
    ...{ path: 340, kernel: 360, manage: 360 },
  },
  scale: 2.5,
  shell: 'embed',
} as const satisfies ImageOptions;

/** With its question beside it: the larger part of the page's width, its labels no smaller than seven points. */
export const PRINTED_BESIDE = {
  one: { ...PRINTED, widthPx: 440, heights: { ...PRINTED.heights, structure: 300 } },
  two: { ...PRINTED, widthPx: 530, heights: { ...PRINTED.heights, structure: 330 } },
} as const satisfies Readonly<Record<'one' | 'two', ImageOptions>>;

/** In a list: laid out as for a frame, and painted small. */
export const SMALL = {
  widthPx: 560,
  heights: {
    ...{ structure: 315, boot: 340, size: 340, isolation: 360 },
    ...{ path: 360, kernel: 360, manage: 360 },
  },
  scale: 0.75,
  shell: 'embed',
} as const satisfies ImageOptions;
