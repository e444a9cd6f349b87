import { describe, expect, it } from 'vitest';
import { onlineAddress } from './handout.ts';

describe('the address on a handout', () => {
  it('is whole, where others can open it', () => {
    const here = 'https://strata.example/x/present/a?print=1';
    expect(onlineAddress('../learn/a', here)).toBe('https://strata.example/x/learn/a');
  });

  it.each(['http://127.0.0.1:4173/present/a', 'http://localhost/present/a', 'http://[::1]/a'])(
    'is left out on a machine of one’s own: %s',
    (here) => {
      expect(onlineAddress('/learn/a', here)).toBe('');
    },
  );
});
