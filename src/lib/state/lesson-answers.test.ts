import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../model/lesson/lesson.ts';
import { askedStep, stepQuery } from './lesson-address.ts';
import * as answers from './lesson-answers.ts';
import { LessonProgress } from './lesson-progress.svelte.ts';
import { createSafeStorage, type StorageLike } from './safe-storage.ts';

const FIGURES = new Map([
  ['a', { typical: 10 }],
  ['b', { low: 1, typical: 100, high: 400 }],
  ['c', { high: 1000 }],
]);
const option = (id: string) => ({ id, label: [], says: [] });
const ask = { ask: [] };
const CHOOSE: Question = { ...ask, kind: 'choose', answer: 'x', options: ['x', 'y'].map(option) };
const SORT: Question = { ...ask, kind: 'sort', options: ['c', 'a', 'b'].map(option) };
const PLACE: Question = {
  ...{ ...ask, kind: 'place', answer: 'x', options: ['x', 'y'].map(option) },
  ...{ layer: 's/kernel', spots: { x: 's/hardware' } },
};
const HARD: Question = { ...ask, kind: 'reach', options: ['less', 'right', 'more'].map(option) };
const place = (path: string, isReached: boolean) => ({ path, name: path, stack: 's', isReached });
const REACH = {
  entries: ['s/app'],
  places: [place('s/kernel', true), place('s/engine', true), place('s/hypervisor', false)],
};
const GUESS: Question = {
  ...{ ...ask, kind: 'guess', figure: 'b', least: 1, most: 10_000 },
  options: ['low', 'near', 'high'].map(option),
};

describe('answers', () => {
  it('are right or not', () => {
    const right = (question: Question, answer: answers.Answer) =>
      answers.isRight(question, answer, { figures: FIGURES, reach: REACH });
    expect(right(CHOOSE, { kind: 'choose', option: 'x' })).toBe(true);
    expect(right(CHOOSE, { kind: 'choose', option: 'y' })).toBe(false);
    expect(right(SORT, { kind: 'sort', order: ['a', 'b', 'c'] })).toBe(true);
    expect(right(SORT, { kind: 'sort', order: ['b', 'a', 'c'] })).toBe(false);
    expect(right(GUESS, { kind: 'guess', value: 300 })).toBe(true);
    expect(right(GUESS, { kind: 'guess', value: 3000 })).toBe(false);
    expect(right(GUESS, { kind: 'choose', option: 'x' })).toBe(false);
    expect(right(PLACE, { kind: 'place', option: 'x' })).toBe(true);
    expect(right(PLACE, { kind: 'place', option: 'y' })).toBe(false);
    expect(right(HARD, { kind: 'reach', marked: ['s/engine', 's/kernel'] })).toBe(true);
    expect(right(HARD, { kind: 'reach', marked: ['s/kernel'] })).toBe(false);
  });

  it('marked layers may be too few, too many, or both', () => {
    expect(answers.reachSays(REACH, ['s/kernel'])).toEqual(['less']);
    expect(answers.reachSays(REACH, ['s/kernel', 's/engine', 's/hypervisor'])).toEqual(['more']);
    expect(answers.reachSays(REACH, ['s/hypervisor'])).toEqual(['less', 'more']);
    expect(answers.reachSays(REACH, ['s/kernel', 's/engine'])).toEqual(['right']);
  });

  it('a guess is judged by the range, or by powers of ten where it is narrow', () => {
    const figure = { low: 90, typical: 100, high: 110 };
    expect([20, 40, 100, 290, 320].map((value) => answers.guessSays(figure, value))).toEqual([
      'low',
      'near',
      'near',
      'near',
      'high',
    ]);
    expect(answers.timesOff(figure, 1000)).toBe(10);
    expect(answers.timesOff(figure, 10)).toBe(10);
  });

  it('the slider goes through powers of ten, and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: answers.GUESS_PLACES }), (place) => {
        const value = answers.guessAt(place, 1, 1e6);
        expect(value).toBeGreaterThanOrEqual(1);
        expect(value).toBeLessThanOrEqual(1e6);
        expect(Math.abs(answers.placeOf(value, 1, 1e6) - place)).toBeLessThanOrEqual(1);
      }),
    );
    expect(answers.placeOf(0.1, 1, 1e6)).toBe(0);
    expect(answers.placeOf(1e9, 1, 1e6)).toBe(answers.GUESS_PLACES);
  });

  it('what is to be sorted does not lie there sorted', () => {
    const ids = ['c', 'a', 'b'];
    const mixed = answers.mixedOrder(ids, FIGURES);
    expect([...mixed].sort()).toEqual([...ids].sort());
    expect(mixed).not.toEqual(answers.rightOrder(ids, FIGURES));
  });

  it('that no longer fit a question are told from those that do', () => {
    expect(answers.fitsQuestion(CHOOSE, { kind: 'choose', option: 'gone' })).toBe(false);
    expect(answers.fitsQuestion(SORT, { kind: 'sort', order: ['a', 'b'] })).toBe(false);
    expect(answers.fitsQuestion(SORT, { kind: 'sort', order: ['a', 'b', 'c'] })).toBe(true);
    expect(answers.fitsQuestion(GUESS, { kind: 'guess', value: 1 })).toBe(true);
    expect(answers.fitsQuestion(PLACE, { kind: 'choose', option: 'x' })).toBe(false);
    expect(answers.fitsQuestion(PLACE, { kind: 'place', option: 'gone' })).toBe(false);
    expect(answers.fitsQuestion(HARD, { kind: 'reach', marked: [] })).toBe(true);
  });
});

