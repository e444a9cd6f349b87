import { describe, expect, it } from 'vitest';
import type { StartTiming } from '../model/figures.ts';
import {
  DOCKER,
  GVISOR,
  KVM,
  MAC,
  MICROVM,
  PROCESS,
  UNIKERNEL,
  XEN,
} from './boot-stacks.fixture.ts';
import { LIGHTVM, NSDI } from './boot-studies.fixture.ts';
import { anatomyOf, startsOf } from './boot-starts.ts';

const some = (over: Partial<StartTiming>): StartTiming => ({
  id: 't',
  stack: 'x',
  what: '',
  figure: 'f',
  kind: 'cold',
  from: '',
  to: '',
  end: 'app',
  machine: '',
  phases: [],
  primary: true,
  ...over,
});

describe('anatomyOf', () => {
  it('finds whether a kernel has to boot behind a wall', () => {
    const seen = [PROCESS, DOCKER, GVISOR, XEN, KVM, UNIKERNEL, MAC].map((stack) => {
      const { kernel, floor, nothingBoots } = anatomyOf(stack);
      return [stack.key, kernel, floor, nothingBoots];
    });
    expect(seen).toEqual([
      ['process', 'running', 'kernel', true],
      ['docker-linux', 'running', 'kernel', true],
      ['gvisor', 'sentry', 'kernel', false],
      ['vm-bare-metal:xen', 'guest', 'hypervisor', false],
      ['vm-bare-metal:kvm', 'guest', 'kernel', false],
      ['unikernel', 'library-os', 'hypervisor', false],
      ['desktop-mac', 'guest', 'kernel', false],
    ]);
  });
  it('knows a container start in a VM that runs, and a snapshot', () => {
    expect(anatomyOf(MAC, some({ kind: 'warm' })).kernel).toBe('running-guest');
    expect(anatomyOf(MAC, some({ kind: 'warm' })).nothingBoots).toBe(false);
    expect(anatomyOf(XEN, some({ kind: 'warm' })).kernel).toBe('guest');
    expect(anatomyOf(MICROVM, some({ kind: 'snapshot' })).kernel).toBe('restored');
  });
});

describe('startsOf', () => {
  it('lets a layer start with the phase that runs it', () => {
    const starts = startsOf(MICROVM, NSDI.timings[0], 160.9);
    expect(starts.get('microvm/vmm')).toBe(0);
    expect(starts.get('microvm/vm0')).toBe(0);
    expect(starts.get('microvm/vm0/kernel')).toBe(50.9);
    expect(starts.get('microvm/vm0/app')).toBe(160.9);
    expect(starts.has('microvm/kernel')).toBe(false);
  });
  it('claims nothing about the time between when only a total is known', () => {
    const starts = startsOf(DOCKER, LIGHTVM.timings[1], 200);
    expect(new Set(starts.values())).toEqual(new Set([200]));
    expect(starts.has('docker-linux/kernel')).toBe(false);
  });
  it('leaves Dom0 running and never starts what was not measured', () => {
    const starts = startsOf(XEN, undefined, undefined);
    expect(starts.get('vm-bare-metal:xen/vm0/kernel')).toBe(Infinity);
    expect(starts.has('vm-bare-metal:xen/dom0/kernel')).toBe(false);
  });
  it('starts the hidden VM only when the start is cold', () => {
    expect(startsOf(MAC, some({ kind: 'cold' }), 9).get('desktop-mac/vm/kernel')).toBe(9);
    const warm = startsOf(MAC, some({ kind: 'warm' }), 9);
    expect(warm.has('desktop-mac/vm/kernel')).toBe(false);
    expect(warm.get('desktop-mac/vm/c0/app')).toBe(9);
  });
});
