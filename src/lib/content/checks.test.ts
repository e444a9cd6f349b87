import { describe, expect, test } from 'vitest';
import { checksOf, parseChecks } from '../model/parse-check.ts';
import { kernelFacts } from '../model/kernel-facts.ts';
import { resolveStack } from '../model/resolve.ts';
import { walkLayers } from '../model/stack.ts';
import type { Layer, ResolvedStack } from '../model/stack.ts';
import { checksFor, loadChecks } from './checks.ts';
import { stackIds } from './registry.ts';
import { loadStack } from './stacks.ts';

const checks = await loadChecks();

/** Every stack in every variant. */
async function everyStack(): Promise<ResolvedStack[]> {
  const found: ResolvedStack[] = [];
  for (const id of stackIds) {
    const file = await loadStack(id);
    if (!file.ok) continue;
    for (const variant of file.value.variants)
      found.push(resolveStack(file.value, { variant: variant.id }));
  }
  return found;
}
const stacks = await everyStack();
const fitting = (stack: ResolvedStack, layer: Layer) =>
  checksOf(checks, {
    stack: stack.id,
    variant: stack.variant,
    path: layer.path,
    kind: layer.kind,
  });

test('ids are unique', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
});

test('every check has one origin, and a quotation a link', () => {
  for (const check of checks) {
    expect('recorded' in check !== 'quoted' in check, check.id).toBe(true);
    if ('quoted' in check) expect(check.quoted.url, check.id).toMatch(/^https:\/\//);
  }
});

test('no output is missing, and none tells of the machine it was recorded on', () => {
  for (const check of checks) {
    const text = check.output.join('\n');
    expect(text.trim(), check.id).not.toBe('');
    if ('recorded' in check)
      expect(text, check.id).not.toMatch(/not recorded|not found|\/tmp\/|\/work\//);
  }
});

test('every target is a layer of a stack that is there', () => {
  for (const check of checks) {
    for (const target of check.applies) {
      const alone = [{ ...check, applies: [target] }];
      const hits = stacks.flatMap((stack) =>
        [...walkLayers(stack.ground)].filter(
          ([layer]) =>
            checksOf(alone, {
              stack: stack.id,
              variant: stack.variant,
              path: layer.path,
              kind: layer.kind,
            }).length > 0,
        ),
      );
      expect(hits.length, `${check.id} ${JSON.stringify(target)}`).toBeGreaterThan(0);
    }
  }
});

test.each(stacks.map((stack) => [stack.key, stack] as const))(
  '%s can be checked at its hardware, and at its kernel or hypervisor',
  (_key, stack) => {
    const kinds = [...walkLayers(stack.ground)]
      .filter(([layer]) => fitting(stack, layer).length > 0)
      .map(([layer]) => layer.kind);
    expect(kinds).toContain('hardware');
    expect(kinds.some((kind) => kind === 'kernel' || kind === 'hypervisor')).toBe(true);
  },
);

function hostFamily(stack: ResolvedStack): string | undefined {
  const { host, control } = kernelFacts(stack);
  return (host[0] ?? control[0]?.kernel)?.family;
}

test('what was recorded on Linux is not offered where macOS or Windows would answer', () => {
  const hidden = stacks.filter((stack) => kernelFacts(stack).hidden !== null);
  expect(hidden.length).toBeGreaterThan(0);
  const wrong = hidden.flatMap((stack) =>
    [...walkLayers(stack.ground)].flatMap(([layer]) =>
      fitting(stack, layer)
        .filter((check) => 'recorded' in check)
        // Beside the hidden VM a Linux host is as good as any.
        .filter(() => layer.path.includes('/vm/') || hostFamily(stack) !== 'linux')
        // Only the docker command reaches into the hidden VM.
        .filter(({ command }) => command.some((line) => !line.startsWith('docker ')))
        .map(({ id }) => `${stack.key} ${layer.path}: ${id}`),
    ),
  );
  expect(wrong).toEqual([]);
});

describe('checksFor', () => {
  test('finds all that there are, though it reads only some of the files', async () => {
    for (const stack of stacks) {
      for (const [layer] of walkLayers(stack.ground)) {
        const { id, variant } = stack;
        const found = await checksFor({ stack: id, variant, path: layer.path, kind: layer.kind });
        expect(found, layer.path).toEqual(fitting(stack, layer));
      }
    }
  });

  const layer = { stack: 'docker-linux', variant: 'default' } as const;

  test('finds the check of a place in any instance, however many there are', async () => {
    const found = await checksFor({ ...layer, path: 'docker-linux/c37/libs', kind: 'libs' });
    expect(found.map(({ id }) => id)).toContain('docker-own-files');
  });

  test('puts what was written for the place before what fits the kind', async () => {
    const found = await checksFor({ ...layer, path: 'docker-linux/c1', kind: 'fence' });
    expect(found.map(({ id }) => id)).toEqual([
      'docker-namespaces',
      'docker-memory-limit',
      'docker-privileges',
      'docker-one-kernel',
      'unshare-pid',
    ]);
  });

  test('keeps the variants of a stack apart', async () => {
    const place = { path: 'vm-bare-metal/hypervisor', kind: 'hypervisor' } as const;
    const esxi = await checksFor({ stack: 'vm-bare-metal', variant: 'esxi', ...place });
    expect(esxi.map(({ id }) => id)).toEqual(['esxi-version']);
  });

  test('finds nothing where nothing is known', async () => {
    const place = { path: 'system-container/c1/app', kind: 'app' } as const;
    const stack = { stack: 'system-container', variant: 'default' };
    expect(await checksFor({ ...stack, ...place })).toEqual([]);
  });
});

describe('a mistake is reported by its path', () => {
  const good = {
    id: 'sample',
    title: 'Ask',
    applies: [{ stack: '*', kind: 'kernel' }],
    command: ['uname -r'],
    output: ['6.1.0'],
    quoted: { url: 'https://example.org/', title: 'Example' },
    shows: 'A sample.',
  };
  const recorded = { how: 'by hand', date: '2026-11-23', machine: 'a machine' };
  test.each([
    ['[0].quoted.url', [{ ...good, quoted: { url: 'http://example.org/', title: 'Example' } }]],
    ['[0].recorded', [{ ...good, recorded }]],
    ['[0].output', [{ ...good, output: [] }]],
    ['[0].applies[0]', [{ ...good, applies: [{ stack: '*', kind: 'kernels' }] }]],
  ])('%s', (path, input) => {
    const read = parseChecks(input);
    expect(read.ok ? [] : read.issues.map((issue) => issue.path)).toEqual([path]);
  });

  test('no origin at all', () => {
    const { quoted: _quoted, ...bare } = good;
    expect(parseChecks([bare]).ok).toBe(false);
    expect(parseChecks([{ ...bare, recorded }]).ok).toBe(true);
  });
});
