/** Whether the first picture stands: what is not needed for it comes after it. */
import { createContext } from 'svelte';
import { nextTask } from '#lib/state/next-task.ts';

export const [getPainted, setPainted] = createContext<() => boolean>();

/** A hidden tab draws no frames: it does not wait for one, ms. */
const LONGEST_FRAME_MS = 200;

/** Resolves when the picture that is ready has been shown, so that what follows does not hold it up. */
export async function afterFrame(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, LONGEST_FRAME_MS);
  });
  await nextTask();
}
