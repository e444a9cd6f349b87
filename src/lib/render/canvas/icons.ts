/** Icons of the picture, drawn on a grid of 16. Painted with a 1.5 stroke, round caps and joins. */
import type { IconItem } from '../../scene/display-list.ts';

type Trace = (path: CanvasPath) => void;

interface Icon {
  readonly trace: Trace;
  /** The traced shape is filled as well. */
  readonly filled?: boolean;
  /** A part that is filled but not stroked. */
  readonly solid?: Trace;
}

export const ICON_GRID = 16;

function segments(path: CanvasPath, ...list: [number, number, number, number][]): void {
  for (const [x1, y1, x2, y2] of list) {
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
  }
}

function polyline(path: CanvasPath, ...points: [number, number][]): void {
  points.forEach(([x, y], index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
}

function traceFlag(path: CanvasPath): void {
  polyline(path, [3, 15.5], [3, 1.5], [14, 1.5], [11.5, 5], [14, 8.5], [3, 8.5]);
}

export const ICONS: Record<IconItem['icon'], Icon> = {
  chip: {
    trace(path) {
      path.rect(4, 4, 8, 8);
      segments(path, [6, 4, 6, 1.5], [10, 4, 10, 1.5], [6, 14.5, 6, 12], [10, 14.5, 10, 12]);
      segments(path, [4, 6, 1.5, 6], [4, 10, 1.5, 10], [14.5, 6, 12, 6], [14.5, 10, 12, 10]);
    },
  },
  hypervisor: {
    trace(path) {
      segments(path, [1.5, 13.5, 14.5, 13.5]);
      polyline(path, [2.5, 10.5], [2.5, 2.5], [6.5, 2.5], [6.5, 10.5]);
      path.closePath();
      polyline(path, [9.5, 10.5], [9.5, 2.5], [13.5, 2.5], [13.5, 10.5]);
      path.closePath();
    },
  },
  kernel: {
    trace(path) {
      polyline(path, [8, 1.5], [13.6, 4.75], [13.6, 11.25], [8, 14.5], [2.4, 11.25], [2.4, 4.75]);
      path.closePath();
    },
    solid: (path) => path.arc(8, 8, 2.95, 0, 2 * Math.PI),
  },
  chevron: { trace: (path) => polyline(path, [4, 6.5], [8, 10.5], [12, 6.5]) },
  flag: { trace: traceFlag, filled: true },
  'flag-open': { trace: traceFlag },
  'arrow-left': {
    trace(path) {
      segments(path, [2.5, 8, 13.5, 8]);
      polyline(path, [6.5, 4], [2.5, 8], [6.5, 12]);
    },
  },
};
