/** Scenes by name: what the address says before its query, decoded. */
import { findNamedScene, type NamedScene } from '../content/named-scenes.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import { decodeScene, type DecodedScene, type KnownNames } from './url.ts';

/** @returns the scene that a name stands for, before any query; never throws. */
export function decodeNamedScene(named: NamedScene, known: KnownNames): DecodedScene {
  return decodeScene(named.query, EMPTY_SCENE, known);
}

/** @returns the scene of that id, or the empty one if the id is absent or unknown. */
export function baseScene(id: string | null | undefined, known: KnownNames): Scene {
  const named = id === null || id === undefined ? undefined : findNamedScene(id);
  return named === undefined ? EMPTY_SCENE : decodeNamedScene(named, known).scene;
}
