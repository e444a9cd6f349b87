/** On the layers: the hatch of what was reached, tags over the tenants, barriers drawn by strength. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { IsolationWords, ShownMark } from '../../model/isolation/words.ts';
import type { Layer, LayerPath } from '../../model/stack.ts';
import { isConfined, type Mark } from '../../sim/isolation/break-in.ts';
import { withAll } from '../../sim/isolation/places.ts';
import { markWithin, type Part } from '../../sim/isolation/parts.ts';
import type { AttackSetting, SettingId } from '../../model/isolation/attack-data.ts';
import type { Box, Item, PathItem } from '../display-list.ts';
import { tagItems, tagWidth } from '../drawn/marks.ts';
import type { DrawnStack } from '../drawn/stacks.ts';
import { radiusOf } from '../structure/looks.ts';
import { Z, zAt } from '../structure/depth.ts';
import { textBox } from '../text-box.ts';
import { TAG_SHAPES } from './chain.ts';
import type { Story } from './story.ts';
import type { IsolationType } from './type.ts';

const HATCH_Z = 460;
/** Others stand on them: their tag lies within. */
const SLABS: ReadonlySet<Layer['kind']> = new Set(['kernel', 'hypervisor', 'emulator']);

/** @param marks of the moment */
export function hatchItems(
  drawn: DrawnStack,
  marks: ReadonlyMap<LayerPath, Mark>,
): readonly Item[] {
  return drawn.placed.flatMap((placed): readonly Item[] => {
    const { layer, box, depth, crowd } = placed;
    if (crowd !== undefined) return crowdHatch(placed, marks);
    const mark = marks.get(layer.path);
    if (mark === undefined || layer.kind === 'hardware' || layer.kind === 'wall') return [];
    const base = { key: `${layer.path}#reached`, owner: layer.path, z: zAt(depth, HATCH_Z) };
    if (layer.kind === 'fence' || layer.kind === 'control-domain')
      return [{ ...base, ...outline(box), z: zAt(depth, Z.fence + 5), dash: [6, 4], width: 2 }];
    // Leaking or starving is not being taken over: an outline, no hatch.
    if (mark === 'read' || mark === 'starved')
      return [{ ...base, ...closed(box), dash: [2, 4], width: 2.5 }];
    const look = layer.kind === 'kernel' ? 'reached-kernel' : 'reached';
    const radius = Math.min(radiusOf(layer), box.w / 4, box.h / 4);
    return [{ ...base, t: 'box', box, look, radius }];
  });
}

/** A crowd is hatched when all in it are reached. */
function crowdHatch(
  { layer, box, depth }: PlacedLayer,
  marks: ReadonlyMap<LayerPath, Mark>,
): readonly Item[] {
  const mark = marks.get(layer.path) ?? markWithin(layer, marks);
  if (mark !== 'reached' && mark !== 'starved') return [];
  const base = { key: `${layer.path}#reached`, owner: layer.path, z: zAt(depth, HATCH_Z) };
  return mark === 'reached'
    ? [{ ...base, t: 'box', box, look: 'reached', radius: 4 }]
    : [{ ...base, ...closed(box), dash: [2, 4], width: 2.5 }];
}

function outline({ x, y, w, h }: Box): Pick<PathItem, 't' | 'points' | 'ink'> {
  return {
    ...{ t: 'path', ink: 'reached' },
    points: [
      [x, y + h],
      [x, y],
      [x + w, y],
      [x + w, y + h],
    ],
  };
}

function closed({ x, y, w, h }: Box): Pick<PathItem, 't' | 'points' | 'ink'> {
  const i = 2;
  return {
    ...{ t: 'path', ink: 'reached' },
    points: [
      [x + i, y + i],
      [x + w - i, y + i],
      [x + w - i, y + h - i],
      [x + i, y + h - i],
      [x + i, y + i],
    ],
  };
}

/** Room that a tag over a tenant takes, px. */
export function tagRoom(type: IsolationType): number {
  return type.tag * 1.75 + 7;
}

export function shownMark(mark: Mark | null): ShownMark {
  return mark ?? 'safe';
}

