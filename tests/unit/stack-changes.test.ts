/** What an audience sees while stacks come, go and change places: with every stack there is, in each lens. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createMorph } from '../../src/lib/animation/morph.ts';
import { MOTION } from '../../src/lib/animation/motion.ts';
import { passingStacks } from '../../src/lib/animation/passing-stacks.ts';
import { en } from '../../src/lib/content/locales/en/index.ts';
import { stackIds } from '../../src/lib/content/registry.ts';
import { loadStack } from '../../src/lib/content/stacks.ts';
import { resolveStack } from '../../src/lib/model/resolve.ts';
import { EMPTY_SCENE, LENSES, type Lens } from '../../src/lib/model/scene.ts';
import type { ResolvedStack } from '../../src/lib/model/stack.ts';
import type { Box, DisplayList, TextItem } from '../../src/lib/scene/display-list.ts';
import { finish } from '../../src/lib/scene/steps.ts';
import { textBox } from '../../src/lib/scene/text-box.ts';
import { EvidenceShelf } from '../../src/lib/state/evidence.svelte.ts';
import { extras } from '../../src/lib/state/extras.ts';
import { lensEntry } from '../../src/lib/state/lenses.ts';

const evidence = new EvidenceShelf();
const stacks = new Map<string, ResolvedStack>();
const lists = new Map<string, DisplayList>();

beforeAll(async () => {
  for (const id of stackIds) {
    const file = await loadStack(id);
    if (!file.ok) throw new Error(`${id} cannot be read`);
    stacks.set(id, resolveStack(file.value, { n: null }));
  }
});

async function draw(lens: Lens, ids: readonly string[]): Promise<DisplayList> {
  const name = [lens, ...ids].join();
  const known = lists.get(name);
  if (known) return known;
  const scene = { ...EMPTY_SCENE, lens, stacks: ids.map((id) => ({ id })) };
  const entry = lensEntry(scene);
  const { render } = await entry.load();
  if (entry.needs) await evidence.load(entry.needs);
  const steps = render({
    ...{ shell: 'explore', widthPx: 1144, heightPx: 690, scene, firstIndex: 0, words: en, extras },
    stacks: ids.flatMap((id) => stacks.get(id) ?? []),
    ...{ studies: evidence.studies, figures: evidence.figures, sources: evidence.sources },
  });
  const { rest } = finish(steps);
  lists.set(name, rest);
  return rest;
}

interface Case {
  readonly name: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const at = (index: number): string => stackIds[index % stackIds.length] ?? '';
// Every stack is in one of the fours.
const cases = stackIds.flatMap((a, index): readonly Case[] => {
  if (index % 4 > 0) return [];
  const [b, c, d] = [at(index + 1), at(index + 2), at(index + 3)];
  const three = [a, b, c];
  return [
    { name: `adds ${d}`, before: three, after: [...three, d] },
    { name: `removes ${b}`, before: three, after: [a, c] },
    { name: `puts ${d} in place of ${b}`, before: three, after: [a, d, c] },
    { name: `moves ${c} before ${b}`, before: three, after: [a, c, b] },
    { name: `moves ${a} to the end`, before: three, after: [b, c, a] },
  ];
});
const MOMENTS = Array.from(
  { length: 12 },
  (_unused, index) => ((index + 0.5) / 12) * MOTION.stackSwapMs,
);

interface Film extends Case {
  readonly from: DisplayList;
  readonly to: DisplayList;
  readonly frames: readonly DisplayList[];
}

const films = new Map<string, Film>();

async function film(lens: Lens, change: Case): Promise<Film> {
  const name = `${lens} ${change.name} ${change.before.join()}`;
  const known = films.get(name) ?? (await shoot(lens, change));
  films.set(name, known);
  return known;
}

async function shoot(lens: Lens, change: Case): Promise<Film> {
  const from = await draw(lens, change.before);
  const to = await draw(lens, change.after);
  const options = { durationMs: MOTION.stackSwapMs, reduced: false, stacks: change };
  const morph = createMorph(from, to, options);
  const frames = MOMENTS.map((ms) => morph.at(ms));
  morph.destroy();
  return { ...change, from, to, frames };
}

function layersOf({ items }: DisplayList): ReadonlyMap<string, Box> {
  return new Map(
    items.flatMap((item) =>
      'layer' in item && item.layer && item.owner ? [[item.owner, item.box]] : [],
    ),
  );
}

/** What the layers of each stack take together. */
function roomsOf(list: DisplayList, keys: readonly string[]): readonly (readonly [string, Box])[] {
  return keys.flatMap((key) => {
    const own = [...layersOf(list)].flatMap(([path, box]) =>
      path.startsWith(`${key}/`) ? [box] : [],
    );
    if (own.length === 0) return [];
    const x = Math.min(...own.map((box) => box.x));
    const y = Math.min(...own.map((box) => box.y));
    const w = Math.max(...own.map((box) => box.x + box.w)) - x;
    const h = Math.max(...own.map((box) => box.y + box.h)) - y;
    return [[key, { x, y, w, h }] as const];
  });
}

