import { beforeEach, describe, expect, it } from 'vitest';
import { keepLeft, leftFor, readLeft } from './lesson-left.ts';

const LEFT = { id: 'many-distros', title: 'How can many distros & kernels…?', step: 4 };

describe('the way back from Explore to a lesson', () => {
  beforeEach(() => keepLeft(LEFT));

  it('is offered to who comes from the lesson, and on from picture to picture', () => {
    expect(leftFor('link', '/learn/[lesson]', 'navigate')).toEqual(LEFT);
    expect(leftFor('link', '/explore/[[scene]]', 'navigate')).toEqual(LEFT);
  });

  it('outlives a reload and the browser’s own Back', () => {
    expect(leftFor('enter', null, 'reload')).toEqual(LEFT);
    expect(leftFor('enter', null, 'back_forward')).toEqual(LEFT);
    expect(leftFor('popstate', '/', 'navigate')).toEqual(LEFT);
  });

  it.each([
    ['link', '/'],
    ['link', '/learn'],
    ['enter', null],
  ])('is gone for who comes otherwise: %s from %s', (how, from) => {
    expect(leftFor(how, from, 'navigate')).toBeNull();
    expect(readLeft()).toBeNull();
  });
});
