import { describe, expect, test } from 'vitest';
import { parseSummary } from '../model/summary/parse-summary.ts';
import type { SummaryLine } from '../model/summary/summary-data.ts';
import { loadFigures } from './figures.ts';
import { stackIds, stackNames } from './registry.ts';
import { summaries, summarySources } from './summaries.ts';

const { figures, sources } = await loadFigures();

const lines: readonly [name: string, stack: string, line: SummaryLine][] = [
  ...summaries.values(),
].flatMap(({ id, rows }) =>
  Object.entries(rows).flatMap(([row, told]) =>
    told.map((line, index): [string, string, SummaryLine] => [`${id} ${row}[${index}]`, id, line]),
  ),
);

test('every stack has its file, and no file is of another', () => {
  expect([...summaries.keys()].sort()).toEqual([...stackIds].sort());
});

test('isolation, choice of system, management and use are told of every stack and variant', () => {
  const missing = [...summaries.values()].flatMap(({ id, rows }) =>
    (stackNames[id]?.variants ?? []).flatMap((variant) =>
      (['isolation', 'os', 'management', 'use'] as const)
        .filter(
          (row) =>
            !rows[row]?.some((line) => 'sources' in line && (line.only?.includes(variant) ?? true)),
        )
        .map((row) => `${id}:${variant} ${row}`),
    ),
  );
  expect(missing).toEqual([]);
});

test.each(lines)('%s names what there is', (_name, stack, line) => {
  if ('figure' in line) expect(figures.has(line.figure)).toBe(true);
  if ('sources' in line)
    for (const id of line.sources) expect(sources.has(id) || summarySources.has(id), id).toBe(true);
  for (const variant of line.only ?? []) expect(stackNames[stack]?.variants).toContain(variant);
});

test.each(lines.filter(([, , line]) => 'value' in line))(
  '%s: a part of a figure is named in its words',
  (_name, _stack, line) => {
    if (!('figure' in line) || line.value === undefined) throw new Error('no part');
    const figure = figures.get(line.figure);
    const words = `${figure?.quantity} ${figure?.conditions}`;
    const named = [...words.matchAll(/[-+]?\d[\d,]*(?:\.\d+)?/g)].map(([text]) =>
      Number(text.replaceAll(',', '')),
    );
    expect([...named, figure?.low, figure?.typical, figure?.high]).toContain(line.value);
  },
);

test('words say “change against” of a change, and of nothing else', () => {
  const wrong = lines.flatMap(([name, , line]) => {
    const figure = 'figure' in line ? figures.get(line.figure) : undefined;
    if (figure === undefined) return [];
    const isChange = figure.measure === 'change';
    const words = ['says' in line ? line.says : figure.quantity, figure.quantity];
    return words.some((text) => /\bchange\b/.test(text) !== isChange) ? [name] : [];
  });
  expect(wrong).toEqual([]);
});

test('a number of the table can be looked up, or was measured here', () => {
  const lost = lines.flatMap(([name, , line]) => {
    const ids = 'figure' in line ? (figures.get(line.figure)?.sources ?? []) : [];
    return ids.flatMap((id) => {
      const { url, note = '' } = sources.get(id) ?? {};
      // Packages are named by release: whoever has it reads the same.
      const isOpen = url !== undefined || /^Our own measurement|package itself/.test(note);
      return isOpen ? [] : [`${name}: ${id}`];
    });
  });
  expect(lost).toEqual([]);
});

test('a figure is shown only where it speaks of the stack, or its words say otherwise', () => {
  const strangers = lines.flatMap(([name, stack, line]) => {
    if (!('figure' in line)) return [];
    const subject = figures.get(line.figure)?.subject ?? [];
    const shownOn = line.only ?? stackNames[stack]?.variants ?? [];
    const isTheirs =
      subject.includes(stack) ||
      shownOn.every((variant) => subject.includes(`${stack}:${variant}`));
    return isTheirs ? [] : [`${name}: ${line.figure}`];
  });
  expect(strangers).toEqual([]);
});

test('what a review forbids is not shown', () => {
  const shown = lines.flatMap(([, , line]) => ('figure' in line ? [line.figure] : []));
  expect(shown).not.toContain('lifetime.docker.unikraft');
  const desktops = lines.filter(([, stack]) => stack.startsWith('desktop-'));
  const native = desktops.filter(
    ([, , line]) => 'figure' in line && /^(start|mem|perf)\.(docker|runc|ns)/.test(line.figure),
  );
  expect(native).toEqual([]);
});

test('sources of facts are all used, and none doubles a source of figures', () => {
  const used = new Set([
    ...lines.flatMap(([, , line]) => ('sources' in line ? line.sources : [])),
    ...[...summaries.values()].flatMap(({ kernel }) => kernel.sources),
  ]);
  expect([...summarySources.keys()].filter((id) => !used.has(id))).toEqual([]);
  expect([...summarySources.keys()].filter((id) => sources.has(id))).toEqual([]);
  const names = [...sources.values(), ...summarySources.values()].map(({ short }) => short);
  expect(new Set(names).size).toBe(names.length);
});

describe('a bad file names the path of its mistake', () => {
  const good = { id: 'x', rows: {}, kernel: { sources: ['a'] } };
  const boot = (line: object) => ({ ...good, rows: { boot: [line] } });
  test.each([
    ['an unknown row', { ...good, rows: { speed: [] } }, 'rows.speed'],
    ['a row without a line', { ...good, rows: { boot: [] } }, 'rows.boot'],
    ['a statement without a source', boot({ says: 'quick' }), 'rows.boot[0]'],
    [
      'a figure with a source of its own',
      boot({ figure: 'a', says: 'b', sources: ['c'] }),
      'rows.boot[0]',
    ],
    ['a flaw without a number', boot({ cve: 'CVE-1', says: 'b' }), 'rows.boot[0].cve'],
    ['a speech', boot({ says: 'word '.repeat(30), sources: ['a'] }), 'rows.boot[0].says'],
    ['no source for the kernel', { ...good, kernel: { sources: [] } }, 'kernel.sources'],
  ])('%s', (_name, input, path) => {
    const result = parseSummary(input);
    expect(result.ok ? [] : result.issues.map((issue) => issue.path)).toContain(path);
  });
});
