/** Carries out what a host asks for. */
import { findLayer } from '../model/stack.ts';
import { nextTask } from '../state/next-task.ts';
import type { Frame } from './frame.ts';
import type {
  ErrorCode,
  EventName,
  GotoCall,
  HostMessage,
  Results,
  SceneNotice,
  SceneState,
  SeekCall,
  SelectCall,
  SetLangCall,
  SetSceneCall,
} from './messages.ts';
import { hasStory, playheadOf, stepBack, stepOn } from './story.ts';

/** Why a call could not be carried out. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly field?: string;
  readonly message: string;
}

export type Answer =
  | { readonly ok: true; readonly value: Results[keyof Results] }
  | { readonly ok: false; readonly refusal: Refusal };

/** What is shown, for `ready`, `scene` and answers. */
export function sceneState({ explorer, query }: Frame): SceneState {
  return { scene: query(), title: explorer.headline ?? '' };
}

/**
 * Never rejects.
 * @param subscribe takes the events that are sent from now on, and says which of them there are
 */
export async function carryOut(
  call: HostMessage,
  frame: Frame,
  subscribe: (events: readonly EventName[]) => readonly EventName[],
): Promise<Answer> {
  const { explorer } = frame;
  switch (call.type) {
    case 'ping':
      return done({});
    case 'getScene':
      return done({ ...playheadOf(explorer), ...sceneState(frame) });
    case 'setScene':
      return setScene(call, frame).catch(() => refuse('not-shown', `${NOT_HERE} did not arrive`));
    case 'select':
      return select(call, frame);
    case 'setTheme':
      explorer.setLook({ theme: call.theme });
      return done({ theme: call.theme });
    case 'setMotion':
      explorer.setLook({ motion: call.motion });
      return done({ motion: call.motion });
    case 'setLang':
      return setLang(call, frame);
    case 'subscribe':
      return done({ events: subscribe(call.events) });
    default:
      return tell(call, frame);
  }
}

const NOT_HERE = 'scene needs files that';

type StoryCall = Extract<
  HostMessage,
  { readonly type: 'play' | 'pause' | 'seek' | 'next' | 'prev' | 'goto' }
>;

/** Moves the story. */
function tell(call: StoryCall, { explorer }: Frame): Answer {
  if (!hasStory(explorer)) {
    return refuse('no-story', `type ${call.type} has nothing to move: this picture has no steps`);
  }
  const { player } = explorer;
  switch (call.type) {
    case 'play':
      player.play();
      break;
    case 'pause':
      player.pause();
      break;
    case 'next':
      stepOn(explorer);
      break;
    case 'prev':
      stepBack(explorer);
      break;
    case 'seek':
      seek(call, explorer.durationMs, (tMs) => player.seek(tMs));
      break;
    case 'goto': {
      const refusal = unlessStep(call, explorer.chapters.length);
      if (refusal !== null) return refusal;
      player.toStep(call.step);
      break;
    }
  }
  explorer.timeChanged();
  return done(playheadOf(explorer));
}

/** The end of a story is its picture at rest. */
function seek({ t }: SeekCall, durationMs: number, to: (tMs: number | null) => void): void {
  to(t >= durationMs ? null : t);
}

function unlessStep({ step }: GotoCall, steps: number): Answer | null {
  if (step <= steps) return null;
  return refuse('out-of-range', `step must be 1 to ${steps}; got ${step}`, 'step');
}

async function setScene({ scene: text }: SetSceneCall, frame: Frame): Promise<Answer> {
  const { explorer } = frame;
  const { theme, lang, motion } = explorer.scene;
  const read = await frame.readScene(text, { theme, lang, motion });
  if (read === null) {
    const id = JSON.stringify(text.split('?', 1)[0]?.slice(0, 60));
    return refuse('unknown-scene', `scene must be a query or a named scene; got ${id}`, 'scene');
  }
  if (read.scene.stacks.length === 0) return refuseEmpty(text, read.notices);
  explorer.player.pause();
  await explorer.open(read.scene);
  // The picture, and with it its time, follows in the task after.
  await nextTask();
  if (explorer.hasFailed || explorer.stacks.length === 0) {
    return refuse('not-shown', `${NOT_HERE} did not arrive`, 'scene');
  }
  return done({ ...playheadOf(explorer), ...sceneState(frame), notices: read.notices });
}

/** A scene in which nothing stands would take away the picture that is there. */
function refuseEmpty(text: string, notices: readonly SceneNotice[]): Answer {
  const why = notices.map(({ message }) => ` ${message}`).join('');
  const got = JSON.stringify(text.slice(0, 60));
  return refuse('bad-value', `scene must have a stack that there is; got ${got}.${why}`, 'scene');
}

function select({ layer }: SelectCall, { explorer }: Frame): Answer {
  const isShown =
    layer === null || explorer.stacks.some(({ stack }) => findLayer(stack, layer) !== undefined);
  if (!isShown) {
    const got = JSON.stringify(layer.slice(0, 60));
    return refuse('unknown-layer', `layer must be one that is shown; got ${got}`, 'layer');
  }
  explorer.select(layer);
  return done({ layer });
}

function setLang({ lang }: SetLangCall, { explorer, knowsLang }: Frame): Answer {
  if (!knowsLang(lang)) {
    const got = JSON.stringify(lang);
    return refuse('bad-value', `lang must be a language there are words in; got ${got}`, 'lang');
  }
  explorer.setLook({ lang });
  return done({ lang });
}

function done(value: Results[keyof Results]): Answer {
  return { ok: true, value };
}

function refuse(code: ErrorCode, message: string, field = 'type'): Answer {
  return { ok: false, refusal: { code, field, message } };
}
