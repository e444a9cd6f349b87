/**
 * A reader's own lesson: scenes of their own and steps of ours in one row, with a line and notes for each.
 * Plain data as it is stored, sent in a link and saved in a file; `lessonOf` makes it a lesson like ours.
 */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataIssue, DataResult } from '../data-result.ts';
import type { Block, Inline, Lesson, LessonStep } from './lesson.ts';

/** A step of ours. */
export interface StepRef {
  readonly lesson: string;
  readonly step: string;
}

export interface OwnStep {
  /** Tells it from the others of its lesson. */
  readonly key: string;
  /** null: a scene of the reader's own. */
  readonly from: StepRef | null;
  /** The picture, as a query string without `?`; of a step of ours, as it was when it was taken. */
  readonly scene: string;
  /** What the wall says; empty: of a step of ours, its own. */
  readonly message: string;
  readonly sentence: string;
  /** Paragraphs, a line each; empty: of a step of ours, its own. */
  readonly notes: string;
  /** Planned time; null: of a step of ours its own, else {@link USUAL_MINUTES}. */
  readonly minutes: number | null;
  /** It stays in the list and is not shown. */
  readonly isOut: boolean;
}

export interface OwnLesson {
  readonly title: string;
  readonly steps: readonly OwnStep[];
}

export const EMPTY_OWN_LESSON: OwnLesson = { title: '', steps: [] };

/** Planned time of a step that says none. */
export const USUAL_MINUTES = 2;

/** Longest texts, signs, and most steps. */
export const OWN_LIMITS = {
  steps: 80,
  title: 120,
  message: 120,
  sentence: 240,
  notes: 4000,
  scene: 4000,
  minutes: 120,
} as const;

const name = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(60));
const text = (most: number) => v.exactOptional(v.pipe(v.string(), v.maxLength(most)), '');

const step = v.pipe(
  v.strictObject({
    from: v.exactOptional(v.strictObject({ lesson: name, step: name })),
    scene: v.exactOptional(
      v.pipe(
        v.string(),
        v.maxLength(OWN_LIMITS.scene),
        v.regex(/^[^?\s]*$/, 'expected a query string without “?”'),
      ),
      '',
    ),
    message: text(OWN_LIMITS.message),
    sentence: text(OWN_LIMITS.sentence),
    notes: text(OWN_LIMITS.notes),
    minutes: v.exactOptional(
      v.pipe(v.number(), v.finite(), v.minValue(0.5), v.maxValue(OWN_LIMITS.minutes)),
    ),
    out: v.exactOptional(v.boolean(), false),
  }),
  v.check(
    ({ from, scene }) => from !== undefined || scene !== '',
    'expected `from`, a step of a lesson, or `scene`, a picture',
  ),
);

const file = v.strictObject({
  strata: v.literal('lesson'),
  v: v.literal(1),
  title: text(OWN_LIMITS.title),
  steps: v.pipe(v.array(step), v.maxLength(OWN_LIMITS.steps)),
});

/** Reads what was stored, sent or saved. Never throws; each issue names its part. */
export function parseOwnLesson(input: unknown): DataResult<OwnLesson> {
  const read = readData(file, input);
  if (!read.ok) return read;
  const { title, steps } = read.value;
  return {
    ok: true,
    value: {
      title,
      steps: steps.map(({ from = null, minutes = null, out, ...rest }, index) => ({
        ...{ key: `s${index + 1}`, from, minutes, isOut: out },
        ...rest,
      })),
    },
  };
}

/** Reads the text of a file. Never throws. */
export function parseOwnText(input: string): DataResult<OwnLesson> {
  let value: unknown;
  try {
    value = JSON.parse(input);
  } catch (error) {
    const issue: DataIssue = { path: 'JSON', message: String(error).replace(/^SyntaxError: /, '') };
    return { ok: false, issues: [issue] };
  }
  return parseOwnLesson(value);
}

/** @returns what is stored, sent or saved: `parseOwnLesson` reads it back; what is empty is left out */
export function ownLessonData({ title, steps }: OwnLesson): v.InferInput<typeof file> {
  return {
    strata: 'lesson',
    v: 1,
    ...(title !== '' && { title }),
    steps: steps.map(({ from, scene, message, sentence, notes, minutes, isOut }) => ({
      ...(from && { from: { lesson: from.lesson, step: from.step } }),
      ...(scene !== '' && { scene }),
      ...(message !== '' && { message }),
      ...(sentence !== '' && { sentence }),
      ...(notes !== '' && { notes }),
      ...(minutes !== null && { minutes }),
      ...(isOut && { out: true }),
    })),
  };
}

/** What an own lesson needs of the rest to become one like ours. */
export interface OwnLessonNeeds {
  /** @returns a step of ours, where there still is one */
  find(ref: StepRef): LessonStep | undefined;
  /** What a lesson and a step are called that have no name. */
  readonly untitled: string;
  readonly unnamedStep: (number: number) => string;
}

/** @returns the lesson, without what is left out; a step of ours that is gone is shown as its scene */
export function lessonOf(own: OwnLesson, needs: OwnLessonNeeds): Lesson {
  const shown = own.steps.filter(({ isOut }) => !isOut);
  return {
    id: 'mine',
    order: 0,
    title: own.title === '' ? needs.untitled : own.title,
    summary: '',
    steps: shown.map((one, index) => stepOf(one, index, needs)),
  };
}

function stepOf(own: OwnStep, index: number, needs: OwnLessonNeeds): LessonStep {
  const ours = own.from ? needs.find(own.from) : undefined;
  if (!ours) return ownStep(own, needs.unnamedStep(index + 1));
  const { message, sentence, notes, minutes } = own;
  return {
    ...ours,
    id: own.key,
    title: message === '' ? ours.title : message,
    minutes: minutes ?? ours.minutes,
    wall: {
      message: message === '' ? ours.wall.message : plain(message),
      sentence: sentence === '' ? ours.wall.sentence : plain(sentence),
    },
    notes: notes === '' ? ours.notes : paragraphs(notes),
  };
}

function ownStep(own: OwnStep, unnamed: string): LessonStep {
  const title = own.message === '' ? unnamed : own.message;
  return {
    id: own.key,
    title,
    minutes: own.minutes ?? USUAL_MINUTES,
    scene: own.scene,
    after: null,
    emphasis: [],
    lookAfter: null,
    lenses: [],
    wall: { message: plain(title), sentence: plain(own.sentence) },
    shows: [],
    transcript: null,
    body: [],
    question: null,
    reveal: [],
    notes: paragraphs(own.notes),
  };
}

function plain(words: string): readonly Inline[] {
  return words === '' ? [] : [{ kind: 'text', text: words }];
}

function paragraphs(words: string): readonly Block[] {
  const lines = words.split(/\n+/).map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', parts: plain(line) }));
}
