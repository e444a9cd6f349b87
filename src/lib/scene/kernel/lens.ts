/** The Kernel lens: one view of five. */
import type { Picture } from '../picture.ts';
import { apartPicture } from './apart-picture.ts';
import { askPicture } from './ask-picture.ts';
import type { KernelInput } from './input.ts';
import { namespacesPicture } from './namespaces-picture.ts';
import { needsPicture } from './needs-picture.ts';
import { runPicture } from './run-picture.ts';

/** @returns the picture of the view that the scene names */
export function kernelLens(input: KernelInput): Picture {
  switch (input.scene.kernel.view) {
    case 'ask':
      return askPicture(input);
    case 'apart':
      return apartPicture(input);
    case 'namespaces':
      return namespacesPicture(input);
    case 'needs':
      return needsPicture(input);
    case 'run':
      return runPicture(input);
  }
}
