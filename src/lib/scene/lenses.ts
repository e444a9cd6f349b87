/** The catalogue of lenses: a new lens is one file and one line here. */
import type { Lens } from '../model/scene.ts';
import { bootLens } from './boot-lens.ts';
import type { LensRenderer } from './lens.ts';
import { structureLens } from './structure-lens.ts';

const LENS_RENDERERS: Readonly<Record<Lens, LensRenderer>> = {
  structure: structureLens,
  boot: bootLens,
};

/** @returns the renderer of a lens */
export function lensFor(lens: Lens): LensRenderer {
  return LENS_RENDERERS[lens];
}