describe('the address of a step', () => {
  const ids = ['one', 'two', 'three'];
  it.each([
    ['', 0, null],
    ['?step=', 0, null],
    ['?step=2', 1, null],
    ['?step=three', 2, null],
    ['?step=4', 0, '4'],
    ['?step=0', 0, '0'],
    ['?step=<b>', 0, '<b>'],
    ['?step=1e1', 0, '1e1'],
    ['?step=__proto__', 0, '__proto__'],
  ])('“%s”', (search, index, unknown) => {
    const isNamed = search.length > '?step='.length;
    expect(askedStep(search, ids)).toEqual({ index, unknown, isNamed });
  });

  it('is written as it is read', () => {
    expect(ids.map((_, index) => askedStep(`?${stepQuery(index)}`, ids).index)).toEqual([0, 1, 2]);
  });
});

describe('progress', () => {
  function memory(): StorageLike & { text: string | null } {
    return {
      text: null,
      getItem() {
        return this.text;
      },
      setItem(_key, value) {
        this.text = value;
      },
      removeItem() {
        this.text = null;
      },
    };
  }

  it('comes back, is exported whole, and can be erased', () => {
    const kept = memory();
    const storage = createSafeStorage(() => kept);
    const first = new LessonProgress(storage);
    expect(first.isEmpty).toBe(true);
    first.visit('vms', 'one');
    first.visit('vms', 'two');
    first.visit('vms', 'one');
    first.answer('vms', 'one', { kind: 'choose', option: 'x' });
    first.answer('vms', 'two', { kind: 'guess', value: 3 });
    first.answer('vms', 'two', null);
    first.answer('vms', 'two', { kind: 'place', option: 'x' });
    first.answer('vms', 'three', { kind: 'reach', marked: ['process/kernel'] });
    const record = {
      ...{ last: 'one', seen: ['one', 'two'] },
      answers: {
        one: { kind: 'choose', option: 'x' },
        two: { kind: 'place', option: 'x' },
        three: { kind: 'reach', marked: ['process/kernel'] },
      },
    };
    expect(new LessonProgress(storage).of('vms')).toEqual(record);
    expect(JSON.parse(first.exported())).toEqual({
      ...{ v: 1, lessons: { vms: record }, check: {}, asking: null },
    });
    expect(first.isRefused).toBe(false);
    first.erase();
    expect(kept.text).toBeNull();
    expect(new LessonProgress(storage).isEmpty).toBe(true);
  });

  it.each(['{', '[]', '{"v":2,"lessons":{}}', '{"v":1,"lessons":{"a":{"last":3}}}', 'null'])(
    'what is stored as %s counts as nothing',
    (text) => {
      const kept = memory();
      kept.text = text;
      expect(new LessonProgress(createSafeStorage(() => kept)).isEmpty).toBe(true);
    },
  );

  it('is read from a file: what both tell of, the file decides', () => {
    const progress = new LessonProgress(createSafeStorage(() => memory()));
    progress.visit('vms', 'one');
    progress.answer('vms', 'one', { kind: 'choose', option: 'x' });
    progress.check('before', { mac: 'hidden' });
    const other = new LessonProgress(createSafeStorage(() => memory()));
    other.visit('vms', 'two');
    other.answer('vms', 'one', { kind: 'choose', option: 'y' });
    other.visit('mac', 'one');
    other.check('after', { mac: 'macos' });
    other.ask({ round: 'after', answers: { mac: 'hidden' } });
    expect(progress.imported(other.exported())).toBe(true);
    expect(progress.of('vms')).toEqual({
      ...{ last: 'two', seen: ['one', 'two'] },
      answers: { one: { kind: 'choose', option: 'y' } },
    });
    expect(progress.of('mac').last).toBe('one');
    expect(progress.asking).toEqual({ round: 'after', answers: { mac: 'hidden' } });
    expect([progress.checked('before'), progress.checked('after')]).toEqual([
      { mac: 'hidden' },
      { mac: 'macos' },
    ]);
    const before = progress.exported();
    for (const text of ['', '{"v":2}', '{"v":1,"lessons":{"a":3}}', '[]']) {
      expect(progress.imported(text)).toBe(false);
    }
    expect(progress.exported()).toBe(before);
  });

  it('goes on without storage, and says so', () => {
    const progress = new LessonProgress(
      createSafeStorage(() => {
        throw new Error('refused');
      }),
    );
    progress.visit('vms', 'one');
    expect(progress.of('vms').last).toBe('one');
    expect(progress.isRefused).toBe(true);
    expect(progress.of('__proto__').last).toBe('');
  });
});
