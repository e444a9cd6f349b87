import { expect, test } from 'vitest';
import { keepUnits } from './keep-units.ts';

test('a line does not break between a number and its unit', () => {
  expect(keepUnits('From 16.9 ms to 1.19 s.')).toBe('From 16.9\u00a0ms to 1.19\u00a0s.');
  expect(keepUnits('99 % within 289 ms')).toBe('99\u00a0% within 289\u00a0ms');
});

test('other words after a number may go to the next line', () => {
  expect(keepUnits('3 stacks, 4 menus, 2 servers')).toBe('3 stacks, 4 menus, 2 servers');
});
