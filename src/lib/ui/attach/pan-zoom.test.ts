import { zoomIdentity } from 'd3';
import { describe, expect, it } from 'vitest';
import { cameraOf, transformOf, wheelPower } from './pan-zoom.ts';

const VIEW = [800, 600] as const;
const FITTED = { x: 100, y: 0, w: 600, h: 600 };

describe('camera and transform', () => {
  it('takes the identity for the fitted picture', () => {
    expect(cameraOf(zoomIdentity, VIEW, FITTED)).toBeNull();
    expect(transformOf(null, VIEW, FITTED)).toBe(zoomIdentity);
  });

  it.each([
    { x: 0.5, y: 0.5, zoom: 2 },
    { x: 0.1, y: 0.9, zoom: 16 },
    { x: 0.4, y: 0.5, zoom: 0.5 },
  ])('are inverse for $x, $y, $zoom', (camera) => {
    const back = cameraOf(transformOf(camera, VIEW, FITTED), VIEW, FITTED);
    expect(back?.x).toBeCloseTo(camera.x);
    expect(back?.y).toBeCloseTo(camera.y);
    expect(back?.zoom).toBeCloseTo(camera.zoom);
  });
});

describe('wheel', () => {
  it.each([
    { name: 'a notch', deltaY: -100, deltaMode: 0, factor: 1.2 },
    { name: 'three notches', deltaY: -300, deltaMode: 0, factor: 1.2 ** 3 },
    { name: 'a notch back', deltaY: 100, deltaMode: 0, factor: 1 / 1.2 },
    { name: 'a notch told in lines', deltaY: -3, deltaMode: 1, factor: 1.2 },
    { name: 'a trackpad’s pinch', deltaY: -10, deltaMode: 0, factor: 2 ** 0.2 },
  ])('zooms by $factor for $name', ({ deltaY, deltaMode, factor }) => {
    expect(2 ** wheelPower({ deltaY, deltaMode, ctrlKey: true })).toBeCloseTo(factor);
  });
});
