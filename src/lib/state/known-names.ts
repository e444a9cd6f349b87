/** What can be named in an address: stacks, variants, studies. */
import { stackIds, stackNames } from '../content/registry.ts';
import type { KnownNames } from './url.ts';

// Ids only: the studies themselves are loaded when they are shown.
const studyIds = import.meta.glob<string>('../content/studies/*.json', {
  eager: true,
  query: '?id',
  import: 'default',
});

export const knownNames: KnownNames = {
  stacks: new Map(
    stackIds.map((id) => [id, stackNames[id] ?? { defaultVariant: '', variants: [] }]),
  ),
  studies: Object.values(studyIds),
};
