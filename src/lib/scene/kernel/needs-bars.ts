/** How new a kernel each user space asks for: a bar each, to the scale of the slab under them. */
import { textWidth } from '../../layout/text-metrics.ts';
import { firstFitting, needState } from '../../sim/kernel/needs.ts';
import type { Box, Item } from '../display-list.ts';
import type { NeedsAsked } from './needs-picture.ts';
import { NEED_ICONS } from './needs-panel.ts';
import type { NeedsInput } from './run-input.ts';
import { lineItems, RUN_Z, type RunType } from './run-type.ts';

const LEAST_ROW = 19;
const MOST_ROW = 25;

/** @param step width of one kernel on the slab, px */
export function needsBars(
  input: NeedsInput,
  asked: NeedsAsked,
  room: Box,
  o: { readonly step: number; readonly type: RunType },
): readonly Item[] {
  const { needsShelf, needs: words } = input.run;
  const { cases, kernels } = needsShelf;
  const row = Math.min(MOST_ROW, room.h / (cases.length + 1.6));
  if (row < LEAST_ROW) return [];
  const size = Math.min(o.type.detail, row * 0.62);
  const title = { key: 'needs/bars', x: room.x, y: room.y + size, size: o.type.text, weight: 650 };
  return [
    ...lineItems(title, [words.bars]),
    ...cases.flatMap((one, at): readonly Item[] => {
      const isOne = one.id === asked.one.id;
      const y = room.y + o.type.text * 1.2 + at * row + row * 0.3;
      // Where no least kernel is known there is no bar to draw.
      const isKnown = one.since !== undefined;
      const w = isKnown ? (Math.max(0, firstFitting(one, kernels)) + 1) * o.step : 0;
      const key = `needs/bar-${one.id}`;
      const state = needState(one, asked.kernel.version, asked.isMended);
      const { icon, ink } = NEED_ICONS[state.result];
      const x = room.x + w + 8;
      const text = { x: x + size * 1.5, y: y + row * 0.36 + size * 0.36, size };
      if (x + size * 1.5 + textWidth(one.image, size, 700) > room.x + room.w) return [];
      const bar: Item = {
        ...{ t: 'box', key, z: RUN_Z.program, look: 'libs', radius: 0 },
        ...{ box: { x: room.x, y, w, h: row * 0.72 }, alpha: isOne ? 1 : 0.4 },
      };
      return [
        ...(isKnown ? [bar] : []),
        {
          ...{ t: 'icon', key: `${key}/icon`, z: RUN_Z.mark, icon, ink },
          ...{ x, y: y + row * 0.36 - size * 0.55, size: size * 1.1 },
        },
        ...lineItems({ key: `${key}/name`, ...text, weight: isOne ? 700 : 450 }, [one.image]),
      ];
    }),
  ];
}
