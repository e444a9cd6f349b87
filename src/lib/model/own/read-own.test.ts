import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FIGURE_UNITS } from '../format-quantity.ts';
import { MAX_OWN_NUMBERS, type OwnNumber } from '../own-numbers.ts';
import type { OwnContext, OwnIssue } from './own-issue.ts';
import { detectFormat, MAX_PASTE_LENGTH, OWN_FORMATS, readOwn } from './read-own.ts';

const context: OwnContext = {
  isStack: (ref) => ['process', 'docker-linux', 'vm-bare-metal:kvm'].includes(ref),
};
const FOLDER = new URL('../../../../tests/fixtures/own/', import.meta.url);

interface Fixture {
  readonly file: string;
  readonly counts: number;
}
interface RealFixture extends Fixture {
  readonly from: string;
  readonly format: string;
  readonly has: readonly Partial<OwnNumber>[];
  readonly warns?: readonly string[];
}
interface DamagedFixture extends Fixture {
  readonly damage: string;
  readonly issues: readonly string[];
}

function index<T>(folder: string): readonly T[] {
  const text = readFileSync(new URL(`${folder}/index.json`, FOLDER), 'utf8');
  return (JSON.parse(text) as { fixtures: T[] }).fixtures;
}
function textOf(folder: string, { file }: Fixture): string {
  return readFileSync(new URL(`${folder}/${file}`, FOLDER), 'utf8');
}
function brief({ line, code }: OwnIssue): string {
  return `${line ?? '-'} ${code}`;
}

const real = index<RealFixture>('real');
const damaged = index<DamagedFixture>('damaged');

describe('outputs that people pasted in public', () => {
  test.each(real)('$file', (fixture) => {
    const paste = readOwn(textOf('real', fixture), context);
    expect(paste.ok ? [] : paste.issues.map(brief)).toEqual([]);
    expect(paste.format).toBe(fixture.format);
    expect(paste.numbers).toHaveLength(fixture.counts);
    for (const number of fixture.has) {
      expect(paste.numbers).toContainEqual(expect.objectContaining(number));
    }
    expect(paste.warnings.map(brief)).toEqual(fixture.warns ?? []);
  });

  it('are at least twenty, each with its link, and none lies about unused', () => {
    expect(real.length).toBeGreaterThanOrEqual(20);
    expect(real.filter(({ from }) => !from.startsWith('https://'))).toEqual([]);
    for (const [folder, fixtures] of [
      ['real', real],
      ['damaged', damaged],
    ] as const) {
      const files = readdirSync(new URL(folder, FOLDER)).filter((name) => name !== 'index.json');
      expect(files.sort()).toEqual(fixtures.map(({ file }) => file).sort());
    }
  });
});

describe('pastes that went wrong', () => {
  test.each(damaged)('$file: $damage', (fixture) => {
    const paste = readOwn(textOf('damaged', fixture), context);
    expect(paste.ok ? [] : paste.issues.map(brief)).toEqual(fixture.issues);
    expect(paste.numbers).toHaveLength(fixture.counts);
  });

  it('are at least twenty', () => expect(damaged.length).toBeGreaterThanOrEqual(20));

  it('say what stands there and what would have been read', () => {
    const paste = readOwn('what,kind,value,unit\ndocker run,start,812,fortnights\n', context);
    expect(paste).toMatchObject({
      ok: false,
      issues: [{ line: 2, code: 'unknown-unit', found: 'fortnights' }],
    });
    expect(!paste.ok && paste.issues[0]?.expected).toContain('ms');
  });
});

describe('plain tables', () => {
  const table = (lines: readonly string[], mark: string) =>
    lines.map((line) => line.replaceAll('|', mark)).join('\r\n');
  const lines = [
    'What|Stack|Kind|Low|Typical|High|Unit|Runs|Machine|Start',
    'docker run|docker-linux|start|0.7|0.8|1|s|10|lab|warm',
    '',
    'Debian|nowhere|size|||512|MiB||lab|',
  ];
  test.each([[','], [';'], ['\t']])('%j between the cells', (mark) => {
    const paste = readOwn(table(lines, mark), context);
    expect(paste.ok && paste.numbers).toEqual([
      {
        kind: 'start',
        stack: 'docker-linux',
        what: 'docker run',
        low: 700,
        typical: 800,
        high: 1000,
        unit: 'ms',
        runs: 10,
        machine: 'lab',
        start: 'warm',
        tool: 'csv',
      },
      {
        kind: 'size',
        stack: null,
        what: 'Debian',
        high: 512,
        unit: 'MiB',
        machine: 'lab',
        tool: 'csv',
      },
    ]);
    expect(paste.warnings.map(brief)).toEqual(['4 unknown-stack']);
  });

  it('counts the lines of cells that hold several', () => {
    const paste = readOwn('what,value,unit\n"one\ntwo",1,ms\nthree,x,ms', context);
    expect(paste).toMatchObject({ numbers: [{ what: 'one two' }], issues: [{ line: 4 }] });
  });
});

