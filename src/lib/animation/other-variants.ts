/** A stack that becomes another variant of itself: what both have is the same thing, and stays. */
import type { DisplayList } from '../scene/display-list.ts';
import type { StackChange } from './passing-stacks.ts';

/** @returns by old key the new one, of stacks that stay in their place in another variant */
export function otherVariants({ before, after }: StackChange): ReadonlyMap<string, string> {
  if (before.length !== after.length) return new Map();
  return new Map(
    before.flatMap((was, at) => {
      const is = after[at] ?? '';
      const isChanged = !before.includes(is) && !after.includes(was);
      return isChanged && familyOf(was) === familyOf(is) ? [[was, is] as const] : [];
    }),
  );
}

function familyOf(key: string): string {
  return key.replace(/:.*/, '');
}

/** `docker-linux/kernel`, `docker-linux#title`, `boot/docker-linux/ground` */
const KEY_STARTS = /^([^/#]+)([/#])([^/#]+)/;

/** @returns the list with what belongs to the stacks named as that of the new keys */
export function renamed(list: DisplayList, keys: ReadonlyMap<string, string>): DisplayList {
  const to = (key: string): string => keys.get(key) ?? key;
  const named = (key: string): string =>
    key.replace(KEY_STARTS, (_all, first: string, mark: string, second: string) => {
      return to(first) + mark + to(second);
    });
  return {
    ...list,
    items: list.items.map((item) => ({
      ...item,
      key: named(item.key),
      ...(item.owner !== undefined && { owner: named(item.owner) }),
    })),
  };
}
