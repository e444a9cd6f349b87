/** What a part of a stack takes in MB, and where the value comes from. */
import type { Figure } from '../model/figures.ts';
import type { SizeSettings } from '../model/settings.ts';
import type { SizeAssumption, SizePart } from '../model/size-data.ts';

/** Where a value comes from; `unknown`: nobody measured it. */
export type SizeOrigin = 'figure' | 'assumption' | 'program' | 'unknown';

export interface SizedPart {
  readonly part: SizePart;
  /** null: not measured, never zero. */
  readonly mb: number | null;
  readonly origin: SizeOrigin;
}

/** What values are looked up in. */
export interface SizeKnown {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly assumptions: ReadonlyMap<string, SizeAssumption>;
  readonly settings: SizeSettings;
}

const MB_PER_UNIT: Readonly<Record<string, number>> = { MB: 1, MiB: 1.048_576, GB: 1000 };

/** @returns the value of an assumption, as the reader set it or as it stands, within its bounds. */
export function assumedMb(assumption: SizeAssumption, changed: string): number {
  const own = changed
    .split(',')
    .map((pair) => pair.split(':'))
    .find(([id]) => id === assumption.id)?.[1];
  const read = Number(own);
  const mb = Number.isNaN(read) ? assumption.mb : read;
  return Math.min(assumption.maxMb, Math.max(assumption.minMb, mb));
}

/** @returns the setting with one assumption changed; what stands as it is in the data is left out. */
export function changeAssumed(changed: string, assumption: SizeAssumption, mb: number): string {
  const others = changed
    .split(',')
    .filter((pair) => pair !== '' && !pair.startsWith(`${assumption.id}:`));
  const kept = Math.min(assumption.maxMb, Math.max(assumption.minMb, mb));
  return [...others, ...(kept === assumption.mb ? [] : [`${assumption.id}:${kept}`])].join(',');
}

/** @returns the size of one part. */
export function sizePart(part: SizePart, known: SizeKnown): SizedPart {
  if (part.program === true) return { part, mb: known.settings.program, origin: 'program' };
  const assumption = known.assumptions.get(part.assumption ?? '');
  if (assumption !== undefined) {
    const mb = assumedMb(assumption, known.settings.assume);
    return { part, mb, origin: 'assumption' };
  }
  const whole = figureMb(part, known.figures);
  if (whole === null) return { part, mb: null, origin: 'unknown' };
  const less = (part.minus ?? []).flatMap((id) => known.assumptions.get(id) ?? []);
  const mb = less.reduce((rest, one) => rest - assumedMb(one, known.settings.assume), whole);
  return { part, mb: Math.max(0, mb), origin: 'figure' };
}

function figureMb(part: SizePart, figures: ReadonlyMap<string, Figure>): number | null {
  const figure = figures.get(part.figure ?? '');
  const perUnit = MB_PER_UNIT[figure?.unit ?? ''];
  if (figure === undefined || perUnit === undefined) return null;
  const value = part.mb ?? figure.typical ?? figure.high ?? figure.low;
  return value === undefined ? null : value * perUnit;
}
