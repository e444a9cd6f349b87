/** Links to what is seen, with or without the numbers that stand beside the sourced ones. */
import { knownNames } from '#lib/state/known-names.ts';
import { decodeScene, encodeScene } from '#lib/state/url.ts';
import { EMPTY_SCENE, type Scene } from '#lib/model/scene.ts';
import { OWN_STUDY } from '#lib/model/boot-settings.ts';
import type { OwnDesk } from '../own/own-desk.svelte.ts';

/** What the share dialog needs. */
export interface SceneLinks {
  /** How many own numbers there are to take along. */
  readonly ownCount: number;
  /** Own numbers belong to what is seen: without them the link would show something else. */
  readonly needsOwn: boolean;
  /** What is seen, as a query string without `?`. */
  readonly query: string;
  /** @returns the address; null when the numbers are too many for one */
  link(withOwn: boolean): Promise<string | null>;
}

/** @param query of a named scene; empty without one. @returns what an address says its differences from */
export function baseOf(query: string): Scene {
  return query === '' ? EMPTY_SCENE : decodeScene(query, EMPTY_SCENE, knownNames).scene;
}

/**
 * @param path address without a query
 * @param scene what is seen
 * @param base the named scene that the path stands for
 */
export function sceneLinks(path: string, scene: Scene, base: Scene, desk: OwnDesk): SceneLinks {
  const needsOwn = desk.isFromLink || (scene.boot.study === OWN_STUDY && desk.evidence !== null);
  return {
    ownCount: desk.count,
    needsOwn,
    query: encodeScene(scene, EMPTY_SCENE),
    async link(withOwn) {
      const isOwnLeft = !withOwn && scene.boot.study === OWN_STUDY;
      const shown = isOwnLeft ? { ...scene, boot: { ...scene.boot, study: null } } : scene;
      const plain = encodeScene(shown, base);
      const query = withOwn ? await desk.withOwn(plain) : plain;
      if (query === null) return null;
      return new URL(`${path}${query === '' ? '' : `?${query}`}`, location.href).href;
    },
  };
}
