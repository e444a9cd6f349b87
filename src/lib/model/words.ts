/** Words that the pure layers need, handed in so that they know no language. One interface per lens. */
import type { BootWords } from './words-boot.ts';
import type { StructureWords } from './words-structure.ts';

export interface Words {
  readonly structure: StructureWords;
  readonly boot: BootWords;
}
