/** An own lesson as it is read alone: what only the wall would say stands in its words. */
import type { OwnLesson } from '#lib/model/lesson/own-lesson.ts';
import type { LessonStep } from '#lib/model/lesson/lesson.ts';
import { sceneAfter } from '#lib/model/lesson/pictures.ts';
import { EMPTY_SCENE } from '#lib/model/scene.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { reachOf, type Reach } from '#lib/state/lesson-reach.ts';
import { decodeScene } from '#lib/state/url.ts';
import type { LessonPageData } from '../learn/lesson-page.ts';
import { ownPage } from './own-page.ts';

/** @throws (rejects) when our lessons, figures or stacks do not arrive */
export async function ownCoursePage(own: OwnLesson): Promise<LessonPageData> {
  const page = await ownPage(own);
  const steps = page.lesson.steps.map(withBody);
  const reaches = await Promise.all(
    steps
      .filter(({ question }) => question?.kind === 'reach')
      .map(async (step): Promise<readonly [string, Reach]> => {
        const { scene } = decodeScene(sceneAfter(step) ?? step.scene, EMPTY_SCENE, knownNames);
        return [step.id, await reachOf(scene)];
      }),
  );
  return {
    ...page,
    next: null,
    lesson: { ...page.lesson, steps },
    pictures: {},
    reaches: Object.fromEntries(reaches),
  };
}

function withBody(step: LessonStep): LessonStep {
  const { sentence } = step.wall;
  if (step.body.length > 0 || sentence.length === 0) return step;
  return { ...step, body: [{ kind: 'paragraph', parts: sentence }] };
}
