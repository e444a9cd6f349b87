/** What can be named in an address: stacks, variants, studies. */
import { knownStacks } from './named-scenes.ts';
import type { KnownNames } from './url.ts';

export const knownNames: KnownNames = { stacks: knownStacks, studies: ['lightvm'] };
