import { describe, expect, it } from 'vitest';
import { parseSelfCheck } from '../model/lesson/parse-self-check.ts';
import { rightCount } from '../model/lesson/self-check.ts';
import { lessons } from './lessons.ts';
import { checkQuestions } from './self-check.ts';

type Questions = typeof checkQuestions;

describe('the check before and after', () => {
  it('asks of every lesson, and sends to steps that there are', () => {
    expect(new Set(checkQuestions.map(({ lesson }) => lesson))).toEqual(
      new Set(lessons.map(({ id }) => id)),
    );
    for (const { lesson, step } of checkQuestions) {
      const steps = lessons.find(({ id }) => id === lesson)?.steps.map(({ id }) => id);
      expect(steps).toContain(step);
    }
  });

  it('counts right answers; what was left open or is no option does not count', () => {
    const [first, second] = checkQuestions;
    expect(rightCount(checkQuestions, {})).toBe(0);
    const answers = { [first?.id ?? '']: first?.answer ?? '', [second?.id ?? '']: 'gone' };
    expect(rightCount(checkQuestions, answers)).toBe(1);
  });

  it.each([
    ['nine questions', (all: Questions) => all.slice(1), ''],
    [
      'an answer that is no option',
      (all: Questions) => all.map((one) => ({ ...one, answer: 'gone' })),
      '[0]',
    ],
    [
      'an option without words',
      (all: Questions) =>
        all.map((one) => ({ ...one, options: one.options.map(({ id }) => ({ id })) })),
      '[0].options[0].label',
    ],
  ])('%s: named by its place', (_what, change, path) => {
    const read = parseSelfCheck(change(checkQuestions));
    expect(read.ok ? [] : read.issues.map((issue) => issue.path)).toContain(path);
  });
});
