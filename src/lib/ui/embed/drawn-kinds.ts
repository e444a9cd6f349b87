/** What a key to a frame's picture has to tell. */
import { LAYER_KINDS, type LayerKind } from '#lib/model/kinds.ts';
import type { Item } from '#lib/scene/display-list.ts';
import type { Picture } from '#lib/scene/picture.ts';

/** Top of a picture first, as a reader finds them. */
const ORDER = [
  ...(['app', 'userland', 'libs', 'emulator', 'engine', 'fence', 'sentry', 'library-os'] as const),
  ...(['kernel', 'control-domain', 'wall', 'vmm', 'hypervisor', 'hardware'] as const),
] satisfies readonly LayerKind[];

/** A kind of layer, or the mark of what a fence may use. */
export type DrawnKind = LayerKind | 'gauge';

function kindOf(item: Item): DrawnKind | undefined {
  switch (item.t) {
    case 'wall':
    case 'fence':
    case 'gauge':
      return item.t;
    case 'box':
      if (item.look === 'partition') return 'control-domain';
      return LAYER_KINDS.find((kind) => kind === item.look);
    default:
      return undefined;
  }
}

/** @returns each kind that is drawn, once, top of a picture first */
export function drawnKinds({ lens, rest }: Pick<Picture, 'lens' | 'rest'>): readonly DrawnKind[] {
  const found = new Set(rest.items.map(kindOf));
  // There such an outline is the whole host.
  if (lens === 'size') found.delete('control-domain');
  return [...ORDER, 'gauge' as const].filter((kind) => found.has(kind));
}
