import { describe, expect, it } from 'vitest';
import { breakable, shownAnswer, shownQuestions } from './transcript-lines.ts';

function lines(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `line ${index}`);
}

describe('shownAnswer', () => {
  it('shows all lines of a page, with what is new among them', () => {
    const shown = shownAnswer({ output: lines(9), changed: [4], gone: 1 }, 'page', false);
    expect(shown.lines).toHaveLength(9);
    expect(shown.lines.filter(({ isChanged }) => isChanged)).toEqual([
      { text: 'line 4', isChanged: true },
    ]);
    expect(shown).toMatchObject({ same: 0, isFolded: false, gone: 0 });
  });

  it('counts lines that went without another in their place', () => {
    const answer = { output: lines(3), changed: [1], gone: 5 };
    expect(shownAnswer(answer, 'page', false).gone).toBe(4);
  });

  it('folds many lines of which none is new, but not where nothing was before', () => {
    const answer = { output: lines(8), changed: [], gone: 0 };
    expect(shownAnswer(answer, 'page', false).isFolded).toBe(true);
    expect(shownAnswer(answer, 'page', true).isFolded).toBe(false);
    expect(shownAnswer({ ...answer, output: lines(7) }, 'page', false).isFolded).toBe(false);
  });

  it.each([
    ['what is new', { output: lines(8), changed: [2, 3], gone: 0 }, false, 2, 6],
    ['nothing, if nothing is', { output: lines(8), changed: [], gone: 0 }, false, 0, 8],
    [
      'its first lines, if nothing was before',
      { output: lines(8), changed: [], gone: 0 },
      true,
      3,
      5,
    ],
    ['a short answer', { output: lines(4), changed: [], gone: 0 }, false, 4, 0],
  ])('the wall shows %s, and counts the rest', (_what, answer, isFirst, shown, same) => {
    const wall = shownAnswer(answer, 'wall', isFirst);
    expect([wall.lines.length, wall.same, wall.isFolded]).toEqual([shown, same, false]);
  });
});

describe('shownQuestions', () => {
  const quiet = { output: ['a'], changed: [], gone: 0 };
  const loud = { output: ['a'], changed: [0], gone: 0 };
  const asked = ['one', 'two', 'three', 'four'].map((id) => ({
    ...{ id, command: id, host: quiet },
    inside: id === 'four' ? loud : quiet,
  }));
  const look = ['one', 'two', 'three', 'four'];

  it('are all that matter on a page, and on the wall the first of those that changed something', () => {
    const ids = (size: 'page' | 'wall') =>
      shownQuestions({ look, asked }, size).map(({ id }) => id);
    expect(ids('page')).toEqual(look);
    expect(ids('wall')).toEqual(['four', 'one', 'two']);
  });

  it('long lines are cut on the wall alone', () => {
    const answer = { output: ['x'.repeat(200)], changed: [], gone: 0 };
    expect(shownAnswer(answer, 'page', false).lines[0]?.text).toHaveLength(200);
    expect(shownAnswer(answer, 'wall', false).lines[0]?.text).toMatch(/^x{63}…$/);
  });
});

it('a line may be broken after a comma, a slash or a bar, and loses nothing', () => {
  const line = 'readlink /proc/self/ns/{uts,ipc} | cut';
  expect(breakable(line)).toEqual([
    'readlink /',
    'proc/',
    'self/',
    'ns/',
    '{uts,',
    'ipc} |',
    ' cut',
  ]);
  expect(breakable(line).join('')).toBe(line);
});
