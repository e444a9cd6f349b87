/** The ways of the answers: dotted from the files, solid from the kernel that answers, both upward. */
import type { AskState } from '../../sim/kernel/ask-story.ts';
import type { DrawnStack } from '../drawn/stacks.ts';
import type { Ink, Item } from '../display-list.ts';
import { Z, zAt } from '../structure/depth.ts';
import type { Shown } from './ask-stage.ts';

/** Where the two ways run, as a share of an instance's width; beside its names where it is narrow. */
const INSET = 0.13;
const NARROW_PX = 118;
const NARROW_INSET_PX = 4;
const DEPTH_PX = 9;

/** Left and right end of what the program and its files take of an instance, px. */
function spanOf(
  { asked, placed }: Shown,
  drawn: DrawnStack,
  wallPx: number,
): readonly [number, number] {
  const { instance, files, asker } = asked;
  const own = files?.path.startsWith(`${instance.path}/`) ? files : asker;
  const box = drawn.byPath.get(own.path)?.box ?? placed.box;
  const edge = own.path === instance.path || box !== placed.box ? 0 : wallPx;
  const inset = box.w < NARROW_PX ? NARROW_INSET_PX : box.w * INSET;
  const most = Math.min(box.w / 3, edge + inset);
  return [box.x + most, box.x + box.w - most];
}

/**
 * @param endY foot of the terminal, px
 * @param state how far each answer has come
 */
export function routeItems(
  shown: Shown,
  drawn: DrawnStack,
  endY: number,
  wallPx: number,
  state: AskState,
): readonly Item[] {
  const { asked, placed } = shown;
  const [nameX, releaseX] = spanOf(shown, drawn, wallPx);
  const { box } = placed;
  const key = asked.instance.path;
  const items: Item[] = [];
  const files = asked.files && drawn.byPath.get(asked.files.path);
  const inner = drawn.byPath.get(asked.asker.path) ?? placed;
  // Over the boxes it passes, under their names.
  const z = zAt(inner.depth, Z.label) - 10;
  if (asked.files !== null && state.nameRoute > 0) {
    const x = nameX;
    const fromY = files ? files.box.y + files.box.h * 0.5 : box.y + box.h * 0.4;
    items.push(
      line(
        { key: `${key}#name-route`, z, ink: 'libs', dash: [2.5, 3] },
        x,
        fromY,
        endY,
        state.nameRoute,
      ),
    );
  }
  const by = asked.by && drawn.byPath.get(asked.by.path);
  if (asked.by !== null && state.releaseRoute > 0) {
    const x = releaseX;
    // One of a crowd is not drawn by itself: its kernel is the lowest part of its bar.
    const topY = by ? by.box.y : box.y + box.h * 0.92;
    const depth = by ? Math.min(DEPTH_PX, by.box.h * 0.4) : 0;
    items.push(
      ...(by === undefined || by === null
        ? []
        : [rootOf(`${key}#release-root`, x, topY, depth, z)]),
      line({ key: `${key}#release-route`, z, ink: 'kernel' }, x, topY, endY, state.releaseRoute),
    );
  }
  return items;
}

interface Stroke {
  readonly key: string;
  readonly z: number;
  readonly ink: Ink;
  readonly dash?: readonly number[];
}

function line(stroke: Stroke, x: number, fromY: number, toY: number, share: number): Item {
  const y = fromY + (toY - fromY) * share;
  return {
    ...{ t: 'path', width: 2.6, ...stroke },
    points: [
      [x, fromY],
      [x, y],
    ],
    ...(stroke.ink === 'libs' ? { dot: 'start' } : {}),
    ...(share === 1 ? { arrow: 'end' } : {}),
  };
}

/** The answer begins inside the kernel. */
function rootOf(key: string, x: number, topY: number, depth: number, z: number): Item {
  return {
    ...{ t: 'path', key, z, ink: 'on-kernel', width: 2.6, dot: 'start' },
    points: [
      [x, topY + depth],
      [x, topY],
    ],
  };
}