/**
 * Tags of one moment: over tenants and programs, in slabs.
 * @param taken where names and the way are
 */
export function tagsFor(
  drawn: DrawnStack,
  story: Story,
  marks: ReadonlyMap<LayerPath, Mark>,
  type: IsolationType,
  words: IsolationWords,
  taken: readonly Box[],
): readonly Item[] {
  // What the attack is not made for did not hold: nothing was tried.
  const isTried = story.breakIn.stop?.missing === undefined;
  return story.parts.flatMap((part): readonly Item[] => {
    const placed = drawn.byPath.get(part.layer.path);
    if (placed === undefined || placed.crowd !== undefined) return [];
    const mark = part.isTenant
      ? markWithin(part.layer, marks)
      : (marks.get(part.layer.path) ?? null);
    if (mark === null && !isTried) return [];
    const isSlab = SLABS.has(part.layer.kind);
    return isSlab
      ? slabTag(placed, mark, type, words, [...taken, ...stripsIn(drawn, placed)])
      : topTag(drawn, placed, part, mark, type, words);
  });
}

function lookOfMark(mark: Mark | null): 'tag-reached' | 'tag-safe' {
  return mark === null ? 'tag-safe' : 'tag-reached';
}

/** Over a tenant that stands free; on the upper edge of one that something stands over. */
function topTag(
  drawn: DrawnStack,
  { layer, box, depth }: PlacedLayer,
  { isTenant }: Part,
  mark: Mark | null,
  type: IsolationType,
  words: IsolationWords,
): readonly Item[] {
  const key = { key: `${layer.path}#tag`, owner: layer.path, z: Z.note + 10 };
  const text = words.tags[shownMark(mark)];
  const shape = TAG_SHAPES[shownMark(mark)];
  const middle = box.x + box.w / 2;
  const room = box.w + 2;
  const isFree = depth === 0 && !isCovered(drawn, layer.path, box, tagRoom(type));
  if (isFree && tagWidth(text, type.tag, true) <= room)
    return tagItems(
      key,
      [middle, box.y - tagRoom(type) + 2],
      text,
      lookOfMark(mark),
      type.tag,
      shape,
    );
  // The name of what holds it stands over it: a mark without a word on its edge.
  const r = Math.min(type.tag * 0.8, box.w / 4, 14);
  if (r < 5 || (!isTenant && mark === null)) return [];
  // A fence has its mark within: the name of the VM stands over it.
  const isWithin = !isFree && layer.kind === 'fence';
  const y = isFree ? box.y - r - 4 : isWithin ? box.y + r - 2 : box.y;
  const x = isWithin ? box.x + r + 1 : middle;
  return [
    {
      ...{ ...key, t: 'box', look: lookOfMark(mark), radius: r },
      box: { x: x - r, y: y - r, w: 2 * r, h: 2 * r },
    },
    {
      ...{ ...key, t: 'icon', key: `${key.key}/icon`, z: key.z + 1, icon: shape, ink: 'on-look' },
      ...{ on: lookOfMark(mark), x: x - r * 0.65, y: y - r * 0.65, size: r * 1.3 },
    },
  ];
}

/** Something of another layer is in the room over the box, or the box is inside something. */
function isCovered({ placed, stack }: DrawnStack, path: LayerPath, box: Box, px: number): boolean {
  const own = new Set<LayerPath>();
  const mine = placed.find(({ layer }) => layer.path === path)?.layer;
  for (const layer of mine === undefined ? [] : withAll(mine)) own.add(layer.path);
  return placed.some(
    ({ layer, box: other }) =>
      !own.has(layer.path) &&
      layer.path !== stack.ground.path &&
      other.x < box.x + box.w - 2 &&
      box.x + 2 < other.x + other.w &&
      other.y < box.y - 1 &&
      other.y + other.h > box.y - px,
  );
}

function stripsIn({ byPath }: DrawnStack, { layer }: PlacedLayer): readonly Box[] {
  return layer.inside.flatMap(({ path }) => byPath.get(path)?.box ?? []);
}

