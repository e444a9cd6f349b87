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

/** Which lesson: one of the site, or one that is made here. */
export interface LessonSource {
  readonly id: string;
  /** Where it stands, from the start of the site. */
  readonly path: string;
  /** Null: the site hands it out. */
  readonly make: (() => Promise<LessonPageData>) | null;
}

/** A lesson and all that its file consists of. */
export interface LessonParts {
  /** Where it stands on the site. */
  readonly address: string;
  readonly page: LessonPageData;
  readonly parts: FileParts;
}

/**
 * @param site start of the site, without a slash at its end
 * @throws {MissingFile} (rejects) when something of it does not arrive
 */
export async function collectLesson(
  site: string,
  { id, path, make }: LessonSource,
  onprogress: OnProgress,
): Promise<LessonParts> {
  const page = make === null ? await fetchPage(`${site}/course/${id}.json`) : await make();
  return {
    page,
    address: `${site}${path}`,
    parts: await collectParts(site, shownIn(page), onprogress),
  };
}

/** @throws {MissingFile} (rejects) also when the site answers with something else */
async function fetchPage(address: string): Promise<LessonPageData> {
  const text = await fetchText(address);
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
export function lessonHtml(
  { page, address, parts }: LessonParts,
  passMark: number | null,
): Promise<string> {
  const { title, summary } = page.lesson;
  const data: CourseData = { page, address, site: parts.site, lang: LANG, passMark };
  return oneFile(
    parts,
    {
      ...{ lang: LANG, title, summary },
      noScript: words.file.noScript,
      online: words.file.online,
      notice: words.file.notice(title, address),
    },
    { id: LESSON_DATA_ID, json: writeData(data) },
  );
}

/** @returns a zip file with the page, its manifest, and whose all this is */
export function lessonPackage(
  { page, address }: LessonParts,
  html: string,
  passMark: number | null,
): Uint8Array {
  const { id, title, summary } = page.lesson;
  const files = {
    'index.html': html,
    'LICENSE.txt': `${words.file.notice(title, address)}\n`,
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
