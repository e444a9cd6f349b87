import { describe, expect, test } from 'vitest';
import {
  UNNAMED_MACHINE,
  type StartPhase,
  type StartStudy,
  type StartTiming,
} from '../model/figures.ts';
import { parseStudy } from '../model/parse-figures.ts';
import { resolveStack } from '../model/resolve.ts';
import { walkLayers } from '../model/stack.ts';
import { loadFigures } from './figures.ts';
import { stackIds } from './registry.ts';
import { loadStack } from './stacks.ts';
import { collectStudies, allStudies } from './studies.ts';

const studies = allStudies();
const { figures, sources } = await loadFigures();
const MS_PER_UNIT: Readonly<Record<string, number>> = { ms: 1, µs: 0.001 };

const timings = studies.flatMap((study) =>
  study.timings.map((timing): [string, StartTiming] => [`${study.id}/${timing.id}`, timing]),
);
const phases = timings.flatMap(([name, { phases: parts }]) =>
  parts.map((phase): [string, StartPhase] => [`${name}/${phase.id}`, phase]),
);

/** Value of a figure in ms, or undefined where it has none. */
function inMs(id: string, end: 'low' | 'typical' | 'high'): number | undefined {
  const figure = figures.get(id);
  const value = figure?.[end];
  const perUnit = MS_PER_UNIT[figure?.unit ?? ''];
  return value === undefined || perUnit === undefined ? undefined : value * perUnit;
}

function expectSame(ms: number | undefined, figureMs: number | undefined): void {
  if (ms === undefined || figureMs === undefined) expect(ms).toBe(figureMs);
  else expect(ms).toBeCloseTo(figureMs, 6);
}

describe('every number is a figure', () => {
  test.each(timings)('%s', (_name, { figure, lowMs, typicalMs, highMs }) => {
    expect(figures.has(figure)).toBe(true);
    expectSame(lowMs, inMs(figure, 'low'));
    expectSame(typicalMs, inMs(figure, 'typical'));
    expectSame(highMs, inMs(figure, 'high'));
  });

  test.each(phases)('%s', (_name, { figure, typicalMs, derived }) => {
    if (figure !== undefined) expectSame(typicalMs, inMs(figure, 'typical'));
    // "a minus b" of two figures.
    const [, whole = '', part = ''] = /^(\S+) minus ([^\s,]+)/.exec(derived ?? '') ?? [];
    if (derived !== undefined)
      expect(typicalMs).toBeCloseTo(
        (inMs(whole, 'typical') ?? Number.NaN) - (inMs(part, 'typical') ?? Number.NaN),
        6,
      );
  });
});

test('phases are together as long as the start, within rounding', () => {
  for (const [name, { typicalMs = 0, phases: parts }] of timings) {
    if (parts.length === 0) continue;
    const sum = parts.reduce((total, phase) => total + phase.typicalMs, 0);
    expect(Math.abs(sum - typicalMs), name).toBeLessThan(typicalMs * 0.02);
  }
});

test('the figures of a study come from its own source', () => {
  for (const study of studies) {
    expect(sources.has(study.source), study.id).toBe(true);
    for (const { figure, phases: parts } of study.timings)
      for (const id of [figure, ...parts.flatMap((phase) => phase.figure ?? [])])
        expect(figures.get(id)?.sources, `${study.id} ${id}`).toContain(study.source);
  }
});

test('a timing names no machine where its figure has none, in the one wording for that', () => {
  for (const [name, { figure, machine }] of timings) {
    const isNamed = figures.get(figure)?.machine !== undefined;
    expect([name, machine !== UNNAMED_MACHINE]).toEqual([name, isNamed]);
  }
});

test('a percentile is no longest run, as the conditions of its figure say', () => {
  for (const [name, { figure, highIs, lowIs }] of timings) {
    const { conditions = '' } = figures.get(figure) ?? {};
    const said = /high (?:the )?(\d+)th percentile|and (\d+)th percentile/.exec(conditions);
    const high = said?.[1] ?? said?.[2];
    expect([name, highIs]).toEqual([name, high === undefined ? undefined : `p${high}`]);
    expect(lowIs === undefined, name).toBe(!/the 10th/.test(conditions));
  }
});

test('a clock that stops when the command has ended, or at init, is told from one that stops earlier', () => {
  for (const [name, { to, end }] of timings) {
    expect([name, end === 'ended']).toEqual([name, /ended|returned/.test(to)]);
    expect([name, end === 'init']).toEqual([name, /init\b/.test(to)]);
    expect([name, end === 'unsaid']).toEqual([name, to === 'not given']);
  }
});

test('a kernel alone, or namespaces alone, is a part of a start', () => {
  for (const study of studies) {
    const isPart = study.timings.some(({ what }) => /\balone$|no engine/.test(what));
    expect([study.id, study.clock === 'part']).toEqual([study.id, isPart]);
  }
});

