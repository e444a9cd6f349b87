/** Who describes the ways of the Path lens; comes with the dialog that lists them. */
import { valueOf } from '../model/data-result.ts';
import type { WayDescription } from '../model/path/descriptions.ts';
import { parseDescriptions } from '../model/path/parse-descriptions.ts';
import descriptions from './paths/descriptions.json' with { type: 'json' };

/** A mistake in the file throws here, and names its place. */
export const wayDescriptions: readonly WayDescription[] = valueOf(
  'paths/descriptions.json',
  parseDescriptions(descriptions),
);
