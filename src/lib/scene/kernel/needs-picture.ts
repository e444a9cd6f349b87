/** Which kernel versions a user space needs, and what breaks. */
import type { Picture } from '../picture.ts';
import type { RunInput } from './run-input.ts';

export function needsPicture({ run, widthPx, heightPx }: RunInput): Picture {
  const rest = { width: widthPx, height: heightPx, items: [] };
  return {
    ...{ lens: 'kernel', rest, buildList: rest, clock: null, stacks: [] },
    ...{ headline: run.words.title, sentence: '' },
    table: { caption: run.words.caption, columns: [], rows: [] },
    ...{ build: [], buildChapters: [], buildSays: [] },
  };
}
