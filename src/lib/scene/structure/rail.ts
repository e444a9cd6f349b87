/** The privilege rail: which CPU mode which part of the stack runs in, as brackets at its left. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import type { Privilege } from '../../model/kinds.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { StructureWords } from '../../model/words-structure.ts';
import type { Item } from '../display-list.ts';
import { Z } from './depth.ts';

const RAIL_TEXT_PX = 11.5;
const BRACKET_PX = 6;
const OFF_PX = 9;

interface Span {
  readonly privilege: Privilege;
  /** Lowest layer of the span: the bracket comes with it. */
  readonly owner: LayerPath;
  /** As the word beside the bracket says it. */
  readonly told: Privilege;
  top: number;
  bottom: number;
}

/** A wall further right than this has something else at its left, px. */
const BESIDE_PX = 24;

/**
 * What stands at the rail: up through the first virtual machine or container, if there is one. Where a
 * host's own programs or a control domain stand between the rail and the first wall, the rail speaks of
 * them: a bracket must not lie beside layers of another privilege.
 */
function mainChain(placed: readonly PlacedLayer[], x: number): readonly PlacedLayer[] {
  const wall = placed.find((item) => item.layer.kind === 'wall');
  if (wall !== undefined && wall.box.x > x + BESIDE_PX) {
    return placed.filter(({ layer, box }) => {
      if (layer.relation === 'inside' || layer.kind === 'hardware' || layer.wraps.length > 0)
        return false;
      const isFloor = box.x <= x + 1 && box.x + box.w > wall.box.x;
      return isFloor || box.x + box.w <= wall.box.x + 1;
    });
  }
  const fence = placed.find((item) => item.layer.kind === 'fence');
  const inside = (item: PlacedLayer, around: PlacedLayer | undefined): boolean =>
    around !== undefined && item.layer.path.startsWith(`${around.layer.path}/`);
  const onGround = (item: PlacedLayer): boolean =>
    item.layer.kind === 'kernel' || item.layer.kind === 'hypervisor';
  return placed.filter((item) => {
    if (item.layer.relation === 'inside' || item.layer.kind === 'hardware') return false;
    if (item.layer.wraps.length > 0) return item.crowd !== undefined;
    if (wall !== undefined) {
      return (
        inside(item, wall) ||
        (item.depth === 0 && onGround(item) && !inControlDomain(item.layer.path, placed))
      );
    }
    return fence === undefined || inside(item, fence) || onGround(item);
  });
}

function inControlDomain(path: LayerPath, placed: readonly PlacedLayer[]): boolean {
  return placed.some(
    ({ layer }) => layer.kind === 'control-domain' && path.startsWith(`${layer.path}/`),
  );
}

/** A system that manages the machine stands above a hypervisor too, and is nobody's guest. */
const OWN: Readonly<Partial<Record<Privilege, Privilege>>> = {
  'guest-user': 'user',
  'guest-kernel': 'kernel',
};

/** Bracket and turned word per privilege; a word that does not fit its bracket is left out. */
export function railItems(
  stackKey: string,
  x: number,
  placed: readonly PlacedLayer[],
  words: StructureWords,
): readonly Item[] {
  const spans = new Map<Privilege, Span>();
  for (const { layer, box } of mainChain(placed, x)) {
    if (layer.privilege === undefined) continue;
    const span = spans.get(layer.privilege);
    if (span === undefined) {
      spans.set(layer.privilege, {
        privilege: layer.privilege,
        owner: layer.path,
        told: (inControlDomain(layer.path, placed) && OWN[layer.privilege]) || layer.privilege,
        top: box.y,
        bottom: box.y + box.h,
      });
    } else {
      span.top = Math.min(span.top, box.y);
      span.bottom = Math.max(span.bottom, box.y + box.h);
    }
  }
  return [...spans.values()].flatMap((span) => spanItems(stackKey, x, span, words));
}

function spanItems(
  stackKey: string,
  x: number,
  span: Span,
  words: StructureWords,
): readonly Item[] {
  const key = `${stackKey}#rail-${span.privilege}`;
  const right = x - OFF_PX + BRACKET_PX;
  const left = x - OFF_PX;
  const top = span.top + 2;
  const bottom = span.bottom - 2;
  if (bottom - top < 12) return [];
  const text = words.privilege[span.told];
  const bracket: Item = {
    t: 'path',
    key,
    owner: span.owner,
    z: Z.note,
    ink: 'secondary',
    width: 1.3,
    points: [
      [right, top],
      [left, top],
      [left, bottom],
      [right, bottom],
    ],
  };
  if (textWidth(text, RAIL_TEXT_PX, 500) > bottom - top) return [bracket];
  return [
    bracket,
    {
      t: 'text',
      key: `${key}-word`,
      owner: span.owner,
      z: Z.note,
      x: left - 7,
      y: (top + bottom) / 2,
      text,
      size: RAIL_TEXT_PX,
      weight: 500,
      anchor: 'middle',
      ink: 'secondary',
      turned: true,
    },
  ];
}
