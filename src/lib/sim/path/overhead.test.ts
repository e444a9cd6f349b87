import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFigures } from '../../content/figures.ts';
import { stackIds, stackNames } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import type { Figure } from '../../model/figures.ts';
import { resolveStack } from '../../model/resolve.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { marksOf, measuredEnds, NATIVE } from './overhead-ratio.ts';
import { marksIn, overheadOf, RESOURCES, type Overhead } from './overhead.ts';

const facts = await loadFigures();
const refs = stackIds.flatMap((id) =>
  (stackNames[id]?.variants ?? []).map((variant) => `${id}:${variant}`),
);
const stacks = new Map<string, ResolvedStack>();

beforeAll(async () => {
  for (const ref of refs) {
    const [id = '', variant] = ref.split(':');
    const file = await loadStack(id);
    if (!file.ok) throw new Error(`${id} cannot be read`);
    stacks.set(ref, resolveStack(file.value, { variant, n: null }));
  }
});

function of(chosen: readonly string[], resource = 'all'): Overhead {
  return overheadOf(
    chosen.flatMap((ref) => stacks.get(ref) ?? []),
    resource,
    facts,
  );
}

/** Ids of the figures that are drawn in the only row. */
function drawn(ref: string): readonly string[] {
  return of([ref]).rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => marksIn(cell).map(({ figure }) => figure.id)),
  );
}

const picks = fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 8 });
const resources = fc.constantFrom('all', ...RESOURCES);

