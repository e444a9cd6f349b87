/**
 * How far a reader is in a lesson, as a text of at most 4096 characters that a course system keeps:
 * `1.<lesson>.<steps seen>.<answers>`. Steps and options are named by their places; the second part tells
 * whether they are still the places of this lesson. What does not fit is left out, the longest first.
 */
import type { Lesson, LessonStep, Question } from '../../model/lesson/lesson.ts';
import { fitsQuestion, type Answer } from '../../state/lesson-answers.ts';
import type { LessonRecord } from '../../state/lesson-progress.svelte.ts';
import type { Reach } from '../../state/lesson-reach.ts';
import { MAX_SUSPEND_DATA } from './scorm-session.ts';

/** What a record is written against. */
export interface LessonKey {
  readonly lesson: Pick<Lesson, 'id' | 'steps'>;
  /** By step. */
  readonly reaches: Readonly<Record<string, Reach>>;
}

/** A record without the step that was shown last: that one is kept apart, as the bookmark. */
export type Kept = Pick<LessonRecord, 'seen' | 'answers'>;

const VERSION = '1';
const NOTHING: Kept = { seen: [], answers: {} };

/** @returns at most {@link MAX_SUSPEND_DATA} characters of `A-Za-z0-9.,~_-` */
export function encodeKept(key: LessonKey, kept: Kept): string {
  const { steps } = key.lesson;
  const seen = writeSet(steps.map(({ id }) => kept.seen.includes(id)));
  const answers = steps.flatMap((step, at) => {
    const answer = kept.answers[step.id];
    const written = answer && step.question ? writeAnswer(step, answer, key) : null;
    return written === null ? [] : [`${at.toString(36)}${written}`];
  });
  const head = `${VERSION}.${fingerprint(key)}.${seen}.`;
  return head + fitting(answers, MAX_SUSPEND_DATA - head.length).join('~');
}

/** @returns what a text holds of this lesson; nothing when it is of another one, or none of ours */
export function decodeKept(key: LessonKey, text: string): Kept {
  const [version, print, seen, answers, ...more] = text.split('.');
  if (version !== VERSION || print !== fingerprint(key) || more.length > 0) return NOTHING;
  if (seen === undefined || answers === undefined) return NOTHING;
  const { steps } = key.lesson;
  const isSeen = readSet(seen, steps.length);
  const read = answers.split('~').flatMap((one): readonly (readonly [string, Answer])[] => {
    const [, at = '', kind = '', rest = ''] = /^([0-9a-z]+)([CGSPR])(.*)$/.exec(one) ?? [];
    const step = steps[Number.parseInt(at, 36)];
    const answer = step?.question ? readAnswer(step, kind, rest, key) : null;
    return step && answer !== null ? [[step.id, answer]] : [];
  });
  return {
    seen: steps.flatMap(({ id }, at) => (isSeen[at] ? [id] : [])),
    answers: Object.fromEntries(read),
  };
}

/** As many as there is room for, the shortest before the longest, in the order they came. */
function fitting(parts: readonly string[], room: number): readonly string[] {
  let left = room;
  const kept = new Set<string>();
  for (const part of [...parts].sort((a, b) => a.length - b.length)) {
    if (part.length + 1 > left) break;
    left -= part.length + 1;
    kept.add(part);
  }
  return parts.filter((part) => kept.has(part));
}

/** The kind's letter is a capital: places are written in small ones. */
function writeAnswer(step: LessonStep, answer: Answer, key: LessonKey): string | null {
  const { question } = step;
  if (question === null || !fitsQuestion(question, answer)) return null;
  if (answer.kind === 'choose') return `C${placeOf(question, answer.option)}`;
  if (answer.kind === 'place') return `P${placeOf(question, answer.option)}`;
  if (answer.kind === 'guess') return `G${String(answer.value).replace('.', ',')}`;
  if (answer.kind === 'sort') {
    return `S${answer.order.map((id) => placeOf(question, id)).join('_')}`;
  }
  const places = key.reaches[step.id]?.places ?? [];
  return `R${writeSet(places.map(({ path }) => answer.marked.includes(path)))}`;
}

function readAnswer(step: LessonStep, kind: string, text: string, key: LessonKey): Answer | null {
  const { question } = step;
  const answer = question && answerOf(question, kind, text, key.reaches[step.id]);
  return question && answer && fitsQuestion(question, answer) ? answer : null;
}

function answerOf(
  question: Question,
  kind: string,
  text: string,
  reach: Reach | undefined,
): Answer | null {
  const option = (place: string) => question.options[Number.parseInt(place, 36)]?.id ?? '';
  if (kind === 'C') return { kind: 'choose', option: option(text) };
  if (kind === 'P') return { kind: 'place', option: option(text) };
  if (kind === 'S') return { kind: 'sort', order: text.split('_').map(option) };
  if (kind === 'R') {
    if (reach === undefined) return null;
    const isMarked = readSet(text, reach.places.length);
    const marked = reach.places.flatMap(({ path }, at) => (isMarked[at] ? [path] : []));
    return { kind: 'reach', marked };
  }
  const value = Number(text.replace(',', '.'));
  return value > 0 && Number.isFinite(value) ? { kind: 'guess', value } : null;
}

function placeOf({ options }: Question, id: string): string {
  return options.findIndex((one) => one.id === id).toString(36);
}

const BITS = 5;

/** A sign for every five of a row of yes and no. */
function writeSet(flags: readonly boolean[]): string {
  let text = '';
  for (let at = 0; at < flags.length; at += BITS) {
    const five = flags.slice(at, at + BITS);
    text += five.reduce((sum, flag, bit) => sum + (flag ? 2 ** bit : 0), 0).toString(32);
  }
  return text.replace(/0+$/, '');
}

function readSet(text: string, size: number): readonly boolean[] {
  return Array.from({ length: size }, (_, at) => {
    const five = Number.parseInt(text[Math.floor(at / BITS)] ?? '0', 32);
    return Math.floor(five / 2 ** (at % BITS)) % 2 === 1;
  });
}

/** FNV-1a over everything that a place stands for. */
function fingerprint({ lesson, reaches }: LessonKey): string {
  const named = [
    lesson.id,
    ...lesson.steps.flatMap(({ id, question }) => [
      id,
      question?.kind ?? '',
      ...(question?.options ?? []).map((option) => option.id),
      ...(reaches[id]?.places ?? []).map(({ path }) => path),
    ]),
  ].join('\n');
  let hash = 0x811c9dc5;
  for (const sign of named) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
