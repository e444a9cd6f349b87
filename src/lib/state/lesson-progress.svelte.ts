/**
 * How far a reader has come in the lessons, kept in this browser alone. Never required: who refuses
 * storage, or erases it, goes on all the same.
 */
import * as v from 'valibot';
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
const stored = v.object({
  v: v.literal(1),
  lessons: v.record(id, v.object({ last: id, seen: v.array(id), answers: v.record(id, answer) })),
});

type Records = Readonly<Record<string, LessonRecord>>;

const NOTHING: LessonRecord = { last: '', seen: [], answers: {} };

export class LessonProgress {
  #records = $state.raw<Records>({});
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
    return Object.keys(this.#records).length === 0;
  }

  /** @returns what is kept of a lesson; of one that was never opened, nothing */
  of(lessonId: string): LessonRecord {
    return Object.hasOwn(this.#records, lessonId) ? (this.#records[lessonId] ?? NOTHING) : NOTHING;
  }

  /** Reads what is stored; another tab may have changed it. What cannot be read counts as nothing. */
  reload(): void {
    this.#records = recordsOf(this.#storage.get(KEY));
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

  /** Forgets everything. */
  erase(): void {
    this.#records = {};
    this.#storage.set(KEY, null);
  }

  /** All that is kept, as the text of a file. */
  exported(): string {
    return `${JSON.stringify({ v: 1, lessons: this.#records }, null, 2)}\n`;
  }

  #put(lessonId: string, record: LessonRecord): void {
    this.#records = { ...this.#records, [lessonId]: record };
    const text = JSON.stringify({ v: 1, lessons: this.#records });
    this.#isRefused = !this.#storage.set(KEY, text);
  }
}

function recordsOf(text: string | null): Records {
  if (text === null) return {};
  try {
    const read = v.safeParse(stored, JSON.parse(text));
    return read.success ? read.output.lessons : {};
  } catch {
    return {};
  }
}
