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
    const { data } = pixels.getImageData(0, 0, canvas.width, canvas.height);
    const isFill = (x: number, y: number): boolean => {
      const at = (y * canvas.width + x) * 4;
      const isInside = x >= 0 && y >= 0 && x < canvas.width && y < canvas.height;
      return (
        isInside && target.every((part, index) => Math.abs(part - (data[at + index] ?? 0)) <= 6)
      );
    };
    // The slab is solid near its foot: the first pixel of another colour is its border.
    const walk = (x: number, y: number, dx: number, dy: number): number => {
      let at = 0;
      while (isFill(x + dx * (at + 1), y + dy * (at + 1))) at += 1;
      return at;
    };
    const findStart = (box: DOMRect): [number, number] | null => {
      for (const part of [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9]) {
        const x = Math.round((box.left + box.width * part - frame.left) * scale);
        const y = Math.round((box.bottom - 7 - frame.top) * scale);
        if (isFill(x, y)) return [x, y];
      }
      return null;
    };
    /** An edge that lies outside of the view cannot be seen, so it cannot be wrong. */
    const seen = (edge: number, from: number, to: number, offBy: number): number =>
      edge > from + 2 && edge < to - 2 ? offBy : 0;
    return [...document.querySelectorAll<HTMLElement>('[data-kind="kernel"]')].flatMap((twin) => {
      const box = twin.getBoundingClientRect();
      const start = findStart(box);
      if (start === null) return [];
      const [x, y] = start;
      const left = (x - walk(x, y, -1, 0)) / scale + frame.left - box.left;
      const right = box.right - ((x + walk(x, y, 1, 0) + 1) / scale + frame.left);
      const bottom = box.bottom - ((y + walk(x, y, 0, 1) + 1) / scale + frame.top);
      const offBy = [
        seen(box.left, frame.left, frame.right, left),
        seen(box.right, frame.left, frame.right, right),
        seen(box.bottom, frame.top, frame.bottom, bottom),
      ] as const;
      return [{ path: twin.dataset.layer ?? '', offBy }];
    });
  }, fill);
}

/** Data URL of the stage's canvas: equal exactly when every pixel is. */
export async function paintedPicture(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector<HTMLCanvasElement>('[data-stage] canvas')?.toDataURL() ?? '',
  );
}
