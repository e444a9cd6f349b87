/** What a story does to a drawing: what stopped is a ghost, what is worked on is outlined and numbered. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { LayerPath } from '../../model/stack.ts';
import { isIn, type StoryState } from '../../sim/manage/story.ts';
import type { Box, Item, TextItem } from '../display-list.ts';
import { SHAPES, stopItems, tagItems, tagWidth } from '../drawn/marks.ts';
import { Z } from '../structure/depth.ts';
import { placesOn, type Taken } from './spots.ts';
import type { ManagedStack, ManageStage } from './stage.ts';
import type { Moment } from './steps.ts';

const GHOST_ALPHA = 0.32;
const TEETH_PX = 6;

/** Layers that are drawn as not running. */
export function ghostsOf(
  { drawn, story }: ManagedStack,
  state: StoryState,
): ReadonlySet<LayerPath> {
  const away = story.stage.shape.units.flatMap(({ path }) => (state.away.has(path) ? [path] : []));
  return new Set(
    drawn.placed.flatMap(({ layer: { path } }) =>
      state.stopped.has(path) || away.some((unit) => isIn(path, unit)) ? [path] : [],
    ),
  );
}

/** The drawing with what does not run as dashed outlines; twins keep their boxes. */
export function withGhosts(
  items: readonly Item[],
  ghosts: ReadonlySet<LayerPath>,
): readonly Item[] {
  if (ghosts.size === 0) return items;
  return items.map((item): Item => {
    if (item.owner === undefined || !ghosts.has(item.owner)) return item;
    if (item.t === 'box' || item.t === 'fence' || item.t === 'wall')
      return { ...item, ghost: true, ...(item.t === 'box' ? { teeth: [] } : {}) };
    if (item.t === 'text') return withoutLook(item);
    return { ...item, alpha: GHOST_ALPHA };
  });
}

/** Text on a ghost stands on paper: it needs no knock-out and no look of its own. */
function withoutLook({ on: _look, ...item }: TextItem): TextItem {
  return {
    ...item,
    ink: item.ink === 'on-look' || item.ink === 'on-kernel' ? 'secondary' : item.ink,
  };
}

/** Outlines of what the step works on, and its number at each. */
export function touchedItems(
  stage: ManageStage,
  one: ManagedStack,
  moment: Moment,
  taken: Taken,
): readonly Item[] {
  const items: Item[] = [];
  one.told.forEach(({ step, label }, at) => {
    if (at > moment.index) return;
    const isCurrent = at === moment.index && !moment.isRest;
    const placesOf = (paths: readonly LayerPath[]) =>
      outermost(paths).flatMap((path) => one.drawn.byPath.get(path) ?? []);
    const targets = placesOf(step.touched);
    if (isCurrent) items.push(...targets.flatMap((placed) => outlineItems(placed, at)));
    // A row of the same layers gets its number once.
    const first = targets[0] ?? placesOf(step.at ?? [])[0];
    if (first !== undefined) items.push(...numberItems(stage, one, first, { at, label }, taken));
  });
  return items;
}

/** What lies in a layer that is named too is not named again. */
function outermost(paths: readonly LayerPath[]): readonly LayerPath[] {
  return paths.filter((path) => !paths.some((other) => other !== path && isIn(path, other)));
}

function outlineItems({ layer, box }: PlacedLayer, at: number): readonly Item[] {
  const pad = 2;
  // Above the teeth, not through them.
  const teeth = layer.family === undefined ? 0 : TEETH_PX;
  const { x, w } = box;
  const y = box.y - teeth;
  const h = box.h + teeth;
  const corners: readonly (readonly [number, number])[] = [
    [x - pad, y - pad],
    [x + w + pad, y - pad],
    [x + w + pad, y + h + pad],
    [x - pad, y + h + pad],
    [x - pad, y - pad],
  ];
  const base = { t: 'path', owner: layer.path, points: corners } as const;
  return [
    { ...base, key: `${layer.path}#halo${at}`, z: Z.note - 2, ink: 'paper', width: 6 },
    { ...base, key: `${layer.path}#outline${at}`, z: Z.note - 1, ink: 'ink', width: 3 },
  ];
}

