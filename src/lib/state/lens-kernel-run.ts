/** "Can this image run here?" as a view of its own: one chunk. */
import type { LensRenderer } from '../scene/lens.ts';
import { runPicture } from '../scene/kernel/run-picture.ts';
import { run } from './lens-kernel-data.ts';

export const render: LensRenderer = (input) => runPicture({ ...input, run });
