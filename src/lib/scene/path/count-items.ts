/** On a projector: which stack this is, and how many borders its way crosses. */
import { textWidth } from '../../layout/text-metrics.ts';
import type { Item, TextItem } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import type { PathStack, PathStage } from './path-stage.ts';
import { countsText } from './route-said.ts';

/** Sizes of the wall's readouts, px. */
const BIG_PX = 47;
const SMALL_PX = 34;

export function countItems(stage: PathStage): readonly Item[] {
  return stage.stacks.flatMap((one) => countLines(one, stage));
}

function countLines(one: PathStack, stage: PathStage): readonly Item[] {
  const { drawn, route } = one;
  if (route === null) return [];
  const counts = countsText(stage, one);
  const room = drawn.w + one.right;
  const size = textWidth(counts, BIG_PX, 750) <= room ? BIG_PX : SMALL_PX;
  const line = (key: string, text: string, y: number, px: number, weight: number): TextItem => ({
    ...{ t: 'text', key: `${drawn.stack.key}#${key}`, z: Z.note, x: drawn.x, y, text, size: px },
    ...{ weight, anchor: 'start', ink: px === size ? 'ink' : 'secondary' },
  });
  const top = stage.groundY + 66;
  return [
    line('counts', counts, top, size, 750),
    ...(stage.stacks.length > 1
      ? [line('name', drawn.stack.shortTitle, top + 48, SMALL_PX - 1, 450)]
      : []),
  ];
}
