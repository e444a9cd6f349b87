/**
 * The embed's messages, version 1, as schemas: what a frame accepts from its host, and what it sends. Pure,
 * and safe with anything a host may send: only the fields of the named call are looked at, strings and
 * lists are measured before they are read, and nothing is copied out but what was checked.
 */
import * as v from 'valibot';
import { MOTIONS, THEMES } from '../model/scene.ts';
import type {
  CallId,
  ErrorCode,
  EventName,
  FrameMessage,
  HostMessage,
  MethodName,
} from './messages.ts';

export type * from './messages.ts';

/** Longer text is not even parsed: no scene needs more, and an address cannot hold it. */
export const MAX_TEXT = 16_384;
const MAX_ID = 100;
const MAX_PATH = 200;
const MAX_TAG = 40;
/** Longest part of a bad value that an error repeats. */
const MAX_SHOWN = 60;

/** Every event there is. */
export const EVENTS = [
  'scene',
  'select',
  'step',
  'play',
  'pause',
  'ended',
  'answer',
  'error',
] as const satisfies readonly EventName[];

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));

const id = v.union([text(MAX_ID), v.pipe(v.number(), v.finite())]);
const envelope = { app: v.literal('strata'), v: v.literal(1) };
const call = { ...envelope, id: v.optional(id) };

/** Of a list, the length is looked at before its entries. */
const isShortList = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 2 * EVENTS.length;

/** What each call has to be like. */
export const CALLS = {
  play: v.object({ ...call, type: v.literal('play') }),
  pause: v.object({ ...call, type: v.literal('pause') }),
  seek: v.object({
    ...call,
    type: v.literal('seek'),
    t: v.pipe(v.number(), v.finite(), v.minValue(0)),
  }),
  next: v.object({ ...call, type: v.literal('next') }),
  prev: v.object({ ...call, type: v.literal('prev') }),
  goto: v.object({
    ...call,
    type: v.literal('goto'),
    step: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  }),
  getScene: v.object({ ...call, type: v.literal('getScene') }),
  setScene: v.object({ ...call, type: v.literal('setScene'), scene: text(MAX_TEXT) }),
  select: v.object({ ...call, type: v.literal('select'), layer: v.nullable(text(MAX_PATH)) }),
  setTheme: v.object({ ...call, type: v.literal('setTheme'), theme: v.picklist(THEMES) }),
  setLang: v.object({ ...call, type: v.literal('setLang'), lang: text(MAX_TAG) }),
  setMotion: v.object({ ...call, type: v.literal('setMotion'), motion: v.picklist(MOTIONS) }),
  subscribe: v.object({
    ...call,
    type: v.literal('subscribe'),
    events: v.pipe(v.unknown(), v.check(isShortList), v.array(v.picklist(EVENTS))),
  }),
  ping: v.object({ ...call, type: v.literal('ping') }),
} as const satisfies {
  readonly [Method in MethodName]: v.GenericSchema<unknown, HostMessage & { type: Method }>;
};

/** What a field must be, as an error says it. */
const MUST_BE: Readonly<Record<string, string>> = {
  t: 'a time in ms, 0 or more',
  step: 'a whole number, 1 or more',
  scene: `a query string or the id of a named scene, 1 to ${MAX_TEXT} characters`,
  layer: 'the path of a layer, such as docker-linux/kernel, or null',
  theme: `one of ${THEMES.join(', ')}`,
  lang: 'a BCP 47 tag, such as en',
  motion: `one of ${MOTIONS.join(', ')}`,
  events: `a list of events: ${EVENTS.join(', ')}`,
};

/** Every call there is. */
export const METHODS: readonly MethodName[] = [
  'play',
  'pause',
  'seek',
  'next',
  'prev',
  'goto',
  'getScene',
  'setScene',
  'select',
  'setTheme',
  'setLang',
  'setMotion',
  'subscribe',
  'ping',
];

const string = v.string();
const playhead = {
  t: v.number(),
  step: v.number(),
  steps: v.number(),
  duration: v.number(),
  isPlaying: v.boolean(),
};
const sceneState = { scene: string, title: string };
const notice = v.object({
  code: string,
  param: string,
  value: string,
  used: string,
  message: string,
});
const theme = v.picklist(THEMES);
const eventList = v.array(v.picklist(EVENTS));
const methodList = v.array(v.picklist(METHODS));

const result = <const Method extends MethodName, const Entries extends v.ObjectEntries>(
  method: Method,
  entries: Entries,
) =>
  v.strictObject({
    ...envelope,
    type: v.literal('result'),
    id,
    method: v.literal(method),
    value: v.strictObject(entries),
  });

const RESULT = v.variant('method', [
  result('play', playhead),
  result('pause', playhead),
  result('seek', playhead),
  result('next', playhead),
  result('prev', playhead),
  result('goto', playhead),
  result('getScene', { ...playhead, ...sceneState }),
  result('setScene', { ...playhead, ...sceneState, notices: v.array(notice) }),
  result('select', { layer: v.nullable(string) }),
  result('setTheme', { theme }),
  result('setLang', { lang: string }),
  result('setMotion', { motion: v.picklist(MOTIONS) }),
  result('subscribe', { events: eventList }),
  result('ping', {}),
]);

