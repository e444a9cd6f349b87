/** Words of the Isolation lens. Counts arrive as numbers; who is named arrives by name. */
import type { AbiFamily } from '../kinds.ts';
import type { InstanceNoun } from '../stack.ts';
import type { AttackGain, BarrierKind, EntryKind, SwitchState } from './attack-data.ts';

/** What a layer shows: `entered`, `reached` … or that it holds. */
export type ShownMark = 'entered' | 'reached' | 'read' | 'starved' | 'safe';

/** How a break-in ended, as far as words need it. */
export interface SaidEnd {
  /** null: nothing has held so far, what the attack needs is not there, or everything was reached. */
  readonly barrier: BarrierKind | null;
  readonly isAll: boolean;
  /** The attack is not in this stack at all. */
  readonly missing: string | null;
  /** Name and state of the setting to which it is owed. */
  readonly setting: string | null;
}

/** Who got what, as counted. */
export interface SaidTally {
  /** From which the attacker got what the attack is after. */
  readonly gained: number;
  /** Taken over on the way, where that is something else. */
  readonly taken: number;
  readonly total: number;
  readonly gains: AttackGain;
  /** Sources disagree whether the attack gets that far here. */
  readonly isDisputed: boolean;
}

/** One stack as the headline counts it, at one moment. */
export interface SaidStack extends SaidEnd, SaidTally {
  readonly letter: string;
}

/** What is told under the headline. */
export interface SaidAttack {
  /** Name and number. */
  readonly attack: string;
  readonly runsOn: string | null;
  readonly gains: AttackGain;
  /** Where somebody begins below the attack's steps, so that it is not needed: stack and layer. */
  readonly starts: readonly { readonly letter: string | null; readonly layer: string }[];
  /** No stack shows the attack itself. */
  readonly isUnused: boolean;
}

/** Tenants by what one is called, and parts by name. */
export interface NamedParts {
  readonly tenants: readonly { readonly noun: InstanceNoun; readonly count: number }[];
  readonly others: readonly string[];
}

export interface IsolationWords {
  readonly headline: {
    readonly empty: string;
    /** @param unseen stacks of the scene that are not in view */
    of(stacks: readonly SaidStack[], unseen: readonly SaidStack[]): string;
  };
  readonly sentence: {
    readonly empty: string;
    of(said: SaidAttack): string;
  };
  readonly chain: {
    readonly title: string;
    readonly titleStopped: string;
    readonly titleAbsent: string;
    setting(name: string, state: SwitchState): string;
    /** Somebody is in a layer, whatever the way. */
    codeIn(layer: string): string;
    /** The last step: what one place owns. */
    everything(parts: NamedParts, gains: AttackGain): string;
    /** Its name as a step. */
    readonly owns: string;
    /** What holds, after what was lost. */
    holds(barrier: BarrierKind, because: string): string;
    /** What a hidden VM and its host have in common. */
    readonly shared: string;
    stopped(barrier: BarrierKind, setting: string, because: string): string;
  };
  readonly missing: Readonly<Record<EntryKind, string>> & {
    family(wanted: AbiFamily, has: string): string;
  };
  readonly tags: Readonly<Record<ShownMark | 'holds' | 'absent' | 'untried', string>>;
  readonly readout: {
    count(tally: SaidTally): string;
    /** The attack is not made for the stack. */
    readonly absent: string;
    /** Who was not reached. */
    hold(parts: NamedParts): string;
    /** Nobody was spared. */
    readonly nobody: Readonly<Record<AttackGain, string>>;
  };
  readonly barriers: Readonly<Record<BarrierKind, string>>;
  readonly legendTitle: string;
  /** The last barrier, and between which stacks it stands here. */
  legendMachine(letters: readonly string[]): string;
  /** Second line of a kernel or program that is drawn in a version with the flaw. */
  versioned(affected: string): string;
  /** The same of one that has the fix. */
  readonly repaired: string;
  readonly sentry: {
    readonly name: string;
    readonly detail: string;
    readonly providedBy: string;
    readonly about: string;
  };
  readonly twin: {
    /** `step` null: from the start. */
    marked(name: string, mark: ShownMark, step: number | null): string;
    readout(count: string, note: string): string;
  };
  readonly story: {
    readonly stopped: string;
    /** What is told of one stack at a step. */
    at(letter: string, text: string): string;
  };
  readonly table: {
    readonly caption: string;
    readonly what: string;
    readonly attack: string;
    step(number: number): string;
    readonly notTaken: string;
    readonly count: string;
    readonly settings: string;
  };
}
