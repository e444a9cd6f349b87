/**
 * Statements of the Experience API for a page around this one to pick up. The actor has no name: who is
 * learning, only the page around knows. Verbs are those of ADL.
 */
import type { Question } from '../../model/lesson/lesson.ts';
import type { Answer } from '../../state/lesson-answers.ts';
import type { XapiStatement } from '../messages.ts';
import { isoDuration } from './durations.ts';

/** What is learned from. */
export interface Activity {
  /** Start of the site, without a slash at its end. */
  readonly site: string;
  /** Address without a query. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'lesson' | 'simulation';
  /** BCP 47. */
  readonly lang: string;
}

/** A question of a lesson. */
interface AskedQuestion {
  /** Id of its step. */
  readonly step: string;
  readonly title: string;
  readonly kind: Question['kind'];
}

/** What happened. */
export type Experience =
  | { readonly verb: 'initialized' }
  /** How much of it was shown, percent. */
  | { readonly verb: 'progressed'; readonly progress: number }
  | {
      readonly verb: 'answered';
      readonly question: AskedQuestion;
      readonly answer: Answer;
      readonly isRight: boolean;
    }
  | { readonly verb: 'completed' }
  /** `score` from 0 to 100. */
  | { readonly verb: 'passed' | 'failed'; readonly score: number }
  | { readonly verb: 'terminated'; readonly durationMs: number };

/** What tells a statement from every other one. */
export interface StatementStamp {
  /** UUID. */
  readonly id: string;
  /** ISO 8601. */
  readonly timestamp: string;
}

/** A part of a statement. */
type Part = Readonly<Record<string, unknown>>;

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const ACTIVITIES = 'http://adlnet.gov/expapi/activities/';
/** Of the cmi5 profile of xAPI. */
const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

/** @returns a statement that stands for itself */
export function statementOf(
  activity: Activity,
  experience: Experience,
  { id, timestamp }: StatementStamp,
): XapiStatement {
  const { verb } = experience;
  const result = resultOf(experience);
  const whole = {
    id: activity.id,
    definition: {
      type: `${ACTIVITIES}${activity.kind}`,
      name: { [activity.lang]: activity.title },
    },
  };
  const isQuestion = verb === 'answered';
  return {
    id,
    timestamp,
    actor: {
      objectType: 'Agent',
      account: { homePage: activity.site, name: 'anonymous' },
    },
    verb: { id: `${VERBS}${verb}`, display: { en: verb } },
    object: {
      objectType: 'Activity',
      ...(isQuestion ? questionOf(activity, experience.question) : whole),
    },
    ...(result === null ? {} : { result }),
    ...(isQuestion ? { context: { contextActivities: { parent: [whole] } } } : {}),
  };
}

const INTERACTIONS: Readonly<Record<Question['kind'], string>> = {
  choose: 'choice',
  place: 'choice',
  guess: 'numeric',
  sort: 'sequencing',
  reach: 'other',
};

function questionOf(
  { id, lang }: Activity,
  { step, title, kind }: AskedQuestion,
): { readonly id: string; readonly definition: Part } {
  return {
    id: `${id}#${step}`,
    definition: {
      type: `${ACTIVITIES}cmi.interaction`,
      interactionType: INTERACTIONS[kind],
      name: { [lang]: title },
    },
  };
}

function resultOf(experience: Experience): Part | null {
  switch (experience.verb) {
    case 'initialized':
      return null;
    case 'progressed':
      return { extensions: { [PROGRESS]: experience.progress } };
    case 'answered':
      return { success: experience.isRight, response: responseOf(experience.answer) };
    case 'completed':
      return { completion: true };
    case 'passed':
    case 'failed': {
      const { score, verb } = experience;
      const scaled = Math.round(score * 100) / 10_000;
      return { success: verb === 'passed', score: { scaled, raw: score, min: 0, max: 100 } };
    }
    case 'terminated':
      return { duration: isoDuration(experience.durationMs) };
  }
}

/** As xAPI writes answers: a list is put together by `[,]`. */
function responseOf(answer: Answer): string {
  switch (answer.kind) {
    case 'choose':
    case 'place':
      return answer.option;
    case 'guess':
      return String(answer.value);
    case 'sort':
      return answer.order.join('[,]');
    case 'reach':
      return answer.marked.join('[,]');
  }
}
