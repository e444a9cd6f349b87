/** Whether a user space runs on a kernel, and what breaks where it does not. */
import type { BlockedAt, KnownKernel, NeedCase } from '../../model/kernel/needs-data.ts';

export interface NeedState {
  /** `depends`: on how that kernel was built or set up, and no source here says it. */
  readonly result: 'runs' | 'breaks' | 'depends';
  /** The kernel is too old, or something else is in the way; null: nothing is. */
  readonly why: 'version' | BlockedAt | null;
  /** What is printed; null: nothing, or nothing that was read. */
  readonly output: string | null;
}

/** @returns below 0, 0 or above 0 as `a` is older than, equal to or newer than `b`; missing parts are 0 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** @param isMended the remedy was taken */
export function needState(one: NeedCase, version: string, isMended: boolean): NeedState {
  const { since, block } = one;
  const isOld = since !== undefined && compareVersions(version, since.version) < 0;
  if (isOld && !(isMended && since.isLifted === true)) {
    return { result: 'breaks', why: 'version', output: since.output ?? null };
  }
  if (block === undefined || isMended) return RUNS;
  const { from = version, until, knownAt, where, output } = block;
  if (compareVersions(version, from) < 0) return RUNS;
  if (until !== undefined && compareVersions(version, until) >= 0) return RUNS;
  const isKnown = knownAt === undefined || knownAt.includes(version);
  return { result: isKnown ? 'breaks' : 'depends', why: where, output };
}

const RUNS: NeedState = { result: 'runs', why: null, output: null };

/** @returns place of the first kernel that is new enough, by `since` alone; -1: none is */
export function firstFitting(one: NeedCase, kernels: readonly KnownKernel[]): number {
  const least = one.since?.version;
  return kernels.findIndex(
    ({ version }) => least === undefined || compareVersions(version, least) >= 0,
  );
}
