/** Watches a picture change, frame by frame and from inside the page: what travels is seen on its way. */
import type { Page } from './strict-page.ts';

interface Seen {
  /** Layers that were seen at more than two places: neither where they were nor where they came. */
  readonly travelled: readonly string[];
  /** Where the playhead stood, each place once, in order. */
  readonly playhead: readonly string[];
}

declare global {
  interface Window {
    stopLooking: () => Seen;
  }
}

/** Looks at each frame from now on. @returns what was seen, once it is asked for */
export async function lookAtFrames(page: Page): Promise<() => Promise<Seen>> {
  await page.getByRole('slider', { name: 'Timeline' }).evaluate((slider: HTMLInputElement) => {
    const places = new Map<string, Set<string>>();
    const playhead = new Set<string>();
    const look = (): void => {
      playhead.add(slider.value);
      for (const layer of document.querySelectorAll<HTMLElement>('[data-layer]')) {
        if (!layer.checkVisibility({ visibilityProperty: true })) continue;
        const path = layer.dataset.layer ?? '';
        const { x, y, width, height } = layer.getBoundingClientRect();
        const place = [x, y, width, height].map(Math.round).join();
        places.set(path, (places.get(path) ?? new Set()).add(place));
      }
    };
    let frame = 0;
    const goOn = (): void => {
      look();
      frame = requestAnimationFrame(goOn);
    };
    window.stopLooking = () => {
      cancelAnimationFrame(frame);
      look();
      const travelled = [...places].flatMap(([path, { size }]) => (size > 2 ? [path] : []));
      return { travelled, playhead: [...playhead] };
    };
    goOn();
  });
  return () => page.evaluate(() => window.stopLooking());
}
