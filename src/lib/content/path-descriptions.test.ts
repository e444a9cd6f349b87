import { expect, test } from 'vitest';
import { ROUTE_NOTES } from '../model/path/route.ts';
import { parseDescriptions } from '../model/path/parse-descriptions.ts';
import { wayDescriptions } from './path-descriptions.ts';
import { stackIds, stackNames } from './registry.ts';

const keys = stackIds.flatMap((id) => {
  const names = stackNames[id];
  return (names?.variants ?? []).map((one) =>
    one === names?.defaultVariant ? id : `${id}:${one}`,
  );
});

test('descriptions speak of stacks that are there, and go by names of their own', () => {
  for (const { stacks = [] } of wayDescriptions)
    for (const stack of stacks) expect(keys).toContain(stack);
  expect(new Set(wayDescriptions.map(({ short }) => short)).size).toBe(wayDescriptions.length);
});

test('a mistake is named by its place', () => {
  const [good] = wayDescriptions;
  const read = parseDescriptions([{ ...good, notes: ['no-such-note'] }]);
  expect(read).toMatchObject({ ok: false, issues: [{ path: '[0].notes[0]' }] });
  expect(ROUTE_NOTES.length).toBeGreaterThan(0);
});
