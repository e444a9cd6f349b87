/** A lesson as one file, and as a package for course systems. */
import { strToU8, zipSync } from 'fflate';
import { course as words } from '#lib/content/locales/en/course.ts';
import { manifestXml } from '#lib/embed/course/manifest.ts';
import { scenesOf } from '#lib/model/lesson/pictures.ts';
import { EMPTY_SCENE, type Lens } from '#lib/model/scene.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { decodeScene } from '#lib/state/url.ts';
import type { LessonPageData } from '../learn/lesson-page.ts';
import { fetchText, MissingFile } from './classic-files.ts';
import { collectParts, type FileParts, type OnProgress } from './collect-parts.ts';
import { LESSON_DATA_ID, writeData, type CourseData } from './course-data.ts';
import { oneFile } from './one-file.ts';
import type { Shown } from './pick-chunks.ts';

/** The one language there is, BCP 47. */
const LANG = 'en';

/** A lesson and all that its file consists of. */
export interface LessonParts {
  readonly page: LessonPageData;
  readonly parts: FileParts;
}

/**
 * @param site start of the site, without a slash at its end
 * @param lessonId of a lesson of the site
 * @throws {MissingFile} (rejects) when something of it does not arrive
 */
export async function collectLesson(
  site: string,
  lessonId: string,
  onprogress: OnProgress,
): Promise<LessonParts> {
  const address = `${site}/course/${lessonId}.json`;
  const page = readPage(await fetchText(address), address);
  return { page, parts: await collectParts(site, shownIn(page), onprogress) };
}

/** @throws {MissingFile} when the site answers with something else */
function readPage(text: string, address: string): LessonPageData {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MissingFile(address, { cause });
  }
}

function shownIn({ lesson }: LessonPageData): Shown {
  const scenes = lesson.steps
    .flatMap(scenesOf)
    .map((query) => decodeScene(query, EMPTY_SCENE, knownNames).scene);
  return {
    entry: 'lesson',
    stacks: new Set(scenes.flatMap(({ stacks }) => stacks.map(({ id }) => id))),
    lenses: new Set<Lens>([
      ...scenes.map(({ lens }) => lens),
      ...lesson.steps.flatMap(({ lenses }) => lenses),
    ]),
  };
}

/** @returns the lesson as HTML */
export function lessonHtml({ page, parts }: LessonParts, passMark: number | null): Promise<string> {
  const { title, summary } = page.lesson;
  const data: CourseData = { page, site: parts.site, lang: LANG, passMark };
  return oneFile(
    parts,
    {
      ...{ lang: LANG, title, summary },
      noScript: words.file.noScript,
      notice: words.file.notice(title, `${parts.site}/learn/${page.lesson.id}`),
    },
    { id: LESSON_DATA_ID, json: writeData(data) },
  );
}

/** @returns a zip file with the page, its manifest, and whose all this is */
export function lessonPackage(
  { page, parts }: LessonParts,
  html: string,
  passMark: number | null,
): Uint8Array {
  const { id, title, summary } = page.lesson;
  const files = {
    'index.html': html,
    'LICENSE.txt': `${words.file.notice(title, `${parts.site}/learn/${id}`)}\n`,
  };
  const manifest = manifestXml({
    ...{ id, title, summary, lang: LANG, passMark },
    files: Object.keys(files),
    rights: words.file.rights,
  });
  const all = { 'imsmanifest.xml': manifest, ...files };
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])),
  );
}
