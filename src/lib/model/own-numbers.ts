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

export interface OwnNumber {
  readonly kind: OwnKind;
  /** Stack as in a URL (`docker-linux`, `vm-bare-metal:kvm`); null: not said yet. */
  readonly stack: string | null;
  /** What was measured, e.g. a command line or an image's name; 1 to 120 characters. */
  readonly what: string;
  /** All three in `unit`; at least one is there, low ≤ typical ≤ high. */
  readonly low?: number;
  readonly typical?: number;
  readonly high?: number;
  /** A unit of FIGURE_UNITS. */
  readonly unit: string;
  /** Number of runs that low, typical and high were made from. */
  readonly runs?: number;
  /** The reader's word for their machine; up to 80 characters. */
  readonly machine?: string;
  readonly tool: OwnTool;
}
