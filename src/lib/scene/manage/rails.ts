/**
 * What each tool reaches, as a bracket left of the stack: solid where it manages, dotted where it only
 * carries along. Names stand above the stack, each on a leader; leaders never cross.
 */
import { textWidth } from '../../layout/text-metrics.ts';
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { VERBS } from '../../model/manage/tool.ts';
import type { Reach } from '../../sim/manage/reach.ts';
import type { Item, PathItem } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import { VERB_SHAPES } from './shapes.ts';
import { LANE_PX, type ManagedStack, type ManageStage } from './stage.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

const TICK_PX = 5;

export function railItems(stage: ManageStage, one: ManagedStack): readonly Item[] {
  const { drawn, managed } = one;
  const { reaches } = managed;
  const rowPx = stage.linePx + 3;
  const top = drawn.headerY + 8;
  const first = top + stage.textPx;
  if (reaches.length === 0) return noToolItems(stage, one, first);
  const left = Math.min(...drawn.placed.map(({ box }) => box.x));
  return reaches.flatMap((reach, lane) => {
    const x = left - 9 - lane * LANE_PX;
    const y = first + (reaches.length - 1 - lane) * rowPx;
    return [...bracketItems(one, reach, x, y), ...rowItems(stage, one, reach, x, y)];
  });
}

function noToolItems(stage: ManageStage, { drawn }: ManagedStack, y: number): readonly Item[] {
  return [
    {
      ...{ t: 'text', key: `${drawn.stack.key}#no-tool`, z: Z.note, x: drawn.x, y },
      ...{ text: stage.words.noTool, size: stage.textPx, weight: 450 },
      ...{ anchor: 'start', ink: 'secondary' },
    },
  ];
}

function bracketItems(
  { drawn, managed }: ManagedStack,
  reach: Reach,
  x: number,
  rowY: number,
): readonly Item[] {
  const key = `${drawn.stack.key}#tool-${reach.tool.id}`;
  const known = [...managed.roles.keys()];
  const solid = spansOf(drawn.placed, reach.paths, known);
  // Of what stands in a crowd a part may be managed: that is not drawn as if it were all.
  const inCrowds = drawn.placed.flatMap((one) => crowdSpans(one, reach.paths, null));
  const carried = without(
    union([...spansOf(drawn.placed, reach.carried, null), ...inCrowds]),
    solid,
  );
  const all = [...solid, ...carried];
  if (all.length === 0) return [];
  const from = Math.min(...all.map((span) => span.from));
  const to = Math.max(...all.map((span) => span.to));
  const base = { t: 'path', z: Z.note, ink: 'ink', width: 1.3 } as const;
  const line = (name: string, span: Span, dash?: readonly number[]): PathItem => ({
    ...base,
    key: `${key}-${name}`,
    points: [
      [x, span.from],
      [x, span.to],
    ],
    ...(dash === undefined ? { width: 2.6 } : { dash }),
  });
  const tick = (name: string, y: number): PathItem => ({
    ...base,
    key: `${key}-${name}`,
    points: [
      [x, y],
      [x + TICK_PX, y],
    ],
  });
  return [
    ...solid.flatMap((span, at) => [
      line(`solid${at}`, span),
      tick(`from${at}`, span.from),
      tick(`to${at}`, span.to),
    ]),
    ...carried.map((span, at) => line(`carried${at}`, span, [1.5, 4])),
    ...gaps(from, to, all).map((span, at): PathItem => ({
      ...line(`gap${at}`, span),
      ...{ width: 1, ink: 'line-strong' },
    })),
    {
      ...base,
      key: `${key}-leader`,
      ink: 'tertiary',
      points: [
        [x, from - 2],
        [x, rowY - 4],
        [x + 6, rowY - 4],
      ],
    },
  ];
}