function overlap(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return Math.max(0, Math.min(w, h));
}

/** Stacks that lie over one another, by more than a line's width. */
function crossings(list: DisplayList, keys: readonly string[]): readonly string[] {
  const rooms = roomsOf(list, keys);
  return rooms.flatMap(([a, box], index) =>
    rooms.slice(index + 1).flatMap(([b, other]) => (overlap(box, other) > 1 ? [`${a} ${b}`] : [])),
  );
}

/** Words that can be read and lie over others, but for pairs that do so where nothing moves. */
function smears(list: DisplayList, usual: ReadonlySet<string>): readonly string[] {
  const texts = list.items.filter(
    (item): item is TextItem => item.t === 'text' && (item.alpha ?? 1) > 0.1,
  );
  const boxes = texts.map((item) => textBox(item));
  return texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b, next) => {
      const [box, other] = [boxes[index], boxes[index + 1 + next]];
      const pair = `${a.text} | ${b.text}`;
      return box && other && overlap(box, other) > 3 && !usual.has(pair) ? [pair] : [];
    }),
  );
}

describe.each(LENSES)('%s, while stacks change', (lens) => {
  test('no two stacks lie over one another', async () => {
    for (const change of cases) {
      const { from, to, frames, before, after } = await film(lens, change);
      const staying = after.filter((key) => before.includes(key));
      const usual = [...crossings(from, staying), ...crossings(to, staying)];
      const passing = passingStacks(change);
      for (const frame of frames) {
        const seen = staying.filter((key) => !passing.has(key));
        const crossed = crossings(frame, seen).filter((pair) => !usual.includes(pair));
        expect(crossed, change.name).toEqual([]);
      }
    }
  });

  test('all layers that stay are equally far on their way', async () => {
    for (const change of cases) {
      const { from, to, frames } = await film(lens, change);
      const passing = passingStacks(change);
      const [first, last] = [layersOf(from), layersOf(to)];
      for (const frame of frames) {
        const ways = [...layersOf(frame)].flatMap(([path, now]) => {
          const [a, b] = [first.get(path), last.get(path)];
          const isOut = !a || !b || passing.has(path.split('/')[0] ?? '');
          return isOut || Math.abs(b.x - a.x) < 10 ? [] : [(now.x - a.x) / (b.x - a.x)];
        });
        const spread = ways.length === 0 ? 0 : Math.max(...ways) - Math.min(...ways);
        expect(spread, change.name).toBeLessThan(1e-6);
      }
    }
  });

  test('a stack that has to pass others is out of sight while they travel', async () => {
    for (const change of cases) {
      const { from, to, frames } = await film(lens, change);
      const passing = passingStacks(change);
      for (const frame of frames) {
        const seen = frame.items.filter(
          (item) =>
            'layer' in item &&
            passing.has(item.owner?.split('/')[0] ?? '') &&
            (item.alpha ?? 1) > 0.01,
        );
        const [first, last] = [layersOf(from), layersOf(to)];
        const astray = seen.filter(({ owner = '', ...item }) => {
          const box = 'box' in item ? item.box : undefined;
          return ![first.get(owner), last.get(owner)].some(
            (place) => place?.x === box?.x && place?.y === box?.y,
          );
        });
        expect(astray, change.name).toEqual([]);
      }
    }
  });
});

/** The two others set what is said under a stack beside it where it is wide: a few such lines cross on the way. */
const IN_LINE = LENSES.filter((lens) => lens !== 'isolation' && lens !== 'kernel');

test.each(IN_LINE)('%s: while stacks change, no words lie over others', async (lens) => {
  for (const change of cases) {
    const { from, to, frames } = await film(lens, change);
    const usual = new Set([...smears(from, new Set()), ...smears(to, new Set())]);
    for (const frame of frames) expect(smears(frame, usual), change.name).toEqual([]);
  }
});
