/** The build-up as data: in which chapter, and how, each layer comes. Order follows causes. */
import type { Layer, ResolvedStack } from '../../model/stack.ts';
import { walkLayers } from '../../model/stack.ts';
import type { BuildPart } from '../picture.ts';

const HARDWARE = 0;
const KERNEL = 1;
const BARRIER = 2;
const FILES = 3;
const PROGRAMS = 4;

/** Files come no later than what stands on them: what makes the walls beside a hypervisor has some. */
function chapterOf(layer: Layer, walls: readonly string[]): number {
  return Math.min(
    chapterOfKind(layer, walls),
    ...[...layer.inside, ...layer.carries].map((above) => chapterOf(above, walls)),
  );
}

function chapterOfKind(layer: Layer, walls: readonly string[]): number {
  const inWall = walls.some((wall) => layer.path.startsWith(wall));
  switch (layer.kind) {
    case 'hardware':
      return HARDWARE;
    case 'hypervisor':
      return KERNEL;
    case 'kernel':
      return inWall ? BARRIER : KERNEL;
    case 'control-domain':
      return KERNEL;
    case 'wall':
    case 'fence':
    case 'vmm':
    case 'library-os':
      return BARRIER;
    case 'engine':
      return BARRIER;
    // What sets a fence up has become the Sentry in it.
    case 'sentry':
    case 'emulator':
    case 'libs':
      return FILES;
    case 'userland':
    case 'app':
      return PROGRAMS;
  }
}

/** Parts of one stack in starting order. */
export function buildParts(stack: ResolvedStack): readonly BuildPart[] {
  const layers = new Map<string, Layer>();
  const floors = new Map<string, string>();
  for (const [layer, parent] of walkLayers(stack.ground)) {
    layers.set(layer.path, layer);
    // What a boundary stands around stands on the same floor.
    const isAround = parent?.wraps.includes(layer) === true;
    const floor = isAround ? floors.get(parent.path) : parent?.path;
    if (floor !== undefined) floors.set(layer.path, floor);
  }
  const walls = [...layers.values()]
    .filter((layer) => layer.kind === 'wall')
    .map((layer) => `${layer.path}/`);
  return stack.order.flatMap((path): BuildPart[] => {
    const layer = layers.get(path);
    if (layer === undefined) return [];
    const how =
      layer.kind === 'fence' || layer.kind === 'wall'
        ? 'draw'
        : layer.kind === 'control-domain'
          ? 'fade'
          : 'rise';
    const on = floors.get(path);
    const part: BuildPart = {
      owner: path,
      chapter: chapterOf(layer, walls),
      how,
      ...(on && { on }),
    };
    return layer.relation === 'transient'
      ? [{ ...part, chapter: BARRIER, goneAfterChapter: BARRIER }]
      : [part];
  });
}
