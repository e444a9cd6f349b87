/** A step on the wall, beat by beat: what each press of the clicker shows. */
import type { LayerPath } from '../stack.ts';
import type { Inline, LessonStep, Question } from './lesson.ts';
import { emphasisAfter, layerAsked, sceneAfter, sceneBefore } from './pictures.ts';

export interface Beat {
  /** How it came: the step itself, the answer to its question, or a reveal of this id. */
  readonly kind: 'step' | 'answer' | 'show';
  readonly id: string;
  /** What a speaker's button says; empty for the first beat. */
  readonly name: readonly Inline[];
  /** The picture, as a query string without `?`. */
  readonly scene: string;
  readonly emphasis: readonly LayerPath[];
  /** A layer that the picture lacks as long as it is asked where it belongs; null: it is whole. */
  readonly missing: LayerPath | null;
  /** The sentence under the message: the question as long as it is asked, then what it comes to. */
  readonly sentence: readonly Inline[];
  /** The question of the step is on the wall and not answered yet. */
  readonly isAsking: boolean;
}

/**
 * The beats of a step, in order, at least one: the step; then, where it asks, holds something back or was
 * recorded, the answer; then its reveals. A beat keeps the picture and the sentence of the one before unless it brings
 * its own.
 */
export function beatsOf(step: LessonStep): readonly Beat[] {
  const { emphasis, wall, question } = step;
  const { sentence } = wall;
  const [scene, after, asked] = [sceneBefore(step), sceneAfter(step), layerAsked(step)];
  const said = question === null ? sentence : questionOf(question);
  const first = { id: step.id, name: [], scene, emphasis, missing: asked, sentence: said };
  const beats: Beat[] = [{ kind: 'step', ...first, isAsking: question !== null }];
  if (question !== null || after !== null || step.transcript !== null) {
    const shown = { scene: after ?? scene, emphasis: emphasisAfter(step) };
    const told = { id: 'answer', name: [], ...shown, missing: null, sentence };
    beats.push({ kind: 'answer', ...told, isAsking: false });
  }
  for (const show of step.shows) {
    const before = beats.at(-1) ?? first;
    beats.push({
      kind: 'show',
      id: show.id,
      name: show.name,
      scene: show.scene ?? before.scene,
      emphasis: show.emphasis,
      missing: null,
      sentence: show.sentence.length > 0 ? show.sentence : before.sentence,
      isAsking: false,
    });
  }
  return beats;
}

/** @returns the first paragraph of what is asked; its options stand under the picture */
function questionOf({ ask: [first] }: Question): readonly Inline[] {
  return first?.kind === 'paragraph' ? first.parts : [];
}
