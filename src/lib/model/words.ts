/**
 * Words that the pure layers need, handed in so that they know no language. Those of the layers serve every
 * lens; a lens adds its own, which come with its code.
 */
import type { StructureWords } from './words-structure.ts';

export interface Words {
  readonly structure: StructureWords;
}
