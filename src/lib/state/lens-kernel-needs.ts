/** "Which kernel does it need?" with its words and its data: one chunk. */
import { kernelNeeds as needs } from '../content/locales/en/kernel-needs.ts';
import { needsShelf } from '../content/needs.ts';
import type { LensRenderer } from '../scene/lens.ts';
import { needsPicture } from '../scene/kernel/needs-picture.ts';
import { run } from './lens-kernel-data.ts';

export const render: LensRenderer = (input) =>
  needsPicture({ ...input, run: { ...run, needs, needsShelf } });