describe('any stacks', () => {
  test('every mark is one figure with its own numbers, and none is drawn twice', () => {
    fc.assert(
      fc.property(picks, resources, (chosen, resource) => {
        for (const { stack, cells } of of(chosen, resource).rows) {
          const marks = cells.flatMap(marksIn);
          const ids = marks.map(({ figure }) => figure.id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { figure, ends, reference } of marks) {
            expect(facts.figures.get(figure.id)).toBe(figure);
            expect(ends).toEqual(marksOf(figure, reference));
            expect(figure.subject.map((ref) => ref.split(':')[0])).toContain(stack.id);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a group is one study on one machine: nothing is pooled', () => {
    const { rows, studies } = of(refs.slice(0, 12));
    for (const study of [
      ...studies,
      ...rows.flatMap(({ cells }) => cells.flatMap((one) => one.studies)),
    ]) {
      const machines = new Set(study.marks.map(({ figure }) => figure.machine ?? ''));
      const sources = new Set(study.marks.map(({ figure }) => figure.study ?? figure.sources[0]));
      expect([machines.size, sources.size]).toEqual([1, 1]);
    }
  });

  test('each row has a cell per axis, and each chosen resource an axis, measured or not', () => {
    fc.assert(
      fc.property(picks, resources, (chosen, resource) => {
        const { columns, rows } = of(chosen, resource);
        const shown = new Set(columns.map((column) => column.resource));
        expect([...shown]).toEqual(resource === 'all' ? RESOURCES : [resource]);
        for (const { cells } of rows) expect(cells.map(({ column }) => column)).toEqual(columns);
      }),
      { numRuns: 60 },
    );
  });

  test('what was measured of a resource in any way is drawn or named, and counted once', () => {
    for (const ref of refs) {
      const [row] = of([ref]).rows;
      const named = row?.cells.flatMap((cell) => [
        ...marksIn(cell).map(({ figure }) => figure),
        ...cell.others,
      ]);
      const ids = named?.map(({ id }) => id) ?? [];
      expect(new Set(ids).size, ref).toBe(ids.length);
    }
  });
});

describe('whose figure it is', () => {
  test('native itself has no figures: it is the line', () => {
    expect(of(['process:default']).rows[0]?.isNative).toBe(true);
    expect(drawn('process:default')).toEqual([]);
  });
  test.each([
    'desktop-linux:default',
    'desktop-mac:virtualization-framework',
    'desktop-windows-wsl2:default',
    'desktop-windows-hyperv:default',
    'vm-hosted:virtualbox',
    'vm-hosted:vmware',
    'vm-bare-metal:esxi',
    'vm-bare-metal:xen',
    'vm-bare-metal:hyper-v',
    'kata:default',
    'windows-process:default',
  ])('%s inherits nobody’s', (ref) => {
    const row = of([ref]).rows[0];
    expect(row?.cells.every(({ studies }) => studies.length === 0)).toBe(true);
  });
  test('KVM, Docker and Firecracker have their own', () => {
    expect(drawn('vm-bare-metal:kvm')).toContain('perf.cpu.kvm.pxz');
    expect(drawn('docker-linux:default')).toContain('perf.nginx.docker');
    expect(drawn('microvm:firecracker')).toContain('perf.nsdi.fio.fc');
    expect(drawn('microvm:cloud-hypervisor')).not.toContain('perf.nsdi.fio.fc');
    expect(drawn('gvisor:systrap')).not.toContain('perf.syscall.gvisor.ant');
  });
  test('what was not compared with native, or ran otherwise, is an open mark', () => {
    const all = of(['gvisor:kvm', 'unikernel:xen', 'docker-linux:default']);
    const marks = all.rows.flatMap(({ cells }) => cells.flatMap(marksIn));
    for (const { figure, isOpen } of marks) {
      expect(isOpen, figure.id).toBe(
        figure.against !== 'native' || figure.setUp !== undefined || figure.unlike !== undefined,
      );
    }
    expect(marks.some(({ isOpen }) => isOpen) && marks.some(({ isOpen }) => !isOpen)).toBe(true);
  });
});

describe('a ratio', () => {
  const figure = (rest: Partial<Figure>): Figure => ({
    ...{ id: 'a', category: 'cpu', subject: [], quantity: '', unit: '%', conditions: '' },
    ...{ sources: ['here'], confidence: 'measured-by-us' },
    ...rest,
  });
  test('of a change, a share and a multiple is exact', () => {
    expect(marksOf(figure({ measure: 'change', typical: 0 }), undefined)).toEqual({
      typical: NATIVE,
    });
    expect(marksOf(figure({ measure: 'share', low: 95 }), undefined)).toEqual({ low: 0.95 });
    expect(
      marksOf(figure({ unit: '×', measure: 'times-as-long', typical: 216 }), undefined),
    ).toEqual({ typical: 216 });
  });
  test('of an absolute value needs the value beside it, in the same unit', () => {
    const guest = figure({ unit: 'µs', typical: 68 });
    expect(marksOf(guest, undefined)).toBeNull();
    expect(marksOf(guest, figure({ unit: 'ms', typical: 34 }))).toBeNull();
    expect(marksOf(guest, figure({ unit: 'µs', typical: 34 }))).toEqual({ typical: 2 });
    expect(marksOf(guest, figure({ unit: 'µs', low: 17, typical: 34, high: 34 }))).toEqual({
      ...{ low: 2, typical: 2, high: 4 },
    });
  });
  test('of a bound is no measurement', () => {
    expect(measuredEnds({ low: 0.95 })).toBeNull();
    expect(measuredEnds({ low: 0.8, high: 0.9 })).toEqual([0.8, 0.9]);
    expect(measuredEnds({ typical: 2 })).toEqual([2, 2]);
  });
});

describe('the figures of performance', () => {
  const performance = [...facts.figures.values()].filter(({ id }) => id.startsWith('perf.'));
  test('say what a ratio compares with', () => {
    const bare = performance.filter(
      ({ unit, against }) => (unit === '%' || unit === '×') && against === undefined,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
  test('are set beside a value of the same study, machine and unit', () => {
    const pairs = performance.filter(({ reference }) => reference !== undefined);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { reference, unit, machine, sources, id } of pairs) {
      expect(facts.figures.get(reference ?? ''), id).toMatchObject({ unit, machine, sources });
    }
  });
  test('of one load come from one study, and differ in the system', () => {
    const loads = new Map<string, string[]>();
    for (const { load, study, sources, subject, category } of performance) {
      if (load === undefined) continue;
      const key = `${load} ${study ?? sources[0] ?? ''} ${category}`;
      loads.set(key, [...(loads.get(key) ?? []), subject.join()]);
    }
    expect(loads.size).toBeGreaterThan(0);
    for (const [key, systems] of loads) expect(new Set(systems).size, key).toBe(systems.length);
  });
  test('speak of one system each where they are ratios', () => {
    const several = performance.filter(
      ({ against, subject }) => against !== undefined && subject.length > 1,
    );
    expect(several.map(({ id }) => id)).toEqual([]);
  });
});
