/** A lesson: steps with a scene each, words as plain data, and what is asked. Never a selector, never code. */
import type { Lens } from '../scene.ts';
import type { LayerPath } from '../stack.ts';

/** Pages of the site that a lesson may lead to, beside its scenes. */
export const LESSON_PAGES = ['figures', 'kit', 'learn', 'teach'] as const;
export type LessonPage = (typeof LESSON_PAGES)[number];

/** Words inside a paragraph. A number stands there as the id of its figure. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] }
  /** An address outside the site. */
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly Inline[] }
  /** A named scene, or a word of the glossary. */
  | { readonly kind: 'scene' | 'term'; readonly id: string; readonly parts: readonly Inline[] }
  /** Another page of the site. */
  | { readonly kind: 'page'; readonly id: LessonPage; readonly parts: readonly Inline[] }
  | { readonly kind: 'figure'; readonly id: string };

export type Block =
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'code'; readonly text: string };

/** One of several answers, and what there is to say to who gave it. */
export interface LessonOption {
  /** In a `sort` question the id of the figure it is sorted by. */
  readonly id: string;
  readonly label: readonly Inline[];
  readonly says: readonly Block[];
}

interface Asked {
  /** The question itself. */
  readonly ask: readonly Block[];
  readonly options: readonly LessonOption[];
}

/** What a reader predicts before the step shows it. */
export type Question =
  /** One of several; `answer` is the id of the right option. */
  | (Asked & { readonly kind: 'choose'; readonly answer: string })
  /** A number, on a logarithmic scale from `least` to `most`, in the unit of the figure. */
  | (Asked & {
      readonly kind: 'guess';
      readonly figure: string;
      readonly least: number;
      readonly most: number;
    })
  /** Things to put into order, smallest first. */
  | (Asked & { readonly kind: 'sort' })
  /** Where a layer belongs that the picture lacks until then; `answer` is the id of the right option. */
  | (Asked & {
      readonly kind: 'place';
      readonly answer: string;
      readonly layer: LayerPath;
      /** By option, the layer of the picture that stands for it: it can be pointed at. */
      readonly spots: Readonly<Record<string, LayerPath>>;
    })
  /** How far the break-in of the step's scene goes: layers to mark. */
  | (Asked & { readonly kind: 'reach' });

/** Ids of what is said to a guess: below the figure's range, about right, above it. */
export const GUESS_OPTIONS = ['low', 'near', 'high'] as const;

/** Ids of what is said to marked layers: too few, just those that are reached, too many. */
export const REACH_OPTIONS = ['less', 'right', 'more'] as const;

/** What the wall says of a step: one message, one sentence. */
export interface WallWords {
  /** At most {@link WALL_WORDS} words. */
  readonly message: readonly Inline[];
  readonly sentence: readonly Inline[];
}

/** Words of a message on the wall, and signs of its sentence: what is read from the back row. */
export const WALL_WORDS = 6;
export const WALL_SIGNS = 100;

/** One thing more to see in a step, when its teacher asks for it. */
export interface Reveal {
  readonly id: string;
  /** A few words: a button of the speaker's. */
  readonly name: readonly Inline[];
  /** Takes the place of the wall's sentence; empty: it stays. */
  readonly sentence: readonly Inline[];
  /** The picture, as a query string without `?`; null: it stays. */
  readonly scene: string | null;
  /** Layers to look at. */
  readonly emphasis: readonly LayerPath[];
}

export interface LessonStep {
  readonly id: string;
  readonly title: string;
  /** Planned time in class, minutes. */
  readonly minutes: number;
  /** Left out first where there is less time than the lesson plans; absent: it is not. */
  readonly isSpare?: boolean;
  /** The picture, as a query string without `?`. */
  readonly scene: string;
  /** The picture once the question is answered, or the reveal opened; null: it stays. */
  readonly after: string | null;
  /** Layers to look at. */
  readonly emphasis: readonly LayerPath[];
  /** Layers to look at once answered, where they would tell the answer before; null: none of their own. */
  readonly lookAfter: readonly LayerPath[] | null;
  /** Lenses that the reader may change to; empty: none but the step's own. */
  readonly lenses: readonly Lens[];
  /** Id of the recording that is shown with the picture; null: none. */
  readonly transcript: string | null;
  readonly wall: WallWords;
  /** In class, after the question is answered, one after the other. */
  readonly shows: readonly Reveal[];
  readonly body: readonly Block[];
  readonly question: Question | null;
  /** What is told after the answer. */
  readonly reveal: readonly Block[];
  /** For who teaches. */
  readonly notes: readonly Block[];
}

export interface Lesson {
  readonly id: string;
  /** Place in lists, rising. */
  readonly order: number;
  readonly title: string;
  /** One or two sentences. */
  readonly summary: string;
  readonly steps: readonly LessonStep[];
}

/** A word that a lesson explains in place. */
export interface GlossaryTerm {
  readonly id: string;
  readonly term: string;
  readonly says: string;
}

/** @returns planned time of a whole lesson, minutes */
export function lessonMinutes({
  steps,
}: {
  readonly steps: readonly Pick<LessonStep, 'minutes'>[];
}): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Minutes of a usual lecture. */
const LECTURE_MINUTES = 40;

/**
 * @param kept the steps that are shown
 * @returns those to leave out so that the rest takes no longer than a usual lecture: what is spare, from the
 *   end; empty: they take no longer, or no spare steps suffice
 */
export function stepsToLeaveOut<S extends Pick<LessonStep, 'minutes' | 'isSpare'>>(
  kept: readonly S[],
): readonly S[] {
  let rest = lessonMinutes({ steps: kept });
  const out: S[] = [];
  for (const step of kept.toReversed()) {
    if (rest <= LECTURE_MINUTES) break;
    if (step.isSpare !== true) continue;
    rest -= step.minutes;
    out.unshift(step);
  }
  return rest <= LECTURE_MINUTES ? out : [];
}
