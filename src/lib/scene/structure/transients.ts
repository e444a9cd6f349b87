/**
 * Parts that set something up and then exec or exit (runc, jailer): there during the build-up only,
 * standing where the program they turn into will stand.
 */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import { walkLayers, type ResolvedStack } from '../../model/stack.ts';
import type { Item } from '../display-list.ts';
import { Z, zAt } from './depth.ts';
import type { Sizes } from './sizes.ts';

/** How far a kernel's teeth reach into what stands on it, px. */
const TEETH_PX = 5;
const TEETH_ON_WALL_PX = 11;
/** Height of a name with air, as a share of its size. */
const LINE = 1.15;

export function transientItems(
  stack: ResolvedStack,
  placed: readonly PlacedLayer[],
  sizes: Sizes,
): readonly Item[] {
  const byPath = new Map(placed.map((item) => [item.layer.path, item]));
  const items: Item[] = [];
  for (const [layer, parent] of walkLayers(stack.ground)) {
    if (layer.relation !== 'transient' || parent === null) continue;
    const around = byPath.get(parent.path);
    if (around === undefined || around.crowd !== undefined) continue;
    const { box } = around;
    const isSlab = parent.wraps.length === 0;
    const floorY = isSlab ? box.y : box.y + box.h;
    const teethPx = sizes.toothedPips ? TEETH_ON_WALL_PX : TEETH_PX;
    const named = sizes.detailPx * LINE + teethPx;
    const h = Math.min(Math.max(34, named), box.h * 0.45);
    const w = Math.min(box.w - 12, 90);
    if (w < 14 || h < 10) continue;
    const x = box.x + (box.w - w) / 2;
    items.push({
      t: 'box',
      key: layer.path,
      owner: layer.path,
      z: zAt(around.depth, Z.program) + 10,
      box: { x, y: floorY - h, w, h },
      look: 'engine',
      radius: Math.min(10, h / 3),
      layer: true,
    });
    const text = layer.short ?? layer.name;
    // The kernel's teeth cut into its foot: the name stands in what they leave.
    if (textWidth(text, sizes.detailPx, 650) > w - 4 || h < named) continue;
    items.push({
      t: 'text',
      key: `${layer.path}#label0`,
      owner: layer.path,
      z: zAt(around.depth, Z.label),
      x: x + w / 2,
      y: floorY - (h + teethPx) / 2 + sizes.detailPx * 0.33,
      text,
      size: sizes.detailPx,
      weight: 650,
      anchor: 'middle',
      ink: 'on-look',
      on: 'engine',
      maxWidth: w,
    });
  }
  return items;
}
