/**
 * A reader's own measurements: typed, pasted or read from the measuring kit. They stand beside the
 * sourced figures, always marked as the reader's, and are never mixed with them.
 */

/** Where an own number came from; `typed` is the form, `kit` the measuring kit's file. */
export const OWN_TOOLS = [
  'typed',
  'hyperfine',
  'systemd-analyze',
  'systemd-blame',
  'docker-images',
  'docker-stats',
  'csv',
  'kit',
] as const;
export type OwnTool = (typeof OWN_TOOLS)[number];

/** What kind of quantity an own number is: which lenses and charts it can stand in. */
export const OWN_KINDS = ['start', 'size', 'memory', 'other'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

/** What was there before a start; only the reader can know. */
export const OWN_STARTS = ['cold', 'warm', 'snapshot'] as const;
export type OwnStart = (typeof OWN_STARTS)[number];

/** The parts of a start that `systemd-analyze` tells apart, in the order in which they run. */
export const OWN_PHASES = ['firmware', 'loader', 'kernel', 'initrd', 'userspace'] as const;
export type OwnPhaseName = (typeof OWN_PHASES)[number];

export interface OwnPhase {
  readonly name: OwnPhaseName;
  /** Length in ms, more than 0. */
  readonly ms: number;
}

export interface OwnNumber {
  readonly kind: OwnKind;
  /** Stack as in a URL (`docker-linux`, `vm-bare-metal:kvm`); null: not said yet. */
  readonly stack: string | null;
  /** What was measured, e.g. a command line or an image's name; 1 to 120 characters. */
  readonly what: string;
  /** All three in `unit`, 0 or more; at least one is there, low ≤ typical ≤ high. */
  readonly low?: number;
  readonly typical?: number;
  readonly high?: number;
  /** A unit of FIGURE_UNITS. */
  readonly unit: string;
  /** Number of runs that low, typical and high were made from. */
  readonly runs?: number;
  /** The reader's word for their machine; up to 80 characters. */
  readonly machine?: string;
  /** Of a number of kind `start`: what was there before; absent: not said. */
  readonly start?: OwnStart;
  /** Of a number of kind `start`: its parts in time order, together as long as `typical`. */
  readonly phases?: readonly OwnPhase[];
  readonly tool: OwnTool;
}

/** Most own numbers that are kept, and that one paste gives. */
export const MAX_OWN_NUMBERS = 200;
/** Largest value, in any unit. */
export const MAX_OWN_VALUE = 1e12;
export const MAX_WHAT_LENGTH = 120;
export const MAX_MACHINE_LENGTH = 80;
