/**
 * A reader's own measurements: kept in this browser, never sent anywhere. Those of a link stand apart
 * and take nothing's place; they are kept only when the reader says so.
 */
import { ownWords } from '../content/locales/en/own.ts';
import { stackIds, stackNames } from '../content/registry.ts';
import type { Source } from '../model/figures.ts';
import { MAX_OWN_NUMBERS, type OwnNumber } from '../model/own-numbers.ts';
import { checkOwn } from '../model/own/check-own.ts';
import type { OwnContext } from '../model/own/own-issue.ts';
import { OWN_STUDY } from '../model/boot-settings.ts';
import { ownStudy } from '../sim/own-study.ts';
import type { OwnEvidence } from './evidence.svelte.ts';
import { OWN_KEY } from './own-key.ts';
import { browserStorage, type SafeStorage } from './safe-storage.ts';

/** A kept number; `key` names it while the page is open. */
export interface OwnEntry {
  readonly key: number;
  readonly number: OwnNumber;
}

/** The stacks that an own number may name. */
export const ownContext: OwnContext = {
  isStack(ref) {
    const [id = '', variant, ...rest] = ref.split(':');
    if (!stackIds.includes(id) || rest.length > 0) return false;
    return variant === undefined || (stackNames[id]?.variants.includes(variant) ?? false);
  },
};

const VERSION = 1;

/** What is said where a source would stand. */
function sourceOf(own: 'reader' | 'link'): Source {
  const { title, short, note } = ownWords.study[own];
  return { id: OWN_STUDY, title, short, authors: '', year: null, note };
}

function readStored(text: string | null): readonly OwnNumber[] {
  if (text === null) return [];
  try {
    const stored: unknown = JSON.parse(text);
    const hasNumbers = typeof stored === 'object' && stored !== null && 'numbers' in stored;
    return hasNumbers ? checkOwn(stored.numbers, ownContext).numbers : [];
  } catch {
    return [];
  }
}

export class OwnNumbers {
  #entries = $state.raw<readonly OwnEntry[]>([]);
  #fromLink = $state.raw<readonly OwnNumber[]>([]);
  #past = $state.raw<readonly (readonly OwnEntry[])[]>([]);
  #isKept = $state(true);
  #nextKey = 1;
  readonly #storage: SafeStorage;

  /** The numbers that are shown: those of a link while it has any, else the reader's. */
  readonly shown: readonly OwnNumber[] = $derived(
    this.#fromLink.length > 0 ? this.#fromLink : this.#entries.map(({ number }) => number),
  );
  /** Start times among the numbers shown, as a study. */
  readonly evidence: OwnEvidence | null = $derived.by(() => {
    const own = this.#fromLink.length > 0 ? 'link' : 'reader';
    const study = ownStudy(this.shown, ownWords.study[own], own);
    return study === null ? null : { study, source: sourceOf(own) };
  });

  constructor(storage: SafeStorage = browserStorage()) {
    this.#storage = storage;
    this.reload();
  }

  /** The reader's own, in the order in which they came. */
  get entries(): readonly OwnEntry[] {
    return this.#entries;
  }
  /** Those that came with a link and are not kept. */
  get fromLink(): readonly OwnNumber[] {
    return this.#fromLink;
  }
  /** False once the browser has refused to keep something: then the numbers last for this visit. */
  get isKept(): boolean {
    return this.#isKept;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Reads what is stored; another tab may have changed it. What was to be undone is gone then. */
  reload(): void {
    this.#entries = readStored(this.#storage.get(OWN_KEY)).map((number) => this.#entry(number));
    this.#past = [];
  }

  /** @returns how many found no room */
  add(numbers: readonly OwnNumber[]): number {
    const room = Math.max(0, MAX_OWN_NUMBERS - this.#entries.length);
    const added = numbers.slice(0, room).map((number) => this.#entry(number));
    if (added.length > 0) this.#change([...this.#entries, ...added]);
    return numbers.length - added.length;
  }

  /** Puts a number in the place of another. */
  replace(key: number, number: OwnNumber): void {
    this.#change(this.#entries.map((entry) => (entry.key === key ? { key, number } : entry)));
  }

  remove(key: number): void {
    this.#change(this.#entries.filter((entry) => entry.key !== key));
  }

  clear(): void {
    if (this.#entries.length > 0) this.#change([]);
  }

  /** Takes back the last change of the list. */
  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#entries = before;
    this.#store();
  }

  /** Shows the numbers of a link, without keeping them. */
  openLink(numbers: readonly OwnNumber[]): void {
    this.#fromLink = numbers;
  }

  /** Adds the link's numbers to the reader's own. @returns how many found no room */
  keepLink(): number {
    const left = this.add(this.#fromLink);
    this.#fromLink = [];
    return left;
  }

  /** Puts the link's numbers away; the reader's own are shown again. */
  dropLink(): void {
    this.#fromLink = [];
  }

  #entry(number: OwnNumber): OwnEntry {
    return { key: this.#nextKey++, number };
  }

  #change(entries: readonly OwnEntry[]): void {
    this.#past = [...this.#past.slice(-19), this.#entries];
    this.#entries = entries;
    this.#store();
  }

  #store(): void {
    const numbers = this.#entries.map(({ number }) => number);
    const text = numbers.length === 0 ? null : JSON.stringify({ version: VERSION, numbers });
    this.#isKept = this.#storage.set(OWN_KEY, text);
  }
}

/** The one list of this visit: pages of the site share it. */
export const ownNumbers = new OwnNumbers();
