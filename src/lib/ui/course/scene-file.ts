/** A scene as one file: the picture of an embed, with its controls. */
import { course as words } from '#lib/content/locales/en/course.ts';
import { namedScenes } from '#lib/content/named-scenes.ts';
import { EMPTY_SCENE } from '#lib/model/scene.ts';
import { partsOf } from '#lib/model/scene-parts.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { decodeScene, encodeScene } from '#lib/state/url.ts';
import { sceneWords } from '../words/scene-words.ts';
import { collectParts, type OnProgress } from './collect-parts.ts';
import { writeData } from './course-data.ts';
import { oneFile } from './one-file.ts';

const LANG = 'en';
/** What `routes/embed/[[scene]]/wake.ts` reads. */
const EMBED_DATA_ID = 'embed-data';

/** What is to be saved. */
export interface SavedScene {
  /** As a query string, without `?`. */
  readonly query: string;
  readonly headline: string;
}

/** @returns id of the named scene that a query string stands for; null: none */
export function namedSceneOf(query: string): string | null {
  const isSame = (other: string) => canonical(other) === canonical(query);
  return namedScenes.find((one) => isSame(one.query))?.id ?? null;
}

function canonical(query: string): string {
  return encodeScene(decodeScene(query, EMPTY_SCENE, knownNames).scene, EMPTY_SCENE);
}

/**
 * @param site start of the site, without a slash at its end
 * @returns HTML
 * @throws {MissingFile} (rejects) when something of it does not arrive
 */
export async function sceneHtml(
  site: string,
  { query, headline }: SavedScene,
  onprogress: OnProgress,
): Promise<string> {
  const sceneId = namedSceneOf(query);
  const { scene } = decodeScene(query, EMPTY_SCENE, knownNames);
  const [said, parts] = await Promise.all([
    sceneWords(scene, 'embed'),
    collectParts(
      site,
      {
        entry: 'embed',
        stacks: new Set(scene.stacks.map(({ id }) => id)),
        lenses: new Set([scene.lens]),
      },
      onprogress,
    ),
  ]);
  const address = `${site}/explore${sceneId === null ? `?${query}` : `/${sceneId}`}`;
  return oneFile(
    parts,
    {
      ...{ lang: LANG, title: headline, summary: said.sentence },
      noScript: words.file.noScript,
      online: words.file.online,
      notice: words.file.notice(headline, address),
    },
    {
      id: EMBED_DATA_ID,
      json: writeData({ sceneId, parts: partsOf(scene), words: said, root: site }),
    },
  );
}
