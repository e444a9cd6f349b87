/** The stacks with all that is said of their layers. */
import type { ParseResult } from '../model/parse.ts';
import { createLoader } from './stack-loader.ts';

// Read by the one parser when the site is built (vite.config.ts), so that a page carries no parser for
// files that cannot change any more.
const parsed = import.meta.glob<ParseResult>('./stacks/*.json', {
  query: '?parsed',
  import: 'default',
});

/** Loads a stack, once. Never rejects; see `createRegistry`. */
export const loadStack = createLoader(parsed);