/** At the right end of a slab, where its name leaves room. */
function slabTag(
  { layer, box }: PlacedLayer,
  mark: Mark | null,
  type: IsolationType,
  words: IsolationWords,
  taken: readonly Box[],
): readonly Item[] {
  const text = mark === null ? words.tags.holds : words.tags[shownMark(mark)];
  const w = tagWidth(text, type.tag, true);
  const h = type.tag * 1.75;
  const right = box.x + box.w - 12;
  const top = Math.max(box.y + 16, box.y + box.h - h - 8);
  const room = { x: right - w - 6, y: top, w: w + 6, h };
  if (room.x < box.x + 6 || box.h < h + 18 || taken.some((other) => meet(other, room))) return [];
  return tagItems(
    { key: `${layer.path}#tag`, owner: layer.path, z: Z.note + 10 },
    [right - w / 2, top],
    text,
    lookOfMark(mark),
    type.tag,
    TAG_SHAPES[mark === null ? 'holds' : shownMark(mark)],
  );
}

/** Where the words of a layer stand. */
export function labelBoxes({ drawing }: DrawnStack, path: LayerPath): readonly Box[] {
  return drawing.flatMap((item) =>
    item.t === 'text' && item.owner === path ? [textBox(item)] : [],
  );
}

export function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** Barriers by strength: what the settings add to a fence doubles it; between bare processes a thin line. */
export function barrierItems(
  drawn: DrawnStack,
  story: Story,
  settings: ReadonlyMap<SettingId, AttackSetting>,
): readonly Item[] {
  const isOn = (barrier: AttackSetting['barrier']) =>
    [...settings.values()].some(
      (one) => one.barrier === barrier && story.states(one.id) === one.hardens,
    );
  const confined = isConfined(story.states, settings);
  const remapped = isOn('user-namespace');
  const filtered = story.states('seccomp') === 'on';
  return drawn.placed.flatMap(({ layer, box, depth, crowd }): readonly Item[] => {
    const base = { owner: layer.path, z: zAt(depth, Z.fence + 2), ink: 'fence' as const };
    if (crowd !== undefined) return [];
    if (layer.kind === 'fence' && layer.instance !== undefined) {
      const inset = (px: number): Box => ({
        x: box.x + px,
        y: box.y + px,
        w: box.w - 2 * px,
        h: box.h - px,
      });
      return [
        ...(confined
          ? [
              {
                ...{ ...outline(inset(3)), ...base, key: `${layer.path}#confined`, width: 1.5 },
                // Without the filter of system calls the second row of posts has gaps.
                ...(filtered ? {} : { dash: [1.5, 3] }),
              },
            ]
          : []),
        ...(remapped
          ? [
              {
                ...outline(inset(-2.5)),
                ...base,
                key: `${layer.path}#userns`,
                width: 1.2,
                dash: [1.5, 2.5],
              },
            ]
          : []),
      ];
    }
    return isBareProcess(drawn, layer.path) ? processLine(drawn, layer.path, box, depth) : [];
  });
}

function isBareProcess({ byPath }: DrawnStack, path: LayerPath): boolean {
  const kind = byPath.get(path)?.layer.kind;
  return kind === 'app' || kind === 'userland';
}

/** In the gap to the neighbour on the right. */
function processLine(
  { placed }: DrawnStack,
  path: LayerPath,
  box: Box,
  depth: number,
): readonly Item[] {
  const own = placed.find(({ layer }) => layer.path === path);
  const next = placed.find(
    ({ layer, box: other, parent }) =>
      parent === own?.parent &&
      (layer.kind === 'app' || layer.kind === 'userland') &&
      other.x > box.x &&
      other.x - (box.x + box.w) < 6,
  );
  if (next === undefined) return [];
  const x = (box.x + box.w + next.box.x) / 2;
  return [
    {
      ...{ t: 'path', key: `${path}#process`, owner: path, z: zAt(depth, Z.fence), ink: 'ink' },
      ...{
        width: 1.5,
        points: [
          [x, box.y],
          [x, box.y + box.h],
        ],
      },
    },
  ];
}
