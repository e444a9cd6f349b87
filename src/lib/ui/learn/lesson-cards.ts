/** What the list shows of each lesson, made when the site is built. */
import { lessons } from '#lib/content/lessons.ts';
import type { Lesson } from '#lib/model/lesson/lesson.ts';
import { sceneBefore } from '#lib/model/lesson/pictures.ts';
import { miniatureOf, type Miniature } from '../home/miniature.ts';
import { structurePicture } from '../words/scene-words.ts';
import { lessonHeads, sceneOf, type LessonHead } from './lesson-page.ts';

export interface LessonCard extends LessonHead {
  readonly mini: Miniature;
}

/** Width and height at which a miniature is laid out, px. */
const MINI = { widthPx: 620, heightPx: 300 };

/** @returns every lesson, in the order of lists, each with a small picture */
export async function lessonCards(): Promise<readonly LessonCard[]> {
  const minis = await Promise.all(lessons.map(miniOf));
  return lessonHeads().flatMap((head, index) => {
    const mini = minis[index];
    return mini === undefined ? [] : [{ ...head, mini }];
  });
}

/** The first picture that compares: it tells lessons apart better than one stack does. */
async function miniOf({ steps }: Lesson): Promise<Miniature> {
  const scenes = steps.map((step) => sceneOf(sceneBefore(step)));
  const scene = scenes.find(({ stacks }) => stacks.length > 1) ?? scenes[0];
  if (scene === undefined) throw new Error('a lesson without steps');
  const shown = { ...scene, stacks: scene.stacks.slice(0, 3) };
  return miniatureOf(await structurePicture({ ...shown, lens: 'structure' }, MINI));
}
