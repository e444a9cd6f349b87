/** Who describes a way: documents, and what of a route they speak of. */
import type { Source } from '../figures.ts';
import type { RouteNote } from './route.ts';

export interface WayDescription extends Source {
  /** Keys of the stacks it speaks of; absent: of each stack whose route has one of the notes. */
  readonly stacks?: readonly string[];
  readonly notes: readonly RouteNote[];
}

/** @returns the documents that speak of a route of that stack */
export function describing(
  all: readonly WayDescription[],
  stackKey: string,
  notes: readonly RouteNote[],
): readonly WayDescription[] {
  return all.filter(
    (one) =>
      (one.stacks === undefined || one.stacks.includes(stackKey)) &&
      one.notes.some((note) => notes.includes(note)),
  );
}
