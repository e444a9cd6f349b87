import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readJson, type JsonNode } from './json-tree.ts';

function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries([...node.entries].map(([key, value]) => [key, plain(value)]));
    case 'array':
      return node.items.map(plain);
    default:
      return node.value;
  }
}

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { values, issue } = readJson(text);
        expect(issue).toBeNull();
        expect(values.map(plain)).toEqual([JSON.parse(text)]);
      }),
    );
  });
  it('knows the line of every value, and reads several in a row', () => {
    const { values } = readJson('$ docker stats\n{"a": 1}\n\n{\n "b":\n  [2,\n3]}');
    expect(values.map(({ line }) => line)).toEqual([2, 4]);
    const b = values[1]?.kind === 'object' ? values[1].entries.get('b') : undefined;
    expect(b?.kind === 'array' && b.items.map(({ line }) => line)).toEqual([6, 7]);
  });
  it('keeps keys that mean something to JavaScript apart from it', () => {
    const { values } = readJson('{"__proto__": {"polluted": true}, "constructor": 1}');
    expect(values[0]?.kind === 'object' && [...values[0].entries.keys()]).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });
  test.each([
    ['{"a": 1', 1, 'json-cut'],
    ['{"a":\n\n', 3, 'json-cut'],
    ['{"a": "no end', 1, 'json-cut'],
    ['{"a": "no end\n}', 1, 'json-syntax'],
    ['{\n"a" 1}', 2, 'json-syntax'],
    ['[1,\n]', 2, 'json-syntax'],
    ['{"a": 1,\n}', 2, 'json-syntax'],
    ['["\\x"]', 1, 'json-syntax'],
    ['nul', 1, 'json-syntax'],
    ['['.repeat(100_000), 1, 'json-depth'],
  ])('%j is wrong on line %i: %s', (text, line, code) => {
    expect(readJson(text).issue).toMatchObject({ line, code });
  });
});