test('a study draws one timing of each stack', () => {
  for (const study of studies) {
    const drawn = study.timings.filter(({ primary }) => primary).map(({ stack }) => stack);
    expect(new Set(drawn).size, study.id).toBe(drawn.length);
    for (const { stack } of study.timings) expect(drawn, study.id).toContain(stack);
  }
});

test('ids of studies and, within one, of timings are unique', () => {
  expect(new Set(studies.map(({ id }) => id)).size).toBe(studies.length);
  expect(new Set(timings.map(([name]) => name)).size).toBe(timings.length);
});

/** Names of what runs the VMs of a stack in one of its variants. */
async function runnersOf(id: string): Promise<readonly string[]> {
  const file = await loadStack(id);
  if (!file.ok) return [];
  // Without a wall there is no VM to run: gVisor's platforms are named by what was started.
  const kinds = file.value.variants.flatMap(({ id: variant }) =>
    [...walkLayers(resolveStack(file.value, { variant }).ground)].map(([{ kind }]) => kind),
  );
  if (!kinds.includes('wall')) return [];
  return file.value.variants.map((variant) => {
    const { ground } = resolveStack(file.value, { variant: variant.id });
    const runners = [...walkLayers(ground)].filter(
      ([{ kind }]) => kind === 'hypervisor' || kind === 'vmm',
    );
    return [...new Set(runners.map(([{ name }]) => name))].join();
  });
}

/** Timings credited to all variants of a stack although these run on different hypervisors. */
async function uncredited(of: readonly StartStudy[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const study of of)
    for (const { id, stack } of study.timings) {
      if (stack.includes(':') || !stackIds.includes(stack)) continue;
      if (new Set(await runnersOf(stack)).size > 1)
        found.push(`${study.id}/${id}: name a variant of ${stack}`);
    }
  return found;
}

test('no start is credited to a hypervisor that its source does not name', async () => {
  expect(await uncredited(studies)).toEqual([]);
  const [study] = studies;
  const [timing] = study?.timings ?? [];
  if (study === undefined || timing === undefined) throw new Error('no study');
  const bad = (stack: string) => [{ ...study, id: 'x', timings: [{ ...timing, id: 'y', stack }] }];
  expect(await uncredited(bad('vm-bare-metal'))).toEqual(['x/y: name a variant of vm-bare-metal']);
  expect(await uncredited(bad('docker-linux'))).toEqual([]);
});

test('the source of a study is where its figures come from', () => {
  for (const { id, source, timings: own } of studies)
    for (const { figure } of own)
      expect([id, figures.get(figure)?.sources]).toEqual([id, [source]]);
});

test('a ratio is no start time, and a lifetime neither', () => {
  const used = timings.map(([, { figure }]) => figure);
  expect(used).not.toContain('start.ddmac.khan');
  expect(used.filter((id) => id.startsWith('lifetime.'))).toEqual([]);
});

test('the study that timed most stacks comes first', () => {
  expect(studies.slice(0, 2).map(({ id }) => id)).toEqual(['lightvm', 'nsdi']);
});

describe('adding a study', () => {
  const timing = {
    id: 'docker',
    stack: 'docker-linux',
    what: 'docker run',
    figure: 'start.docker.lightvm',
    typicalMs: 200,
    kind: 'warm',
    from: 'docker run',
    to: 'the container has started',
    end: 'app',
    machine: 'a machine',
    phases: [],
    primary: true,
  };
  const study = {
    id: 'sample',
    title: 'A sample study',
    short: 'Sample',
    year: 2026,
    machine: 'a machine',
    source: 'lightvm',
    timings: [timing],
  };

  test('is one file', () => {
    const all = [
      ...studies.map((known) => [`${known.id}.json`, known] as const),
      ['sample.json', study] as const,
    ];
    const after = collectStudies(new Map(all.map(([name, file]) => [name, parseStudy(file)])));
    expect(after.map(({ id }) => id)).toContain('sample');
    expect(after.length).toBe(studies.length + 1);
  });

  test('with a mistake names file, path and what was expected', () => {
    const bad = { ...study, timings: [{ ...timing, kind: 'lukewarm' }] };
    const read = () => collectStudies(new Map([['sample.json', parseStudy(bad)]]));
    expect(read).toThrow(/sample\.json timings\[0\]\.kind: .*"cold"/);
  });

  test('refuses values out of order', () => {
    const bad = { ...study, timings: [{ ...timing, lowMs: 300 }] };
    expect(() => collectStudies(new Map([['sample.json', parseStudy(bad)]]))).toThrow(
      /timings\[0\]/,
    );
  });
});
