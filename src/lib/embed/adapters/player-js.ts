/**
 * player.js 0.0.11, which speaks of seconds: here a step is a second. There is no sound, and the frame says
 * so: it counts as muted, and what would change that is not among its methods.
 */
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { HostLink } from '../host-link.ts';
import type { Moment, Said } from '../moment.ts';
import { hasStory, msAt, secondsAt } from '../story.ts';
import { fieldOf, type Adapter } from './adapter.ts';

const CONTEXT = 'player.js';
const VERSION = '0.0.11';
const EVENTS = ['ready', 'progress', 'timeupdate', 'play', 'pause', 'ended', 'error'] as const;
type EventName = (typeof EVENTS)[number];
type Listener = string | number | null;

/** A method that there is not, or not here. */
const NO_METHOD = 2;
/** A picture that cannot be shown. */
const NOT_SHOWN = -1;
const MOST_LISTENERS = 100;
const LONGEST_NAME = 100;
/** `timeupdate` while playing comes no more often than this, ms. */
const UPDATE_MS = 250;
/** A client that comes after the frame hears nothing and says nothing: it is called again after these, ms. */
const AGAIN_MS = [1000, 4000, 16_000];

export class PlayerJs implements Adapter {
  readonly #link: HostLink;
  readonly #explorer: Explorer;
  readonly #src: string;
  readonly #listeners: { readonly event: EventName; readonly listener: Listener }[] = [];
  readonly #methods: Readonly<Record<string, (value: unknown, listener: Listener) => void>>;
  #loops = false;
  #timers: readonly ReturnType<typeof setTimeout>[] = [];
  #toldAtMs = -Infinity;
  #toldSeconds: number | null = null;

  /** @param src address of the frame as the host set it: a client knows its frame by it */
  constructor(link: HostLink, explorer: Explorer, src: string) {
    this.#link = link;
    this.#explorer = explorer;
    this.#src = src;
    const { player } = explorer;
    const gives = (name: string, get: () => unknown) => ({
      [name]: (_value: unknown, listener: Listener) => link.send(said(name, get(), listener)),
    });
    this.#methods = {
      play: () => this.#play(),
      pause: () => player.pause(),
      setCurrentTime: (value) => this.#seek(value),
      setLoop: (value) => (this.#loops = value === true),
      ...gives('getPaused', () => !player.isPlaying),
      ...gives('getDuration', () => explorer.chapters.length),
      ...gives('getCurrentTime', () => this.#seconds()),
      ...gives('getLoop', () => this.#loops),
      ...gives('getMuted', () => true),
      ...gives('getVolume', () => 0),
      addEventListener: (value, listener) => this.#listen(value, listener),
      removeEventListener: (value, listener) => this.#forget(value, listener),
    };
  }

  start(): void {
    const call = (): void => this.#link.sendToAny(this.#ready(null));
    call();
    this.#timers = AGAIN_MS.map((ms) => setTimeout(call, ms));
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  hear(message: string | object): boolean {
    const method = fieldOf(message, 'method');
    if (fieldOf(message, 'context') !== CONTEXT || !isName(method)) {
      // Who speaks our own way needs no other.
      if (fieldOf(message, 'app') === 'strata') this.stop();
      return false;
    }
    // A client has come.
    this.stop();
    const given = fieldOf(message, 'listener');
    const listener = typeof given === 'number' || isName(given) ? given : null;
    if (!Object.hasOwn(this.#methods, method)) this.#fail(`There is no method "${method}" here.`);
    else this.#methods[method]?.(fieldOf(message, 'value'), listener);
    return true;
  }

  moved({ playhead }: Moment, happened: readonly Said[]): void {
    if (this.#listeners.length > 0) this.#update(!playhead.isPlaying || happened.length > 0);
    for (const one of happened) {
      if (one.type === 'play' || one.type === 'pause' || one.type === 'ended') this.#emit(one.type);
      if (one.type === 'error') this.#emit('error', { code: NOT_SHOWN, msg: one.message });
      if (one.type === 'ended' && this.#loops) this.#explorer.player.play();
    }
  }

  #ready(listener: Listener): string {
    const methods = Object.keys(this.#methods);
    return said('ready', { src: this.#src, events: EVENTS, methods }, listener);
  }

  #play(): void {
    if (hasStory(this.#explorer)) this.#explorer.player.play();
    else this.#fail('This picture has no steps to play.');
  }

  #seek(value: unknown): void {
    if (typeof value !== 'number' || Number.isNaN(value)) {
      this.#fail('setCurrentTime needs a number of seconds; here a step is a second.');
      return;
    }
    const { player, chapters, durationMs } = this.#explorer;
    const tMs = msAt(value, chapters);
    player.seek(tMs >= durationMs ? null : tMs);
    this.#explorer.timeChanged();
  }

  #seconds(): number {
    return secondsAt(this.#explorer.player.positionMs, this.#explorer.chapters);
  }

  #listen(value: unknown, listener: Listener): void {
    const event = EVENTS.find((name) => name === value);
    const isKnown = this.#listeners.some((one) => one.event === event && one.listener === listener);
    if (event === undefined || isKnown || this.#listeners.length >= MOST_LISTENERS) return;
    this.#listeners.push({ event, listener });
    if (event === 'ready') this.#link.send(this.#ready(listener));
    // All there is has come.
    if (event === 'progress') this.#link.send(said('progress', { percent: 1 }, listener));
  }

  #forget(value: unknown, listener: Listener): void {
    const is = (one: { event: string; listener: Listener }): boolean =>
      one.event === value && one.listener === listener;
    const at = this.#listeners.findIndex(is);
    if (at !== -1) this.#listeners.splice(at, 1);
  }

  #update(isSure: boolean): void {
    const nowMs = performance.now();
    const seconds = this.#seconds();
    if (seconds === this.#toldSeconds || (!isSure && nowMs - this.#toldAtMs < UPDATE_MS)) return;
    this.#toldAtMs = nowMs;
    this.#toldSeconds = seconds;
    this.#emit('timeupdate', { seconds, duration: this.#explorer.chapters.length });
  }

  #fail(msg: string): void {
    this.#emit('error', { code: NO_METHOD, msg });
  }

  #emit(event: EventName, value?: unknown): void {
    for (const one of this.#listeners) {
      if (one.event === event) this.#link.send(said(event, value, one.listener));
    }
  }
}

/** Text, as every client reads it. */
function said(event: string, value: unknown, listener: Listener): string {
  return JSON.stringify({
    ...{ context: CONTEXT, version: VERSION, event },
    ...(value === undefined ? {} : { value }),
    ...(listener === null ? {} : { listener }),
  });
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_NAME;
}
