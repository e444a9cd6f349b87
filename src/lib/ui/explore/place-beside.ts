/** Puts a card over the stage where it leaves the selected layer to be seen. */
import type { LayerPath } from '#lib/model/stack.ts';

const PLACES = [
  { side: 'right', end: 'bottom' },
  { side: 'left', end: 'bottom' },
  { side: 'right', end: 'top' },
  { side: 'left', end: 'top' },
] as const;

/**
 * @param path the selected layer
 * @returns an attachment; it sets `data-side` and `data-end` of the card. Where every place covers the
 *   layer, the one that covers least of it.
 */
export function placeBeside(path: LayerPath | null): (card: HTMLElement) => void {
  return (card) => {
    const layer =
      path === null ? null : document.querySelector(`[data-layer="${CSS.escape(path)}"]`);
    if (layer === null) return;
    const covered = PLACES.map((place) => {
      put(card, place);
      return overlapPx(card.getBoundingClientRect(), layer.getBoundingClientRect());
    });
    put(card, PLACES[covered.indexOf(Math.min(...covered))] ?? PLACES[0]);
  };
}

function put({ dataset }: HTMLElement, { side, end }: (typeof PLACES)[number]): void {
  dataset.side = side;
  dataset.end = end;
}

/** Area that both cover, square px. */
function overlapPx(a: DOMRect, b: DOMRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}
