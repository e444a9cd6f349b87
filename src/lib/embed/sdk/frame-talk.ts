/**
 * The host's side of the messages (contract §6): `{ app: 'strata', v: 1, type, id?, … }`. What the page
 * asks for waits until the frame has said `ready`. A frame that was reloaded or led elsewhere says it
 * again, and is told anew what the page listens to.
 */
import type { MethodName, Results } from '../messages.ts';
import type { EmbedError, EmbedEvents } from './embed.ts';
import { embedError } from './embed-error.ts';
import type { Fault, ReadOptions } from './options.ts';
import { type Fields, parseError, parseMessage, parseTold, parseValue } from './parse-told.ts';

type Name = keyof EmbedEvents;
type Listener = (fields: Fields) => void;

interface Open {
  readonly resolve: (answer: Fields) => void;
  readonly reject: (error: EmbedError) => void;
}

/** The frame sends `ready` and `resize` unasked, these to whoever subscribes. */
const ON_DEMAND: readonly Name[] = [
  ...(['scene', 'select', 'step', 'play', 'pause'] as const),
  ...(['ended', 'answer', 'error'] as const),
];

/** All events, in the order of `/docs/embed`. */
export const EVENT_NAMES: readonly Name[] = ['ready', ...ON_DEMAND, 'resize'];

const TIMEOUT_MS = 15_000;

/** What is said between the page and one frame. */
export class FrameTalk {
  readonly ready: Promise<EmbedEvents['ready']>;
  readonly #iframe: HTMLIFrameElement;
  readonly #timeoutMs: number;
  readonly #isGrowing: boolean;
  /** Where messages go to and come from; null: a sandbox without an origin. */
  readonly #origin: string | null;
  readonly #listeners = new Map<Name, Set<Listener>>();
  readonly #open = new Map<number, Open>();
  readonly #end = new AbortController();
  readonly #loaded = new Gate<void>();
  readonly #opened = new Gate<Fields>();
  /** Ends the waiting for an answer. */
  readonly #waits = new Set<(error: EmbedError) => void>();
  /** Faults of the page's own options, until somebody listens. */
  #faults: readonly Fault[];
  /** Why there is no picture. */
  #problem: EmbedError | null = null;
  #lastId = 0;
  #isReady = false;

