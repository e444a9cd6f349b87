/** Whether a talk comes back by a reload. */

let isFirst = true;

/** @returns true once, where this document is the same as before, loaded again */
export function isReloaded(): boolean {
  if (!isFirst) return false;
  isFirst = false;
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && 'type' in entry && entry.type === 'reload';
}
