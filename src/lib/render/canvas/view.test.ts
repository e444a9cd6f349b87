import { describe, expect, it } from 'vitest';
import { boxOnScreen, fittedBox, toWorld, viewFor, visibleWorld } from './view.ts';

const STAGE = { width: 800, height: 600 };

describe('viewFor', () => {
  it('paints a picture laid out for the stage 1:1', () => {
    const view = viewFor({ x: 0.5, y: 0.5, zoom: 1 }, STAGE, STAGE, 2);
    expect(view).toEqual({
      ...{ scale: 2, zoom: 1, originX: 0, originY: 0, width: 1600, height: 1200 },
    });
  });

  it('fits a picture of another shape, centred', () => {
    expect(fittedBox(STAGE, { width: 400, height: 600 })).toEqual({ x: 200, y: 0, w: 400, h: 600 });
    expect(fittedBox(STAGE, { width: 1600, height: 600 })).toEqual({
      x: 0,
      y: 150,
      w: 800,
      h: 300,
    });
  });

  it('puts the camera point in the middle of the view', () => {
    const picture = { width: 1000, height: 500 };
    const view = viewFor({ x: 0.25, y: 0.75, zoom: 3 }, STAGE, picture, 1);
    const middle = toWorld(view, 400, 300);
    expect(middle.x).toBeCloseTo(250, 0);
    expect(middle.y).toBeCloseTo(375, 0);
  });

  it('survives an empty picture', () => {
    const view = viewFor({ x: 0.5, y: 0.5, zoom: 1 }, STAGE, { width: 0, height: 0 }, 1);
    expect(view.scale).toBe(1);
    expect(visibleWorld(view)).toMatchObject({ w: 800, h: 600 });
  });
});

describe('boxOnScreen and toWorld', () => {
  it.each([
    [1, 1],
    [2.5, 1.25],
    [0.5, 3],
  ])('are inverse at zoom %f and %f device px per px', (zoom, dpr) => {
    const view = viewFor({ x: 0.3, y: 0.6, zoom }, STAGE, STAGE, dpr);
    const box = { x: 120, y: 80, w: 60, h: 40 };
    const screen = boxOnScreen(view, box);
    const back = toWorld(view, screen.x, screen.y);
    expect(back.x).toBeCloseTo(120);
    expect(back.y).toBeCloseTo(80);
    expect(screen.w).toBeCloseTo(60 * zoom);
    expect(Number.isInteger(view.originX) && Number.isInteger(view.originY)).toBe(true);
  });
});
