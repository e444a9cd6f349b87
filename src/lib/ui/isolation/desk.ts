/** What the controls of the Isolation lens show and change: the attack, its switches, where it enters. */
import { attackRecords } from '#lib/content/attacks.ts';
import {
  ENTRY_KINDS,
  type AttackRecord,
  type AttackSetting,
  type BarrierKind,
  type EntryKind,
  type SwitchState,
} from '#lib/model/isolation/attack-data.ts';
import type { Layer, ResolvedStack } from '#lib/model/stack.ts';
import { breakIn } from '#lib/sim/isolation/break-in.ts';
import { chosenAttack, entryOf } from '#lib/sim/isolation/choose.ts';
import { spotsOf } from '#lib/sim/isolation/places.ts';
import {
  isSwitch,
  meansStack,
  readHardened,
  statesOf,
  writeHardened,
} from '#lib/sim/isolation/states.ts';
import type { Explorer } from '#lib/state/explorer.svelte.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import type { SwatchKind } from '../controls/Swatch.svelte';

/** The attack that is shown; null: there are no stacks to attack. */
export function shownAttack(explorer: Explorer): AttackRecord | null {
  return chosenAttack(attackRecords, stacksIn(explorer), explorer.scene.isolation.attack).attack;
}

export function stacksIn(explorer: Explorer): readonly ResolvedStack[] {
  return explorer.inView.map(({ stack }) => stack);
}

/**
 * The entered layer where it lies below every step of the attack, so that its stack needs none; null:
 * every shown stack goes the attack's way.
 */
export function startBelow(explorer: Workbench): Layer | null {
  const attack = shownAttack(explorer);
  const { entry: wanted, harden } = explorer.scene.isolation;
  const { settings } = attackRecords;
  const hardened = readHardened(harden);
  const starts = stacksIn(explorer).map((stack): Layer | null => {
    const entry = entryOf(stack, attack, wanted);
    if (entry.path !== wanted) return null;
    const states = statesOf({ stack, settings, attack, hardened });
    const { hops } = breakIn({ stack, attack, entry, isAsked: true, states, settings });
    return hops.some(({ step }) => step !== null) ? null : entry;
  });
  return starts.find((layer) => layer !== null) ?? null;
}

/** Attacks by kind: those made for a shown stack, and the rest. */
export interface AttackGroup {
  readonly kind: EntryKind;
  readonly attacks: readonly AttackRecord[];
}

export function groupsFor(
  stacks: readonly ResolvedStack[],
  isHere: boolean,
): readonly AttackGroup[] {
  const fits = ({ stacks: names }: AttackRecord): boolean =>
    stacks.some((stack) => names.some((name) => meansStack(name, stack)));
  const all = [...attackRecords.attacks.values()].filter((attack) => fits(attack) === isHere);
  return ENTRY_KINDS.map((kind) => ({
    kind,
    attacks: all.filter((attack) => attack.kind === kind),
  })).filter(({ attacks }) => attacks.length > 0);
}

/** One switch as it stands, and what it does to the shown attack. */
export interface Switch {
  readonly setting: AttackSetting;
  readonly isOn: boolean;
  /** The step that it stops in its protecting state; null: none. */
  readonly stops: number | null;
  readonly isLimit: boolean;
  readonly because: string;
}

/** @returns the switches that some shown stack has, those that change this attack first */
export function switchesFor(explorer: Workbench): readonly Switch[] {
  const stacks = stacksIn(explorer);
  const attack = shownAttack(explorer);
  const hardened = readHardened(explorer.scene.isolation.harden);
  const found = [...attackRecords.settings.values()].flatMap((setting): readonly Switch[] => {
    const stack = stacks.find((one) => isSwitch(setting, one));
    if (stack === undefined) return [];
    const states = statesOf({ stack, settings: attackRecords.settings, attack, hardened });
    const need = attack?.needs.find((one) => one.setting === setting.id);
    const limit = attack?.limits?.find((one) => one.setting === setting.id);
    return [
      {
        ...{ setting, isOn: states(setting.id) === 'on', stops: need?.stops ?? null },
        ...{
          isLimit: limit !== undefined,
          because: need?.because ?? limit?.because ?? setting.does,
        },
      },
    ];
  });
  const rank = ({ stops, isLimit }: Switch): number =>
    stops === null ? (isLimit ? 50 : 99) : stops;
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** Switches one setting; back to the attack's own state it leaves the address. */
export function toggle(explorer: Workbench, { setting }: Switch, isOn: boolean): void {
  const attack = shownAttack(explorer);
  const hardened = new Map(readHardened(explorer.scene.isolation.harden));
  const stack = stacksIn(explorer).find((one) => isSwitch(setting, one));
  if (stack === undefined) return;
  const own = statesOf({ stack, settings: attackRecords.settings, attack, hardened: new Map() });
  const state: SwitchState = isOn ? 'on' : 'off';
  if (own(setting.id) === state) hardened.delete(setting.id);
  else hardened.set(setting.id, state);
  explorer.set('isolation', { harden: writeHardened(hardened) });
}

export function choose(explorer: Workbench, { id }: AttackRecord): void {
  explorer.set('isolation', { attack: id });
}

/** A list of more places than this helps nobody. */
const MOST_PLACES = 40;

/** Layers of a stack into which one can break. */
export function entriesOf(stack: ResolvedStack): readonly Layer[] {
  return [...spotsOf(stack).values()]
    .map(({ layer }) => layer)
    .filter(({ kind }) => kind !== 'fence' && kind !== 'wall' && kind !== 'control-domain')
    .slice(0, MOST_PLACES)
    .toReversed();
}

/** What a barrier looks like in the picture. */
export const SWATCH_OF: Readonly<Record<BarrierKind, SwatchKind>> = {
  process: 'app',
  namespaces: 'fence',
  confinement: 'fence',
  'user-namespace': 'fence',
  'user-space-kernel': 'sentry',
  vm: 'wall',
  machine: 'hardware',
  cgroup: 'gauge',
  language: 'emulator',
};
