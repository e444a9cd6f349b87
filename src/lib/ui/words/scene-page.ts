/** What the pages of named scenes say, made at build time. */
import { findNamedScene } from '#lib/content/named-scenes.ts';
import type { Shell } from '#lib/scene/lens.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { baseScene } from '#lib/state/named-scenes.ts';
import { sceneLinks, type SceneLinks } from '../site/scene-links.ts';
import { sceneWords, type SceneWords } from './scene-words.ts';

export interface ScenePage {
  readonly sceneId: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  /** What would stand in the address bar; empty for the empty scene. */
  readonly query: string;
  readonly words: SceneWords;
  /** For other sites; null: a scene without a name. */
  readonly links: SceneLinks | null;
}

/**
 * @param start what stands before each path on this site
 * @param shell whose words: a frame has no letters over its stacks, and calls them by their names
 * @returns the page of a scene, of the empty one without an id; null when there is no such scene
 */
export async function scenePage(
  id: string | undefined,
  start: string,
  shell: Shell = 'explore',
): Promise<ScenePage | null> {
  const named = id === undefined ? undefined : findNamedScene(id);
  if (id !== undefined && named === undefined) return null;
  return {
    sceneId: named?.id ?? null,
    title: named?.title ?? null,
    summary: named?.summary ?? null,
    query: named?.query ?? '',
    links: named ? sceneLinks(named.id, start) : null,
    words: await sceneWords(baseScene(named?.id, knownNames), shell),
  };
}