function numberItems(
  stage: ManageStage,
  { drawn }: ManagedStack,
  placed: PlacedLayer,
  { at, label }: { readonly at: number; readonly label: string },
  taken: Taken,
): readonly Item[] {
  const size = stage.input.shell === 'projector' ? 32 : 12.5;
  const d = size * 1.64;
  const { layer, box } = placed;
  const onEdge = { x: box.x + box.w / 2 - d / 2, y: box.y - d / 2, w: d, h: d };
  const place = taken.take([...placesOn(placed, drawn.byPath, d, d), onEdge]);
  if (place === null) return [];
  return stopItems(
    { key: `${layer.path}#stop${at}`, owner: layer.path, z: Z.note + 2 },
    [place.x + d / 2, place.y + d / 2],
    label,
    'badge',
    size,
  );
}

/** Tags on what is new: units of version 2, kernels that are patched. */
export function tagsOf(
  stage: ManageStage,
  one: ManagedStack,
  state: StoryState,
  taken: Taken,
): readonly Item[] {
  const { words, name } = stage;
  const size = stage.input.shell === 'projector' ? 32 : 12;
  if (name === 'deploy') {
    return one.drawn.placed
      .filter(({ layer }) => state.changed.has(layer.path))
      .flatMap((placed) =>
        tagFor(one, placed, `${placed.layer.path}#v2`, words.newVersion, size, taken),
      );
  }
  const over = movedItems(stage, one, state, size, taken);
  const patched: ReadonlySet<string> = new Set<string>(
    (['guests', 'host', 'control', 'striped'] as const)
      .filter((group) => state.patchedGroups.has(group))
      .flatMap((group) => KERNEL_ROLES[group]),
  );
  const tags = one.drawn.placed
    .filter(
      ({ layer }) =>
        (layer.kind === 'kernel' || layer.counts === 'striped') &&
        patched.has(one.managed.roles.get(layer.path) ?? ''),
    )
    .flatMap((placed) =>
      tagFor(one, placed, `${placed.layer.path}#patched`, words.patched, size, taken),
    );
  return [...over, ...tags];
}

/** In a cluster of VMs what left one of them runs in another that is drawn already. */
function movedItems(
  { words }: ManageStage,
  { drawn, story }: ManagedStack,
  state: StoryState,
  size: number,
  taken: Taken,
): readonly Item[] {
  const noun = story.stage.shape.units[0]?.instance?.noun;
  const walls = drawn.placed.filter(({ layer }) => layer.kind === 'wall');
  const target = walls.find(
    ({ layer }) => !state.stopped.has(layer.path) && layer !== walls[0]?.layer,
  );
  const count = state.away.size;
  const isCluster = story.stage.shape.topology === 'nodes';
  if (!isCluster || count === 0 || noun === undefined || target === undefined) return [];
  const { layer, box } = target;
  const text = words.more(noun, count);
  const w = tagWidth(text, size, false);
  const h = size * 1.75;
  const place = taken.take([{ x: box.x + (box.w - w) / 2, y: box.y - h - 3, w, h }]);
  if (place === null) return [];
  const mark = { key: `${layer.path}#more`, owner: layer.path, z: Z.note + 2 };
  return tagItems(mark, [place.x + w / 2, place.y], text, 'badge', size);
}

const KERNEL_ROLES = {
  guests: ['guest-kernel'],
  host: ['host-kernel'],
  control: ['control-domain'],
  striped: ['sentry', 'library-os'],
} as const;

function tagFor(
  { drawn }: ManagedStack,
  placed: PlacedLayer,
  key: string,
  text: string,
  size: number,
  taken: Taken,
): readonly Item[] {
  const { layer, box } = placed;
  const h = size * 1.75;
  const mark = { key, owner: layer.path, z: Z.note + 2 };
  const long = tagWidth(text, size, true);
  const above: Box = { x: box.x + box.w / 2 - long / 2, y: box.y - h - 3, w: long, h };
  const places =
    layer.kind === 'kernel' || layer.counts === 'striped'
      ? placesOn(placed, drawn.byPath, long, h)
      : [above];
  const place = taken.take(places);
  if (place !== null)
    return tagItems(mark, [place.x + long / 2, place.y], text, 'tag-safe', size, SHAPES.check);
  const d = size * 1.5;
  const small = taken.take(placesOn(placed, drawn.byPath, d, d));
  if (small === null) return [];
  return [
    { ...mark, t: 'box', look: 'tag-safe', radius: d / 2, box: small },
    {
      ...{ ...mark, t: 'icon', key: `${key}#icon`, z: mark.z + 1, icon: SHAPES.check },
      ...{ x: small.x + d * 0.15, y: small.y + d * 0.15, size: d * 0.7 },
      ...{ ink: 'on-look', on: 'tag-safe' },
    },
  ];
}
