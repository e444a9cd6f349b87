import { expect, it } from 'vitest';
import type { Item } from '#lib/scene/display-list.ts';
import { drawnKinds } from './drawn-kinds.ts';

const box = { x: 0, y: 0, w: 9, h: 9 };
const base = { key: 'k', z: 0 } as const;

it('tells each kind that is drawn once, top of a picture first', () => {
  const items: readonly Item[] = [
    { ...base, t: 'ground', x1: 0, x2: 9, y: 9 },
    { ...base, t: 'box', box, look: 'hardware', radius: 0 },
    { ...base, t: 'box', box, look: 'libs', radius: 0 },
    { ...base, t: 'box', box, look: 'libs', radius: 0 },
    { ...base, t: 'box', box, look: 'partition', radius: 0 },
    { ...base, t: 'box', box, look: 'paper', radius: 0 },
    { ...base, t: 'fence', box, foot: 0 },
    { ...base, t: 'gauge', box, fill: 0, limit: 1 },
  ];
  const rest = { width: 9, height: 9, items };
  expect(drawnKinds({ lens: 'structure', rest })).toEqual([
    ...['libs', 'fence', 'control-domain', 'hardware', 'gauge'],
  ]);
  expect(drawnKinds({ lens: 'size', rest })).not.toContain('control-domain');
});
