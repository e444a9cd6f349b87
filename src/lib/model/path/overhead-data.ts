/** What studies measured of a stack against native: which figure tells it, and of what. */

/** What is used, in the order in which the panels stand. */
export const OVERHEAD_RESOURCES = ['cpu', 'memory', 'disk', 'network', 'program'] as const;
export type OverheadResource = (typeof OVERHEAD_RESOURCES)[number];

export interface Overhead {
  /** Id of the figure. Its measure says how it is meant: a change, a share, or times as long. */
  readonly figure: string;
  /** Stack ref as in a URL; without a variant it holds for every variant. */
  readonly stack: string;
  readonly resource: OverheadResource;
  /** What ran, in a few words. */
  readonly load: string;
  /** What a change is of; absent: of speed. */
  readonly of?: 'time';
  /** What it is measured against; absent: native. */
  readonly against?: 'runc';
  /** The study's name and year, read from the figure's sources. */
  readonly study: string;
}
