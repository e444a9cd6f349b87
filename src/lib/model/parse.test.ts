import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStack, parseStackText } from './parse.ts';
import type { LayerSource } from './schema.ts';
import { containersSource, kvmSource, layer, stackSource } from './stack.fixture.ts';

/** The issues of a file as `path: message` lines. */
function issuesOf(input: unknown): string[] {
  const result = parseStack(input);
  return result.ok ? [] : result.issues.map(({ path, message }) => `${path}: ${message}`);
}

/** The issues of hardware that carries the given layers. */
function issuesOfFloor(...carries: LayerSource[]): string[] {
  return issuesOf(stackSource(layer('hardware', 'hardware', { carries })));
}

const kernel = (more: Partial<LayerSource> = {}) => layer('kernel', 'kernel', more);

test.each([
  ['containers', containersSource()],
  ['VMs on KVM', kvmSource()],
])('reads %s', (_name, ground) => {
  expect(issuesOf(stackSource(ground))).toEqual([]);
});

describe('shape', () => {
  test('names the path and what was expected', () => {
    const wrong = { ...layer('app', 'app'), kind: 'pod' };
    const issues = issuesOfFloor(
      kernel({ carries: [layer('libs', 'libs'), wrong as LayerSource] }),
    );
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(
      /^variants\[0\]\.ground\.carries\[0\]\.carries\[1\]\.kind: expected /,
    );
    expect(issues[0]).toContain('"pod"');
    expect(issues[0]).toContain('"app"');
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a missing title', { title: undefined }, 'title: '],
    [
      'a long short title',
      { shortTitle: 'fifteen letters' },
      'shortTitle: expected at most 14 characters',
    ],
    ['a key with a typo', { sumary: 'x' }, 'sumary: is not a key of this format'],
    ['a foreign id', { id: 'Not An Id' }, 'id: expected text that matches'],
    [
      'an unknown default variant',
      { defaultVariant: 'xen' },
      'defaultVariant: there is no variant "xen"',
    ],
    ['no variants', { variants: [] }, 'variants: expected at least 1'],
    ['a newer format', { format: 2, novelty: true }, 'format: format 2 needs a newer Strata'],
    ['a format that is text', { format: '1' }, 'format: expected 1'],
  ])('%s', (_name, change, expected) => {
    const issues = issuesOf(stackSource(containersSource(), change));
    expect(issues[0]).toContain(expected);
    expect(issues).toHaveLength(1);
  });

  test.each([undefined, null, 1, '', 'text', [], {}, [[]], { format: 1 }, new Map(), () => 1])(
    'refuses %j',
    (input) => expect(issuesOf(input).length).toBeGreaterThan(0),
  );

  test('text that is not JSON is an issue', () => {
    expect(parseStackText('{')).toMatchObject({ ok: false, issues: [{ path: '' }] });
    expect(parseStackText(JSON.stringify(stackSource(kvmSource()))).ok).toBe(true);
  });
});

