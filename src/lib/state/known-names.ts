/** What can be named in an address: stacks, variants, studies. */
import { knownStacks } from './named-scenes.ts';
import type { KnownNames } from './url.ts';

// Names of files only: the studies themselves are loaded when they are shown.
const studyFiles = Object.keys(import.meta.glob('../content/studies/*.json'));

export const knownNames: KnownNames = {
  stacks: knownStacks,
  studies: studyFiles.map((path) => path.replace(/^.*\/|\.json$/g, '')),
};
