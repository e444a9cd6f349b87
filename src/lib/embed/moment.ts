/** What a host can notice of a frame at one moment, and what it is told between two of them. */
import { EMPTY_SCENE } from '../model/scene.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { encodeScene } from '../state/url.ts';
import type { EventMessage, Playhead, SceneState } from './messages.ts';
import { playheadOf } from './story.ts';

export interface Moment {
  readonly playhead: Playhead;
  /** Names of the steps. */
  readonly titles: readonly string[];
  readonly select: string | null;
  /** The scene without its time, its camera, its selection and its look. */
  readonly shown: string;
}

/** Of a message, what its envelope does not say. */
export type Said = EventMessage extends infer Message
  ? Message extends EventMessage
    ? Omit<Message, 'app' | 'v'>
    : never
  : never;

/** @param shown as {@link shownQuery} gives it: computed apart, it is the same for a whole story */
export function momentOf(explorer: Explorer, shown: string): Moment {
  const playhead = playheadOf(explorer);
  return {
    playhead,
    titles: explorer.chapters.map(({ label }) => label),
    select: explorer.scene.select,
    shown,
  };
}

/** The scene as a query string, without what changes while it is played or looked at. */
export function shownQuery({ scene }: Explorer): string {
  return encodeScene({ ...scene, ...STILL }, EMPTY_SCENE);
}

const STILL = {
  ...{ tMs: null, step: null, play: false, camera: null, select: null },
  ...{ theme: EMPTY_SCENE.theme, lang: EMPTY_SCENE.lang, motion: EMPTY_SCENE.motion },
} as const;

function titleOf({ titles, playhead }: Moment): string {
  return titles[playhead.step - 1] ?? '';
}

/** @param state the scene as it is now, asked for only where it is told */
export function saidBetween(before: Moment, now: Moment, state: () => SceneState): readonly Said[] {
  const said: Said[] = [];
  const { playhead } = now;
  const wasPlaying = before.playhead.isPlaying;
  const isOther = before.shown !== now.shown;
  const isStep =
    playhead.step !== before.playhead.step ||
    playhead.steps !== before.playhead.steps ||
    titleOf(now) !== titleOf(before);
  if (isOther) said.push({ type: 'scene', ...state(), steps: playhead.steps });
  if (before.select !== now.select) said.push({ type: 'select', layer: now.select });
  if (playhead.steps > 0 && isStep) {
    // A slow frame may pass a short step: who plays tells each.
    const isPassing = wasPlaying && !isOther && playhead.step > before.playhead.step;
    const { steps } = playhead;
    for (
      let step = isPassing ? before.playhead.step + 1 : playhead.step;
      step <= playhead.step;
      step++
    )
      said.push({ type: 'step', step, steps, title: now.titles[step - 1] ?? '' });
  }
  if (!wasPlaying && playhead.isPlaying) said.push({ type: 'play', t: playhead.t });
  if (wasPlaying && !playhead.isPlaying) {
    said.push({ type: 'pause', t: playhead.t });
    if (!isOther && playhead.t >= playhead.duration) said.push({ type: 'ended' });
  }
  return said;
}
