import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { LessonStep } from './lesson.ts';
import {
  EMPTY_OWN_LESSON,
  lessonOf,
  OWN_LIMITS,
  ownLessonData,
  parseOwnLesson,
  parseOwnText,
  USUAL_MINUTES,
  type OwnLesson,
} from './own-lesson.ts';
import {
  roomIn,
  withLesson,
  withMoved,
  withoutStep,
  withScene,
  withStepsOf,
  withWords,
} from './own-lesson-edits.ts';

const OURS: LessonStep = {
  ...{ id: 'fence', title: 'The fence', minutes: 3, scene: 'stacks=docker-linux', after: null },
  lookAfter: null,
  ...{
    emphasis: [],
    lenses: [],
    shows: [],
    transcript: null,
    body: [],
    question: null,
    reveal: [],
  },
  wall: {
    message: [{ kind: 'text', text: 'The kernel makes the fence.' }],
    sentence: [{ kind: 'text', text: 'Namespaces hide.' }],
  },
  notes: [{ kind: 'paragraph', parts: [{ kind: 'text', text: 'Point at it.' }] }],
};
const LESSON = { id: 'ours', steps: [OURS, { ...OURS, id: 'other' }] };
const NEEDS = {
  find: ({ step }: { readonly step: string }) => LESSON.steps.find(({ id }) => id === step),
  untitled: 'My lesson',
  unnamedStep: (number: number) => `Picture ${number}`,
};

const text = (most: number) => fc.string({ maxLength: most });
const name = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/);
const anyOwn: fc.Arbitrary<OwnLesson> = fc
  .record({
    title: text(OWN_LIMITS.title),
    steps: fc.array(
      fc.record({
        key: fc.constant(''),
        from: fc.option(fc.record({ lesson: name, step: name })),
        scene: fc.constantFrom('stacks=process', 'stacks=kata&lens=boot'),
        message: text(OWN_LIMITS.message),
        sentence: text(OWN_LIMITS.sentence),
        notes: text(60),
        minutes: fc.option(fc.integer({ min: 1, max: OWN_LIMITS.minutes })),
        isOut: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ title, steps }) => ({
    title,
    steps: steps.map((step, index) => ({ ...step, key: `s${index + 1}` })),
  }));

describe('an own lesson in a file', () => {
  it('is read back as it was saved', () => {
    fc.assert(
      fc.property(anyOwn, (own) => {
        const read = parseOwnText(JSON.stringify(ownLessonData(own)));
        expect(read).toEqual({ ok: true, value: own });
      }),
    );
  });

  it('is refused with the part that is wrong, and never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !parseOwnLesson(value).ok));
    const file = (step: object) => ({ strata: 'lesson', v: 1, steps: [{ scene: 'n=1' }, step] });
    const pathsOf = (value: unknown) => {
      const read = parseOwnLesson(value);
      return read.ok ? [] : read.issues.map(({ path }) => path);
    };
    expect(pathsOf(file({ scene: 'n=1', minutes: 'two' }))).toEqual(['steps[1].minutes']);
    expect(pathsOf(file({ scene: 'a b' }))).toEqual(['steps[1].scene']);
    expect(pathsOf(file({ from: { lesson: 'x' } }))).toEqual(['steps[1].from.step']);
    expect(pathsOf(file({ scene: 'n=1', sound: true }))).toEqual(['steps[1].sound']);
    expect(pathsOf(file({}))).toEqual(['steps[1]']);
    expect(pathsOf({ strata: 'lesson', v: 2, steps: [] })).toEqual(['v']);
  });

  it('that is no JSON is refused by where it breaks', () => {
    const read = parseOwnText('{ "strata": ');
    expect(read.ok ? '' : read.issues[0]?.path).toBe('JSON');
  });
});

describe('edits', () => {
  const two = withStepsOf(
    withScene(EMPTY_OWN_LESSON, { scene: 'stacks=kata', message: 'A VM around it' }),
    LESSON,
    ['fence'],
  );

  it('add at the end, with keys of their own', () => {
    expect(two.steps.map(({ key, scene }) => [key, scene])).toEqual([
      ['s1', 'stacks=kata'],
      ['s2', 'stacks=docker-linux'],
    ]);
    const again = withScene(withoutStep(two, 's1'), { scene: 'stacks=wasm' });
    expect(again.steps.map(({ key }) => key)).toEqual(['s2', 's3']);
  });

  it('keep every step while moving', () => {
    fc.assert(
      fc.property(anyOwn, fc.nat(12), fc.integer({ min: -2, max: 14 }), (own, from, to) => {
        const moved = withMoved(own, from, to);
        const keys = ({ steps }: OwnLesson) => steps.map(({ key }) => key).sort();
        expect(keys(moved)).toEqual(keys(own));
      }),
    );
    expect(withMoved(two, 0, 1).steps.map(({ key }) => key)).toEqual(['s2', 's1']);
    expect(withMoved(two, 0, -1)).toBe(two);
  });

  it('take no more steps than there is room for', () => {
    const most = Array.from({ length: OWN_LIMITS.steps }, () => 0).reduce(
      (own) => withScene(own, { scene: 'stacks=wasm' }),
      EMPTY_OWN_LESSON,
    );
    expect(roomIn(most)).toBe(0);
    expect(withLesson(most, two).steps).toHaveLength(OWN_LIMITS.steps);
  });
});

describe('an own lesson as a lesson', () => {
  const own = withStepsOf(
    withScene(EMPTY_OWN_LESSON, { scene: 'stacks=kata', sentence: 'Look.' }),
    LESSON,
    ['fence', 'other'],
  );

  it('has the words of its writer, and ours where they wrote none', () => {
    const written = withWords(own, 's2', { message: 'My words', notes: 'One\n\nTwo', minutes: 5 });
    const { title, steps } = lessonOf(written, NEEDS);
    expect(title).toBe('My lesson');
    expect(steps.map((step) => step.title)).toEqual(['Picture 1', 'My words', 'The fence']);
    expect(steps.map(({ minutes }) => minutes)).toEqual([USUAL_MINUTES, 5, 3]);
    expect(steps[1]?.notes).toHaveLength(2);
    expect(steps[1]?.wall.sentence).toEqual(OURS.wall.sentence);
    expect(steps[2]?.wall).toEqual(OURS.wall);
  });

  it('leaves out what is left out, and shows the scene of a step that is gone', () => {
    const out = withWords(own, 's3', { isOut: true });
    const { steps } = lessonOf(out, { ...NEEDS, find: () => undefined });
    expect(steps.map(({ id, scene }) => [id, scene])).toEqual([
      ['s1', 'stacks=kata'],
      ['s2', 'stacks=docker-linux'],
    ]);
  });
});
