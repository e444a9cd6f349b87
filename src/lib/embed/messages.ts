/**
 * What a frame and its host tell each other, version 1: types alone, without an import, so that a host's
 * own code can take this file as it is. What a message has to be like is checked by `protocol.ts`.
 *
 * A message is an object `{ app: 'strata', v: 1, type, id?, … }`, sent by `postMessage`. A host may send it
 * as JSON text too. Fields that are not named here are ignored. A scene is a query string (contract §3)
 * without `?`, complete in itself: `stacks=docker-linux,vm-bare-metal&lens=boot`. The frame always sends
 * it in that form, so it also follows `/embed?`.
 */

export type ThemeName = 'auto' | 'light' | 'dark' | 'projector' | 'contrast';
export type MotionName = 'auto' | 'reduce' | 'full';

/** What a host may subscribe to. Which of them a frame can send stands in its `ready`. */
export type EventName =
  'scene' | 'select' | 'step' | 'play' | 'pause' | 'ended' | 'answer' | 'error';

/** Marks a message as one of this protocol. */
export interface Envelope {
  readonly app: 'strata';
  readonly v: 1;
}

/** The host's own name for a call, which the answer repeats: a string of 1 to 100 characters or a finite number. */
export type CallId = string | number;

// Host → frame

interface Call extends Envelope {
  /** With an id the call is answered by `result` or `error`. */
  readonly id?: CallId | undefined;
}
/** Plays from the playhead; from the start when the story is at its end. */
export interface PlayCall extends Call {
  readonly type: 'play';
}
export interface PauseCall extends Call {
  readonly type: 'pause';
}
/** Moves the playhead; playing goes on from there. */
export interface SeekCall extends Call {
  readonly type: 'seek';
  /** ms, 0 or more, as `t` of an address; beyond the end it is the end. */
  readonly t: number;
}
/**
 * Plays to the end of the step ahead, or jumps there; the answer tells where the playhead is by then. At
 * the last step it changes nothing.
 */
export interface NextCall extends Call {
  readonly type: 'next';
}
/** To the end of the step behind. At the first step it changes nothing. */
export interface PrevCall extends Call {
  readonly type: 'prev';
}
export interface GotoCall extends Call {
  readonly type: 'goto';
  /** 1 to the number of steps. */
  readonly step: number;
}
export interface GetSceneCall extends Call {
  readonly type: 'getScene';
}
/** Shows another scene. Theme, language and motion stay as they are unless the scene names them. */
export interface SetSceneCall extends Call {
  readonly type: 'setScene';
  /**
   * A query string with or without `?` in front, the id of a named scene (`vm-vs-container`), or the id
   * with a query that changes parts of it (`vm-vs-container?step=1&theme=dark`).
   */
  readonly scene: string;
}
export interface SelectCall extends Call {
  readonly type: 'select';
  /** Path of a layer, such as `docker-linux/kernel`; null: none. */
  readonly layer: string | null;
}
export interface SetThemeCall extends Call {
  readonly type: 'setTheme';
  readonly theme: ThemeName;
}
export interface SetLangCall extends Call {
  readonly type: 'setLang';
  /** BCP 47 tag of a language that there are words in. */
  readonly lang: string;
}
export interface SetMotionCall extends Call {
  readonly type: 'setMotion';
  readonly motion: MotionName;
}
/** Says which events are sent from now on: exactly these. */
export interface SubscribeCall extends Call {
  readonly type: 'subscribe';
  readonly events: readonly EventName[];
}
export interface PingCall extends Call {
  readonly type: 'ping';
}

/** Every message that a frame listens to. */
export type HostMessage =
  | PlayCall
  | PauseCall
  | SeekCall
  | NextCall
  | PrevCall
  | GotoCall
  | GetSceneCall
  | SetSceneCall
  | SelectCall
  | SetThemeCall
  | SetLangCall
  | SetMotionCall
  | SubscribeCall
  | PingCall;

export type MethodName = HostMessage['type'];

// What calls are answered with

/** Where the story is. A picture at rest is at its last step, complete. */
export interface Playhead {
  /** ms. */
  readonly t: number;
  /** 1-based; 0 where the picture has no story. */
  readonly step: number;
  readonly steps: number;
  /** ms; 0 where the picture has no story. */
  readonly duration: number;
  readonly isPlaying: boolean;
}

/** A part of a scene that could not be used; the rest of the scene stands. */
export interface SceneNotice {
  /** Stable name of what is wrong, such as `unknown-value`. */
  readonly code: string;
  /** Parameter, as given, shortened. */
  readonly param: string;
  /** Its value, as given, shortened. */
  readonly value: string;
  /** What stands instead; empty: nothing. */
  readonly used: string;
  /** The same for people. */
  readonly message: string;
}

