/** A hand, or the provider's cloud, on every layer that no tool drawn here manages or carries along. */
import type { Item } from '../display-list.ts';
import { zAt, Z } from '../structure/depth.ts';
import { lookOf } from '../structure/looks.ts';
import { isProviders } from './said.ts';
import { CLOUD, HAND } from './shapes.ts';
import { placesOn, type Taken } from './spots.ts';
import type { ManagedStack, ManageStage } from './stage.ts';

export function handItems(stage: ManageStage, one: ManagedStack, taken: Taken): readonly Item[] {
  const byHand = new Set(one.managed.byHand);
  const size = stage.input.shell === 'projector' ? 34 : 15;
  return one.drawn.placed.flatMap((placed): readonly Item[] => {
    const { layer, depth } = placed;
    if (!byHand.has(layer.path)) return [];
    const place = taken.take(placesOn(placed, one.drawn.byPath, size, size));
    if (place === null) return [];
    const look = lookOf(layer);
    return [
      {
        ...{ t: 'icon', key: `${layer.path}#hand`, owner: layer.path, z: zAt(depth, Z.label) + 1 },
        ...{
          icon: isProviders(one, layer.path) ? CLOUD : HAND,
          x: place.x,
          y: place.y,
          size,
          ink: 'on-look',
          on: look,
        },
      },
    ];
  });
}
