/** Which kernel versions a user space needs, and what breaks. */
import type { Picture } from '../picture.ts';
import type { RunInput } from './run-input.ts';
import { emptyPicture } from './run-picture.ts';

export function needsPicture(input: RunInput): Picture {
  return emptyPicture(input);
}
