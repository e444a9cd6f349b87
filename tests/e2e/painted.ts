/** Reads what was painted: the pixels of the stage's canvas, not what anybody says about them. */
import type { Page } from './strict-page.ts';

export interface PaintedBox {
  readonly path: string;
  /** How far the painted edges lie from the twin's, CSS px: left, right, bottom. */
  readonly offBy: readonly [number, number, number];
}

/**
 * Finds the edges of each kernel slab from its colour and compares them with the twin's box. A kernel
 * is the only solid block on the stage, so its edges can be found without knowing how it is painted.
 * The top edge is left out: it has teeth.
 *
 * @param fill the kernel's fill in the theme shown, e.g. `#E8853A`
 */
export async function kernelEdges(page: Page, fill: string): Promise<PaintedBox[]> {
  return page.evaluate((wanted) => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-stage] canvas');
    const pixels = canvas?.getContext('2d');
    if (!canvas || !pixels) throw new Error('the stage has no canvas');
    const frame = canvas.getBoundingClientRect();
    const scale = canvas.width / frame.width;
    const target = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
    const isFill = (x: number, y: number): boolean => {
      const [r = 0, g = 0, b = 0] = pixels.getImageData(x, y, 1, 1).data;
      return [r, g, b].every((part, index) => Math.abs(part - (target[index] ?? 0)) <= 6);
    };
    const walk = (x: number, y: number, dx: number, dy: number): number => {
      let at = 0;
      let last = 0;
      // A texture or a letter interrupts the fill for a few pixels; an edge ends it.
      for (let gap = 0; gap < 14 * scale; at += 1) {
        if (isFill(x + dx * at, y + dy * at)) {
          gap = 0;
          last = at;
        } else gap += 1;
      }
      return last;
    };
    const findStart = (box: DOMRect): [number, number] | null => {
      for (const part of [0.5, 0.35, 0.65, 0.2, 0.8]) {
        const x = Math.round((box.left + box.width * part - frame.left) * scale);
        const y = Math.round((box.bottom - 7 - frame.top) * scale);
        if (isFill(x, y)) return [x, y];
      }
      return null;
    };
    return [...document.querySelectorAll<HTMLElement>('[data-kind="kernel"]')].flatMap((twin) => {
      const box = twin.getBoundingClientRect();
      const start = findStart(box);
      if (start === null) return [];
      const [x, y] = start;
      const left = (x - walk(x, y, -1, 0)) / scale + frame.left - box.left;
      const right = box.right - ((x + walk(x, y, 1, 0) + 1) / scale + frame.left);
      const bottom = box.bottom - ((y + walk(x, y, 0, 1) + 1) / scale + frame.top);
      return [{ path: twin.dataset.layer ?? '', offBy: [left, right, bottom] as const }];
    });
  }, fill);
}

/** Data URL of the stage's canvas: equal exactly when every pixel is. */
export async function paintedPicture(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector<HTMLCanvasElement>('[data-stage] canvas')?.toDataURL() ?? '',
  );
}
