/**
 * One visit as a course system sees it. Begins once, ends once; writes what has changed, and puts the
 * request to keep it off until a reader pauses. A system that fails, or refuses a value, never stops the
 * lesson: it goes on, unrecorded.
 */
import { scormTimespan } from './durations.ts';
import type { ScormApi } from './find-api.ts';

/** What the standard lets a course system keep of a visit, characters. */
export const MAX_SUSPEND_DATA = 4096;
const MAX_LOCATION = 255;

export type LessonStatus = 'incomplete' | 'completed' | 'passed' | 'failed';

/** What is told of a visit. */
export interface LessonState {
  readonly status: LessonStatus;
  /** From 0 to 100; null: nothing is asked in the lesson. */
  readonly score: number | null;
  /** Where to go on, at most {@link MAX_LOCATION} characters. */
  readonly location: string;
  /** At most {@link MAX_SUSPEND_DATA} characters. */
  readonly suspendData: string;
}

/** What an earlier visit left. */
export interface KeptState {
  readonly location: string;
  readonly suspendData: string;
  readonly status: string;
  /** Null: none was given. */
  readonly score: number | null;
  /** What the course asks for, from 0 to 100; null: it does not say. */
  readonly passMark: number | null;
}

/** What a session needs of the world around it. */
export interface SessionTools {
  /** ms, from any start. */
  readonly now: () => number;
  /** Calls back after that many ms. @returns what takes it back */
  readonly later: (call: () => void, ms: number) => () => void;
}

const COMMIT_MS = 500;

export class ScormSession {
  readonly #api: ScormApi;
  readonly #tools: SessionTools;
  readonly #told = new Map<string, string>();
  #state: 'new' | 'open' | 'closed' = 'new';
  #isReview = false;
  #startMs = 0;
  #last: LessonState | null = null;
  #takeBack: (() => void) | null = null;

  constructor(api: ScormApi, tools: SessionTools) {
    this.#api = api;
    this.#tools = tools;
  }

  /** The course system listens. */
  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** @returns what an earlier visit left; null when the course system did not let it begin */
  begin(): KeptState | null {
    if (this.#state !== 'new') return null;
    if (!this.#call(() => this.#api.LMSInitialize(''))) {
      this.#state = 'closed';
      return null;
    }
    this.#state = 'open';
    this.#startMs = this.#tools.now();
    // Who looks at a finished attempt changes nothing of it.
    this.#isReview = this.#get('cmi.core.lesson_mode') === 'review';
    return {
      location: this.#get('cmi.core.lesson_location'),
      suspendData: this.#get('cmi.suspend_data'),
      status: this.#get('cmi.core.lesson_status'),
      score: scoreOf(this.#get('cmi.core.score.raw')),
      passMark: scoreOf(this.#get('cmi.student_data.mastery_score')),
    };
  }

  /** Tells how far a reader is. Nothing happens before the beginning, and after the end. */
  tell(state: LessonState): void {
    if (this.#state !== 'open' || this.#isReview) return;
    this.#last = state;
    if (state.score !== null) {
      this.#set('cmi.core.score.min', '0');
      this.#set('cmi.core.score.max', '100');
      this.#set('cmi.core.score.raw', String(Math.min(100, Math.max(0, Math.round(state.score)))));
    }
    this.#set('cmi.core.lesson_status', state.status);
    if (state.location.length <= MAX_LOCATION)
      this.#set('cmi.core.lesson_location', state.location);
    if (state.suspendData.length <= MAX_SUSPEND_DATA)
      this.#set('cmi.suspend_data', state.suspendData);
  }

  /** What waits to be kept is kept now. */
  flush(): void {
    if (this.#takeBack === null || this.#state !== 'open') return;
    this.#takeBack();
    this.#takeBack = null;
    this.#call(() => this.#api.LMSCommit(''));
  }

  /** Ends the visit. A second call does nothing. */
  finish(): void {
    if (this.#state !== 'open') return;
    this.#takeBack?.();
    this.#takeBack = null;
    if (!this.#isReview) {
      const isUnfinished = (this.#last?.status ?? 'incomplete') === 'incomplete';
      this.#put('cmi.core.session_time', scormTimespan(this.#tools.now() - this.#startMs));
      this.#put('cmi.core.exit', isUnfinished ? 'suspend' : '');
      this.#call(() => this.#api.LMSCommit(''));
    }
    this.#state = 'closed';
    this.#call(() => this.#api.LMSFinish(''));
  }

  #set(element: string, value: string): void {
    if (this.#told.get(element) === value) return;
    this.#told.set(element, value);
    this.#put(element, value);
    this.#takeBack?.();
    this.#takeBack = this.#tools.later(() => {
      this.#takeBack = null;
      if (this.#state === 'open') this.#call(() => this.#api.LMSCommit(''));
    }, COMMIT_MS);
  }

  #put(element: string, value: string): void {
    this.#call(() => this.#api.LMSSetValue(element, value));
  }

  /** @returns '' for what the system does not keep */
  #get(element: string): string {
    try {
      const value: unknown = this.#api.LMSGetValue(element);
      return value === null || value === undefined ? '' : String(value);
    } catch {
      return '';
    }
  }

  /** @returns whether it was done; systems say so by a text, by a boolean, or by throwing */
  #call(run: () => unknown): boolean {
    try {
      return String(run()) === 'true';
    } catch {
      return false;
    }
  }
}

function scoreOf(text: string): number | null {
  if (text.trim() === '') return null;
  const value = Number(text);
  return value >= 0 && value <= 100 ? value : null;
}
