import { deflateSync, strFromU8, strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FIGURE_UNITS } from '../model/format-quantity.ts';
import { makeNumber } from '../model/own/make-number.ts';
import type { OwnContext } from '../model/own/own-issue.ts';
import { OWN_KINDS, OWN_STARTS, OWN_TOOLS, type OwnNumber } from '../model/own-numbers.ts';
import { decodeOwn, encodeOwn, MAX_OWN_LENGTH } from './own-link.ts';

const context: OwnContext = { isStack: (ref) => ref === 'docker-linux' || ref === 'process' };

const value = fc.double({ min: 0, max: 1e12, noNaN: true });
const ownNumber = fc
  .record({
    kind: fc.constantFrom(...OWN_KINDS),
    tool: fc.constantFrom(...OWN_TOOLS),
    unit: fc.constantFrom(...FIGURE_UNITS),
    stack: fc.constantFrom('docker-linux', 'process', null),
    what: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 140 }),
    values: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
    runs: fc.option(fc.nat(1000), { nil: undefined }),
    machine: fc.option(fc.string(), { nil: undefined }),
    start: fc.option(fc.constantFrom(...OWN_STARTS), { nil: undefined }),
  })
  .map(({ values, ...rest }) => {
    const [low, typical, high] = [...values].sort((a, b) => a - b);
    return makeNumber({ ...rest, low, typical, high });
  })
  .filter((made): made is OwnNumber => !('code' in made));

function pack(json: string): string {
  return btoa(strFromU8(deflateSync(strToU8(json), { level: 9 }), true))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

describe('own numbers in a link', () => {
  it('come out as they went in, and give the same text again', () => {
    fc.assert(
      fc.property(fc.array(ownNumber, { minLength: 1, maxLength: 20 }), (numbers) => {
        const text = encodeOwn(numbers);
        if (text === null) return;
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        const read = decodeOwn(text, context);
        expect(read).toEqual({ numbers, dropped: 0 });
        expect(encodeOwn(read?.numbers ?? [])).toBe(text);
      }),
    );
  });

  it('never throw, whatever the address says', () => {
    const rows = fc.json().map((json) => pack(`[1,${json}]`));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(pack), rows), (text) => {
        const read = decodeOwn(text, context);
        expect(read === null || read.numbers.length > 0).toBe(true);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['no base64url', 'a b+c'],
    ['no deflate', 'AAAA'],
    ['no JSON', pack('{')],
    ['another version', pack('[2,[]]')],
    ['no list', pack('[1,{"__proto__":[]}]')],
    ['an empty list', pack('[1,[]]')],
    ['too long', 'A'.repeat(MAX_OWN_LENGTH + 1)],
    ['a bomb', pack(`[1,[${' '.repeat(8_000_000)}]]`)],
  ])('%s gives nothing', (_case, text) => {
    expect(text.length).toBeLessThanOrEqual(MAX_OWN_LENGTH + 1);
    expect(decodeOwn(text, context)).toBeNull();
  });

  it('keep what is sound and count what is not', () => {
    const rows = [
      ['start', 'docker-linux', 'docker run', null, 812, null, 'ms', 10, 'lab', 'kit'],
      ['start', 'nowhere', 'somewhere', null, 5, null, 'ms', null, null, 'typed'],
      ['start', 'process', 'below zero', null, -5, null, 'ms', null, null, 'typed'],
      ['start', 'process', 'no unit', null, 5, null, 'parsec', null, null, 'typed'],
    ];
    const read = decodeOwn(pack(JSON.stringify([1, rows])), context);
    expect(read?.dropped).toBe(2);
    expect(read?.numbers).toMatchObject([
      { what: 'docker run', runs: 10, machine: 'lab', tool: 'kit' },
      { what: 'somewhere', stack: null },
    ]);
  });

  it('say when they are too many for an address', () => {
    const many = Array.from({ length: 200 }, (_, at) => ({
      kind: 'other' as const,
      stack: null,
      // No two alike, so that nothing can be packed tightly.
      what: Array.from({ length: 100 }, (_, of) =>
        String.fromCharCode(0x4e00 + ((at * 7919 + of * 104_729) % 20_000)),
      ).join(''),
      typical: at,
      unit: 'ms',
      tool: 'typed' as const,
    }));
    expect(encodeOwn(many)).toBeNull();
  });
});
