/** The privilege rail: which CPU mode which part of the stack runs in, as brackets at its left. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import type { Privilege } from '../../model/kinds.ts';
import type { Layer, LayerPath } from '../../model/stack.ts';
import type { StructureWords } from '../../model/words-structure.ts';
import type { Item } from '../display-list.ts';
import { Z } from './depth.ts';

const RAIL_TEXT_PX = 11.5;
const BRACKET_PX = 6;
const OFF_PX = 9;
/** A bracket ends this far within its layers, px. */
const INSET_PX = 2;
/** Furthest that a word reaches beyond either end of its bracket, px. */
const BEYOND_PX = 20;
/** Least between two words, px. */
const WORD_GAP_PX = 6;

interface Span {
  readonly privilege: Privilege;
  /** Lowest layer of the span: the bracket comes with it. */
  readonly owner: LayerPath;
  readonly word: string;
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

/**
 * A system that manages the machine is nobody's guest, but the modes of the machine itself are not its own
 * either: they belong to the hypervisor that it stands on, as its guests do.
 */
function wordOf(
  { path, privilege = 'user' }: Layer,
  placed: readonly PlacedLayer[],
  words: StructureWords,
): string {
  const below = placed.find(({ layer }) => layer.kind === 'hypervisor')?.layer;
  if (below === undefined || !inControlDomain(path, placed)) return words.privilege[privilege];
  return words.privilegeOn(privilege, below.short ?? below.name);
}

/**
 * Bracket and turned word per privilege: the mode of the layers it spans. A bracket without its word would
 * say nothing, so they come and go together.
 */
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
        word: wordOf(layer, placed, words),
        top: box.y,
        bottom: box.y + box.h,
      });
    } else {
      span.top = Math.min(span.top, box.y);
      span.bottom = Math.max(span.bottom, box.y + box.h);
    }
  }
  return worded([...spans.values()]).flatMap((named) => spanItems(stackKey, x, named));
}

/** A span and its word, which takes `from` to `to` of the height, px. */
interface Named {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
}

/** The spans whose words have room: within their bracket, or a little beyond it where no word stands. */
function worded(spans: readonly Span[]): readonly Named[] {
  const named = spans.map((span): Named => {
    const half = textWidth(span.word, RAIL_TEXT_PX, 500) / 2;
    const middle = (span.top + span.bottom) / 2;
    return { span, from: middle - half, to: middle + half };
  });
  const beyond = ({ span, from }: Named) => span.top + INSET_PX - from;
  const kept: Named[] = [];
  for (const next of [...named].sort((a, b) => beyond(a) - beyond(b))) {
    const isFree = kept.every(
      ({ from, to }) => next.to + WORD_GAP_PX <= from || next.from >= to + WORD_GAP_PX,
    );
    if (beyond(next) <= BEYOND_PX && isFree) kept.push(next);
  }
  return named.filter((one) => kept.includes(one));
}

function spanItems(stackKey: string, x: number, { span }: Named): readonly Item[] {
  const key = `${stackKey}#rail-${span.privilege}`;
  const right = x - OFF_PX + BRACKET_PX;
  const left = x - OFF_PX;
  const top = span.top + INSET_PX;
  const bottom = span.bottom - INSET_PX;
  return [
    {
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
    },
    {
      t: 'text',
      key: `${key}-word`,
      owner: span.owner,
      z: Z.note,
      x: left - 7,
      y: (top + bottom) / 2,
      text: span.word,
      size: RAIL_TEXT_PX,
      weight: 500,
      anchor: 'middle',
      ink: 'secondary',
      turned: true,
    },
  ];
}
