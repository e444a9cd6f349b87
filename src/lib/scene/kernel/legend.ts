/** Below the ground line: how many kernels there are, and what the teeth of each family look like. */
import { textWidth } from '../../layout/text-metrics.ts';
import { ABI_FAMILIES } from '../../model/kinds.ts';
import type { DrawnStack, DrawnStacks } from '../drawn/stacks.ts';
import type { Item, TextItem } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import { readoutItems } from '../structure/texts.ts';
import type { LegendInput } from './input.ts';

/** Stages without room for a readout have none for the teeth either. */
const LEAST_BELOW_PX = 84;
const TOOTH_BOX = { w: 46, h: 13 };

/** @returns the readout of each stack, under it */
export function readouts(drawn: DrawnStacks, input: LegendInput): readonly Item[] {
  const belowPx = Math.min(drawn.sizes.belowPx, input.heightPx - drawn.groundY);
  return drawn.stacks.flatMap(({ stack, kernels, x, w }) => {
    const readout = input.words.structure.readout(stack, kernels);
    const said = [{ kernels, readout, fromChapter: 0, isComing: false }];
    // The last line is the legend's.
    const room = hasTeeth(drawn, input) ? belowPx - 26 : belowPx;
    const place = { x, w, groundY: drawn.groundY, sizes: { ...drawn.sizes, belowPx: room } };
    const items = readoutItems(stack, said, place, []).rest;
    // A count that reaches into its neighbour's column is left to the twin.
    const isWide = items.some(
      (item) => item.t === 'text' && endOf(item) > x + w + drawn.sizes.gapPx / 2,
    );
    if (isWide) return [];
    return items.map((item) => ({
      ...item,
      owner: stack.ground.path,
    }));
  });
}

function endOf({ x, text, size, weight }: TextItem): number {
  return x + textWidth(text, size, weight);
}

function hasTeeth({ sizes }: DrawnStacks, { shell, widthPx }: LegendInput): boolean {
  return shell === 'explore' && sizes.belowPx >= LEAST_BELOW_PX && widthPx >= 560;
}

/** @returns one sample of teeth per family, in a row at the foot of the stage */
export function teethLegend(
  drawn: DrawnStacks,
  input: LegendInput,
  span: { readonly x: number; readonly w: number },
): readonly Item[] {
  if (!hasTeeth(drawn, input)) return [];
  const { teeth, families } = input.words.kernel;
  const size = Math.max(12.5, Math.min(14, drawn.sizes.detailPx));
  const first: DrawnStack | undefined = drawn.stacks[0];
  const left = first === undefined ? span.x + 20 : Math.max(span.x + 10, first.x);
  const baseline = input.heightPx - 10;
  const base = { t: 'text', z: Z.note, y: baseline, size, anchor: 'start' } as const;
  const items: Item[] = [
    { ...base, key: 'teeth#title', x: left, text: teeth, weight: 700, ink: 'ink' },
  ];
  let x = left + textWidth(teeth, size, 700) + 16;
  for (const family of ABI_FAMILIES) {
    const w = TOOTH_BOX.w + 8 + textWidth(families[family], size, 450) + 22;
    if (x + w > span.x + span.w) break;
    items.push(
      {
        ...{ t: 'box', key: `teeth#${family}`, z: Z.note, look: 'kernel', radius: 0 },
        box: { x, y: baseline - 10, ...TOOTH_BOX },
        teeth: [{ family, from: 0, to: TOOTH_BOX.w }],
      },
      {
        ...{ ...base, key: `teeth#${family}-name`, x: x + TOOTH_BOX.w + 8 },
        ...{ text: families[family], weight: 450, ink: 'secondary' },
      },
    );
    x += w;
  }
  return items;
}
