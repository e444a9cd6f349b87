import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNNAMED_MACHINE, type StartStudy, type StartTiming } from '../model/figures.ts';
import { runRace } from './boot-race.ts';
import { fairRaces, sourcesFindingOf } from './boot-sources.ts';
import { DOCKER, KVM, MICROVM, PROCESS, STACKS, XEN } from './boot-stacks.fixture.ts';
import { LIGHTVM, NSDI, STUDIES } from './boot-studies.fixture.ts';

/** A study of one timing. */
function study(id: string, over: Partial<StartTiming>, more: Partial<StartStudy> = {}): StartStudy {
  const [timing] = LIGHTVM.timings;
  if (timing === undefined) throw new Error('no timing');
  const { lowMs: _low, typicalMs: _typical, highMs: _high, ...rest } = timing;
  const machine = `machine of ${id}`;
  return { ...LIGHTVM, id, ...more, timings: [{ ...rest, id, machine, ...over }] };
}
const rowsOf = (studies: readonly StartStudy[], stacks = [PROCESS, XEN]) =>
  runRace(stacks, studies, { kind: 'all' }).rows;
const FAST = study('fast', { stack: 'process', lowMs: 2, highMs: 9 });
const SLOW = study('slow', { stack: 'vm-bare-metal:xen', lowMs: 500, typicalMs: 900 });

describe('sourcesFindingOf', () => {
  it('tells two rows apart by the ends that lie next to each other', () => {
    expect(sourcesFindingOf(rowsOf([FAST, SLOW]))).toMatchObject({
      kind: 'apart',
      fast: { ms: 9, sourced: { study: FAST } },
      slow: { ms: 500, sourced: { study: SLOW } },
      isPartial: false,
    });
  });
  it.each([
    ['they overlap', study('x', { stack: 'process', lowMs: 1, highMs: 600 })],
    ['they nearly touch', study('x', { stack: 'process', typicalMs: 450 })],
    ['the fast one has no upper end', study('x', { stack: 'process', lowMs: 1 })],
    ['the slow one has no lower end', study('x', { stack: 'vm-bare-metal:xen', highMs: 900 })],
  ])('names no winner where %s', (_why, other) => {
    expect(sourcesFindingOf(rowsOf([FAST, SLOW, other]))).toEqual({ kind: 'overlap' });
  });
  it('names no winner by what comes without a machine, and says why', () => {
    const unnamed = study('x', { stack: 'process', typicalMs: 3, machine: UNNAMED_MACHINE });
    expect(sourcesFindingOf(rowsOf([FAST, SLOW, unnamed]))).toEqual({ kind: 'unnamed' });
    expect(sourcesFindingOf(rowsOf([unnamed]))).toMatchObject({ kind: 'only', isUnnamed: true });
  });
  it('says of an upper end for how many of the runs it holds, and whether the ends differ', () => {
    const most = study('x', { stack: 'process', typicalMs: 5, highMs: 20, highIs: 'p99' });
    expect(sourcesFindingOf(rowsOf([FAST, SLOW, most]))).toMatchObject({
      fast: { ms: 20, share: 99 },
      endsDiffer: false,
    });
    const init = study('x', { stack: 'vm-bare-metal:xen', typicalMs: 400, end: 'init' });
    expect(sourcesFindingOf(rowsOf([FAST, SLOW, init]))).toMatchObject({ endsDiffer: true });
  });
  it('keeps times to the end of a command apart from times until it is up', () => {
    const ended = study('x', { stack: 'process', typicalMs: 50, end: 'ended' });
    expect(sourcesFindingOf(rowsOf([FAST, ended]))).toMatchObject({
      spreads: [
        { end: null, low: { ms: 2 }, high: { ms: 9 } },
        { end: 'ended', low: { ms: 50 }, high: { ms: 50 } },
      ],
    });
  });
  it.each([
    ['a part', study('x', { stack: 'vm-bare-metal:xen', typicalMs: 3 }, { clock: 'part' })],
    ['a snapshot', study('x', { stack: 'vm-bare-metal:xen', typicalMs: 3, kind: 'snapshot' })],
    ['CPU time', study('x', { stack: 'vm-bare-metal:xen', typicalMs: 3 }, { clock: 'cpu' })],
  ])('leaves out %s', (_what, other) => {
    expect(sourcesFindingOf(rowsOf([FAST, SLOW, other]))).toMatchObject({ slow: { ms: 500 } });
    expect(sourcesFindingOf(rowsOf([other]))).toEqual({ kind: 'none' });
  });
  it('says of one row what is known of it', () => {
    expect(sourcesFindingOf(rowsOf([FAST]))).toMatchObject({
      spreads: [{ low: { ms: 2 }, high: { ms: 9 } }],
    });
    const open = study('x', { stack: 'process', highMs: 5 });
    const finding = sourcesFindingOf(rowsOf([FAST, open]));
    expect(finding).toMatchObject({ kind: 'only', spreads: [{ high: { ms: 9 } }] });
    expect(finding).not.toHaveProperty('spreads.0.low');
  });

  it('never calls faster what some source says is slower', () => {
    const one = fc.record({
      stack: fc.constantFrom('process', 'docker-linux', 'vm-bare-metal:xen', 'vm-bare-metal:kvm'),
      typicalMs: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (timings) => {
        const studies = timings.map((timing, index) => study(`s${index}`, timing));
        const finding = sourcesFindingOf(rowsOf(studies, [...STACKS]));
        if (finding.kind !== 'apart') return;
        const times = ({ stack }: { stack: { id: string; variant: string } }) =>
          timings
            .filter(({ stack: ref }) => ref === stack.id || ref === `${stack.id}:${stack.variant}`)
            .map(({ typicalMs }) => typicalMs);
        const { fast, slow } = finding;
        expect(Math.max(...times(fast.row))).toBeLessThan(Math.min(...times(slow.row)));
      }),
    );
  });
});

describe('fairRaces', () => {
  it('offers what timed several of the stacks, with these alone', () => {
    const races = fairRaces(rowsOf(STUDIES, [PROCESS, DOCKER, MICROVM]));
    expect(races).toMatchObject([
      { study: LIGHTVM, shown: 2, refs: [PROCESS, DOCKER].map((s) => `${s.id}:${s.variant}`) },
    ]);
  });
  it('else what timed one of them beside others', () => {
    const [race, ...rest] = fairRaces(rowsOf([NSDI], [KVM]));
    expect(race).toMatchObject({ study: NSDI, shown: 1 });
    expect(race?.refs).toEqual([`${KVM.id}:${KVM.variant}`, 'microvm:firecracker']);
    expect(rest).toEqual([]);
  });
  it('offers no race of one', () => {
    expect(fairRaces(rowsOf([FAST, SLOW]))).toEqual([]);
  });
});
