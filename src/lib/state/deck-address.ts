/** Which place of a talk an address asks for. */
import type { DeckPlan } from './deck.ts';

export interface AskedPlace {
  /** null: none is named. */
  readonly place: { readonly step: number; readonly beat: number } | null;
  /** What was asked for and is no place of the talk, by its key; null: all is well. */
  readonly unknown: { readonly key: 'step' | 'beat'; readonly value: string } | null;
}

/**
 * @param search the query string: `step` is the number of a slide, 1-based, or the id of a step; `beat`
 *   what is shown of it, 1-based
 * @param ids of the lesson's steps
 */
export function askedPlace(search: string, ids: readonly string[], plan: DeckPlan): AskedPlace {
  const query = new URLSearchParams(search);
  const asked = query.get('step') ?? '';
  if (asked === '') return { place: null, unknown: null };
  const step = /^\d{1,6}$/.test(asked) ? Number(asked) - 1 : ids.indexOf(asked);
  const beats = plan[step];
  if (beats === undefined) return { place: null, unknown: { key: 'step', value: asked } };
  const wanted = query.get('beat') ?? '1';
  const beat = /^\d{1,6}$/.test(wanted) ? Number(wanted) - 1 : -1;
  return beat >= 0 && beat < beats
    ? { place: { step, beat }, unknown: null }
    : { place: { step, beat: 0 }, unknown: { key: 'beat', value: wanted } };
}

/** @returns the query string with a place in it, without `?`; what it says besides stays */
export function placeQuery(search: string, { step, beat }: { step: number; beat: number }): string {
  const query = new URLSearchParams(search);
  query.set('step', String(step + 1));
  if (beat === 0) query.delete('beat');
  else query.set('beat', String(beat + 1));
  return query.toString();
}
