/**
 * The catalogue of lenses: a new lens is one file and one line here. Structure is always there; the
 * others are chunks of their own, so that who looks at one does not load them all.
 */
import type { Lens } from '../model/scene.ts';
import type { LensRenderer } from './lens.ts';
import { structureLens } from './structure-lens.ts';

const LOADERS: Readonly<Record<Exclude<Lens, 'structure'>, () => Promise<LensRenderer>>> = {
  boot: () => import('./boot-lens.ts').then((lens) => lens.bootLens),
};

const loaded = new Map<Lens, LensRenderer>([['structure', structureLens]]);

/** @returns the renderer of a lens, or undefined while its code has not been loaded */
export function lensFor(lens: Lens): LensRenderer | undefined {
  return loaded.get(lens);
}

/**
 * Loads a lens, once.
 * @throws (rejects) when its code does not arrive
 */
export async function loadLens(lens: Lens): Promise<LensRenderer> {
  const known = loaded.get(lens);
  if (known !== undefined || lens === 'structure') return known ?? structureLens;
  const renderer = await LOADERS[lens]();
  loaded.set(lens, renderer);
  return renderer;
}
