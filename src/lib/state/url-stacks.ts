/** The `stacks` parameter: ids with variants, in canonical form, each once. */
import { MAX_STACKS } from '../model/scene.ts';
import type { StackRef } from '../model/stack.ts';
import type { Reading } from './url-values.ts';

/** Which stacks there are; see `content`'s registry. */
export type KnownStacks = ReadonlyMap<
  string,
  { readonly variants: readonly string[]; readonly defaultVariant: string }
>;

/** @returns `id` or `id:variant`, as it stands in a URL and in layer paths. */
export function formatStack({ id, variant }: StackRef): string {
  return variant === undefined ? id : `${id}:${variant}`;
}

export function formatStacks(stacks: readonly StackRef[]): string {
  return stacks.map(formatStack).join(',');
}

/** @returns the stacks that are known, each once, at most {@link MAX_STACKS}; the base if none is. */
export function readStacks(
  reading: Reading,
  known: KnownStacks,
  base: readonly StackRef[],
): readonly StackRef[] {
  const { query, notices } = reading;
  const value = query.get('stacks');
  if (value === undefined) return base;
  if (value === '') {
    if (base.length === 0) notices.add('empty', 'stacks', value);
    return [];
  }
  const stacks = new Map<string, StackRef>();
  const surplus: string[] = [];
  // More names than this are noted as one surplus, not one by one.
  for (const name of value.split(',', 4 * MAX_STACKS)) {
    const stack = readStack(reading, known, name.trim());
    if (stack === null) continue;
    const key = formatStack(stack);
    if (stacks.has(key)) notices.add('duplicate-stack', 'stacks', name, key);
    else if (stacks.size >= MAX_STACKS) surplus.push(key);
    else stacks.set(key, stack);
  }
  const chosen = [...stacks.values()];
  if (surplus.length > 0) {
    notices.addKnown('too-many-stacks', 'stacks', surplus.join(','), formatStacks(chosen));
  }
  return chosen.length > 0 ? chosen : base;
}

function readStack({ notices }: Reading, known: KnownStacks, name: string): StackRef | null {
  const [id = '', variant, ...rest] = name.split(':');
  const family = known.get(id);
  if (family === undefined) {
    notices.add(name === '' ? 'empty' : 'unknown-stack', 'stacks', name);
    return null;
  }
  if (variant === undefined) return { id };
  if (rest.length > 0 || !family.variants.includes(variant)) {
    notices.add('unknown-variant', 'stacks', name, id);
    return { id };
  }
  return variant === family.defaultVariant ? { id } : { id, variant };
}
