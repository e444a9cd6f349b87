/**
 * Looks at the size of untrusted input before anything recursive touches it: a file nested ten
 * thousand deep, or one that refers to itself, must not exhaust the call stack.
 */

/** Most layers that may stand in one another. */
export const MAX_DEPTH = 32;
/** Most layers of one variant, parts put in. */
export const MAX_LAYERS = 500;

// A layer adds an object and an array to the depth of the JSON; the file around it and the words of
// `repeat` a few more.
const MAX_JSON_DEPTH = MAX_DEPTH * 2 + 8;
const MAX_JSON_VALUES = 60_000;

/** @returns what is too much about the input, or null. Never recursive, never reads more than the limit. */
export function findExcess(input: unknown): 'depth' | 'size' | null {
  const pending: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  let seen = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > MAX_JSON_DEPTH) return 'depth';
    const values = Object.values(next.value);
    seen += values.length + 1;
    if (seen > MAX_JSON_VALUES) return 'size';
    for (const value of values) pending.push({ value, depth: next.depth + 1 });
  }
  return null;
}
