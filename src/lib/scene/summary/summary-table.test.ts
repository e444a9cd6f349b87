import { describe, expect, test } from 'vitest';
import { structure } from '../../content/locales/en/structure.ts';
import { summary as words } from '../../content/locales/en/summary.ts';
import { loadFigures } from '../../content/figures.ts';
import { stackIds, stackNames } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import { summaries, summarySources } from '../../content/summaries.ts';
import { resolveStack } from '../../model/resolve.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { SUMMARY_ROWS, type SummaryRowId } from '../../model/summary/summary-data.ts';
import { summaryTable, type CellLine, type SummaryInput } from './summary-table.ts';
import { lineText, summaryCsv, summaryMarkdown } from './summary-text.ts';

const shelf = await loadFigures();

async function stackOf(id: string, variant?: string): Promise<ResolvedStack> {
  const read = await loadStack(id);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return resolveStack(read.value, { variant, n: null });
}

const all = await Promise.all(
  stackIds.flatMap((id) => (stackNames[id]?.variants ?? []).map((variant) => stackOf(id, variant))),
);

function tableOf(stacks: readonly ResolvedStack[], over: Partial<SummaryInput> = {}) {
  return summaryTable({
    stacks,
    summaries,
    figures: shelf.figures,
    sources: new Map([...shelf.sources, ...summarySources]),
    words,
    structureWords: structure,
    ...over,
  });
}

const whole = tableOf(all);

function linesOf(row: SummaryRowId, key: string, table = whole): readonly CellLine[] {
  const column = table.columns.findIndex((one) => one.key === key);
  return table.rows.find(({ id }) => id === row)?.cells[column]?.lines ?? [];
}

const said = (row: SummaryRowId, key: string): string =>
  linesOf(row, key)
    .map((line) => lineText(line, words))
    .join('\n');

describe('every stack and variant', () => {
  test('has every row', () => {
    expect(whole.rows.map(({ id }) => id)).toEqual(SUMMARY_ROWS);
    for (const { cells } of whole.rows) expect(cells.length).toBe(all.length);
  });

  test('each line has a source or says that nothing was measured', () => {
    for (const { id, cells } of whole.rows)
      cells.forEach(({ lines }, index) => {
        expect(lines.length, `${id} ${all[index]?.key}`).toBeGreaterThan(0);
        for (const line of lines) {
          if (line.kind === 'gap') expect(line.text).toMatch(/^not measured/);
          else expect(line.sources.length, `${all[index]?.key}: ${line.text}`).toBeGreaterThan(0);
        }
      });
  });

  test('a number stands with its figure, and nowhere else', () => {
    for (const { id, cells } of whole.rows)
      for (const line of cells.flatMap(({ lines }) => lines)) {
        expect(line.kind === 'figure').toBe(line.value !== undefined);
        expect(line.kind === 'figure').toBe(line.figureId !== undefined);
        // Names hold digits: CVE-2022-0847, WSL 2, Dom0, x86-64; the kernels are counted in the stack.
        const names = /CVE-[\d-]+|WSL 2|x86-64|Dom0|sha256sum|md5sum|arm64|slirp4netns/g;
        if (id !== 'kernel') expect(line.text.replaceAll(names, '')).not.toMatch(/\d/);
      }
  });
});

describe('like with like', () => {
  test('each number says on what and when it was measured', () => {
    expect(said('boot', 'docker-linux')).toContain(
      '200 ms: warm: docker run until the container has started; ' +
        'Xeon E5-1630 v3 (4 cores, 3.7 GHz); LightVM, 2017',
    );
  });

  test('a variant has its own numbers, and not another’s', () => {
    expect(said('boot', 'vm-bare-metal:xen')).toContain('Debian VM');
    expect(said('boot', 'vm-bare-metal:kvm')).toContain('QEMU');
    expect(said('boot', 'vm-bare-metal')).toMatch(/^not measured: [^\n]*$/);
    expect(said('memory', 'vm-bare-metal')).toContain('ESXi');
  });

  test('Docker Desktop does not inherit the times of native Docker', () => {
    expect(said('boot', 'desktop-linux')).toBe('not measured');
    expect(said('boot', 'desktop-mac')).toMatch(/^2\.69 ×: a container’s start as a multiple/);
  });

  test('Kata’s memory is that of the whole VM', () => {
    expect(said('memory', 'kata')).toContain('120 MiB (96 to 144 MiB): one container’s VM');
    expect(said('memory', 'kata')).toContain('guest included');
  });

  test('a part that a figure’s words name is shown alone, a gain with its sign', () => {
    expect(said('overhead', 'docker-linux')).toContain(
      '−9 %: nginx requests, change against native',
    );
    expect(said('overhead', 'unikernel:firecracker')).toContain('+66 %: nginx requests');
  });

  test('what another text told is marked', () => {
    expect(said('boot', 'windows-process')).toMatch(/second-hand$/);
  });
});

