/**
 * `@strata/embed`: puts a Strata picture into a page, drives it and listens to it. Built by itself into
 * `build/sdk` (`.ci/sdk.mjs`): this folder imports nothing from outside but the types of messages. Its
 * public types all stand here, so that this file's declaration and theirs are the package's.
 */
import type {
  AnswerMessage,
  EndedMessage,
  Envelope,
  ErrorMessage,
  MotionName,
  PauseMessage,
  PlayMessage,
  ReadyMessage,
  ResizeMessage,
  Results,
  SceneMessage,
  SelectMessage,
  StepMessage,
  ThemeName,
} from '../messages.ts';
import { frameAddress, readOptions } from './options.ts';
import { FrameTalk } from './frame-talk.ts';
import { makeFrame } from './make-frame.ts';

export type Lens = 'structure' | 'boot' | 'size' | 'isolation' | 'path' | 'kernel' | 'manage';
/** What a frame shows and how it behaves. Names are those of the address (`/docs/embed`). */
export interface MountOptions {
  /**
   * Id of a named scene such as `vm-vs-container`, a scene's query such as `stacks=docker-linux`, or both:
   * `vm-vs-container?theme=dark`. Without it, stacks are needed.
   */
  readonly scene?: string;
  /** Ids of the stacks, side by side; put over those of the scene. */
  readonly stacks?: string | readonly string[];
  readonly lens?: Lens;
  /** Overlays that are shown, or hidden. */
  readonly show?: string | readonly string[];
  readonly hide?: string | readonly string[];
  /** Instances per stack, 1 to 100000. */
  readonly n?: number;
  /** Playhead, ms. */
  readonly t?: number;
  /** Step of the lens's story, 1-based. */
  readonly step?: number;
  /** Plays as soon as it is seen. */
  readonly play?: boolean;
  /** Simulated time divided by real time, 1e-7 to 1000. */
  readonly speed?: number;
  /** Part of the picture that is seen: `x,y,zoom`. */
  readonly cam?: string;
  /** Path of the selected layer, such as `docker-linux/kernel`. */
  readonly select?: string;
  readonly theme?: ThemeName;
  /** BCP 47 tag. */
  readonly lang?: string;
  readonly motion?: MotionName;
  readonly view?: 'picture' | 'table';
  /** Measurements of one's own, as a link from Explore has them. */
  readonly own?: string;
  /** Settings of lenses by their names in the address, such as `{ 'boot.axis': 'log' }`. */
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly controls?: 'full' | 'min' | 'none';
  /** The frame is as high as its content asks for. */
  readonly autoheight?: boolean;
  /** Shows ways out of the frame. */
  readonly links?: boolean;
  /** Sends statements of learning, without a name in them. */
  readonly xapi?: boolean;
  /** Conventions of the page around: `reveal` for slides of reveal.js. */
  readonly host?: 'reveal';
  /** Address of the start of the Strata site. Without it: where this module was loaded from. */
  readonly base?: string;
  /** Accessible name of the frame. */
  readonly title?: string;
  /**
   * CSS `aspect-ratio` of the frame; `16 / 9` without it. It is at least 400 px high, or what the style
   * property `--strata-min-height` says.
   */
  readonly aspectRatio?: string;
  /** `lazy` (default) loads the frame when it comes near the visible part of the page. */
  readonly loading?: 'lazy' | 'eager';
  /** `sandbox` of the frame, such as `allow-scripts allow-popups`; it needs `allow-scripts`. */
  readonly sandbox?: string;
  /** How long an answer may take before its promise is rejected, ms; 15000 without it. */
  readonly timeoutMs?: number;
}

/** What a message says besides being one. */
type Told<Message extends Envelope> = Omit<Message, keyof Envelope | 'type' | 'id'>;

/** What can be listened to, and what a listener is told. */
export interface EmbedEvents {
  readonly ready: Told<ReadyMessage>;
  readonly scene: Told<SceneMessage>;
  readonly select: Told<SelectMessage>;
  readonly step: Told<StepMessage>;
  readonly play: Told<PlayMessage>;
  readonly pause: Told<PauseMessage>;
  readonly ended: Told<EndedMessage>;
  readonly answer: Told<AnswerMessage>;
  readonly error: Told<ErrorMessage>;
  readonly resize: Told<ResizeMessage>;
}

/** An error whose `code` a program can tell apart. */
export interface EmbedError extends Error {
  readonly code: 'bad-option' | 'timeout' | 'destroyed' | ErrorMessage['code'];
}

/**
 * A frame that stands in the page. Every promise is rejected with an `EmbedError`: with the frame's own
 * words, after `timeoutMs` without an answer (counted from when the frame is loaded), or by `destroy`.
 */
export interface EmbedHandle {
  readonly iframe: HTMLIFrameElement;
  /** Settled by the first picture: what the frame says of itself. Rejected where there is no such scene. */
  readonly ready: Promise<EmbedEvents['ready']>;
  play(): Promise<Results['play']>;
  pause(): Promise<Results['pause']>;
  /** @param tMs playhead, ms */
  seek(tMs: number): Promise<Results['seek']>;
  next(): Promise<Results['next']>;
  prev(): Promise<Results['prev']>;
  /** @param step 1-based */
  goto(step: number): Promise<Results['goto']>;
  getScene(): Promise<Results['getScene']>;
  /**
   * @param scene id of a named scene, a query, or both: `id?query`
   * @returns what is shown, and what of it could not be used
   */
  setScene(scene: string): Promise<Results['setScene']>;
  /** @param layer path such as `docker-linux/kernel`; null takes the selection away */
  select(layer: string | null): Promise<Results['select']>;
  setTheme(theme: ThemeName): Promise<Results['setTheme']>;
  /** @param lang BCP 47 tag */
  setLang(lang: string): Promise<Results['setLang']>;
  setMotion(motion: MotionName): Promise<Results['setMotion']>;
  /**
   * @param listener called at each such event; a `ready` that has passed is told at once
   * @returns takes the listener away again
   * @throws {EmbedError} when there is no such event
   */
  on<K extends keyof EmbedEvents>(event: K, listener: (told: EmbedEvents[K]) => void): () => void;
  /** Takes frame and listeners away; promises that are open are rejected. */
  destroy(): void;
}

/**
 * Puts a frame at the end of an element. An option with a wrong value gives way to the nearest value or to
 * the default: the picture stands, a notice in the frame names the option, and so does an `error` event.
 *
 * @param target the element, or a selector of it
 * @throws {EmbedError} `bad-option` when there is no such element, or nothing says where Strata stands
 */
export function mount(target: Element | string, options: MountOptions = {}): EmbedHandle {
  const read = readOptions(target, options);
  const iframe = makeFrame(read.options, frameAddress(read.options, read.base));
  const talk = new FrameTalk(iframe, read);
  read.element.append(iframe);
  return {
    iframe,
    ready: talk.ready,
    play: () => talk.request('play'),
    pause: () => talk.request('pause'),
    seek: (tMs) => talk.request('seek', { t: tMs }),
    next: () => talk.request('next'),
    prev: () => talk.request('prev'),
    goto: (step) => talk.request('goto', { step }),
    getScene: () => talk.request('getScene'),
    setScene: (scene) => talk.request('setScene', { scene }),
    select: (layer) => talk.request('select', { layer }),
    setTheme: (theme) => talk.request('setTheme', { theme }),
    setLang: (lang) => talk.request('setLang', { lang }),
    setMotion: (motion) => talk.request('setMotion', { motion }),
    on: (event, listener) => talk.on(event, listener),
    destroy: () => talk.destroy(),
  };
}
