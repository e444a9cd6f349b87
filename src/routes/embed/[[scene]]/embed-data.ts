/** What the page of an embed hands to its script: written and read here, and nowhere else. */
import type { SceneParts } from '#lib/model/scene-parts.ts';
import type { ScenePage } from '#lib/ui/words/scene-page.ts';

/** The properties of the shell. */
export interface EmbedData extends Pick<ScenePage, 'sceneId' | 'words'> {
  /** What its name or file stands for. */
  readonly parts: SceneParts;
  /** Way from the page to the start of the site, without a slash at its end. */
  readonly root: string;
}

/** @returns JSON that can stand inside a script element: nothing in it ends that element. */
export function writeEmbedData(data: EmbedData): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

/** @param text as `writeEmbedData` wrote it into this very page */
export function readEmbedData(text: string): EmbedData {
  return JSON.parse(text);
}
