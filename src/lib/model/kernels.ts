/** How many kernels run under a stack, and whose they are: the readout's pips. */
import type { Layer, ResolvedStack } from './stack.ts';

export interface KernelTally {
  /** General-purpose kernels that run: `host` + `guest`. */
  readonly kernels: number;
  /** Kernel work done elsewhere: a library OS, a kernel in user space. */
  readonly striped: number;
  /** Kernels outside any VM: the host's, Dom0's, the root partition's. */
  readonly host: number;
  /** Kernels behind a VM wall. */
  readonly guest: number;
  /** The layers that count, in tree order; of a large group only those that were expanded. */
  readonly list: readonly Layer[];
}

/** Counts with the true numbers of instances, also of those that were not expanded into layers. */
export function countKernels(stack: ResolvedStack): KernelTally {
  const tally = { striped: 0, host: 0, guest: 0 };
  const list: Layer[] = [];
  // `times`: how many layers this one stands for. The instances of a group differ in words only, so
  // the first one counts for all.
  const visit = (layer: Layer, times: number, walled: boolean): void => {
    if (layer.counts === 'striped') tally.striped += times;
    if (layer.counts === 'kernel') tally[walled ? 'guest' : 'host'] += times;
    if (layer.counts !== 'none') list.push(layer);
    const within = walled || layer.kind === 'wall';
    for (const child of [...layer.inside, ...layer.wraps, ...layer.carries])
      visit(child, times * standsFor(child), within);
  };
  visit(stack.ground, 1, false);
  return { kernels: tally.host + tally.guest, ...tally, list };
}

function standsFor({ instance }: Layer): number {
  if (instance === undefined) return 1;
  return instance.index === 0 ? instance.count : 0;
}
