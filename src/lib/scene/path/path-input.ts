/** What the two views of the Path lens are drawn from. */
import type { OverheadWords } from '../../model/path/overhead-words.ts';
import type { PathWords } from '../../model/path/words.ts';
import type { Words } from '../../model/words.ts';
import type { LensInput } from '../lens.ts';

export type PathInput = LensInput<Words & { readonly path: PathWords }>;
export type OverheadInput = LensInput<Words & { readonly overhead: OverheadWords }>;
