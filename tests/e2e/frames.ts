/** Counts the animation frames that a page asks for. */
import type { Frame, Page } from './strict-page.ts';

declare global {
  interface Window {
    /** Animation frames that the page has asked for. */
    framesAsked: number;
  }
}

/** From now on, in this page and in each frame in it. */
export async function countFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.framesAsked = 0;
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      window.framesAsked += 1;
      return ask(callback);
    };
  });
}

/** Frames asked for in a second of doing nothing. */
export function framesInASecond(page: Page | Frame): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const before = window.framesAsked;
        setTimeout(() => resolve(window.framesAsked - before), 1000);
      }),
  );
}
