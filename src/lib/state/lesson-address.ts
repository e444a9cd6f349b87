/** Which step of a lesson an address asks for. */

export interface AskedStep {
  /** 0-based. */
  readonly index: number;
  /** What was asked for and is no step of the lesson; null: all is well. */
  readonly unknown: string | null;
  /** It asks for a step at all. */
  readonly isNamed: boolean;
}

/**
 * @param search the query string; `step` is the number of a step, 1-based, or its id
 * @param ids of the lesson's steps
 */
export function askedStep(search: string, ids: readonly string[]): AskedStep {
  const asked = new URLSearchParams(search).get('step');
  if (asked === null || asked === '') return { index: 0, unknown: null, isNamed: false };
  const index = /^\d+$/.test(asked) ? Number(asked) - 1 : ids.indexOf(asked);
  return ids[index] === undefined
    ? { index: 0, unknown: asked, isNamed: true }
    : { index, unknown: null, isNamed: true };
}

/**
 * @param index 0-based; the first step needs no mention
 * @param search the query string as it stands: what it says besides stays
 * @returns the query string of a step, without `?`
 */
export function stepQuery(index: number, search = ''): string {
  const query = new URLSearchParams(search);
  query.delete('step');
  if (index > 0) query.set('step', String(index + 1));
  return query.toString();
}
