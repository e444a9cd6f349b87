/**
 * How far a reader has come in the lessons, kept in this browser alone. Never required: who refuses
 * storage, or erases it, goes on all the same.
 */
import * as v from 'valibot';
import { ROUNDS } from '../model/lesson/self-check.ts';
import type { CheckAnswers, Round } from '../model/lesson/self-check.ts';
import type { Answer } from './lesson-answers.ts';
import { browserStorage, type SafeStorage } from './safe-storage.ts';

/** What is kept of one lesson. */
export interface LessonRecord {
  /** Id of the step that was shown last. */
  readonly last: string;
  /** Ids of the steps that were shown. */
  readonly seen: readonly string[];
  /** Answers by step. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** A lesson and the ids of its steps. */
export interface LessonSteps {
  readonly id: string;
  readonly steps: readonly string[];
}

/** A round that was begun and not finished. */
export interface Asking {
  readonly round: Round;
  readonly answers: CheckAnswers;
}

const KEY = 'lessons';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/), v.maxLength(60));
const option = v.pipe(v.string(), v.maxLength(60));
const path = v.pipe(v.string(), v.maxLength(120));
const answer = v.variant('kind', [
  v.object({ kind: v.literal('choose'), option }),
  v.object({ kind: v.literal('guess'), value: v.pipe(v.number(), v.finite(), v.gtValue(0)) }),
  v.object({ kind: v.literal('sort'), order: v.pipe(v.array(option), v.maxLength(20)) }),
  v.object({ kind: v.literal('place'), option }),
  v.object({ kind: v.literal('reach'), marked: v.pipe(v.array(path), v.maxLength(120)) }),
]);
const rounds = v.partial(v.object({ before: v.record(id, option), after: v.record(id, option) }));
const asking = v.object({ round: v.picklist(ROUNDS), answers: v.record(id, option) });
const stored = v.object({
  v: v.literal(1),
  lessons: v.record(id, v.object({ last: id, seen: v.array(id), answers: v.record(id, answer) })),
  check: v.optional(rounds, {}),
  asking: v.optional(v.nullable(asking), null),
});

interface Kept {
  readonly lessons: Readonly<Record<string, LessonRecord>>;
  readonly check: Readonly<Partial<Record<Round, CheckAnswers | undefined>>>;
  readonly asking: Asking | null;
}

const NONE: Kept = { lessons: {}, check: {}, asking: null };
const NOTHING: LessonRecord = { last: '', seen: [], answers: {} };

export class LessonProgress {
  #kept = $state.raw<Kept>(NONE);
  #isRefused = $state(false);
  readonly #storage: SafeStorage;

  constructor(storage: SafeStorage = browserStorage()) {
    this.#storage = storage;
    this.reload();
  }

  /** The browser keeps nothing: what is here ends with this visit. */
  get isRefused(): boolean {
    return this.#isRefused;
  }
  get isEmpty(): boolean {
    const { lessons, check, asking } = this.#kept;
    return Object.keys({ ...lessons, ...check }).length === 0 && asking === null;
  }

  /** @returns true when each step of a lesson was shown */
  hasFinished({ id, steps }: LessonSteps): boolean {
    const { seen } = this.of(id);
    return steps.every((step) => seen.includes(step));
  }
  /**
   * @returns the round that is next: after the lessons for who has taken the one before them, or has gone
   *   through one of them to its end; a glance at a lesson is no such way
   */
  nextRound(lessons: readonly LessonSteps[]): Round {
    const isAfter =
      this.checked('before') !== undefined || lessons.some((lesson) => this.hasFinished(lesson));
    return isAfter ? 'after' : 'before';
  }
  /** The round that was begun and not finished; null: none. */
  get asking(): Asking | null {
    return this.#kept.asking;
  }

  /** @returns what is kept of a lesson; of one that was never opened, nothing */
  of(lessonId: string): LessonRecord {
    const { lessons } = this.#kept;
    return Object.hasOwn(lessons, lessonId) ? (lessons[lessonId] ?? NOTHING) : NOTHING;
  }

  /** Reads what is stored; another tab may have changed it. What cannot be read counts as nothing. */
  reload(): void {
    this.#kept = readKept(this.#storage.get(KEY)) ?? NONE;
  }

  /** A step is shown. */
  visit(lessonId: string, step: string): void {
    const { seen, answers } = this.of(lessonId);
    const all = seen.includes(step) ? seen : [...seen, step];
    this.#put(lessonId, { last: step, seen: all, answers });
  }

  /** @param answered null takes the answer back */
  answer(lessonId: string, step: string, answered: Answer | null): void {
    const record = this.of(lessonId);
    const { [step]: _before, ...others } = record.answers;
    const answers = answered === null ? others : { ...others, [step]: answered };
    this.#put(lessonId, { ...record, answers });
  }

  /** @returns the answers of a round; undefined: it was not taken */
  checked(round: Round): CheckAnswers | undefined {
    return this.#kept.check[round];
  }

  /** Keeps the answers of a round in place of what it had; it is finished. */
  check(round: Round, answers: CheckAnswers): void {
    const check = { ...this.#kept.check, [round]: { ...answers } };
    this.#keep({ ...this.#kept, check, asking: null });
  }

  /** Keeps the answers so far; null: the round is dropped. */
  ask(asking: Asking | null): void {
    this.#keep({ ...this.#kept, asking });
  }

  /** Forgets everything. */
  erase(): void {
    this.#kept = NONE;
    this.#storage.set(KEY, null);
  }

  /** All that is kept, as the text of a file. */
  exported(): string {
    return `${JSON.stringify({ v: 1, ...this.#kept }, null, 2)}\n`;
  }

  /**
   * Adds what a file holds. Where both tell of the same, the file's is kept.
   * @returns false when it is no file of ours; then nothing changes
   */
  imported(text: string): boolean {
    const read = readKept(text);
    if (read === null) return false;
    const added = Object.entries(read.lessons).map(([lesson, record]): [string, LessonRecord] => {
      const before = this.of(lesson);
      const seen = [...new Set([...before.seen, ...record.seen])];
      return [lesson, { ...record, seen, answers: { ...before.answers, ...record.answers } }];
    });
    const lessons = { ...this.#kept.lessons, ...Object.fromEntries(added) };
    const check = { ...this.#kept.check, ...read.check };
    this.#keep({ lessons, check, asking: read.asking ?? this.#kept.asking });
    return true;
  }

  #put(lessonId: string, record: LessonRecord): void {
    this.#keep({ ...this.#kept, lessons: { ...this.#kept.lessons, [lessonId]: record } });
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    this.#isRefused = !this.#storage.set(KEY, JSON.stringify({ v: 1, ...kept }));
  }
}

/** @returns what a text holds; null when it is none of ours */
function readKept(text: string | null): Kept | null {
  if (text === null) return null;
  try {
    const read = v.safeParse(stored, JSON.parse(text));
    if (!read.success) return null;
    const { lessons, check, asking } = read.output;
    return { lessons, check, asking };
  } catch {
    return null;
  }
}
