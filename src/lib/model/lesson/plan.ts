/** The plan of a lesson for who teaches it: what its steps do not say. Never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataResult } from '../data-result.ts';

/** A question for the class at a step. */
export interface PlanQuestion {
  /** Id of the step. */
  readonly step: string;
  readonly question: string;
}

/** What many believe, what is the case, and the step whose picture shows it. */
export interface Misbelief {
  readonly step: string;
  readonly belief: string;
  readonly truth: string;
}

export interface LessonPlan {
  /** What learners can do afterwards. */
  readonly aim: string;
  /** What they bring along. */
  readonly prior: readonly string[];
  readonly ask: readonly PlanQuestion[];
  readonly beliefs: readonly Misbelief[];
}

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(60));
const sentence = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

const plan = v.strictObject({
  aim: sentence,
  prior: v.pipe(v.array(sentence), v.minLength(1), v.maxLength(6)),
  ask: v.pipe(v.array(v.strictObject({ step: id, question: sentence })), v.minLength(3)),
  beliefs: v.pipe(
    v.array(v.strictObject({ step: id, belief: sentence, truth: sentence })),
    v.minLength(3),
  ),
});

/** Reads `plan.en.json` of a lesson. Issues name the part. */
export function parsePlan(input: unknown): DataResult<LessonPlan> {
  return readData(plan, input);
}
