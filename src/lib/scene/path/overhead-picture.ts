/** The Overhead view: what studies measured against native. */
import { drawnStacks } from '../drawn/stacks.ts';
import type { Picture } from '../picture.ts';
import type { PathInput } from './path-input.ts';

/** @throws never */
export function overheadPicture(input: PathInput): Picture {
  const words = input.words.overhead;
  const { stacks, ground } = drawnStacks(input);
  const items = [ground, ...stacks.flatMap(({ header, drawing }) => [...header, ...drawing])];
  const rest = { width: input.widthPx, height: input.heightPx, items };
  return {
    lens: 'path',
    rest,
    buildList: rest,
    headline: words.headline,
    sentence: words.sentence,
    stacks: stacks.map(({ stack, layers, titleBox }) => ({
      ...{ key: stack.key, title: stack.title, readout: '', layers, titleBox },
    })),
    table: { caption: words.caption, columns: [], rows: [] },
    build: [],
    buildChapters: [],
    buildSays: [],
    clock: null,
  };
}
