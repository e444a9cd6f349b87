/** What has been loaded does not depend on the order in which it was asked for. */
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../content/evidence.ts';
import { EvidenceShelf } from './evidence.svelte.ts';

async function shelfWith(...asked: readonly Evidence[]): Promise<EvidenceShelf> {
  const shelf = new EvidenceShelf();
  for (const what of asked) await shelf.load(what);
  return shelf;
}

describe('the order of figures', () => {
  test.each([
    ['ways', 'paths'],
    ['paths', 'ways'],
  ] as const)('is that of their file: %s, then %s', async (first, second) => {
    const alone = await shelfWith('paths');
    const both = await shelfWith(first, second);
    expect([...both.figures.keys()]).toEqual([...alone.figures.keys()]);
  });
});

test('a source keeps its address when less is asked for later', async () => {
  const all = await shelfWith('all');
  const later = await shelfWith('all', 'paths', 'starts');
  expect(later.sources).toEqual(all.sources);
  const before = await shelfWith('starts', 'paths', 'all');
  expect([...before.sources.values()].toSorted(byId)).toEqual(
    [...all.sources.values()].toSorted(byId),
  );
});

test('one study comes alone, and beside all it is one of them', async () => {
  const one = await shelfWith('study:lightvm');
  expect(one.studies.map(({ id }) => id)).toEqual(['lightvm']);
  expect(one.sources.get('lightvm')?.title).toMatch(/Lighter/);
  const all = await shelfWith('starts');
  expect((await shelfWith('study:lightvm', 'starts')).studies).toEqual(all.studies);
  const after = await shelfWith('starts', 'study:nsdi');
  expect(after.studies).toEqual(all.studies);
  expect(after.has('study:nsdi')).toBe(true);
});

test('an unknown study brings them all', async () => {
  const all = await shelfWith('starts');
  expect((await shelfWith('study:nothing')).studies).toEqual(all.studies);
});

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id.localeCompare(b.id, 'en');
}
