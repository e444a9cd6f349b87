/** The Isolation lens. */
import type { Words } from '../../model/words.ts';
import type { IsolationWords } from '../../model/isolation/words.ts';
import { drawnStacks } from '../drawn/stacks.ts';
import type { LensInput } from '../lens.ts';
import type { Picture } from '../picture.ts';

export type IsolationInput = LensInput<Words & { readonly isolation: IsolationWords }>;

export function isolationLens(input: IsolationInput): Picture {
  const words = input.words.isolation;
  const { stacks, ground } = drawnStacks(input);
  const items = [ground, ...stacks.flatMap(({ header, drawing }) => [...header, ...drawing])];
  const rest = { width: input.widthPx, height: input.heightPx, items };
  return {
    lens: 'isolation',
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
