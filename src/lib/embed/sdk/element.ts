/**
 * `<strata-stack scene="vm-vs-container">`: a picture that a page's reader asks for. Until then there is a
 * card with a button over it, and nothing else is loaded. What the page puts inside, best a link, stays
 * there: for search engines, and for readers without scripts.
 */
import { splitScene } from '../scene-text.ts';
import { ATTRIBUTES, optionsOf } from './attributes.ts';
import { type EmbedEvents, type EmbedHandle, mount } from './embed.ts';
import { EVENT_NAMES } from './frame-talk.ts';
import { liveChange } from './live-change.ts';
import { baseOf } from './options.ts';
import { adoptStyle, connectTo, makePoster } from './poster.ts';
import { posterWords } from './words.ts';

/** The element's events: those of the frame under longer names, in `detail` what the frame tells. */
export type StrataStackEvents = {
  readonly [K in keyof EmbedEvents as `strata-${K}`]: CustomEvent<EmbedEvents[K]>;
};

declare global {
  interface HTMLElementTagNameMap {
    'strata-stack': StrataStackElement;
  }
}

/** Listening to the element's own events, each by its name. */
interface Listening {
  addEventListener<K extends keyof StrataStackEvents>(
    type: K,
    listener: (this: StrataStackElement, event: StrataStackEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof StrataStackEvents>(
    type: K,
    listener: (this: StrataStackElement, event: StrataStackEvents[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** Where pages are put together by a program there are no elements to build on. */
const Base: new () => Listening & HTMLElement =
  globalThis.HTMLElement ?? (class {} as unknown as typeof HTMLElement);

/** What it shows is told by its attributes (`/docs/embed`); events bubble as `strata-ready`, `strata-step`, … */
export class StrataStackElement extends Base {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  #body: HTMLElement | null = null;
  #link: HTMLAnchorElement | null = null;
  #handle: EmbedHandle | null = null;
  #alert: HTMLElement | null = null;
  readonly #changed = new Set<string>();

  /** Drives the frame and listens to it; null until the reader asks for the picture. */
  get handle(): EmbedHandle | null {
    return this.#handle;
  }

  /** Id of a named scene, a query, or both: `id?query`. */
  get scene(): string | null {
    return this.getAttribute('scene');
  }
  set scene(value: string | null) {
    this.#set('scene', value);
  }

  get theme(): string | null {
    return this.getAttribute('theme');
  }
  set theme(value: string | null) {
    this.#set('theme', value);
  }

  /** Step of the lens's story, 1-based. */
  get step(): number | null {
    return this.hasAttribute('step') ? Number(this.getAttribute('step')) : null;
  }
  set step(value: number | null) {
    this.#set('step', value);
  }

  /** Playhead, ms. */
  get t(): number | null {
    return this.hasAttribute('t') ? Number(this.getAttribute('t')) : null;
  }
  set t(value: number | null) {
    this.#set('t', value);
  }

  /** Puts the frame in the poster's place, as a press on its button does. Once is enough. */
  activate(): EmbedHandle | null {
    if (this.#handle || !this.#body) return this.#handle;
    const hadFocus = this.#body.contains(document.activeElement);
    const body = this.#put(document.createElement('div'));
    try {
      const title = this.#title();
      const named = title === null ? {} : { title };
      // It was asked for: there is nothing to wait for.
      this.#handle = mount(body, { ...named, ...optionsOf(this), loading: 'eager' });
    } catch (error) {
      this.#complain(error);
      return null;
    }
    this.#listen(this.#handle);
    // Else a reader at the keyboard would be put back to the start of the page.
    if (hadFocus) this.#handle.iframe.focus();
    return this.#handle;
  }

  connectedCallback(): void {
    adoptStyle(this.getRootNode());
    if (!this.#body) this.#showPoster();
  }

  disconnectedCallback(): void {
    // An element that is only moved is back by then; its frame loads anew and says so.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (!this.#body || before === value) return;
    if (this.#changed.size === 0) queueMicrotask(() => this.#followChanges());
    this.#changed.add(name);
  }

  #followChanges(): void {
    const names = [...this.#changed];
    this.#changed.clear();
    if (!this.isConnected) return;
    const handle = this.#handle;
    const calls = handle === null ? [] : names.map((name) => liveChange(this, handle, name));
    if (handle && calls.every((call) => call !== null)) {
      this.#alert?.remove();
      for (const call of calls) call().catch((error: unknown) => this.#complain(error, true));
      return;
    }
    this.#close();
    this.#showPoster();
    if (handle) this.activate();
  }

  #showPoster(): void {
    const words = posterWords(this.getAttribute('lang'));
    const scene = this.scene ?? '';
    try {
      const site = baseOf(this.getAttribute('base') ?? undefined);
      this.#keepLink(new URL(explorePath(scene), site).href, words.open);
      this.#put(
        makePoster({
          ...{ words, scene, title: this.#title() },
          aspectRatio: this.getAttribute('aspect-ratio'),
          card: IS_NAME.test(scene) ? new URL(`cards/${scene}.png`, site).href : null,
          onshow: () => this.activate(),
          onnear: () => connectTo(site),
        }),
      );
    } catch (error) {
      this.#put(document.createElement('div'));
      this.#complain(error);
    }
  }

  #listen(handle: EmbedHandle): void {
    for (const name of EVENT_NAMES) handle.on(name, (told) => this.#tell(name, told));
    handle.ready.catch((error: unknown) => {
      if (handle === this.#handle) this.#complain(error);
    });
  }

  #tell(name: string, detail: unknown): void {
    const { bubbles, composed } = { bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent(`strata-${name}`, { detail, bubbles, composed }));
  }

  /**
   * Says in the page, and to who listens, what does not work.
   * @param isShown the picture stands all the same
   */
  #complain(error: unknown, isShown = false): void {
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    // Nobody waits for a frame that the page itself took away.
    if (code === 'destroyed') return;
    const says = document.createElement('p');
    says.setAttribute('role', 'alert');
    const words = posterWords(this.getAttribute('lang'));
    if (code === 'unknown-scene') says.textContent = words.unknown(this.scene ?? '');
    else says.textContent = isShown ? message : words.broken(message);
    this.#alert?.remove();
    this.#alert = says;
    this.#body?.append(says);
    this.#tell('error', { code, message });
  }

  /** The page's own name for the picture, else the words of its link. */
  #title(): string | null {
    const { textContent = '' } = this.querySelector('a:not([data-made])') ?? {};
    return this.getAttribute('label') ?? (textContent?.trim() || null);
  }

  /** A page that gives no link gets one. */
  #keepLink(href: string, words: string): void {
    if (!this.#link && this.querySelector('a')) return;
    this.#link ??= document.createElement('a');
    this.#link.dataset.made = '';
    this.#link.href = href;
    this.#link.textContent = words;
    if (!this.#link.isConnected) this.append(this.#link);
  }

  /** Puts something in the place of what is there. */
  #put<Put extends HTMLElement>(body: Put): Put {
    this.#body?.remove();
    this.#body = body;
    this.prepend(body);
    return body;
  }

  #close(): void {
    this.#handle?.destroy();
    this.#handle = null;
    this.#body?.remove();
    this.#body = null;
  }

  #set(name: string, value: string | number | null): void {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }
}

const IS_NAME = /^[a-z\d][a-z\d-]*$/;

/** Where the scene is in the workbench, from the start of the site. */
function explorePath(scene: string): string {
  const { id, query } = splitScene(scene);
  return `explore${id ? `/${encodeURIComponent(id)}` : ''}${query && `?${query}`}`;
}

if (globalThis.customElements && !customElements.get('strata-stack')) {
  customElements.define('strata-stack', StrataStackElement);
}