describe('the kernel is counted in the stack', () => {
  test.each([
    ['docker-linux', '1 kernel: shared by 4 containers and the engine'],
    ['vm-bare-metal', '3 guest kernels: one private to each VM'],
    ['desktop-mac', '2 kernels: '],
    ['gvisor', '1 kernel, 3 Sentries: '],
    ['kata', '4 kernels: '],
  ])('%s', (key, start) => {
    expect(said('kernel', key).startsWith(start)).toBe(true);
  });

  test('with the number of instances that the scene asks for', async () => {
    const read = await loadStack('microvm');
    if (!read.ok) throw new Error('not read');
    const table = tableOf([resolveStack(read.value, { variant: undefined, n: 1000 })]);
    expect(linesOf('kernel', 'microvm', table)[0]?.text).toContain('1,001 kernels');
  });
});

describe('what is not there', () => {
  test('without figures every number is a gap, and the facts stand', () => {
    const table = tableOf(all, { figures: new Map() });
    for (const id of ['boot', 'disk', 'memory', 'overhead'] as const)
      for (const { lines } of table.rows.find((row) => row.id === id)?.cells ?? [])
        expect(lines.every(({ kind }) => kind === 'gap')).toBe(true);
    expect(linesOf('use', 'gvisor', table)[0]?.kind).toBe('fact');
  });

  test('a stack of which no file speaks has its kernel alone', async () => {
    const table = tableOf([await stackOf('wasm')], { summaries: new Map() });
    expect(
      table.rows.filter(({ cells }) => cells[0]?.lines[0]?.kind !== 'gap').map(({ id }) => id),
    ).toEqual(['kernel']);
  });

  test('no stacks are a table without columns', () => {
    expect(tableOf([]).columns).toEqual([]);
  });
});

describe('as text', () => {
  const two = all.filter(({ key }) => key === 'vm-bare-metal:kvm' || key === 'docker-linux');
  const table = tableOf(two);

  test('Markdown has a row each, and a footnote for every mark', () => {
    const text = summaryMarkdown(table, words, 'https://example.org/explore?x=1');
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.length).toBe(SUMMARY_ROWS.length + 2);
    expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length))).toEqual(new Set([5]));
    const marks = new Set(rows.flatMap((row) => row.match(/\[\^\d+\]/g) ?? []));
    const notes = text.split('\n').flatMap((line) => /^(\[\^\d+\]): .+/.exec(line)?.[1] ?? []);
    expect([...marks].sort()).toEqual([...notes].sort());
    expect(notes.length).toBeGreaterThan(9);
    expect(text).toContain('https://www.cve.org/CVERecord?id=CVE-2022-0847');
    expect(text).toContain('<https://example.org/explore?x=1>');
  });

  test('Markdown escapes what would end a cell', () => {
    const [first] = table.columns;
    const odd = {
      ...table,
      columns: [{ key: first?.key ?? '', title: 'a|b *c*' }, ...table.columns.slice(1)],
    };
    expect(summaryMarkdown(odd, words, null)).toContain(String.raw`| a\|b \*c\* |`);
  });

  test('CSV has a column of sources beside each stack', () => {
    const [head = '', ...rest] = summaryCsv(table, words).split('\n');
    expect(head).toBe(
      'What is asked,VMs on KVM,VMs on KVM: sources,Containers on Linux,Containers on Linux: sources',
    );
    expect(rest.join('\n')).toContain('https://doi.org/10.1145/3132747.3132763');
  });
});
