/** Sizes at which pictures are drawn that are no stage: on paper, and in lists. */
import type { ImageOptions } from './scene-image.ts';

/**
 * On paper the text is some 657 px wide: laid out a little wider, the smallest label is still larger than
 * seven points, and three stacks have room.
 */
export const PRINTED = {
  widthPx: 760,
  heights: {
    ...{ structure: 380, boot: 440, size: 430, isolation: 450 },
    ...{ path: 460, kernel: 460, manage: 450 },
  },
  scale: 2.5,
  shell: 'embed',
} as const satisfies ImageOptions;
