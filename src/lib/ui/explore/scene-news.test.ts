import { describe, expect, test } from 'vitest';
import { newsOf, type Told } from './scene-news.ts';

const told = (titles: readonly string[], change: Partial<Told> = {}): Told => ({
  lens: 'structure',
  headline: 'Count the solid blocks.',
  stacks: new Map(titles.map((title) => [title.toLowerCase(), title])),
  ...change,
});

describe('what a change says', () => {
  test.each([
    ['nothing where nothing changed', told(['A']), told(['A']), ''],
    ['a stack that came', told(['A']), told(['A', 'B']), 'B added, 2 stacks.'],
    ['the last one that went', told(['A']), told([]), 'A removed, 0 stacks.'],
    ['one in the place of another', told(['A', 'B']), told(['A', 'C']), 'C in place of B.'],
    ['another order', told(['A', 'B']), told(['B', 'A']), 'Order: B, A.'],
    [
      'another lens with its finding',
      told(['A']),
      told(['A'], { lens: 'isolation', headline: 'All reached.' }),
      'Isolation lens. All reached.',
    ],
  ])('%s', (_name, before, after, text) => {
    expect(newsOf(before, after)).toBe(text);
  });
});
