/** How the settings stand in a stack: the attack's own, unless the stack or the reader says otherwise. */
import type {
  Attack,
  AttackSetting,
  SettingId,
  SettingPlace,
  SwitchState,
} from '../../model/isolation/attack-data.ts';
import type { ResolvedStack } from '../../model/stack.ts';

/** What the reader switched, by setting. */
export type Hardened = ReadonlyMap<SettingId, SwitchState>;

/** @returns how a setting stands */
export type States = (setting: SettingId) => SwitchState;

/** @param text comma-separated ids; `-id` switches one off */
export function readHardened(text: string): Hardened {
  const parts = text.split(',').filter((part) => part !== '');
  return new Map(
    parts.map((part) => (part.startsWith('-') ? [part.slice(1), 'off'] : [part, 'on'])),
  );
}

/** The inverse of {@link readHardened}; in the order of ids, so that one state has one address. */
export function writeHardened(hardened: Hardened): string {
  return [...hardened]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, state]) => (state === 'off' ? `-${id}` : id))
    .join(',');
}

/** @returns true when a name as in a URL means this stack: family alone, or with its variant */
export function meansStack(name: string, { id, key, variant }: StackName): boolean {
  return name === id || name === key || name === `${id}:${variant}`;
}

type StackName = Pick<ResolvedStack, 'id' | 'key' | 'variant'>;

/** How a stack has a setting; undefined: it does not have it. */
export function placeOf(setting: AttackSetting, stack: StackName): SettingPlace | undefined {
  const own = setting.places.find(({ stacks }) =>
    stacks.some((name) => name !== stack.id && meansStack(name, stack)),
  );
  return own ?? setting.places.find(({ stacks }) => stacks.some((name) => meansStack(name, stack)));
}

/** @returns true when a reader can switch it in this stack */
export function isSwitch(setting: AttackSetting, stack: StackName): boolean {
  // A VM around every container is a stack of its own (Kata), not a switch.
  return (
    setting.puts !== 'vm' &&
    placeOf(setting, stack)?.fixed !== true &&
    placeOf(setting, stack) !== undefined
  );
}

export interface StatesInput {
  readonly stack: StackName;
  readonly settings: ReadonlyMap<SettingId, AttackSetting>;
  readonly attack: Attack | null;
  readonly hardened: Hardened;
}

export function statesOf({ stack, settings, attack, hardened }: StatesInput): States {
  return (id) => {
    const setting = settings.get(id);
    const need = attack?.needs.find((one) => one.setting === id)?.is;
    if (setting === undefined) return need ?? 'off';
    const place = placeOf(setting, stack);
    // What a stack does not have is not on: no filter, no limit, nothing mounted, not privileged.
    if (place === undefined) return 'off';
    if (place.fixed === true || setting.puts === 'vm') return place.base;
    return hardened.get(id) ?? need ?? place.base;
  };
}
