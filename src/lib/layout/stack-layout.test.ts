import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryStack } from './arbitrary-stack.ts';
import type { Box } from './box.ts';
import { layoutStack, type PlacedLayer } from './stack-layout.ts';

const EPS = 1e-6;
const options = fc.record({
  widthPx: fc.integer({ min: 240, max: 3840 }),
  unit: fc.double({ min: 0.3, max: 1.3, noNaN: true }),
});

function overlap(a: Box, b: Box): boolean {
  return (
    a.x + EPS < b.x + b.w && b.x + EPS < a.x + a.w && a.y + EPS < b.y + b.h && b.y + EPS < a.y + a.h
  );
}

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - EPS &&
    inner.y >= outer.y - EPS &&
    inner.x + inner.w <= outer.x + outer.w + EPS &&
    inner.y + inner.h <= outer.y + outer.h + EPS
  );
}

function related(a: PlacedLayer, b: PlacedLayer): boolean {
  const wraps = (outer: PlacedLayer, inner: PlacedLayer): boolean =>
    outer.layer.wraps.length > 0 && inner.layer.path.startsWith(`${outer.layer.path}/`);
  const holds = (outer: PlacedLayer, inner: PlacedLayer): boolean =>
    inner.layer.relation === 'inside' && inner.parent === outer.layer.path;
  return wraps(a, b) || wraps(b, a) || holds(a, b) || holds(b, a);
}

describe('layoutStack', () => {
  it('keeps every layer inside the column, with finite, positive sizes', () => {
    fc.assert(
      fc.property(arbitraryStack, options, (stack, given) => {
        const { placed, widthPx, heightPx } = layoutStack(stack, given);
        for (const { box } of placed) {
          expect(box.w).toBeGreaterThan(0);
          expect(box.h).toBeGreaterThan(0);
          expect(inside(box, { x: 0, y: 0, w: widthPx, h: heightPx })).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets nothing overlap but a boundary and what it wraps, a slab and its strip', () => {
    fc.assert(
      fc.property(arbitraryStack, options, (stack, given) => {
        const { placed } = layoutStack(stack, given);
        placed.forEach((a, index) => {
          for (const b of placed.slice(index + 1)) {
            if (overlap(a.box, b.box))
              expect(related(a, b), `${a.layer.path} × ${b.layer.path}`).toBe(true);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it('puts what a boundary wraps inside it, and what a slab carries on its top edge', () => {
    fc.assert(
      fc.property(arbitraryStack, options, (stack, given) => {
        const { placed } = layoutStack(stack, given);
        const byPath = new Map(placed.map((item) => [item.layer.path, item]));
        for (const item of placed) {
          const parent = item.parent === null ? undefined : byPath.get(item.parent);
          if (parent === undefined) continue;
          if (parent.layer.wraps.length > 0 || item.layer.relation === 'inside') {
            expect(inside(item.box, parent.box)).toBe(true);
          } else expect(item.box.y + item.box.h).toBeCloseTo(parent.box.y, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('turns instances narrower than 20 px into one crowd that counts right', () => {
    fc.assert(
      fc.property(arbitraryStack, options, (stack, given) => {
        const { placed } = layoutStack(stack, given);
        for (const { layer, box, crowd } of placed) {
          if (layer.instance === undefined || layer.kind === 'app') continue;
          if (crowd === undefined && layer.instance.count > 1)
            expect(box.w).toBeGreaterThanOrEqual(20);
          if (crowd !== undefined) expect(crowd.count).toBe(layer.instance.count);
        }
        expect(placed.length).toBeLessThan(400);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same output for the same input', () => {
    fc.assert(
      fc.property(arbitraryStack, options, (stack, given) => {
        expect(layoutStack(stack, given)).toEqual(layoutStack(stack, given));
      }),
      { numRuns: 20 },
    );
  });
});
