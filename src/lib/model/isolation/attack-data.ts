/**
 * Ways to break in, the settings that stop them, the barriers they meet, and how large each barrier's
 * surface is: data of the Isolation lens. Read from `content/attacks`, `content/attack-*.json`.
 */
import type { Figure, Source } from '../figures.ts';
import type { AbiFamily } from '../kinds.ts';

/** What the attacker uses; the order in which menus list them. */
export const ENTRY_KINDS = [
  'app',
  'kernel',
  'runtime',
  'socket',
  'privileged',
  'vmm',
  'hypervisor',
  'side-channel',
  'exhaustion',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What stands between two tenants, weak to strong; `cgroup` and `language` stand beside that order. */
export const BARRIER_KINDS = [
  'process',
  'namespaces',
  'confinement',
  'user-namespace',
  'user-space-kernel',
  'vm',
  'machine',
  'cgroup',
  'language',
] as const;
export type BarrierKind = (typeof BARRIER_KINDS)[number];

/**
 * Where a step happens, seen from the app that was entered:
 * - `app`: the app itself.
 * - `kernel`: what answers its system calls: a kernel, the Sentry, or the library OS linked to it.
 * - `runtime`: what started it (runc, Wasm runtime, Kata's runtime on the host).
 * - `engine`: the daemon that starts containers.
 * - `vmm`: the process beside its VM; `hypervisor`: what runs the VM; `host-kernel`: the kernel the VMM
 *   runs on (or Dom0's, the root partition's). All three are those of its own VM.
 * - `cpu`: caches and predictors.
 * - `everything`: all that the last step's place owns: every tenant, fence and service on that kernel or
 *   hypervisor, and no more. A guest kernel owns its VM alone; after `cpu`, whoever shares the core.
 */
export const ATTACK_PLACES = [
  'app',
  'kernel',
  'runtime',
  'engine',
  'vmm',
  'hypervisor',
  'host-kernel',
  'cpu',
  'everything',
] as const;
export type AttackPlace = (typeof ATTACK_PLACES)[number];

/** `control`: code runs there or files are changed; `read`: memory leaks; `starve`: neighbours get less. */
export const ATTACK_GAINS = ['control', 'read', 'starve'] as const;
export type AttackGain = (typeof ATTACK_GAINS)[number];

/** Id of a setting of `content/attack-settings.json`. */
export type SettingId = string;
export type SwitchState = 'on' | 'off';

export interface AttackScore {
  /** Version of CVSS; scores of different versions do not compare. */
  readonly version: '2.0' | '3.0' | '3.1' | '4.0';
  /** 0 to 10. */
  readonly value: number;
}

/**
 * A setting without which the attack does not work. Where a stack does not have the setting at all, it
 * counts as off: no filter, no limit, nothing mounted, not privileged.
 */
export interface AttackNeed {
  readonly setting: SettingId;
  /** The state in which it works; in the other one it ends at `stops`. */
  readonly is: SwitchState;
  /** 1-based number of the step that fails in the other state. */
  readonly stops: number;
  /** What that setting does to this attack. */
  readonly because: string;
}

/** A setting that leaves the attack possible but makes its gain smaller. */
export interface AttackLimit {
  readonly setting: SettingId;
  /** The state in which it limits. */
  readonly is: SwitchState;
  /**
   * What is left: `self` the entered app, container or VM; `user` what the account that runs the
   * containers owns (no root on the host); `vm` what stands inside the VM around it.
   */
  readonly to: 'self' | 'user' | 'vm';
  readonly because: string;
}

export interface AttackStep {
  readonly at: AttackPlace;
  /** Name of the chapter, two to four words. */
  readonly label: string;
  /** What happens, one sentence. */
  readonly says: string;
}

/** An attack as far as its way is simulated and drawn. */
export interface Attack {
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  /** Absent: a mistake in the setting-up or malware, not a flaw with a number. */
  readonly cve?: string;
  readonly gains: AttackGain;
  /** The barriers it breaks, the most telling first; none where a barrier was not put up or holds. */
  readonly breaks: readonly BarrierKind[];
  /** What the scene shows running, a version it worked on: "Linux kernel 5.15.0". */
  readonly runsOn: string;
  /** "fixed in 5.15.16"; absent where nothing can be fixed by an update. */
  readonly affected?: string;
  /** Kernels it is for; absent: any. */
  readonly families?: readonly AbiFamily[];
  readonly needs: readonly AttackNeed[];
  readonly limits?: readonly AttackLimit[];
  /** In order; the first is always at `app`. */
  readonly steps: readonly AttackStep[];
  /** Stacks whose barriers it was made for or is stopped by, as in a URL; without a variant: all variants. */
  readonly stacks: readonly string[];
  /** Those of `stacks` on which sources disagree whether it works. */
  readonly disputed?: readonly string[];
}

/** An attack with all that its card tells. */
export interface AttackRecord extends Attack {
  readonly year?: number;
  readonly score?: AttackScore;
  /** At most two sentences. */
  readonly summary: string;
  /** Under which settings it worked. */
  readonly worked: string;
  /** What is disputed or not known. */
  readonly caveat?: string;
  /** Ids of sources, at least one. */
  readonly sources: readonly string[];
  readonly figures?: readonly string[];
  /** Those of `stacks` for which no source says it: the same part is there, so the same holds. */
  readonly inferred?: readonly string[];
}

/** How a setting stands in some stacks. */
export interface SettingPlace {
  /** As in a URL; without a variant: all variants. */
  readonly stacks: readonly string[];
  /**
   * How it stands before anything is changed. A scene of an attack starts, where it is not `fixed`, in the
   * state that the attack needs.
   */
  readonly base: SwitchState;
  /** The stack is made of it: a reader cannot switch it there. */
  readonly fixed?: true;
}

export interface SettingPlaceRecord extends SettingPlace {
  readonly because: string;
  readonly sources: readonly string[];
}

/** A switch that hardens (in the state `hardens`) or opens a stack. */
export interface AttackSetting {
  readonly id: SettingId;
  readonly name: string;
  /** The state in which it protects. */
  readonly hardens: SwitchState;
  /** What it does, one sentence. */
  readonly does: string;
  /** Parts it puts into the picture, if any. */
  readonly puts?: 'sentry' | 'vm';
  /** The barrier it is a part of; absent: repairs and circumstances. */
  readonly barrier?: BarrierKind;
  /** Stacks that have it at all. */
  readonly places: readonly SettingPlace[];
}

/** A setting with what is said of it and where that was read. */
export interface SettingRecord extends AttackSetting {
  readonly places: readonly SettingPlaceRecord[];
}

/** What is known about a barrier itself. */
export interface Barrier {
  readonly id: BarrierKind;
  readonly name: string;
  /** Who enforces it and with what, one sentence. */
  readonly does: string;
}

export interface BarrierRecord extends Barrier {
  /** Said where no recorded attack broke it; absent where one did. */
  readonly none?: string;
  readonly sources: readonly string[];
}

/** One bar: how many ways in there are. */
export interface SurfaceBar {
  readonly figure: string;
  /** What the tenant can reach, short. */
  readonly label: string;
  /** Setting and state under which the figure holds; absent: always. */
  readonly when?: { readonly setting: SettingId; readonly is: SwitchState };
}

/** What tenants of these stacks can reach of what they share. */
export interface AttackSurface {
  /** As in a URL; without a variant: all variants. */
  readonly stacks: readonly string[];
  readonly bars: readonly SurfaceBar[];
  /** What is not known. */
  readonly note?: string;
}

/** What the Isolation lens draws from. */
export interface AttackShelf {
  readonly attacks: ReadonlyMap<string, Attack>;
  readonly settings: ReadonlyMap<SettingId, AttackSetting>;
  readonly barriers: ReadonlyMap<BarrierKind, Barrier>;
}

/** Everything the Isolation lens knows. */
export interface AttackRecords extends AttackShelf {
  readonly attacks: ReadonlyMap<string, AttackRecord>;
  readonly settings: ReadonlyMap<SettingId, SettingRecord>;
  readonly barriers: ReadonlyMap<BarrierKind, BarrierRecord>;
  readonly surfaces: readonly AttackSurface[];
  /** Figures of the surfaces and of the attacks. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Every source that attacks, settings, barriers and those figures name. */
  readonly sources: ReadonlyMap<string, Source>;
}
