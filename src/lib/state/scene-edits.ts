/** What a reader can do to a scene, as pure functions from scene to scene. */
import type { Lens, Overlay, Scene } from '../model/scene.ts';
import type { Setting } from '../model/setting.ts';
import { LENS_SETTINGS, type LensSettings, type SettingLens } from '../model/settings.ts';
import { MAX_INSTANCES, MAX_STACKS } from '../model/scene.ts';
import type { StackRef } from '../model/stack.ts';

/** @returns how a stack is written in a URL: `id` or `id:variant`. */
export function refText(ref: StackRef): string {
  return ref.variant === undefined ? ref.id : `${ref.id}:${ref.variant}`;
}

/** @param text a stack as written in a URL, the default variant left out */
export function refOf(text: string): StackRef {
  const [id = '', variant] = text.split(':');
  return variant === undefined ? { id } : { id, variant };
}

function sameRef(a: StackRef, b: StackRef): boolean {
  return a.id === b.id && a.variant === b.variant;
}

/** @returns the scene with the stack at the right end; itself when it is there already or there is no room. */
export function addStack(scene: Scene, ref: StackRef): Scene {
  const isThere = scene.stacks.some((other) => sameRef(other, ref));
  if (isThere || scene.stacks.length >= MAX_STACKS) return scene;
  return withStacks(scene, [...scene.stacks, ref]);
}

/**
 * @param index place of the stack that another is to stand beside
 * @param most where so many stand already, the other takes its place instead
 * @returns the scene with the other one at its right; itself when that is there already.
 */
export function addBeside(scene: Scene, index: number, ref: StackRef, most: number): Scene {
  if (scene.stacks.length >= most) return replaceStack(scene, index, ref);
  if (scene.stacks.some((other) => sameRef(other, ref))) return scene;
  return withStacks(scene, scene.stacks.toSpliced(index + 1, 0, ref));
}

export function replaceStack(scene: Scene, index: number, ref: StackRef): Scene {
  const isThere = scene.stacks.some((other, at) => at !== index && sameRef(other, ref));
  if (isThere || scene.stacks[index] === undefined) return scene;
  return withStacks(
    scene,
    scene.stacks.map((other, at) => (at === index ? ref : other)),
  );
}

export function removeStack(scene: Scene, index: number): Scene {
  if (scene.stacks[index] === undefined) return scene;
  return withStacks(
    scene,
    scene.stacks.filter((_, at) => at !== index),
  );
}

/** @param by -1 one place to the left, 1 one to the right */
export function moveStack(scene: Scene, index: number, by: -1 | 1): Scene {
  const moved = scene.stacks[index];
  const other = scene.stacks[index + by];
  if (moved === undefined || other === undefined) return scene;
  const stacks = [...scene.stacks];
  stacks[index] = other;
  stacks[index + by] = moved;
  return withStacks(scene, stacks);
}

/** Another lens has another time and another layout: playhead and camera start afresh. */
export function setLens(scene: Scene, lens: Lens): Scene {
  if (lens === scene.lens) return scene;
  return { ...scene, lens, tMs: null, step: null, play: false, speed: null, camera: null };
}

export function toggleOverlay(scene: Scene, overlay: Overlay, on: boolean): Scene {
  const others = scene.overlays.filter((other) => other !== overlay);
  return { ...scene, overlays: on ? [...others, overlay] : others };
}

/** Sets a lens. A setting with which other things happen, or at other times, rewinds. */
export function setLensSettings<L extends SettingLens>(
  scene: Scene,
  lens: L,
  change: Partial<LensSettings[L]>,
): Scene {
  const before = scene[lens] as Readonly<Record<string, unknown>>;
  const after = { ...before, ...change };
  const next = { ...scene, [lens]: after };
  const keepsTime = Object.entries<Setting>(LENS_SETTINGS[lens]).every(
    ([name, { retimes }]) => retimes === undefined || after[name] === before[name],
  );
  return keepsTime ? next : { ...next, tMs: null, step: null, play: false };
}

/** Stacks that one study timed, raced by it: a study made for other stacks would hide them. */
export function raceBy(scene: Scene, stacks: readonly StackRef[], study: string): Scene {
  return setLensSettings(withStacks(scene, stacks.slice(0, MAX_STACKS)), 'boot', { study });
}

/** @returns the scene in the Boot lens, run from a study, with the stacks it times beside those there are */
export function showStudy(scene: Scene, study: string, refs: readonly StackRef[]): Scene {
  const withAll = refs.reduce(addStack, scene);
  return setLensSettings(setLens(withAll, 'boot'), 'boot', { study });
}

/** @param n instances per stack; null: each stack's own number */
export function setInstances(scene: Scene, n: number | null): Scene {
  const count = n === null || !Number.isFinite(n) ? null : Math.round(n);
  return {
    ...withStacks(scene, scene.stacks),
    n: count === null ? null : Math.min(MAX_INSTANCES, Math.max(1, count)),
  };
}

/** The layers change: camera and playhead of the old picture mean nothing any more. */
function withStacks(scene: Scene, stacks: readonly StackRef[]): Scene {
  const keys = new Set(stacks.map(refText));
  const stackOfSelected = scene.select?.split('/', 1)[0];
  const keepsSelected = stackOfSelected !== undefined && keys.has(stackOfSelected);
  return {
    ...scene,
    stacks,
    tMs: null,
    step: null,
    play: false,
    camera: null,
    select: keepsSelected ? scene.select : null,
  };
}
