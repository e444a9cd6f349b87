/** Which stacks have to pass others when they change places. */
import type { Item } from '../scene/display-list.ts';

/** Keys of the stacks before and after, in their order. */
export interface StackChange {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * @returns the fewest stacks without which all others keep their order: these cannot travel without
 *   crossing others, so they go out of sight to pass them
 */
export function passingStacks({ before, after }: StackChange): ReadonlySet<string> {
  const staying = after.filter((key) => before.includes(key));
  const kept = longestRising(staying.map((key) => before.indexOf(key)));
  return new Set(staying.filter((key) => !kept.includes(before.indexOf(key))));
}

/** @returns a longest part of the numbers, in their order, that rises throughout. */
function longestRising(numbers: readonly number[]): readonly number[] {
  const endingAt: (readonly number[])[] = [];
  for (const number of numbers) {
    const under = endingAt.filter((part) => (part.at(-1) ?? -1) < number);
    endingAt.push([...longest(under), number]);
  }
  return longest(endingAt);
}

function longest(parts: readonly (readonly number[])[]): readonly number[] {
  return parts.reduce((best, part) => (part.length > best.length ? part : best), []);
}

/** @returns true when the item belongs to one of the stacks, whatever lens drew it. */
export function isOfAny(stacks: ReadonlySet<string>, item: Item): boolean {
  if (stacks.size === 0) return false;
  // `docker-linux/kernel`, `docker-linux#title`, `boot/docker-linux/ground`
  const [first = '', second = ''] = (item.owner ?? item.key).split(/[/#]/, 2);
  return stacks.has(first) || stacks.has(second);
}
