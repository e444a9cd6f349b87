/** The Path lens. */
import type { Words } from '../../model/words.ts';
import type { PathWords } from '../../model/path/words.ts';
import { drawnStacks } from '../drawn/stacks.ts';
import type { LensInput } from '../lens.ts';
import type { Picture } from '../picture.ts';

export type PathInput = LensInput<Words & { readonly path: PathWords }>;

export function pathLens(input: PathInput): Picture {
  const words = input.words.path;
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
