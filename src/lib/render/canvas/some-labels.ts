import type { DisplayList } from '../../scene/display-list.ts';

/** @returns the list with all its shapes and a share of its labels, 0 to 1, the first of them. */
export function someLabels(list: DisplayList, share: number): DisplayList {
  if (share >= 1) return list;
  const labels = list.items.filter(({ t }) => t === 'text');
  const left = new Set(labels.slice(Math.floor(labels.length * share)));
  return { ...list, items: list.items.filter((item) => item.t !== 'text' || !left.has(item)) };
}