describe('the measuring kit', () => {
  const kit = {
    strata: 'measurements',
    format: 1,
    made: '2026-11-25T20:00:00Z',
    machine: { name: '', os: 'Debian GNU/Linux 12', kernel: '6.1.0-18-amd64', cpu: 'Xeon' },
    measurements: [
      {
        id: 'start-docker-alpine',
        kind: 'start',
        stack: 'docker-linux',
        what: 'docker run --rm alpine true',
        unit: 'ms',
        values: [812.1, 790.4, 801, 799],
        tool: 'hyperfine 1.15.0',
        note: '',
      },
    ],
    skipped: [{ what: 'podman', why: 'not installed' }],
  };
  it('gives least, median and most of the runs, with the machine', () => {
    const paste = readOwn(JSON.stringify(kit, null, 2), context);
    expect(paste.ok && paste.numbers).toEqual([
      {
        kind: 'start',
        stack: 'docker-linux',
        what: 'docker run --rm alpine true',
        low: 790.4,
        typical: 800,
        high: 812.1,
        unit: 'ms',
        runs: 4,
        machine: 'Xeon, Debian GNU/Linux 12, 6.1.0-18-amd64',
        tool: 'kit',
      },
    ]);
    expect(paste.warnings).toMatchObject([{ code: 'skipped', found: 'podman' }]);
  });
  it('is known by the name the reader gave the machine, and says no range of one run', () => {
    const [one] = kit.measurements;
    const named = {
      ...kit,
      machine: { ...kit.machine, name: 'lab 3' },
      measurements: [{ ...one, values: [5] }],
    };
    const paste = readOwn(JSON.stringify(named), context);
    expect(paste.numbers[0]).toMatchObject({ typical: 5, runs: 1, machine: 'lab 3' });
    expect(paste.numbers[0]).not.toHaveProperty('low');
  });
});

describe('limits', () => {
  it('keeps the first numbers of very many, and says so', () => {
    const rows = Array.from({ length: 250 }, (_, at) => `${at + 1}ms unit-${at}.service`);
    const paste = readOwn(rows.join('\n'), context);
    expect(paste.numbers).toHaveLength(MAX_OWN_NUMBERS);
    expect(paste.warnings).toContainEqual({ line: null, code: 'too-many', count: 250 });
  });
  it('does not look at a text that is too long', () => {
    const paste = readOwn('x'.repeat(MAX_PASTE_LENGTH + 1), context);
    expect(paste).toMatchObject({ ok: false, issues: [{ code: 'too-long' }] });
  });
});

/** Everything that may be trusted about a number that was read. */
function expectSound(number: OwnNumber): void {
  const ends = [number.low, number.typical, number.high].filter((end) => end !== undefined);
  expect(ends.length).toBeGreaterThan(0);
  expect(ends.every((end) => Number.isFinite(end) && end >= 0)).toBe(true);
  expect([...ends].sort((a, b) => a - b)).toEqual(ends);
  expect(FIGURE_UNITS as readonly string[]).toContain(number.unit);
  expect(number.what.length).toBeGreaterThan(0);
  expect([...number.what].length).toBeLessThanOrEqual(120);
  expect(number.runs === undefined || number.runs >= 1).toBe(true);
  for (const { ms } of number.phases ?? []) expect(Number.isFinite(ms) && ms > 0).toBe(true);
}

describe('whatever is pasted', () => {
  const samples = [...real, ...damaged].map((fixture) =>
    textOf(real.some(({ file }) => file === fixture.file) ? 'real' : 'damaged', fixture),
  );
  /** A real paste cut, with something put in its middle. */
  const mangled = fc
    .tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(), fc.string({ unit: 'binary' }))
    .map(([text, from, length, between]) => {
      const at = from % (text.length + 1);
      return text.slice(0, at) + between + text.slice(at + (length % 40));
    });
  const nasty = fc.constantFrom(
    '-1',
    'NaN',
    '1e999',
    '-0',
    'Infinity',
    '1,5',
    '__proto__',
    '',
    '"',
  );
  const digitsReplaced = fc
    .tuple(fc.constantFrom(...samples), fc.nat(), nasty)
    .map(([text, which, value]) => {
      const found = [...text.matchAll(/\d+(?:\.\d+)?/g)];
      const one = found[which % Math.max(1, found.length)];
      return one === undefined
        ? text
        : text.slice(0, one.index) + value + text.slice(one.index + one[0].length);
    });
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.json(),
    mangled,
    digitsReplaced,
  );

  it('is read without throwing, and only sound numbers come out', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const paste = readOwn(text, context);
        paste.numbers.forEach(expectSound);
        if (!paste.ok) expect(paste.issues.length).toBeGreaterThan(0);
        const count = text.split(/\r\n|\n|\r/).length;
        for (const { line } of paste.ok ? paste.warnings : paste.issues) {
          expect(line === null || (line >= 1 && line <= count)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('is named as one of the formats, or told why not', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const detected = detectFormat(text);
        if (detected.ok) expect(OWN_FORMATS).toContain(detected.format);
        else expect(detected.issue.code).not.toBe('');
      }),
    );
  });
});
