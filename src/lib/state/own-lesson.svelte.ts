/** A reader's own lesson, kept in this browser alone, with undo. */
import {
  EMPTY_OWN_LESSON,
  ownLessonData,
  parseOwnText,
  type OwnLesson,
} from '../model/lesson/own-lesson.ts';
import type { DataIssue } from '../model/data-result.ts';
import { browserStorage, type SafeStorage } from './safe-storage.ts';
import { EditHistory } from './scene-history.svelte.ts';

const KEY = 'own-lesson';
/** What could not be read is kept beside it: nothing of a reader's is thrown away. */
const UNREAD_KEY = 'own-lesson-unread';

export class OwnLessonDesk {
  #lesson = $state.raw<OwnLesson>(EMPTY_OWN_LESSON);
  #isRefused = $state(false);
  #unread = $state.raw<{ readonly text: string; readonly issues: readonly DataIssue[] } | null>(
    null,
  );
  readonly history = new EditHistory<OwnLesson>();
  readonly #storage: SafeStorage;

  constructor(storage: SafeStorage = browserStorage()) {
    this.#storage = storage;
  }

  get lesson(): OwnLesson {
    return this.#lesson;
  }
  /** The browser keeps nothing: the lesson ends with this visit. */
  get isRefused(): boolean {
    return this.#isRefused;
  }
  /** What was stored and cannot be read. */
  get unread(): { readonly text: string; readonly issues: readonly DataIssue[] } | null {
    return this.#unread;
  }

  /** Reads what is stored; another tab may have changed it. */
  reload(): void {
    const kept = this.#storage.get(UNREAD_KEY);
    const text = this.#storage.get(KEY);
    const read = text === null ? null : parseOwnText(text);
    if (text !== null && read?.ok === false) {
      this.#storage.set(UNREAD_KEY, text);
      this.#unread = { text, issues: read.issues };
    } else if (kept !== null) {
      const old = parseOwnText(kept);
      this.#unread = { text: kept, issues: old.ok ? [] : old.issues };
    }
    this.#lesson = read?.ok === true ? read.value : EMPTY_OWN_LESSON;
  }

  /** Forgets what could not be read. */
  dropUnread(): void {
    this.#unread = null;
    this.#storage.set(UNREAD_KEY, null);
  }

  /** Changes the lesson; an edit that changes nothing is none. */
  edit(change: (lesson: OwnLesson) => OwnLesson): void {
    const before = this.#lesson;
    const next = change(before);
    if (next === before) return;
    this.history.record(before);
    this.#put(next);
  }

  undo(): void {
    const before = this.history.undo(this.#lesson);
    if (before !== null) this.#put(before);
  }
  redo(): void {
    const after = this.history.redo(this.#lesson);
    if (after !== null) this.#put(after);
  }

  /** The lesson as the text of a file. */
  exported(): string {
    return `${JSON.stringify(ownLessonData(this.#lesson), null, 2)}\n`;
  }

  #put(lesson: OwnLesson): void {
    this.#lesson = lesson;
    const isEmpty = lesson.title === '' && lesson.steps.length === 0;
    const text = isEmpty ? null : JSON.stringify(ownLessonData(lesson));
    this.#isRefused = !this.#storage.set(KEY, text);
  }
}
