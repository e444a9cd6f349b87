/** What each frame that we write for other pages has in common, whoever writes it. */
import { LEAST_HEIGHT_PX } from '#lib/embed/sdk/least-height.ts';

/**
 * Full screen by the attribute that every browser knows, and that hosts keep who drop `allow`. `fullscreen`
 * in `allow` as well gives nothing more, and Chromium warns of it in the console.
 */
export const FRAME_RIGHTS = 'allow="clipboard-write" allowfullscreen';

/**
 * @param ratio such as `16/9`
 * @returns the style of a frame that takes the width of its column
 */
export function columnStyle(ratio: string): string {
  return `width:100%;height:auto;aspect-ratio:${ratio};min-height:${LEAST_HEIGHT_PX}px;border:0`;
}
