import { describe, expect, it } from 'vitest';
import { panToShow } from './bring-into-view.ts';

const VIEW = { w: 400, h: 300 };

describe('panToShow', () => {
  it('leaves what is in view', () => {
    expect(panToShow({ x: 100, y: 100, w: 50, h: 50 }, VIEW)).toEqual({ x: 0, y: 0 });
  });

  it('moves just as far as needed', () => {
    expect(panToShow({ x: 390, y: -40, w: 50, h: 50 }, VIEW)).toEqual({ x: 56, y: -56 });
  });

  it('shows the start of what is larger than the view', () => {
    expect(panToShow({ x: 100, y: 10, w: 900, h: 20 }, VIEW)).toEqual({ x: 84, y: -6 });
    expect(panToShow({ x: 16, y: 16, w: 900, h: 20 }, VIEW)).toEqual({ x: 0, y: 0 });
  });
});