  /** @param iframe with its address, not yet in the page: nothing that it says must be missed */
  constructor(iframe: HTMLIFrameElement, { options, faults }: ReadOptions) {
    this.#faults = faults;
    const { sandbox, timeoutMs = TIMEOUT_MS, autoheight = false } = options;
    this.#iframe = iframe;
    this.#timeoutMs = timeoutMs;
    this.#isGrowing = autoheight;
    const hasOrigin = sandbox === undefined || String(sandbox).includes('allow-same-origin');
    this.#origin = hasOrigin ? new URL(iframe.src).origin : null;
    const { signal } = this.#end;
    window.addEventListener('message', (event) => this.#hear(event), { signal });
    iframe.addEventListener('load', () => this.#loaded.open(), { signal });
    this.ready = this.#limited(
      this.#opened.passed.then((fields) => parseTold('ready', fields)),
      'ready',
    );
    // Whoever waits for it is told that it failed; nobody has to wait for it.
    this.ready.catch(() => undefined);
  }

  /** @returns what the frame answers */
  request<M extends MethodName>(method: M, fields: Fields = {}): Promise<Results[M]> {
    const id = (this.#lastId += 1);
    const answer = new Promise<Fields>((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
    });
    void this.#opened.passed.then(() => {
      if (this.#open.has(id)) this.#send({ ...fields, type: method, id });
    });
    return this.#limited(answer, method)
      .finally(() => this.#open.delete(id))
      .then((told) => parseValue(method, told));
  }

  /** @throws {EmbedError} `bad-option` when there is no such event */
  on<K extends Name>(event: K, listener: (told: EmbedEvents[K]) => void): () => void {
    if (!EVENT_NAMES.includes(event)) {
      const known = EVENT_NAMES.join(', ');
      throw embedError('bad-option', `there is no event "${String(event)}". There are: ${known}.`);
    }
    const hear: Listener = (fields) => listener(parseTold(event, fields));
    const heard = this.#listeners.get(event);
    this.#listeners.set(event, new Set([...(heard ?? []), hear]));
    if (!heard && this.#isReady) this.#subscribe();
    if (event === 'error') {
      const faults = this.#faults;
      this.#faults = [];
      queueMicrotask(() => faults.forEach((fault) => this.#tell('error', { ...fault })));
    }
    if (event === 'ready' && this.#isReady) {
      void this.#opened.passed.then(
        (fields) => this.#listeners.get(event)?.has(hear) && hear(fields),
      );
    }
    return () => void this.#listeners.get(event)?.delete(hear);
  }

  destroy(): void {
    this.#end.abort();
    this.#listeners.clear();
    this.#iframe.remove();
  }

  /** Fails when the frame is loaded and the time is over, or when the frame is taken away. */
  #limited<T>(promise: Promise<T>, type: string): Promise<T> {
    const { signal } = this.#end;
    return new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isOpen = true;
      const close = (): void => {
        isOpen = false;
        clearTimeout(timer);
        signal.removeEventListener('abort', gone);
        this.#waits.delete(fail);
      };
      const fail = (error: EmbedError): void => {
        close();
        reject(error);
      };
      const gone = (): void => fail(embedError('destroyed', 'the frame was taken away.'));
      if (signal.aborted) return gone();
      if (this.#problem) return fail(this.#problem);
      signal.addEventListener('abort', gone);
      this.#waits.add(fail);
      // A lazy frame out of sight is not late: it has not begun.
      void this.#loaded.passed.then(() => {
        const late = (): void => fail(embedError('timeout', this.#lateWords(type)));
        if (isOpen) timer = setTimeout(late, this.#timeoutMs);
      });
      promise.then(resolve, reject).finally(close);
    });
  }

  #lateWords(type: string): string {
    const within = `within ${this.#timeoutMs} ms`;
    return this.#isReady
      ? `the frame did not answer "${type}" ${within}.`
      : `the frame did not say that it is ready ${within}. Is there a picture at ${this.#iframe.src}?`;
  }

  #send(message: Fields): void {
    const { contentWindow } = this.#iframe;
    contentWindow?.postMessage({ app: 'strata', v: 1, ...message }, this.#origin ?? '*');
  }

  #subscribe(): void {
    const events = ON_DEMAND.filter((event) => this.#listeners.has(event));
    if (events.length > 0) this.#send({ type: 'subscribe', events });
  }

  #hear({ source, origin, data }: MessageEvent<unknown>): void {
    if (source === null || source !== this.#iframe.contentWindow) return;
    // `null` as a text is the origin of a sandbox that has none.
    if (origin !== (this.#origin ?? 'null')) return;
    const heard = parseMessage(data);
    if (!heard) return;
    const { type, id, fields } = heard;
    const open = typeof id === 'number' ? this.#open.get(id) : undefined;
    if (open && type === 'result') open.resolve(fields);
    else if (open && type === 'error') {
      const { code, message } = parseError(fields);
      open.reject(embedError(code, message));
    } else {
      if (type === 'error' && !this.#isReady) this.#fail(fields);
      this.#tell(type, fields);
    }
  }

  /** Before it is ready a frame complains of one thing alone: that there is nothing to show. */
  #fail(fields: Fields): void {
    const { code, message } = parseError(fields);
    const problem = (this.#problem = embedError(code, message));
    for (const fail of [...this.#waits]) fail(problem);
  }

  #tell(type: string, fields: Fields): void {
    if (type === 'ready') this.#beReady(fields);
    if (type === 'resize' && this.#isGrowing) this.#grow(fields.height);
    const event = EVENT_NAMES.find((name) => name === type);
    const heard = event && this.#listeners.get(event);
    for (const hear of [...(heard ?? [])]) {
      try {
        hear(fields);
      } catch (error) {
        // One listener's fault is reported, and the others are told.
        reportError(error);
      }
    }
  }

  #beReady(fields: Fields): void {
    this.#isReady = true;
    // The reader chose another scene in the frame.
    this.#problem = null;
    this.#subscribe();
    this.#loaded.open();
    this.#opened.open(fields);
  }

  #grow(height: unknown): void {
    if (typeof height !== 'number' || !(height > 0 && height < 20_000)) return;
    const free = { aspectRatio: 'auto', minHeight: '0' };
    Object.assign(this.#iframe.style, { height: `${Math.ceil(height)}px`, ...free });
  }
}

/** A promise that is settled from outside. */
class Gate<T> {
  open!: (value: T) => void;
  readonly passed = new Promise<T>((resolve) => {
    this.open = resolve;
  });
}
