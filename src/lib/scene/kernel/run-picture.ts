/** "Can this image run here?" */
import type { Picture } from '../picture.ts';
import type { RunAside, RunInput } from './run-input.ts';

export function runPicture(input: RunInput): Picture {
  return emptyPicture(input);
}

/**
 * The same question in a part of a wide stage, beside the answers of one stack.
 * @param span left edge and width, px; it reaches from the top of the stage to its foot
 * @returns null when there is no room for it
 */
export function runAside(
  _input: RunInput,
  _span: { readonly x: number; readonly w: number },
): RunAside | null {
  return null;
}

/** Until there is something to draw. */
export function emptyPicture({ run, widthPx, heightPx }: RunInput): Picture {
  const rest = { width: widthPx, height: heightPx, items: [] };
  return {
    ...{ lens: 'kernel', rest, buildList: rest, clock: null, stacks: [] },
    ...{ headline: run.words.headline, sentence: '' },
    table: { caption: run.words.caption, columns: [], rows: [] },
    ...{ build: [], buildChapters: [], buildSays: [] },
  };
}
