/** Words of stacks and their layers, handed in so that the pure layers know no language. */
import type { AbiFamily, LayerKind } from './kinds.ts';
import type { KernelFacts } from './kernel-facts.ts';
import type { InstanceNoun, Layer, ResolvedStack } from './stack.ts';

export interface Readout {
  /** "3 guest kernels" */
  readonly count: string;
  /** The count in two, for a column too narrow for it: "1 kernel", "3 library OSes". */
  readonly split?: readonly [string, string];
  /** "one private to each VM" */
  readonly note: string;
  /** The note in a few words, for the same line: "all private"; empty: there is none. */
  readonly brief: string;
  /** A further clause, left out where there is no room. */
  readonly extra: string | null;
}

/** What one layer is to the others, for its accessible name. */
export interface LayerRole {
  readonly layer: Layer;
  /** Name of what it stands on, lies in or wraps. */
  readonly standsOn: string | null;
  /** Who uses it: counts by noun, then names. */
  readonly users: readonly string[];
  readonly crowd: number | null;
  /** Whose system calls the kernel under it answers; null where there is none. */
  readonly family: AbiFamily | null;
}

/** Short annotations over a row of containers, two lines each. */
export interface Annotations {
  readonly namespaces: readonly [string, string];
  readonly cgroups: readonly [string, string];
  readonly engine: readonly [string, string];
  /** Where no fence is drawn. */
  readonly engineAlone: readonly [string, string];
}

export interface StructureWords {
  readout(stack: ResolvedStack, kernels: KernelFacts): Readout;
  /** "4 containers" */
  instances(noun: InstanceNoun, count: number): string;
  /** "one bar stands for 25" */
  barStandsFor(count: number): string;
  layerName(role: LayerRole): string;
  /** Words of the privilege rail. */
  readonly privilege: Readonly<Record<NonNullable<Layer['privilege']>, string>>;
  /** The same of a system that manages the machine from above a hypervisor. */
  privilegeOn(privilege: NonNullable<Layer['privilege']>, hypervisor: string): string;
  /** What the fences of a kernel are made of goes by other names on Windows. */
  annotations(family: AbiFamily): Annotations;
}

/** What the Structure lens says of its stacks as a whole. */
export interface StructureSaid {
  /** Headline and sentence for what is on the stage. */
  headline(facts: readonly { stack: ResolvedStack; kernels: KernelFacts }[]): string;
  sentence(facts: readonly { stack: ResolvedStack; kernels: KernelFacts }[]): string;
  /** @param kinds what there is on the stage: nothing else is spoken of */
  chapters(
    kinds: ReadonlySet<LayerKind>,
  ): readonly { readonly label: string; readonly says: string }[];
  /** While a chapter comes that changes what is counted: nothing is counted before it stands. */
  readonly comingReadout: Readout;
  comingHeadline(chapter: string, stacks: number): string;
}

export type TableRowId =
  | 'app'
  | 'services'
  | 'libs'
  | 'emulator'
  | 'fence'
  | 'engine'
  | 'sentry'
  | 'library-os'
  | 'guest-kernel'
  | 'wall'
  | 'vmm'
  | 'control-domain'
  | 'host-kernel'
  | 'hypervisor'
  | 'hardware';

/** Words of the table of layers. */
export interface StructureTableWords {
  readonly caption: string;
  readonly layer: string;
  readonly none: string;
  readonly kernels: string;
  readonly rows: readonly { readonly id: TableRowId; readonly label: string }[];
}
