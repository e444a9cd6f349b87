import { describe, expect, test } from 'vitest';
import type { KnownAnswer } from '../model/kernel/answers.ts';
import { parseAnswers, parseNamespaces } from '../model/kernel/parse-kernel.ts';
import { answerShelf } from './answers.ts';
import { namespaceShelf } from './namespaces.ts';
import { loadChecks } from './checks.ts';
import { stackIds, stackNames } from './registry.ts';

const checks = new Map((await loadChecks()).map((check) => [check.id, check]));
const lists: Readonly<Record<string, readonly KnownAnswer[]>> = { ...answerShelf };
const all = Object.entries(lists).flatMap(([list, entries]) =>
  entries.map((entry, at) => ({ name: `${list}[${at}]`, ...entry })),
);

describe.each(all)('$name', ({ match, texts, origin }) => {
  test('names stacks that exist', () => {
    for (const ref of match.stacks ?? []) {
      const [id = '', variant] = ref.split(':');
      expect(stackIds).toContain(id);
      if (variant !== undefined) expect(stackNames[id]?.variants).toContain(variant);
    }
  });

  test('was printed: the text stands in the output that it names', () => {
    if (!('check' in origin) || origin.check === undefined) return;
    const check = checks.get(origin.check);
    if (check === undefined) throw new Error(`no check ${origin.check}`);
    for (const text of texts) expect(check.output.join('\n')).toContain(text);
    if ('recorded' in origin) {
      expect('recorded' in check && `${check.recorded.date}, ${check.recorded.machine}`).toBe(
        origin.recorded,
      );
    } else if ('quoted' in check) {
      expect(origin.quoted).toEqual({ url: check.quoted.url, title: check.quoted.title });
    }
  });
});

describe('namespaces', () => {
  test('each new one had another number than the host’s, and the release was the same', () => {
    for (const { id, links } of namespaceShelf.kinds) {
      expect(links.inside.startsWith(`${id}:`)).toBe(true);
      expect(links.inside).not.toBe(links.host);
    }
    const uts = namespaceShelf.kinds.find(({ id }) => id === 'uts');
    expect(uts?.inside.output.at(-1)).toBe(uts?.host.output.at(-1));
    expect(uts?.inside.output[0]).not.toBe(uts?.host.output[0]);
  });
});

describe('mistakes are named by their place', () => {
  test('an answer without an origin', () => {
    const input = { names: [{ match: {}, texts: ['x'] }], releases: [], machines: [] };
    const read = parseAnswers(input);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : JSON.stringify(read.issues)).toContain('origin');
  });

  test('a namespace with the host’s number', () => {
    const [kind] = namespaceShelf.kinds;
    const shared = { ...kind, links: { inside: 'mnt:[1]', host: 'mnt:[1]' } };
    const read = parseNamespaces({
      ...namespaceShelf,
      kinds: [shared, ...namespaceShelf.kinds.slice(1)],
    });
    expect(read.ok ? '' : JSON.stringify(read.issues)).toContain('a number of its own');
  });
});