function rowItems(
  stage: ManageStage,
  { drawn, managed }: ManagedStack,
  reach: Reach,
  x: number,
  y: number,
): readonly Item[] {
  const { words, textPx: size } = stage;
  const key = `${drawn.stack.key}#tool-${reach.tool.id}`;
  const verbs = VERBS.filter((verb) => reach.verbs[verb].size > 0);
  const iconPx = size;
  const icons = verbs.length * (iconPx + 3);
  const end = drawn.x + drawn.w;
  const { tool } = reach;
  const room = end - x - 10 - icons - 8;
  const name = textWidth(tool.name, size, 650) <= room ? tool.name : (tool.short ?? tool.name);
  const nameW = textWidth(name, size, 650);
  const base = { z: Z.note, y, size, anchor: 'start' } as const;
  const items: Item[] = [
    { ...base, t: 'text', key: `${key}-name`, x: x + 10, text: name, weight: 650, ink: 'ink' },
  ];
  let at = x + 10 + nameW + 8;
  if (at + icons > end + 12) return items;
  for (const verb of verbs) {
    items.push({
      ...{ t: 'icon', key: `${key}-${verb}`, z: Z.note, icon: VERB_SHAPES[verb] },
      ...{ x: at, y: y - iconPx + 2, size: iconPx, ink: 'secondary' },
    });
    at += iconPx + 3;
  }
  const roles = [...new Set([...reach.paths].map((path) => managed.roles.get(path)))];
  const what = roles.flatMap((role) => (role === undefined ? [] : [words.roles[role]])).join(', ');
  if (at + 6 + textWidth(what, size, 450) <= end) {
    items.push({
      ...{ ...base, t: 'text', key: `${key}-what`, x: at + 6, text: what },
      ...{ weight: 450, ink: 'secondary' },
    });
  }
  return items;
}

/** Heights at which layers lie, put together; those beside the units only where there are no others. */
function spansOf(
  placed: readonly PlacedLayer[],
  paths: ReadonlySet<string>,
  known: readonly string[] | null,
): readonly Span[] {
  const found = placed.filter((one) => one.crowd === undefined && paths.has(one.layer.path));
  const standing = found.filter(({ layer }) => layer.relation !== 'beside');
  const crowds = placed.flatMap((one) => crowdSpans(one, paths, known));
  const used = standing.length + crowds.length > 0 ? standing : found;
  return union([...used.map((one) => ownSpan(one, placed)), ...crowds]);
}

/** Of a boundary its head: what it holds has spans of its own. */
function ownSpan({ layer, box }: PlacedLayer, placed: readonly PlacedLayer[]): Span {
  const inner = placed
    .filter((one) => one.layer.path.startsWith(`${layer.path}/`))
    .map((one) => one.box.y);
  const isHead = layer.wraps.length > 0 && inner.length > 0;
  return { from: box.y, to: isHead ? Math.min(...inner) : box.y + box.h };
}

/**
 * A crowd's head stands for its boundaries, the rest for what they hold.
 * @param known every path there is: the rest counts where all in it is named; null: where anything is
 */
function crowdSpans(
  { layer, box, crowd }: PlacedLayer,
  paths: ReadonlySet<string>,
  known: readonly string[] | null,
): readonly Span[] {
  if (crowd === undefined) return [];
  const head = box.y + Math.min(24, box.h * 0.15);
  const isInside = (path: string) => path.startsWith(`${layer.path}/`);
  const holds =
    known === null
      ? [...paths].some(isInside)
      : known.some(isInside) && known.filter(isInside).every((path) => paths.has(path));
  return [
    ...(paths.has(layer.path) ? [{ from: box.y, to: head }] : []),
    ...(holds ? [{ from: head, to: box.y + box.h }] : []),
  ];
}

function union(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to + 3)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return merged;
}

function without(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  return taken.reduce<readonly Span[]>(
    (left, hole) =>
      left.flatMap((span) =>
        [
          { from: span.from, to: Math.min(span.to, hole.from) },
          { from: Math.max(span.from, hole.to), to: span.to },
        ].filter(({ from, to }) => to - from > 2),
      ),
    spans,
  );
}

function gaps(from: number, to: number, spans: readonly Span[]): readonly Span[] {
  return without([{ from, to }], union(spans));
}