/** `value` of the `result` of each call. */
export interface Results {
  readonly play: Playhead;
  readonly pause: Playhead;
  readonly seek: Playhead;
  readonly next: Playhead;
  readonly prev: Playhead;
  readonly goto: Playhead;
  readonly getScene: Playhead & SceneState;
  readonly setScene: Playhead & SceneState & { readonly notices: readonly SceneNotice[] };
  readonly select: { readonly layer: string | null };
  readonly setTheme: { readonly theme: ThemeName };
  readonly setLang: { readonly lang: string };
  readonly setMotion: { readonly motion: MotionName };
  readonly subscribe: { readonly events: readonly EventName[] };
  readonly ping: Record<never, never>;
}

/** What is shown. */
export interface SceneState {
  /** Query string, as above. */
  readonly scene: string;
  /** What the frame says above its picture. */
  readonly title: string;
}

// Frame → host

/** Sent once, when the first picture stands and the frame listens. Goes to any origin. */
export interface ReadyMessage extends Envelope, SceneState {
  readonly type: 'ready';
  readonly steps: number;
  /** 1-based; 0 where the picture has no story. */
  readonly step: number;
  readonly lang: string;
  readonly theme: ThemeName;
  /** Address of the frame as the host set it. */
  readonly src: string;
  readonly methods: readonly MethodName[];
  /** Events that this frame can send. */
  readonly events: readonly EventName[];
}

/** How high the frame would like to be; with `autoheight=1`. Goes to any origin. */
export interface ResizeMessage extends Envelope {
  readonly type: 'resize';
  /** CSS px. */
  readonly height: number;
}

/** Another scene is shown, or the same one with other settings; not when only its time or its look changes. */
export interface SceneMessage extends Envelope, SceneState {
  readonly type: 'scene';
  readonly steps: number;
}
export interface SelectMessage extends Envelope {
  readonly type: 'select';
  readonly layer: string | null;
}
/** Another step began. */
export interface StepMessage extends Envelope {
  readonly type: 'step';
  /** 1-based. */
  readonly step: number;
  readonly steps: number;
  /** The step's name. */
  readonly title: string;
}
export interface PlayMessage extends Envelope {
  readonly type: 'play';
  /** Playhead, ms. */
  readonly t: number;
}
export interface PauseMessage extends Envelope {
  readonly type: 'pause';
  /** Playhead, ms. */
  readonly t: number;
}
/** Playing reached the end of the story. */
export interface EndedMessage extends Envelope {
  readonly type: 'ended';
}
/** A reader answered a question: only from frames whose `ready` names it. */
export interface AnswerMessage extends Envelope {
  readonly type: 'answer';
  /** Id of the question. */
  readonly question: string;
  /** Ids of what was chosen. */
  readonly chosen: readonly string[];
  /** null: the question has no right answer. */
  readonly isRight: boolean | null;
}

export type ErrorCode =
  /** A field is missing, of another type or not one of its words. */
  | 'bad-value'
  /** There is no such call. */
  | 'unknown-type'
  /** There are fewer steps. */
  | 'out-of-range'
  /** No layer of that path is shown. */
  | 'unknown-layer'
  /** There is no named scene of that id. */
  | 'unknown-scene'
  /** What the scene needs did not arrive, or the browser cannot draw. */
  | 'not-shown'
  /** The picture has no story that could be played. */
  | 'no-story';

/** A call that could not be carried out, or a picture that could not be shown. */
export interface ErrorMessage extends Envelope {
  readonly type: 'error';
  /** Of the call, if it had one. */
  readonly id?: CallId | undefined;
  readonly code: ErrorCode;
  /** Field of the call that is wrong; absent where no call is at fault. */
  readonly field?: string | undefined;
  /** For developers, in English; names the field. Plain text. */
  readonly message: string;
}

/** The answer to a call with an id that was carried out. */
export type ResultMessage = {
  readonly [Method in MethodName]: Envelope & {
    readonly type: 'result';
    readonly id: CallId;
    readonly method: Method;
    readonly value: Results[Method];
  };
}[MethodName];

/** A statement of the Experience API (xAPI). Its actor has no name: who is learning, only the host knows. */
export interface XapiStatement {
  /** UUID. */
  readonly id: string;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly actor: Readonly<Record<string, unknown>>;
  /** `id` is the address of a verb of ADL, `display` its last word by language. */
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  /** What was learned from, or the question of it that was answered. */
  readonly object: { readonly id: string; readonly [part: string]: unknown };
  readonly result?: Readonly<Record<string, unknown>> | undefined;
  readonly context?: Readonly<Record<string, unknown>> | undefined;
}

/** With `xapi=1`: something was learned. */
export interface XapiMessage extends Envelope {
  readonly type: 'xapi';
  readonly statement: XapiStatement;
}

/** Sent without a subscription; or after one; or as an answer. */
export type EventMessage =
  | SceneMessage
  | SelectMessage
  | StepMessage
  | PlayMessage
  | PauseMessage
  | EndedMessage
  | AnswerMessage
  | ErrorMessage;

/** Every message that a frame sends. */
export type FrameMessage =
  ReadyMessage | ResizeMessage | EventMessage | XapiMessage | ResultMessage;
