/** Keys of the picture itself: they work while focus is on the stage. */
import type { PanZoom } from '../attach/pan-zoom.ts';

const ZOOM_STEP = 1.25;
const PAN_PX = 60;
const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-PAN_PX, 0],
  ArrowRight: [PAN_PX, 0],
  ArrowUp: [0, -PAN_PX],
  ArrowDown: [0, PAN_PX],
};

/**
 * @param hasSingleKeys whether + - 0 are switched on
 * @param onZoom the picture has been made larger or smaller: what has the focus may lie outside the view
 * @returns a function that takes the keys away again
 */
export function stageKeys(
  root: HTMLElement,
  panZoom: PanZoom,
  hasSingleKeys: () => boolean,
  onZoom: () => void,
): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pan = event.shiftKey ? PANS[event.key] : undefined;
    if (pan) panZoom.panBy(...pan);
    else if (hasSingleKeys() && zoomKey(event.key, panZoom)) onZoom();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Before the twin, which would take the arrows for itself.
  root.addEventListener('keydown', listen, { capture: true });
  return () => root.removeEventListener('keydown', listen, { capture: true });
}

function zoomKey(key: string, panZoom: PanZoom): boolean {
  if (key === '+' || key === '=') panZoom.zoomBy(ZOOM_STEP);
  else if (key === '-') panZoom.zoomBy(1 / ZOOM_STEP);
  else if (key === '0') panZoom.fit();
  else return false;
  return true;
}
