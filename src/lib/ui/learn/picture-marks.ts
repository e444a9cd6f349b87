/** What is marked in the picture of a step: what to look at, what can be pointed at, and what was. */
import { learn } from '#lib/content/locales/en/learn.ts';
import type { LessonStep } from '#lib/model/lesson/lesson.ts';
import { emphasisAfter } from '#lib/model/lesson/pictures.ts';
import type { LayerPath } from '#lib/model/stack.ts';
import type { Answer } from '#lib/state/lesson-answers.ts';
import type { Reach } from '#lib/state/lesson-reach.ts';
import { plainWords } from './plain-words.ts';

/**
 * `spot`: a place that can be chosen, `chosen`: the one that is; `entry`: where a break-in begins;
 * `picked`: marked by the reader, `missed` and `wrong`: what was judged otherwise than the simulation.
 */
export type MarkKind = 'look' | 'spot' | 'chosen' | 'entry' | 'picked' | 'missed' | 'wrong';

export interface PictureMark {
  readonly kind: MarkKind;
  /** What stands on it. */
  readonly badge?: string;
  /** What is told of it besides its name. */
  readonly says?: string;
  /** A switch: on or off. */
  readonly pressed?: boolean;
}

export type PictureMarks = ReadonlyMap<LayerPath, PictureMark>;

interface Drafted {
  option: string | null;
  readonly marked: readonly LayerPath[];
}

/**
 * @param isOpen what follows the question is shown
 * @param reach what the step's break-in reaches
 */
export function pictureMarks(
  step: LessonStep,
  answer: Answer | undefined,
  draft: Drafted,
  isOpen: boolean,
  reach: Reach | undefined,
): PictureMarks {
  const { question } = step;
  const words = learn.question;
  if (question?.kind === 'place') {
    if (answer) return looked(emphasisAfter(step));
    const places = question.options.map(
      ({ id, label }, at): [LayerPath | undefined, PictureMark] => {
        const says = words.spot(at + 1, plainWords(label));
        const pressed = draft.option === id;
        return [
          question.spots[id],
          { kind: pressed ? 'chosen' : 'spot', badge: String(at + 1), says, pressed },
        ];
      },
    );
    return new Map(places.flatMap(([path, mark]) => (path === undefined ? [] : [[path, mark]])));
  }
  if (question?.kind === 'reach' && reach) return reachMarks(reach, answer, draft);
  return looked(isOpen ? emphasisAfter(step) : step.emphasis);
}

function looked(paths: readonly LayerPath[]): PictureMarks {
  return new Map(paths.map((path) => [path, { kind: 'look' }]));
}

function reachMarks(
  { entries, places }: Reach,
  answer: Answer | undefined,
  { marked }: Drafted,
): PictureMarks {
  const words = learn.question;
  if (answer?.kind === 'reach') {
    return new Map(
      places.flatMap(({ path, isReached }): readonly [LayerPath, PictureMark][] => {
        if (isReached === answer.marked.includes(path)) return [];
        return isReached
          ? [[path, { kind: 'missed', says: words.missed }]]
          : [[path, { kind: 'wrong', says: words.wrong }]];
      }),
    );
  }
  return new Map<LayerPath, PictureMark>([
    ...places.map(({ path }): [LayerPath, PictureMark] => {
      const pressed = marked.includes(path);
      return [path, pressed ? { kind: 'picked', badge: '✓', pressed } : { kind: 'spot', pressed }];
    }),
    ...entries.map((path): [LayerPath, PictureMark] => [
      path,
      { kind: 'entry', badge: '●', says: words.entry },
    ]),
  ]);
}

/** What a press on a layer does while a question asks for one; null: what it always does. */
export type Picker = (path: LayerPath) => void;

export function pickerOf(
  { question }: LessonStep,
  answer: Answer | undefined,
  draft: Drafted & { toggle(path: LayerPath): void },
  reach: Reach | undefined,
): Picker | null {
  if (answer) return null;
  if (question?.kind === 'place') {
    return (path) => {
      const option = spotOf(question.spots, path);
      if (option !== null) draft.option = option;
    };
  }
  if (question?.kind !== 'reach' || !reach) return null;
  return (path) => {
    const held = reach.places.find((place) => place.path === path);
    if (held) draft.toggle(path);
  };
}

/** @returns the option whose place this layer is, or stands in; null: none */
function spotOf(spots: Readonly<Record<string, LayerPath>>, path: LayerPath): string | null {
  const around = Object.entries(spots)
    .filter(([, spot]) => path === spot || path.startsWith(`${spot}/`))
    .sort(([, a], [, b]) => b.length - a.length);
  return around[0]?.[0] ?? null;
}
