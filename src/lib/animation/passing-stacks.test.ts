import { describe, expect, it } from 'vitest';
import { isOfAny, passingStacks } from './passing-stacks.ts';

const passing = (before: string, after: string): string =>
  [...passingStacks({ before: [...before], after: [...after] })].join('');

describe('passingStacks', () => {
  it('is empty where the order is kept', () => {
    expect(passing('abc', 'abc')).toBe('');
    expect(passing('abc', 'ac')).toBe('');
    expect(passing('abc', 'xaybc')).toBe('');
    expect(passing('', 'abc')).toBe('');
  });

  it('is one of two that change places, and the one that goes from end to end', () => {
    expect(passing('ab', 'ba')).toBe('a');
    expect(passing('abcd', 'bcda')).toBe('a');
    expect(passing('abcd', 'dabc')).toBe('d');
  });

  it('leaves one to travel where the order is turned round', () => {
    expect(passing('abc', 'cba')).toHaveLength(2);
  });
});

describe('isOfAny', () => {
  it('finds the stack of an item in the keys of every lens', () => {
    const stacks = new Set(['docker-linux']);
    const of = (key: string, owner?: string) =>
      isOfAny(stacks, {
        ...{ t: 'ground', key, z: 0, x1: 0, x2: 0, y: 0 },
        ...(owner !== undefined && { owner }),
      });
    expect(of('docker-linux#title')).toBe(true);
    expect(of('boot/docker-linux/ground')).toBe(true);
    expect(of('some-mark', 'docker-linux/kernel')).toBe(true);
    expect(of('docker-linux-rootless#title')).toBe(false);
    expect(of('ground')).toBe(false);
  });
});
