import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structureSaid } from '../content/locales/en/structure-said.ts';
import { structure } from '../content/locales/en/structure.ts';
import { arbitraryStack, rekey } from '../layout/arbitrary-stack.ts';
import type { Box } from '../layout/box.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import type { ResolvedStack } from '../model/stack.ts';
import type { TextItem } from './display-list.ts';
import type { LensInput, Shell } from './lens.ts';
import { structureLens, type StructureLensWords } from './structure-lens.ts';
import { textBox } from './text-box.ts';
import { structureTableWords } from '../content/locales/en/structure-table.ts';
import { structureExtras } from './structure/extras.ts';
import { finish } from './steps.ts';

const EPS = 0.01;

function inputOf(
  stacks: readonly ResolvedStack[],
  widthPx: number,
  heightPx: number,
  shell: Shell,
): LensInput<StructureLensWords> {
  return {
    scene: EMPTY_SCENE,
    stacks: stacks.map((stack, index) => rekey(stack, `any${index}`)),
    firstIndex: 0,
    widthPx,
    heightPx,
    shell,
    words: { structure, structureSaid },
    studies: [],
    figures: new Map(),
    sources: new Map(),
    extras: structureExtras(structureTableWords),
  };
}

const anyInput = fc
  .record({
    stacks: fc.array(arbitraryStack, { minLength: 0, maxLength: 4 }),
    widthPx: fc.integer({ min: 320, max: 3840 }),
    heightPx: fc.integer({ min: 300, max: 1600 }),
    shell: fc.constantFrom<Shell>('explore', 'embed', 'mobile'),
  })
  // As in the contract: one stack below 600 px, two below 1024, up to four above.
  .map(({ stacks, widthPx, heightPx, shell }) => {
    const most = widthPx < 600 ? 1 : widthPx < 1024 ? 2 : 4;
    return inputOf(stacks.slice(0, most), widthPx, heightPx, shell);
  });

function overlaps(a: Box, b: Box): boolean {
  return (
    a.x + EPS < b.x + b.w && b.x + EPS < a.x + a.w && a.y + EPS < b.y + b.h && b.y + EPS < a.y + a.h
  );
}

describe('structureLens', () => {
  it('keeps every label of a layer inside the layer’s box', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { items } = finish(structureLens(input)).rest;
        const bodies = new Map(
          items.flatMap((item) =>
            'layer' in item && item.layer === true ? [[item.key, item.box] as const] : [],
          ),
        );
        for (const item of items) {
          if (item.t !== 'text' || item.owner === undefined) continue;
          const body = bodies.get(item.owner);
          const text = textBox(item);
          // A line that marks the box, at 3 px from it and 3 px wide, passes under a name on a leader.
          if (item.key.endsWith('#callout') && item.halo === true && input.shell !== 'embed')
            expect(text.y + text.h, item.text).toBeLessThanOrEqual((body?.y ?? 0) - 6);
          if (item.ink !== 'on-look') continue;
          expect(body, item.key).toBeDefined();
          if (body === undefined) continue;
          expect(text.x, item.text).toBeGreaterThanOrEqual(body.x - EPS);
          expect(text.x + text.w, item.text).toBeLessThanOrEqual(body.x + body.w + EPS);
          expect(text.y, item.text).toBeGreaterThanOrEqual(body.y - 1);
          expect(text.y + text.h, item.text).toBeLessThanOrEqual(body.y + body.h + 1);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('never lets two texts overlap, and keeps text on the stage and readable', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const texts = finish(structureLens(input)).rest.items.filter(
          (item): item is TextItem => item.t === 'text',
        );
        const boxes = texts.map((item) => ({ item, box: textBox(item) }));
        boxes.forEach(({ item, box }, index) => {
          expect(item.size).toBeGreaterThanOrEqual(11.5);
          for (const other of boxes.slice(index + 1)) {
            expect(
              overlaps(box, other.box),
              `${item.key} “${item.text}” × ${other.item.key} “${other.item.text}”`,
            ).toBe(false);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('never runs a leader through a text', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { items } = finish(structureLens(input)).rest;
        const texts = items.filter((item): item is TextItem => item.t === 'text');
        for (const leader of items) {
          if (leader.t !== 'path' || !leader.key.endsWith('#leader')) continue;
          const [[x = 0, from = 0] = [], [, to = 0] = []] = leader.points;
          const line: Box = { x: x - 1, y: from, w: 2, h: to - from };
          const hit = texts.filter((text) => overlaps(line, textBox(text)));
          expect(hit.map(({ key, text }) => `${leader.key} × ${key} “${text}”`)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has unique keys, at most 300 twins, and draws the same twice', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const picture = finish(structureLens(input));
        const keys = picture.rest.items.map((item) => item.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(finish(structureLens(input))).toEqual(picture);
        const layers = picture.rest.items.filter((item) => 'layer' in item && item.layer === true);
        expect(layers.length).toBeLessThanOrEqual(300);
      }),
      { numRuns: 40 },
    );
  });
});
