/**
 * What a page has to do with readers' own numbers: it loads their code only when this browser keeps some,
 * when the address carries some, or when the reader asks for them.
 */
import { untrack } from 'svelte';
import { OWN_STUDY } from '#lib/model/boot-settings.ts';
import type { OwnEvidence } from '#lib/state/evidence.svelte.ts';
import { OWN_KEY } from '#lib/state/own-key.ts';
import type { OwnNumbers } from '#lib/state/own-numbers.svelte.ts';
import { browserStorage, createSafeStorage } from '#lib/state/safe-storage.ts';
import type { KnownNames } from '#lib/state/url.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import { type Notice, NoticeList } from '#lib/state/url-notice.ts';
import { lettersReady } from './letters.ts';

/** Longer addresses are cut, as where the scene is read. */
const MAX_QUERY_LENGTH = 16_384;

export class OwnDesk {
  #numbers = $state.raw<OwnNumbers | null>(null);
  /** The address's own value as it was read last. */
  #value: string | null = null;
  readonly #isGuest: boolean;

  /** @param isGuest in a frame on another page: nothing is read from this browser or kept in it */
  constructor(isGuest = false) {
    this.#isGuest = isGuest;
  }

  /** Null: nobody has needed them yet. */
  get numbers(): OwnNumbers | null {
    return this.#numbers;
  }
  /** Own start times as a study; null: there are none. */
  get evidence(): OwnEvidence | null {
    return this.#numbers?.evidence ?? null;
  }
  /** How many are shown. */
  get count(): number {
    return this.#numbers?.shown.length ?? 0;
  }
  /** The numbers shown came with the link and are not kept. */
  get isFromLink(): boolean {
    return (this.#numbers?.fromLink.length ?? 0) > 0;
  }

  /** @throws (rejects) when the code does not arrive */
  async load(): Promise<OwnNumbers> {
    if (this.#numbers !== null) return this.#numbers;
    const { ownNumbers, OwnNumbers } = await import('#lib/state/own-numbers.svelte.ts');
    const numbers = this.#isGuest ? new OwnNumbers(createSafeStorage(() => undefined)) : ownNumbers;
    await lettersReady(JSON.stringify(numbers.shown));
    return (this.#numbers ??= numbers);
  }

  /**
   * Takes up what the address carries and what this browser keeps.
   * @returns what of it could not be used
   * @throws (rejects) when the code does not arrive
   */
  async open(search: string): Promise<readonly Notice[]> {
    const value = new URLSearchParams(search.slice(0, MAX_QUERY_LENGTH)).get(OWN_KEY);
    const isKept = !this.#isGuest && browserStorage().get(OWN_KEY) !== null;
    if (value === null && !isKept && this.#numbers === null) return [];
    const numbers = await this.load();
    if (value === this.#value) return [];
    this.#value = value;
    numbers.dropLink();
    return value === null ? [] : this.#openLink(value, numbers);
  }

  async #openLink(value: string, numbers: OwnNumbers): Promise<readonly Notice[]> {
    const [{ decodeOwn, encodeOwn }, { ownContext }] = await Promise.all([
      import('#lib/state/own-link.ts'),
      import('#lib/state/own-numbers.svelte.ts'),
    ]);
    const notices = new NoticeList();
    const read = decodeOwn(value, ownContext);
    if (read === null) {
      notices.add(value === '' ? 'empty' : 'unreadable', OWN_KEY, value);
      return notices.all;
    }
    if (read.dropped > 0) {
      notices.add('partly-read', OWN_KEY, String(read.dropped), String(read.numbers.length));
    }
    await lettersReady(JSON.stringify(read.numbers));
    numbers.openLink(read.numbers);
    this.#value = encodeOwn(read.numbers) ?? value;
    return notices.all;
  }

  /** What an address can name, own start times among it while there are some. */
  known(names: KnownNames): KnownNames {
    return this.evidence === null ? names : { ...names, studies: [...names.studies, 'own'] };
  }

  /** Keeps the numbers of a link in the address while they are shown. */
  withLink(query: string): string {
    return this.isFromLink && this.#value !== null ? join(query, this.#value) : query;
  }

  /** @returns the query with the numbers that are shown; null when they are too many for a link */
  async withOwn(query: string): Promise<string | null> {
    const { encodeOwn } = await import('#lib/state/own-link.ts');
    const value = encodeOwn(this.#numbers?.shown ?? []);
    return value === null ? null : join(query, value);
  }
}

/** The value is base64url: nothing of it has to be escaped. */
function join(query: string, value: string): string {
  return `${query}${query === '' ? '' : '&'}${OWN_KEY}=${value}`;
}

/** Keeps the race's own study as the numbers are; a race from own times ends with the last of them. */
export function showOwnIn(explorer: Workbench, desk: OwnDesk): void {
  const { numbers, evidence } = desk;
  untrack(() => {
    explorer.evidence.showOwn(evidence);
    const isGone = numbers !== null && evidence === null;
    if (isGone && explorer.scene.boot.study === OWN_STUDY) explorer.set('boot', { study: null });
  });
}

/** Takes up what another tab changed, until the returned function is called. */
export function watchOtherTabs(desk: OwnDesk): () => void {
  const listen = (event: StorageEvent): void => {
    if (event.key === null || event.key.endsWith(`.${OWN_KEY}`)) desk.numbers?.reload();
  };
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}
