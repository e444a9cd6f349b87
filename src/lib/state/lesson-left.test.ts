import { beforeEach, describe, expect, it } from 'vitest';
import { cameBack, keepLeft, leftFor, readLeft } from './lesson-left.ts';

const LEFT = {
  id: 'many-distros',
  title: 'How can many distros & kernels…?',
  step: 4,
  placePx: 320,
};

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

  it('leads to where the reader was', () => {
    const back = (how: string, from: string | null, step: number) =>
      cameBack(how, from, LEFT.id, step);
    expect(back('link', '/explore/[[scene]]', 4)).toBe(320);
    expect(back('link', '/explore/[[scene]]', 5)).toBeNull();
    expect(back('link', '/learn', 4)).toBeNull();
    expect(back('popstate', '/explore/[[scene]]', 4)).toBeNull();
    expect(cameBack('link', '/explore/[[scene]]', 'by-hand', 4)).toBeNull();
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
