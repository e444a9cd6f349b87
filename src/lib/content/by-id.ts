import { valueOf, type DataResult } from '../model/data-result.ts';

/** @throws {Error} for a mistake in a file: names the file, the path in it and what was expected */
export function valuesOf<T>(files: Readonly<Record<string, DataResult<T>>>): readonly T[] {
  return Object.entries(files).map(([path, read]) => valueOf(path, read));
}

export function byId<Id extends string, T extends { readonly id: Id }>(
  items: readonly T[],
): ReadonlyMap<Id, T> {
  return new Map(items.map((item) => [item.id, item]));
}
