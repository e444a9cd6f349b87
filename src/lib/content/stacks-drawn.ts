/** The stacks as far as they are drawn: a frame shows a picture and opens no layer. */
import type { ParseResult } from '../model/parse.ts';
import { createLoader } from './stack-loader.ts';

const drawn = import.meta.glob<ParseResult>('./stacks/*.json', {
  query: '?drawn',
  import: 'default',
});

/** Loads a stack, once, without what only an inspector says of its layers. Never rejects. */
export const loadDrawnStack = createLoader(drawn);