describe('rules', () => {
  test.each<[string, LayerSource[], string]>([
    [
      'a boundary carries nothing',
      [
        kernel({
          carries: [
            layer('f', 'fence', { wraps: [layer('a', 'app')], carries: [layer('b', 'app')] }),
          ],
        }),
      ],
      'carries[0].carries[0].carries: nothing stands on a fence',
    ],
    [
      'a boundary wraps something',
      [kernel({ carries: [layer('f', 'fence')] })],
      'carries[0].carries[0].wraps: expected "wraps"',
    ],
    [
      'a slab wraps nothing',
      [kernel({ wraps: [layer('a', 'app')] })],
      'carries[0].wraps: a kernel stands around nothing',
    ],
    [
      'a kernel has a family',
      [{ ...kernel(), family: undefined } as unknown as LayerSource],
      'carries[0].family',
    ],
    [
      'libraries fit their kernel',
      [kernel({ carries: [layer('libs', 'libs', { family: 'nt' })] })],
      'carries[0].carries[0].family: is built for nt but stands on a kernel of family linux',
    ],
    [
      'an app fits its kernel through libraries',
      [
        kernel({
          carries: [layer('libs', 'libs', { carries: [layer('app', 'app', { family: 'bsd' })] })],
        }),
      ],
      'carries[0].carries[0].carries[0].family: is built for bsd',
    ],
    [
      'only a kernel has strips',
      [layer('h', 'hypervisor', { inside: [layer('x', 'hypervisor')] })],
      'carries[0].inside: only a kernel',
    ],
    [
      'a strip is listed under inside',
      [kernel({ carries: [layer('x', 'hypervisor', { relation: 'inside' })] })],
      'carries[0].carries[0].relation',
    ],
    ['a slab does not wrap by relation', [kernel({ relation: 'wraps' })], 'carries[0].relation'],
    [
      'nothing stands on what is gone',
      [
        kernel({
          carries: [
            layer('runc', 'engine', { relation: 'transient', carries: [layer('app', 'app')] }),
          ],
        }),
      ],
      'carries[0].carries[0].carries: nothing stands on a layer that is "transient"',
    ],
    [
      'nothing stands on an engine',
      [kernel({ carries: [layer('engine', 'engine', { carries: [layer('app', 'app')] })] })],
      'nothing stands on a layer that is "beside"',
    ],
    [
      'hardware is the ground',
      [layer('hardware-2', 'hardware')],
      'carries[0].kind: hardware can only be the ground',
    ],
    [
      'slabs share the ids of their boundary',
      [kernel({ carries: [layer('libs', 'libs', { carries: [layer('kernel', 'app')] })] })],
      'carries[0].carries[0].carries[0].id: the id "kernel" is taken',
    ],
    [
      'an id is not that of an instance',
      [
        kernel({
          carries: [
            layer('p1', 'app'),
            layer('p', 'app', { repeat: { prefix: 'p', noun: 'process', default: 2 } }),
          ],
        }),
      ],
      'carries[0].carries[0].id: the id "p1"',
    ],
    [
      'only boundaries and apps repeat',
      [kernel({ repeat: { prefix: 'k', noun: 'vm', default: 2 } })],
      'carries[0].repeat: only a boundary or an app',
    ],
  ])('%s', (_name, floor, expected) => {
    const issues = issuesOfFloor(...floor);
    expect(issues[0]).toContain(expected);
    expect(issues).toHaveLength(1);
  });

  test('the ground is hardware', () => {
    expect(issuesOf(stackSource(kernel()))[0]).toContain('variants[0].ground.kind: the ground');
  });

  test('boundaries have ids of their own', () => {
    expect(issuesOf(stackSource(kvmSource()))).toEqual([]);
  });

  test('an instance speaks of layers that it has', () => {
    const each = [{ layers: { libs: { name: 'Debian' }, ap: { name: 'Shop' } } }];
    const wraps = [layer('libs', 'libs', { carries: [layer('app', 'app')] })];
    const repeat = { prefix: 'c', noun: 'container' as const, default: 2, each };
    const issues = issuesOfFloor(kernel({ carries: [layer('c', 'fence', { wraps, repeat })] }));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain('repeat.each[0].layers["ap"]: there is no layer "ap"');
  });

  test('the family of one instance alone may clash', () => {
    const libs = layer('libs', 'libs', { family: 'linux' });
    const wraps = [kernel({ carries: [libs] })];
    const each = [{}, { layers: { kernel: { family: 'nt' as const } } }];
    const repeat = { prefix: 'vm', noun: 'vm' as const, default: 2, each };
    const issues = issuesOfFloor(
      layer('h', 'hypervisor', { carries: [layer('vm', 'wall', { wraps, repeat })] }),
    );
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain(
      'wraps[0].carries[0].family: is built for linux but stands on a kernel of family nt',
    );
  });
});

