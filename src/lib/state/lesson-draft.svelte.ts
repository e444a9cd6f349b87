/** What a reader is about to answer: kept while the tab is, so that who leaves a step finds it again. */
import * as v from 'valibot';
import type { LayerPath } from '../model/stack.ts';
import { createSafeStorage, type SafeStorage, type StorageLike } from './safe-storage.ts';

const text = v.pipe(v.string(), v.maxLength(120));
const texts = v.pipe(v.array(text), v.maxLength(120));
const kept = v.object({
  option: v.nullable(text),
  marked: texts,
  place: v.nullable(v.pipe(v.number(), v.finite())),
  order: v.nullable(texts),
});
const all = v.record(v.string(), kept);

type Kept = v.InferOutput<typeof kept>;

const NOTHING: Kept = { option: null, marked: [], place: null, order: null };
const KEY = 'lesson-drafts';

/** An answer that is not given yet: apart from those that are, seen in words and picture alike. */
export class Draft {
  #now = $state.raw<Kept>(NOTHING);
  readonly #onchange: (now: Kept) => void;

  /** @param onchange told of every change by the reader */
  constructor(now: Kept = NOTHING, onchange: (now: Kept) => void = () => undefined) {
    this.#now = now;
    this.#onchange = onchange;
  }

  /** The option that is chosen. */
  get option(): string | null {
    return this.#now.option;
  }
  set option(option: string | null) {
    this.#set({ option });
  }
  /** The layers that are marked. */
  get marked(): readonly LayerPath[] {
    return this.#now.marked;
  }
  /** Where the slider was set to; null: nobody touched it. */
  get place(): number | null {
    return this.#now.place;
  }
  set place(place: number | null) {
    this.#set({ place });
  }
  /** Options as they were put into order; null: nobody moved one. */
  get order(): readonly string[] | null {
    return this.#now.order;
  }
  set order(order: readonly string[] | null) {
    this.#set({ order: order && [...order] });
  }

  toggle(path: LayerPath): void {
    const { marked } = this;
    const others = marked.filter((one) => one !== path);
    this.#set({ marked: others.length < marked.length ? others : [...marked, path] });
  }

  #set(change: Partial<Kept>): void {
    this.#now = { ...this.#now, ...change };
    this.#onchange(this.#now);
  }
}

/** Shared by all lessons: where nothing may be kept, it lasts as long as the visit. */
const tab = createSafeStorage((): StorageLike | undefined => globalThis.sessionStorage);

/** The drafts of this tab. */
export class Drafts {
  readonly #storage: SafeStorage;

  constructor(storage = tab) {
    this.#storage = storage;
  }

  /** @returns what was begun at a step; of one that nothing was chosen at, an empty one */
  of(lesson: string, step: string): Draft {
    const name = `${lesson}/${step}`;
    const begun = this.#read();
    const now = Object.hasOwn(begun, name) ? begun[name] : undefined;
    return new Draft(now, (changed) => this.#put({ ...this.#read(), [name]: changed }));
  }

  /** An answer was given, or taken back: nothing is begun at this step. */
  drop(lesson: string, step: string): void {
    const { [`${lesson}/${step}`]: _dropped, ...others } = this.#read();
    this.#put(others);
  }

  #read(): Readonly<Record<string, Kept>> {
    try {
      const read = v.safeParse(all, JSON.parse(this.#storage.get(KEY) ?? '{}'));
      return read.success ? read.output : {};
    } catch {
      return {};
    }
  }

  #put(drafts: Readonly<Record<string, Kept>>): void {
    const isEmpty = Object.keys(drafts).length === 0;
    this.#storage.set(KEY, isEmpty ? null : JSON.stringify(drafts));
  }
}

/** @returns drafts that last as long as the page: a package on a school's server leaves nothing behind */
export function passingDrafts(): Drafts {
  return new Drafts(createSafeStorage(() => undefined));
}
