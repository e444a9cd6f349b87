/**
 * The frame's side of the talk with its host: hears calls, carries them out, answers, and tells what
 * happens. Loaded after the first picture, and only into a frame.
 */
import type { Adapter } from './adapters/adapter.ts';
import { carryOut, sceneState, type Answer } from './calls.ts';
import type { Frame } from './frame.ts';
import type { HostLink } from './host-link.ts';
import { saidBetween, type Moment, type Said } from './moment.ts';
import { EVENTS, METHODS, openMessage, readCall } from './protocol.ts';
import type { CallId, EventName, FrameMessage, HostMessage, SceneNotice } from './messages.ts';

const HEAD = { app: 'strata', v: 1 } as const;

/** A frame holds pictures and no questions: it never sends `answer`. */
const SENT: readonly EventName[] = EVENTS.filter((name) => name !== 'answer');

/** The longest text that is no JSON and means something. */
const LONGEST_WORD = 40;

/** A scene has no more notices; a host that never listens fills nothing. */
const MOST_UNTOLD = 20;

/** Heights are told no more often than this, ms, and no smaller changes than this, px. */
const HEIGHT_MS = 100;
const HEIGHT_PX = 4;

export interface FrameSideOptions {
  readonly frame: Frame;
  readonly link: HostLink;
  readonly adapters: readonly Adapter[];
  /** Address of the frame as the host set it. */
  readonly src: string;
  /** Every event is sent without a subscription. */
  readonly sendsAll: boolean;
}

export class FrameSide {
  readonly #frame: Frame;
  readonly #link: HostLink;
  readonly #adapters: readonly Adapter[];
  readonly #src: string;
  #wanted: ReadonlySet<EventName>;
  /** What could not be used or shown, until somebody wants to hear it. */
  #untold: readonly Said[] = [];
  /** The host has heard that the frame is ready. */
  #hasBegun = false;
  #moment: Moment | null = null;
  #heightPx: number | null = null;
  #toldPx: number | null = null;
  #toldAtMs = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ frame, link, adapters, src, sendsAll }: FrameSideOptions) {
    this.#frame = frame;
    this.#link = link;
    this.#adapters = adapters;
    this.#src = src;
    this.#wanted = new Set(sendsAll ? SENT : []);
  }

  /**
   * Says that the frame is ready, and listens.
   * @param missed what the host has said before
   * @returns a function that ends the talk
   */
  start(missed: readonly MessageEvent[]): () => void {
    const listen = (event: MessageEvent): void => this.#hear(event);
    addEventListener('message', listen);
    this.#sayReady();
    this.#hasBegun = true;
    this.#complain([]);
    for (const adapter of this.#adapters) adapter.start?.();
    for (const event of missed) this.#hear(event);
    return () => {
      removeEventListener('message', listen);
      clearTimeout(this.#timer);
      for (const adapter of this.#adapters) adapter.stop?.();
    };
  }

  /** Tells what is different now; called whenever something may be. */
  moved(now: Moment): void {
    const before = this.#moment;
    this.#moment = now;
    if (before === null) return;
    const said = saidBetween(before, now, () => sceneState(this.#frame));
    for (const one of said) this.#tell(one);
    for (const adapter of this.#adapters) adapter.moved?.(now, said);
  }

  /** The picture could not be shown, or not as it was asked for. */
  failed(message: string): void {
    const said: Said = { type: 'error', code: 'not-shown', message };
    this.#complain([said]);
    for (const adapter of this.#adapters) if (this.#moment) adapter.moved?.(this.#moment, [said]);
  }

  /** Parts of the scene could not be used; the picture stands without them. */
  noticed(notices: readonly SceneNotice[]): void {
    this.#complain(
      notices.map(({ param, message }) => ({
        ...{ type: 'error', code: 'bad-value', field: param, message },
      })),
    );
  }

  /** The frame would like to be so high, px. */
  wantsHeight(px: number): void {
    this.#heightPx = px;
    clearTimeout(this.#timer);
    const waitMs = this.#toldAtMs + HEIGHT_MS - performance.now();
    if (waitMs > 0) this.#timer = setTimeout(() => this.#tellHeight(), waitMs);
    else this.#tellHeight();
  }

  #tellHeight(): void {
    const px = this.#heightPx;
    if (px === null || (this.#toldPx !== null && Math.abs(px - this.#toldPx) < HEIGHT_PX)) return;
    this.#toldPx = px;
    this.#toldAtMs = performance.now();
    for (const adapter of this.#adapters) adapter.height?.(px);
  }

  #sayReady(): void {
    const { explorer } = this.#frame;
    const { player, chapters } = explorer;
    const { lang, theme } = explorer.scene;
    const ready: FrameMessage = {
      ...HEAD,
      type: 'ready',
      ...sceneState(this.#frame),
      ...{ steps: chapters.length, step: player.chapterIndex + 1 },
      ...{ lang, theme, src: this.#src, methods: METHODS, events: SENT },
    };
    this.#link.sendToAny(ready);
  }

  #hear(event: MessageEvent): void {
    if (!this.#link.hears(event)) return;
    const { data }: { readonly data: unknown } = event;
    const isWord = typeof data === 'string' && data.length <= LONGEST_WORD && data[0] !== '{';
    const message = isWord ? data : openMessage(data);
    if (message === undefined) return;
    if (this.#adapters.some((adapter) => adapter.hear?.(message) === true)) {
      this.#link.accept(event);
      return;
    }
    const reading = readCall(typeof message === 'string' ? undefined : message);
    if (reading.kind === 'ignored') return;
    this.#link.accept(event);
    if (reading.kind === 'call') void this.#answer(reading.call);
    else {
      const { id, code, field, message: says } = reading;
      this.#refuse(id, { code, field, message: says });
    }
  }

  async #answer(call: HostMessage): Promise<void> {
    const answer = await carryOut(call, this.#frame, (events) => this.#subscribe(events));
    if (!answer.ok) this.#refuse(call.id, answer.refusal);
    else if (call.id !== undefined) this.#link.send(resultOf(call.id, call.type, answer));
  }

  #refuse(id: CallId | undefined, refusal: (Answer & { ok: false })['refusal']): void {
    this.#link.send({ ...HEAD, type: 'error', ...(id === undefined ? {} : { id }), ...refusal });
  }

  #subscribe(events: readonly EventName[]): readonly EventName[] {
    this.#wanted = new Set(events.filter((name) => SENT.includes(name)));
    this.#complain([]);
    return [...this.#wanted];
  }

  /** A host that listens later hears it then: it cannot know that there was something to hear. */
  #complain(said: readonly Said[]): void {
    const all = [...this.#untold, ...said];
    if (this.#hasBegun && this.#wanted.has('error')) {
      this.#untold = [];
      for (const one of all) this.#tell(one);
    } else this.#untold = all.slice(-MOST_UNTOLD);
  }

  #tell(said: Said): void {
    if (this.#wanted.has(said.type)) this.#link.send({ ...HEAD, ...said });
  }
}

function resultOf(id: CallId, method: HostMessage['type'], { value }: Answer & { ok: true }) {
  return { ...HEAD, type: 'result', id, method, value };
}
