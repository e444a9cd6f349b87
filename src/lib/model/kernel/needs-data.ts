/** What user spaces need of a kernel, and what is known of kernels: read from `content/run-here/`. */

/** User spaces that show one way of breaking each. */
export const NEED_CASES = [
  'new-glibc',
  'raised-glibc',
  'old-glibc',
  'clone3',
  'cpu-v2',
  'cpu-v3',
  'io-uring',
  'module',
  'gvisor',
  'binfmt',
] as const;
export type NeedCaseId = (typeof NEED_CASES)[number];

/** What stands in the way, by the layer it is in. */
export const BLOCKED_AT = ['kernel', 'filter', 'cpu', 'module', 'sentry', 'translator'] as const;
export type BlockedAt = (typeof BLOCKED_AT)[number];

/** The least kernel, and what is printed on an older one. */
export interface NeedsSince {
  readonly version: string;
  /** Absent: no such output was read. */
  readonly output?: string;
  /** The remedy is another image, and then any kernel will do. */
  readonly isLifted?: true;
}

/** Something beside the version that is in the way until the remedy is taken. */
export interface NeedsBlock {
  readonly where: BlockedAt;
  readonly output: string;
  /** First kernel on which it can be in the way. */
  readonly from?: string;
  /** First kernel on which it no longer is. */
  readonly until?: string;
  /** Kernels on which it was seen; absent: on all of them; elsewhere it depends. */
  readonly knownAt?: readonly string[];
}

export interface NeedCase {
  readonly id: NeedCaseId;
  readonly image: string;
  readonly libs: string;
  readonly since?: NeedsSince;
  readonly block?: NeedsBlock;
  readonly command: string;
  readonly sources: readonly string[];
}

/** A host by the version of its kernel. */
export interface KnownKernel {
  readonly version: string;
  readonly host: string;
  readonly sources: readonly string[];
}

export interface NeedsShelf {
  /** Oldest first. */
  readonly kernels: readonly KnownKernel[];
  readonly cases: readonly NeedCase[];
}
