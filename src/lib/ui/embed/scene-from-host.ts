/** Reads a scene as a host writes it, with what could not be used in words. */
import { findNamedScene } from '#lib/content/named-scenes.ts';
import type { ReadScene } from '#lib/embed/frame.ts';
import type { SceneNotice } from '#lib/embed/messages.ts';
import { splitScene } from '#lib/embed/scene-text.ts';
import { EMPTY_SCENE, type Scene } from '#lib/model/scene.ts';
import type { Explorer } from '#lib/state/explorer.svelte.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { decodeNamedScene } from '#lib/state/named-scenes.ts';
import { decodeScene } from '#lib/state/url.ts';
import type { Notice } from '#lib/state/url-notice.ts';

/** A scene, and how its address is written from here on. */
export interface SceneFromHost extends ReadScene {
  /** Puts the numbers that came with it behind a query; absent: there are none. */
  readonly withOwn?: (query: string) => string;
  /** What of it could not be used, without words. */
  readonly found: readonly Notice[];
}

/**
 * @param text as `setScene` takes it
 * @param look what stays unless the scene names it
 * @returns null: there is no named scene of that id
 * @throws (rejects) when code that it needs does not arrive
 */
export async function sceneFromHost(
  text: string,
  look: Pick<Scene, 'theme' | 'lang' | 'motion'>,
  explorer: Explorer,
): Promise<SceneFromHost | null> {
  const { id, query } = splitScene(text);
  const named = id === null ? null : findNamedScene(id);
  if (named === undefined) return null;
  const base = named === null ? EMPTY_SCENE : decodeNamedScene(named, knownNames).scene;
  const own = /(?:^|&)own=/.test(query)
    ? await import('../own/open-in-frame.ts').then((code) => code.openInFrame(explorer, query))
    : null;
  const { scene, notices } = decodeScene(query, { ...base, ...look }, own?.names ?? knownNames);
  const found = [...notices, ...(own?.notices ?? [])];
  const said = await inWords(found);
  return { scene, notices: said, found, ...(own && { withOwn: own.withLink }) };
}

/**
 * @returns notices as a host is told them
 * @throws (rejects) when the words do not arrive
 */
export async function inWords(found: readonly Notice[]): Promise<readonly SceneNotice[]> {
  if (found.length === 0) return [];
  const { noticeText } = await import('../notice-text.ts');
  return found.map((notice) => ({ ...notice, message: noticeText(notice) }));
}
