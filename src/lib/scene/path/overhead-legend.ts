/** What the marks of the Overhead view mean: only those that are on the stage. */
import { textWidth } from '../../layout/text-metrics.ts';
import type { OverheadMark } from '../../sim/path/overhead.ts';
import { boxItem, lineItem, textItem, Z } from '../boot-ink.ts';
import type { Item, Look } from '../display-list.ts';
import { ring } from './overhead-marks.ts';
import type { OverheadStage, PlacedCell } from './overhead-stage.ts';

interface Entry {
  readonly id: 'dot' | 'open' | 'range' | 'bound';
  /** Width of its swatch, px at scale 1. */
  readonly w: number;
  isFor(mark: OverheadMark): boolean;
  /** @param y middle of the swatch */
  draw(key: string, x: number, y: number, s: number): readonly Item[];
}

const R = 5;

function disc(key: string, x: number, y: number, radius: number, look: Look, z: number): Item {
  const box = { x: x - radius, y: y - radius, w: 2 * radius, h: 2 * radius };
  return { t: 'box', key, z, look, radius, box };
}

const ENTRIES: readonly Entry[] = [
  {
    id: 'dot',
    w: 2 * R,
    isFor: ({ ends, isOpen }) => ends.typical !== undefined && !isOpen,
    draw: (key, x, y, s) => [disc(key, x + R * s, y, R * s, 'badge', Z.flag)],
  },
  {
    id: 'open',
    w: 2 * R,
    isFor: ({ ends, isOpen }) => ends.typical !== undefined && isOpen,
    draw: (key, x, y, s) => [ring(key, x + R * s, y, (R - 1) * s)],
  },
  {
    id: 'range',
    w: 26,
    isFor: ({ ends: { low, typical, high } }) => {
      const [from, to] = [low ?? typical, high ?? typical];
      return from !== undefined && to !== undefined && from !== to;
    },
    draw: (key, x, y, s) => [
      boxItem(key, { x, y: y - 5 * s, w: 26 * s, h: 10 * s }, 'band', Z.band),
      ...[x, x + 26 * s].map((at, end) => cap(`${key}/${end}`, at, y, s)),
    ],
  },
  {
    id: 'bound',
    w: 20,
    isFor: ({ ends: { low, typical, high } }) =>
      typical === undefined && (low === undefined || high === undefined),
    draw: (key, x, y, s) => [
      cap(`${key}/cap`, x + 1, y, s),
      {
        ...lineItem(key, [[x + 1, y] as const, [x + 20 * s, y]], 'secondary', 1.6, Z.pole),
        arrow: 'end',
      },
    ],
  },
];

function cap(key: string, x: number, y: number, s: number): Item {
  return lineItem(key, [[x, y - 6 * s] as const, [x, y + 6 * s]], 'secondary', 1.6, Z.pole);
}

/** Entries from left to right, in as many lines as there is room for; the rest is left out. */
export function legendItems(stage: OverheadStage, cells: readonly PlacedCell[]): readonly Item[] {
  const { grid, words, room } = stage;
  const { legend, s } = grid;
  if (legend === null) return [];
  const marks = cells.flatMap(({ cell }) => cell.studies.flatMap((study) => study.marks));
  const size = Math.max(grid.minSize, 12.5 * s);
  const items: Item[] = [];
  let { x } = legend;
  let y = legend.y + size;
  for (const { id, w, isFor, draw } of ENTRIES) {
    if (!marks.some(isFor)) continue;
    const text = words.legend[id];
    const full = (w + 7) * s + textWidth(text, size, 450);
    if (x > legend.x && x + full > legend.x + legend.w) {
      x = legend.x;
      y += size * 1.6;
    }
    if (y + size * 0.4 > legend.y + legend.h || x + full > legend.x + legend.w) break;
    const key = `overhead/legend/${id}`;
    const style = { size, weight: 450, ink: 'secondary' } as const;
    const label = textItem(`${key}/text`, text, x + (w + 7) * s, y + size * 0.35, style);
    if (room.take([label])) items.push(...draw(key, x, y, s), label);
    x += full + 22 * s;
  }
  return items;
}
