import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutBoot } from './boot-rows.ts';

describe('layoutBoot', () => {
  it('keeps every part of every row inside the row and the stage', () => {
    fc.assert(
      fc.property(
        fc.record({
          widthPx: fc.integer({ min: 320, max: 3840 }),
          heightPx: fc.integer({ min: 400, max: 1400 }),
          rowCount: fc.integer({ min: 0, max: 8 }),
          figuresPx: fc.integer({ min: 40, max: 260 }),
          projector: fc.boolean(),
          tallRows: fc.boolean(),
          phone: fc.boolean(),
        }),
        ({ phone, ...options }) => {
          const narrow = phone || options.widthPx < 800;
          // The projector shows two rows; more do not fit at its size of type.
          const rowCount = options.projector ? Math.min(2, options.rowCount) : options.rowCount;
          const layout = layoutBoot({ ...options, rowCount, narrow });
          expect(layout.x1).toBeGreaterThan(layout.x0 + 100);
          expect(layout.x1).toBeLessThanOrEqual(options.widthPx);
          expect(layout.stub.x).toBeGreaterThanOrEqual(0);
          let last = layout.axisTop;
          for (const row of layout.rows) {
            expect(row.top).toBeGreaterThanOrEqual(last);
            last = row.top + row.height - 1e-6;
            expect(row.poleTop).toBeGreaterThanOrEqual(row.top);
            expect(row.bar.y).toBeGreaterThan(row.band.y);
            expect(row.bar.y + row.bar.h).toBeLessThanOrEqual(row.top + row.height);
            expect(row.bar.h).toBeGreaterThanOrEqual(6);
          }
          expect(layout.axisBottom).toBeLessThanOrEqual(options.heightPx);
          for (const part of [layout.legend, layout.footer]) {
            if (part === null) continue;
            expect(part.y).toBeGreaterThanOrEqual(layout.axisBottom);
            expect(part.y + part.h).toBeLessThanOrEqual(options.heightPx);
          }
        },
      ),
    );
  });
});
