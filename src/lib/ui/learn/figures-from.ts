/** Where the numbers of an answer come from, in one line. */
import type { Figure, Source } from '#lib/model/figures.ts';

/**
 * @param ids of figures, in the order in which they are told
 * @returns their sources by short name, of one number alone also how it was taken; '' when none is known
 */
export function figuresFrom(
  ids: readonly string[],
  figures: ReadonlyMap<string, Figure>,
  sources: ReadonlyMap<string, Source>,
): string {
  const used = ids.flatMap((id) => figures.get(id) ?? []);
  const shorts = used.flatMap((one) => one.sources).flatMap((id) => sources.get(id)?.short ?? []);
  if (shorts.length === 0) return '';
  const names = [...new Set(shorts)].join('; ');
  const [only] = used;
  const isTaken = used.length === 1 && only !== undefined && only.conditions !== '';
  return isTaken ? `${names}; ${only.conditions}` : names;
}
