/** Who answers `uname -r`, and who `cat /etc/os-release`. */
import { drawnStacks } from '../drawn/stacks.ts';
import type { Picture } from '../picture.ts';
import type { KernelInput } from './input.ts';

export function askPicture(input: KernelInput): Picture {
  const words = input.words.kernel;
  const { stacks, ground } = drawnStacks(input);
  const items = [ground, ...stacks.flatMap(({ header, drawing }) => [...header, ...drawing])];
  const rest = { width: input.widthPx, height: input.heightPx, items };
  return {
    lens: 'kernel',
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
