import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lessons } from '../../content/lessons.ts';
import type { Answer } from '../../state/lesson-answers.ts';
import { decodeKept, encodeKept, type Kept, type LessonKey } from './suspend-data.ts';

/** Places to be marked, for lessons that ask for them. */
const places = Array.from({ length: 60 }, (_, at) => ({
  ...{ path: `docker-linux/layer-${at}`, name: `${at}`, stack: 'docker-linux' },
  isReached: at % 3 === 0,
}));

function keyOf(at: number): LessonKey {
  const lesson = lessons[at];
  if (!lesson) throw new Error(`no lesson ${at}`);
  const asked = lesson.steps.filter(({ question }) => question?.kind === 'reach');
  return {
    lesson,
    reaches: Object.fromEntries(asked.map(({ id }) => [id, { entries: [], places }])),
  };
}

/** Any answer that could be given at a step. */
function answersTo(key: LessonKey, at: number): fc.Arbitrary<Answer> | null {
  const question = key.lesson.steps[at]?.question;
  if (!question) return null;
  const ids = question.options.map(({ id }) => id);
  switch (question.kind) {
    case 'choose':
    case 'place':
      return fc.constantFrom(...ids).map((option) => ({ kind: question.kind, option }));
    case 'guess':
      return fc.double({ min: 1e-9, max: 1e12, noNaN: true }).map((value) => ({
        ...{ kind: 'guess', value: Number(value.toPrecision(2)) },
      }));
    case 'sort':
      return fc
        .shuffledSubarray(ids, { minLength: ids.length })
        .map((order) => ({ kind: 'sort', order }));
    case 'reach':
      return fc
        .subarray(places.map(({ path }) => path))
        .map((marked) => ({ kind: 'reach', marked }));
  }
}

const kept = fc.nat({ max: lessons.length - 1 }).chain((at) => {
  const key = keyOf(at);
  const answers = Object.fromEntries(
    key.lesson.steps.flatMap(({ id }, step) => {
      const given = answersTo(key, step);
      return given ? [[id, given] as const] : [];
    }),
  );
  return fc.record({
    key: fc.constant(key),
    kept: fc.record({
      seen: fc.subarray(key.lesson.steps.map(({ id }) => id)),
      answers: fc
        .record(answers, { requiredKeys: [] })
        .map((some) => ({ ...some }) as Kept['answers']),
    }),
  });
});

describe('what a course system keeps of a lesson', () => {
  test('comes back as it was, for every lesson of ours', () => {
    fc.assert(
      fc.property(kept, ({ key, kept: given }) => {
        const text = encodeKept(key, given);
        expect(text.length).toBeLessThanOrEqual(4096);
        expect(text).toMatch(/^[\w.,~+-]*$/);
        expect(decodeKept(key, text)).toEqual(given);
      }),
    );
  });

  test('fits into 4096 characters with as many answers as there is room for', () => {
    const [step] = keyOf(0).lesson.steps.filter(({ question }) => question?.kind === 'choose');
    const [option] = step?.question?.options ?? [];
    if (!step?.question || !option) throw new Error('the first lesson asks nothing to choose');
    const steps = Array.from({ length: 2000 }, (_, at) => ({ ...step, id: `s${at}` }));
    const key: LessonKey = { lesson: { id: 'long', steps }, reaches: {} };
    const all: Kept = {
      seen: steps.map(({ id }) => id),
      answers: Object.fromEntries(
        steps.map(({ id }) => [id, { kind: 'choose', option: option.id }]),
      ),
    };
    const text = encodeKept(key, all);
    expect(text.length).toBeLessThanOrEqual(4096);
    const read = decodeKept(key, text);
    expect(read.seen).toEqual(all.seen);
    const count = Object.keys(read.answers).length;
    expect(count).toBeGreaterThan(500);
    expect(all.answers).toMatchObject(read.answers);
  });

  test('of another lesson, or of this one as it was, counts as nothing', () => {
    const text = encodeKept(keyOf(0), { seen: [keyOf(0).lesson.steps[0]?.id ?? ''], answers: {} });
    expect(decodeKept(keyOf(0), text).seen).toHaveLength(1);
    expect(decodeKept(keyOf(1), text)).toEqual({ seen: [], answers: {} });
    const { lesson, reaches } = keyOf(0);
    const shorter = { lesson: { ...lesson, steps: lesson.steps.slice(1) }, reaches };
    expect(decodeKept(shorter, text)).toEqual({ seen: [], answers: {} });
  });

  test('never throws, whatever the system gives back', () => {
    const key = keyOf(0);
    const [version, print] = encodeKept(key, { seen: [], answers: {} }).split('.');
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (seen, answers, ours) => {
        const text = ours ? `${version}.${print}.${seen}.${answers}` : seen + answers;
        const read = decodeKept(key, text);
        const ids = key.lesson.steps.map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining([...read.seen]));
        expect(ids).toEqual(expect.arrayContaining(Object.keys(read.answers)));
      }),
    );
  });
});
