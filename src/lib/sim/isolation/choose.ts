/** Which attack is shown when none, or none that is known, was asked for, and where it enters. */
import type { Attack } from '../../model/isolation/attack-data.ts';
import type { Layer, LayerPath, ResolvedStack } from '../../model/stack.ts';
import { spotsOf } from './places.ts';
import { meansStack } from './states.ts';

export interface ChosenAttack<Known extends Attack = Attack> {
  readonly attack: Known | null;
  /** The name that was asked for is not known. */
  readonly isUnknown: boolean;
}

/** @returns the attack of that id, else the first in the list that was made for one of the stacks */
export function chosenAttack<Known extends Attack>(
  { attacks }: { readonly attacks: ReadonlyMap<string, Known> },
  stacks: readonly ResolvedStack[],
  wanted: string,
): ChosenAttack<Known> {
  const found = attacks.get(wanted);
  if (found !== undefined) return { attack: found, isUnknown: false };
  const all = [...attacks.values()];
  const made = ({ stacks: names }: Attack, stack: ResolvedStack | undefined) =>
    stack !== undefined && names.some((name) => meansStack(name, stack));
  const attack =
    all.find((one) => one.kind === 'kernel' && made(one, stacks[0])) ??
    all.find((one) => one.cve !== undefined && made(one, stacks[0])) ??
    all.find((one) => made(one, stacks[0])) ??
    all[0] ??
    null;
  return { attack, isUnknown: wanted !== '' };
}

/** @returns the stack of a layer's path */
export function stackKeyOf(path: LayerPath): string {
  return path.split('/', 1)[0] ?? '';
}

/**
 * @param wanted path of a layer; of another stack or unknown: the first app whose kernel the attack is for
 * @throws when a stack has no layer at all, which no resolved stack has
 */
export function entryOf(stack: ResolvedStack, attack: Attack | null, wanted: LayerPath): Layer {
  const spots = spotsOf(stack);
  const asked = spots.get(wanted)?.layer;
  if (asked !== undefined) return asked;
  const apps = [...spots.values()].filter(({ layer }) => layer.kind === 'app');
  const tenants = apps.filter(
    ({ layer, fences, wall }) =>
      layer.instance !== undefined || fences.length > 0 || wall?.kind === 'wall',
  );
  const fits = tenants.find(
    ({ floor }) => floor?.family !== undefined && attack?.families?.includes(floor.family),
  );
  return (fits ?? tenants[0] ?? apps[0])?.layer ?? stack.ground;
}
