/** Which lines of a recorded answer are shown, and which are only counted. */
import type { AskedBoth, RecordedAnswer, Transcript } from '#lib/model/lesson/transcript.ts';

export interface ShownLine {
  readonly text: string;
  readonly isChanged: boolean;
}

export interface ShownAnswer {
  readonly lines: readonly ShownLine[];
  /** Lines as before that are counted, not shown. */
  readonly same: number;
  /** Nothing is new, and the lines are many: they are folded away. */
  readonly isFolded: boolean;
  /** Lines that went without another in their place. */
  readonly gone: number;
}

/** More lines than this, none of them new, are folded. */
const MOST_SAME = 7;
/** More lines than this are too many for the wall, whose letters are large. */
const MOST_ON_WALL = 4;
const FIRST_ON_WALL = 3;
const QUESTIONS_ON_WALL = 3;
/** Signs of a line on the wall; what is longer is cut. */
const SIGNS_ON_WALL = 64;

/** @returns what is asked, to be shown; on the wall what changed anything goes first, and not all */
export function shownQuestions(
  { look, asked }: Pick<Transcript, 'look' | 'asked'>,
  size: 'page' | 'wall',
): readonly AskedBoth[] {
  const looked = look.flatMap((id) => asked.find((one) => one.id === id) ?? []);
  if (size === 'page') return looked;
  const isNew = ({ inside, host }: AskedBoth) => inside.changed.length + host.changed.length > 0;
  const first = [...looked.filter(isNew), ...looked.filter((one) => !isNew(one))];
  return first.slice(0, QUESTIONS_ON_WALL);
}

/** @param isFirst of a step that changes nothing: there is no "as before" */
export function shownAnswer(
  { output, changed, gone }: RecordedAnswer,
  size: 'page' | 'wall',
  isFirst: boolean,
): ShownAnswer {
  const all = output.map((line, index) => ({
    text: size === 'wall' ? cut(line) : line,
    isChanged: changed.includes(index),
  }));
  const isSame = changed.length === 0 && gone === 0;
  const left = Math.max(gone - changed.length, 0);
  if (size === 'page' || all.length <= MOST_ON_WALL) {
    const isFolded = isSame && !isFirst && all.length > MOST_SAME;
    return { lines: all, same: 0, isFolded, gone: left };
  }
  const news = all.filter(({ isChanged }) => isChanged);
  const lines = news.length > 0 ? news : all.slice(0, isSame && !isFirst ? 0 : FIRST_ON_WALL);
  return { lines, same: all.length - lines.length, isFolded: false, gone: left };
}

/** @returns a line as the wall shows it */
function cut(line: string): string {
  return line.length > SIGNS_ON_WALL ? `${line.slice(0, SIGNS_ON_WALL - 1)}…` : line;
}

/** @returns the pieces between which a long line may be broken */
export function breakable(line: string): readonly string[] {
  return line.split(/(?<=[,/|])/);
}
