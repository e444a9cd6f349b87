import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLabel } from './fit-label.ts';
import { textWidth, wrapText } from './text-metrics.ts';

const TYPE = { namePx: 13, nameWeight: 650, detailPx: 12 };
const layer = { name: 'Hidden Linux VM', short: 'VM', detail: 'LinuxKit' };

describe('fitLabel', () => {
  it('steps down: detail, two lines, short name, nothing', () => {
    const texts = (w: number, h: number) =>
      fitLabel(layer, TYPE, w, h)?.lines.map((line) => line.text);
    expect(texts(200, 80)).toEqual(['Hidden Linux VM', 'LinuxKit']);
    expect(texts(200, 18)).toEqual(['Hidden Linux VM']);
    expect(texts(80, 33)).toEqual(['Hidden Linux', 'VM']);
    expect(texts(28, 20)).toEqual(['VM']);
    expect(texts(28, 12)).toBeUndefined();
    expect(texts(10, 60)).toBeUndefined();
  });

  it('never lets a label leave its box, shrink or be cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 200 }),
        fc.string({ minLength: 1, maxLength: 30 }),
        (w, h, name) => {
          const label = fitLabel({ ...layer, name }, TYPE, w, h);
          if (label === null) return;
          expect(label.heightPx).toBeLessThanOrEqual(h);
          for (const line of label.lines) {
            expect(textWidth(line.text, line.sizePx, line.weight)).toBeLessThanOrEqual(w);
            expect(line.sizePx).toBeGreaterThanOrEqual(12);
            expect(line.text).not.toContain('…');
          }
        },
      ),
    );
  });
});

describe('text metrics', () => {
  it('measures as the bundled font does', () => {
    // 5.69 em is what a browser measures for this text at weight 650 with the bundled font.
    expect(textWidth('Linux kernel', 1000, 650)).toBeGreaterThan(5550);
    expect(textWidth('Linux kernel', 1000, 650)).toBeLessThan(5850);
  });

  it('wraps greedily and refuses what cannot fit', () => {
    expect(wrapText('one two three', 12, 450, 1000, 1)).toEqual(['one two three']);
    expect(wrapText('incomprehensibilities', 12, 450, 20, 3)).toBeNull();
  });
});