describe('parts', () => {
  const ground = layer('hardware', 'hardware', { carries: [{ part: 'a', name: 'Renamed' }] });

  test('are put in, with what their use says', () => {
    const result = parseStack(stackSource(ground, { parts: { a: kernel({ detail: 'kept' }) } }));
    expect(result).toMatchObject({
      ok: true,
      value: {
        variants: [{ ground: { carries: [{ id: 'kernel', name: 'Renamed', detail: 'kept' }] } }],
      },
    });
  });

  test('must be there', () => {
    const issue = 'variants[0].ground.carries[0].part: there is no part "a"; known parts: b';
    expect(issuesOf(stackSource(ground, { parts: { b: kernel() } }))).toEqual([issue]);
  });

  test.each(['constructor', 'toString'])('are not found in the prototype (%s)', (part) => {
    const issues = issuesOf(stackSource(layer('hardware', 'hardware', { carries: [{ part }] })));
    expect(issues).toHaveLength(1);
  });

  test('do not contain themselves', () => {
    const parts = { a: { part: 'b' }, b: kernel({ carries: [{ part: 'a' }] }) };
    expect(issuesOf(stackSource(ground, { parts }))).toEqual([
      'parts.b.carries[0].part: a part must not contain itself (a → b → a)',
    ]);
  });

  test('are reported where they were written, once', () => {
    const parts = { a: kernel({ carries: [layer('libs', 'libs', { family: 'nt' })] }) };
    const walls = ['x', 'y'].map((id) => layer(id, 'wall', { wraps: [{ part: 'a' }] }));
    const hypervisor = layer('h', 'hypervisor', { carries: walls });
    const issues = issuesOf(
      stackSource(layer('hardware', 'hardware', { carries: [hypervisor] }), { parts }),
    );
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain('parts.a.carries[0].family');
  });

  test('cannot be used to make a huge stack of a small file', () => {
    const parts: Record<string, unknown> = { p10: layer('leaf', 'app') };
    for (let level = 9; level >= 0; level -= 1) {
      const uses = Array.from({ length: 10 }, () => ({ part: `p${level + 1}` }));
      parts[`p${level}`] = layer(`f${level}`, 'fence', { wraps: uses });
    }
    const issues = issuesOf(
      stackSource(layer('hardware', 'hardware', { carries: [{ part: 'p0' }] }), { parts }),
    );
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain('at most 500 layers');
  });
});

describe('never throws', () => {
  test('any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (input) => {
        expect(parseStack(input).ok).toBe(false);
      }),
    );
  });

  test('a valid file with one value replaced by anything', () => {
    const paths = leafPaths(stackSource(kvmSource()));
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const input = structuredClone(stackSource(kvmSource()));
        replaceAt(input, path, value);
        const result = parseStack(input);
        if (!result.ok) expect(result.issues.length).toBeGreaterThan(0);
      }),
    );
  });

  test('layers nested without end', () => {
    let node: Record<string, unknown> = { ...layer('leaf', 'app') };
    for (let depth = 0; depth < 50_000; depth += 1)
      node = { ...layer('x', 'libs'), carries: [node] };
    expect(issuesOf(stackSource(node))).toEqual([
      ': nested too deeply; at most 32 layers may stand in one another',
    ]);
  });

  test('layers nested just too deep', () => {
    let node = layer('leaf', 'app');
    for (let depth = 0; depth < 34; depth += 1)
      node = layer(`x${depth}`, 'libs', { carries: [node] });
    expect(issuesOf(stackSource(node))[0]).toContain('nested too deeply');
  });

  test('a value that holds itself', () => {
    const node: { carries: unknown[] } = { ...layer('x', 'libs'), carries: [] };
    node.carries.push(node, node);
    expect(issuesOf(stackSource(node)).length).toBeGreaterThan(0);
  });

  test('keys that reach for the prototype', () => {
    const text = JSON.stringify(stackSource(containersSource()));
    const hostile = `${text.slice(0, -1)},"__proto__":{"title":"x"},"parts":{"__proto__":{"kind":"app"}}}`;
    const result = parseStackText(hostile);
    expect(result).toMatchObject({ ok: false });
    expect(({} as Record<string, unknown>)['kind']).toBeUndefined();
  });
});

type Path = readonly (string | number)[];

function leafPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const here: Path[] = path.length > 0 ? [path] : [];
  const keys = Object.keys(value).map((key) => (Array.isArray(value) ? Number(key) : key));
  return [...here, ...keys.flatMap((key) => leafPaths(Reflect.get(value, key), [...path, key]))];
}

function replaceAt(root: unknown, path: Path, value: unknown): void {
  const target = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => Reflect.get(at as object, key), root);
  Reflect.set(target as object, path.at(-1) ?? '', value);
}
