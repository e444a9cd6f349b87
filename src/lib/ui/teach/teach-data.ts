/** What the page for teachers is made of, when the site is built: lessons and their plans. */
import { lessonPlans } from '#lib/content/lesson-plans.ts';
import { lessons } from '#lib/content/lessons.ts';
import {
  lessonMinutes,
  stepsToLeaveOut,
  type Lesson,
  type LessonStep,
} from '#lib/model/lesson/lesson.ts';
import { EMPTY_SCENE } from '#lib/model/scene.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { decodeScene } from '#lib/state/url.ts';
import { miniatureOf, type Miniature } from '../home/miniature.ts';
import { structurePicture } from '../words/scene-words.ts';

/** Where a step stands in its lesson. */
export interface StepPlace {
  readonly id: string;
  /** 1-based. */
  readonly number: number;
  readonly title: string;
}

export interface TeachLesson {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** What to leave out for a usual lecture, and how long the rest takes. */
  readonly short: { readonly out: readonly StepPlace[]; readonly minutes: number };
  readonly steps: readonly (StepPlace & { readonly minutes: number; readonly asks: boolean })[];
  readonly aim: string;
  readonly prior: readonly string[];
  readonly ask: readonly { readonly at: StepPlace; readonly question: string }[];
  readonly beliefs: readonly {
    readonly at: StepPlace;
    readonly belief: string;
    readonly truth: string;
    readonly mini: Miniature;
  }[];
}

/** Width and height at which a miniature is laid out, px. */
const MINI = { widthPx: 620, heightPx: 300 };

/**
 * @returns every lesson that has a plan, in the order of lists
 * @throws {Error} when a plan names a step that its lesson does not have
 */
export function teachLessons(): Promise<readonly TeachLesson[]> {
  return Promise.all(lessons.filter(({ id }) => lessonPlans.has(id)).map(teachLesson));
}

async function teachLesson(lesson: Lesson): Promise<TeachLesson> {
  const { id, title, summary, steps } = lesson;
  const plan = lessonPlans.get(id);
  if (!plan) throw new Error(`lesson ${id} has no plan`);
  const out = stepsToLeaveOut(steps);
  return {
    short: {
      out: out.map((step) => placeOf(lesson, step.id)),
      minutes: lessonMinutes(lesson) - lessonMinutes({ steps: out }),
    },
    ...{ id, title, summary, aim: plan.aim, prior: plan.prior },
    minutes: lessonMinutes(lesson),
    steps: steps.map((step) => ({
      ...placeOf(lesson, step.id),
      minutes: step.minutes,
      asks: step.question !== null,
    })),
    ask: plan.ask.map(({ step, question }) => ({ at: placeOf(lesson, step), question })),
    beliefs: await Promise.all(
      plan.beliefs.map(async ({ step, belief, truth }) => ({
        ...{ at: placeOf(lesson, step), belief, truth },
        mini: await miniOf(steps.find((one) => one.id === step)),
      })),
    ),
  };
}

function placeOf({ id, steps }: Lesson, stepId: string): StepPlace {
  const index = steps.findIndex((step) => step.id === stepId);
  const step = steps[index];
  if (!step) throw new Error(`the plan of lesson ${id} names step “${stepId}”, which it lacks`);
  return { id: step.id, number: index + 1, title: step.title };
}

/** What the step shows in the end. */
async function miniOf(step: LessonStep | undefined): Promise<Miniature> {
  const query = step?.after ?? step?.scene ?? '';
  const { scene } = decodeScene(query, EMPTY_SCENE, knownNames);
  return miniatureOf(await structurePicture(scene, MINI));
}