const ERROR_CODES = [
  'bad-value',
  'unknown-type',
  'out-of-range',
  'unknown-layer',
  'unknown-scene',
  'not-shown',
  'no-story',
] as const satisfies readonly ErrorCode[];

const part = v.record(string, v.unknown());
const statement = v.strictObject({
  id: string,
  timestamp: string,
  actor: part,
  verb: v.strictObject({ id: string, display: v.record(string, string) }),
  object: v.objectWithRest({ id: string }, v.unknown()),
  result: v.optional(part),
  context: v.optional(part),
});

/** What every message of a frame is like, to the last field. */
export const FRAME_MESSAGE = v.variant('type', [
  v.strictObject({
    ...envelope,
    type: v.literal('ready'),
    ...sceneState,
    steps: v.number(),
    step: v.number(),
    lang: string,
    theme,
    src: string,
    methods: methodList,
    events: eventList,
  }),
  v.strictObject({ ...envelope, type: v.literal('resize'), height: v.number() }),
  v.strictObject({ ...envelope, type: v.literal('scene'), ...sceneState, steps: v.number() }),
  v.strictObject({ ...envelope, type: v.literal('select'), layer: v.nullable(string) }),
  v.strictObject({
    ...envelope,
    type: v.literal('step'),
    step: v.number(),
    steps: v.number(),
    title: string,
  }),
  v.strictObject({ ...envelope, type: v.literal('play'), t: v.number() }),
  v.strictObject({ ...envelope, type: v.literal('pause'), t: v.number() }),
  v.strictObject({ ...envelope, type: v.literal('ended') }),
  v.strictObject({
    ...envelope,
    type: v.literal('answer'),
    question: string,
    chosen: v.array(string),
    isRight: v.nullable(v.boolean()),
  }),
  v.strictObject({
    ...envelope,
    type: v.literal('error'),
    id: v.optional(id),
    code: v.picklist(ERROR_CODES),
    field: v.optional(string),
    message: string,
  }),
  v.strictObject({ ...envelope, type: v.literal('xapi'), statement }),
  RESULT,
]) satisfies v.GenericSchema<unknown, FrameMessage>;

/** What came of reading a message. */
export type CallReading =
  /** None of ours, or malformed: as if it had not come. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'call'; readonly call: HostMessage }
  /** One of ours, but it cannot be carried out; `message` names `field`. */
  | {
      readonly kind: 'bad';
      readonly id: CallId | undefined;
      readonly code: ErrorCode;
      readonly field: string;
      readonly message: string;
    };

const IGNORED: CallReading = { kind: 'ignored' };
const HEAD = v.object({ ...call, type: text(MAX_TAG) });
const ABORT = { abortEarly: true, abortPipeEarly: true } as const;

/**
 * Who may speak: the window around the frame, and once its origin is known, only from there.
 * @param parent the window that holds the frame
 * @param origin the origin that is listened to; null: not known yet
 */
export function isFromHost(
  event: { readonly source: unknown; readonly origin: string },
  parent: unknown,
  origin: string | null,
): boolean {
  return event.source === parent && (origin === null || event.origin === origin);
}

/**
 * @param data what came with a message event
 * @returns it, or what its text holds as JSON; undefined where that is no object, is too long, or carries
 *   a key that means something to JavaScript itself
 */
export function openMessage(data: unknown): object | undefined {
  const value = typeof data === 'string' ? parseJson(data) : data;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const isPlain = !['__proto__', 'constructor', 'prototype'].some((key) =>
    Object.hasOwn(value, key),
  );
  return isPlain ? value : undefined;
}

function parseJson(data: string): unknown {
  if (data.length > MAX_TEXT || !data.startsWith('{')) return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** @param value as {@link openMessage} gives it; never throws */
export function readCall(value: object | undefined): CallReading {
  const head = v.safeParse(HEAD, value, ABORT);
  if (!head.success) return IGNORED;
  const { id: callId, type } = head.output;
  const method = METHODS.find((name) => name === type);
  if (method === undefined) return unknownType(callId, type);
  const reading = v.safeParse(CALLS[method], value, ABORT);
  if (reading.success) return { kind: 'call', call: reading.output };
  const [part] = reading.issues[0].path ?? [];
  const field = String(part?.key ?? 'type');
  const message = `${field} must be ${MUST_BE[field] ?? 'given'}; got ${shown(part?.value)}`;
  return { kind: 'bad', id: callId, code: 'bad-value', field, message };
}

/** What a frame sends is no call: a host that repeats everything to every frame is not answered. */
function unknownType(callId: CallId | undefined, type: string): CallReading {
  const isEcho = [...EVENTS, 'ready', 'resize', 'xapi', 'result'].some((name) => name === type);
  if (isEcho) return IGNORED;
  const message = `type must be one of ${METHODS.join(', ')}; got ${shown(type)}`;
  return { kind: 'bad', id: callId, code: 'unknown-type', field: 'type', message };
}

/** A bad value, short enough to be repeated whatever it is. */
function shown(value: unknown): string {
  if (typeof value === 'string') {
    const start = [...value.slice(0, MAX_SHOWN)].join('').toWellFormed();
    return JSON.stringify(value.length > MAX_SHOWN ? `${start}…` : start);
  }
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  const isPlain = value === null || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? String(value) : `something of type ${typeof value}`;
}
