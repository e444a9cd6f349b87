/** Measurements as a reader might have made them, for tests. */
import type { OwnNumber } from '../../model/own-numbers.ts';

export const ownNumbersFixture: readonly OwnNumber[] = [
  {
    ...{ kind: 'start', stack: 'docker-linux', what: 'docker run alpine true', tool: 'hyperfine' },
    ...{ low: 301, typical: 322, high: 388, unit: 'ms', runs: 20, machine: 'my laptop' },
  },
  {
    ...{ kind: 'start', stack: 'vm-bare-metal:kvm', what: 'Debian VM until ssh', tool: 'typed' },
    ...{ high: 21_000, unit: 'ms', machine: 'the office server' },
  },
  {
    ...{ kind: 'size', stack: 'docker-linux', what: 'our web image', tool: 'docker-images' },
    ...{ typical: 187, unit: 'MB' },
  },
  {
    ...{ kind: 'other', stack: null, what: 'builds per hour', tool: 'csv' },
    ...{ typical: 14, unit: 'count' },
  },
];
