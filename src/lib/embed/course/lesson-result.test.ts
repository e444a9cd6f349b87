import { describe, expect, test } from 'vitest';
import { findLesson } from '../../content/lessons.ts';
import type { Answer } from '../../state/lesson-answers.ts';
import { leftOf, resultOf, statusOf, type LessonGround } from './lesson-result.ts';

const lesson = findLesson('containers-and-vms');
const steps = lesson?.steps ?? [];
const chosen = steps.filter(({ question }) => question?.kind === 'choose').slice(0, 2);
const plain = steps.filter(({ question }) => question === null).slice(0, 1);
/** Two steps that ask, one that does not. */
const ground: LessonGround = {
  lesson: { steps: [...plain, ...chosen] },
  figures: new Map(),
  reaches: {},
};

function answersOf(right: readonly boolean[]): Record<string, Answer> {
  return Object.fromEntries(
    right.map((isRight, at): [string, Answer] => {
      const question = chosen[at]?.question;
      if (question?.kind !== 'choose') throw new Error('expected two questions');
      const wrong = question.options.find(({ id }) => id !== question.answer)?.id ?? '';
      return [chosen[at]?.id ?? '', { kind: 'choose', option: isRight ? question.answer : wrong }];
    }),
  );
}
const all = ground.lesson.steps.map(({ id }) => id);

describe('a lesson with two questions', () => {
  test('is done when every step was shown and every question answered', () => {
    const some = { last: '', seen: all.slice(1), answers: answersOf([true, true]) };
    expect(resultOf(ground, some)).toMatchObject({ seen: 2, steps: 3, isDone: false });
    const most = { last: '', seen: all, answers: answersOf([true]) };
    expect(resultOf(ground, most)).toMatchObject({ answered: 1, isDone: false, score: 50 });
    const whole = { last: '', seen: all, answers: answersOf([true, false]) };
    expect(resultOf(ground, whole)).toMatchObject({ isDone: true, right: 1, score: 50 });
  });

  test('says which steps are left', () => {
    const open = { last: '', seen: all.slice(0, 2), answers: answersOf([false]) };
    expect(leftOf(ground, open)).toEqual([{ index: 2, title: chosen[1]?.title, isSeen: false }]);
    const unanswered = { last: '', seen: all, answers: answersOf([true]) };
    expect(leftOf(ground, unanswered)).toMatchObject([{ index: 2, isSeen: true }]);
    const whole = { last: '', seen: all, answers: answersOf([true, false]) };
    expect(leftOf(ground, whole)).toEqual([]);
  });

  test('counts no answer that is none to its question', () => {
    const odd = {
      last: '',
      seen: all,
      answers: { [chosen[0]?.id ?? '']: { kind: 'guess', value: 1 } },
    };
    expect(resultOf(ground, odd as never)).toMatchObject({ answered: 0, score: 0 });
  });
});

test('a lesson that asks nothing has no score', () => {
  const none = { ...ground, lesson: { steps: plain } };
  expect(resultOf(none, { last: '', seen: plain.map(({ id }) => id), answers: {} })).toMatchObject({
    ...{ score: null, isDone: true },
  });
});

describe('status', () => {
  test.each([
    ['not done', false, 100, 80, 'incomplete'],
    ['at the mark', true, 80, 80, 'passed'],
    ['below it', true, 79, 80, 'failed'],
    ['without a mark', true, 0, null, 'completed'],
    ['without questions', true, null, 80, 'completed'],
    ['a mark of nothing', true, 0, 0, 'passed'],
  ])('%s', (_name, isDone, score, passMark, status) => {
    expect(statusOf({ isDone, score }, passMark, '')).toBe(status);
  });

  test('is never taken back, but a failed lesson can be passed', () => {
    const again = { isDone: false, score: 0 };
    expect(statusOf(again, 80, 'passed')).toBe('passed');
    expect(statusOf(again, 80, 'failed')).toBe('failed');
    expect(statusOf({ isDone: true, score: 90 }, 80, 'failed')).toBe('passed');
    expect(statusOf(again, 80, 'not attempted')).toBe('incomplete');
  });
});
