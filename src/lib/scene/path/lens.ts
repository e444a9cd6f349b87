/** The Path lens: the way of one operation, or the overhead that studies measured. */
import type { Picture } from '../picture.ts';
import { overheadPicture } from './overhead-picture.ts';
import type { PathInput } from './path-input.ts';
import { routePicture } from './route-picture.ts';

/** @throws never */
export function pathLens(input: PathInput): Picture {
  return input.scene.path.view === 'overhead' ? overheadPicture(input) : routePicture(input);
}
