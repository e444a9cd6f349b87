/** What stands around the marks: names of stacks and axes, ticks, rules, legend. */
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import { labelBox } from '../../layout/boot-room.ts';
import type { Box } from '../../layout/box.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { firstFit, lineItem, textItem, Z } from '../boot-ink.ts';
import type { Item, TextItem } from '../display-list.ts';
import { axisX, placedCells, type OverheadStage } from './overhead-stage.ts';

/** Grid, ticks and rules: what the marks are read against. */
export function gridItems(stage: OverheadStage): readonly Item[] {
  const { grid } = stage;
  const rules = grid.rules.map(([x1, y1, x2, y2], at) =>
    lineItem(`overhead/rule/${at}`, [[x1, y1] as const, [x2, y2]], 'line', 1, Z.grid),
  );
  const lines = placedCells(stage).flatMap(({ box, axis, key }) =>
    axis.ticks.map(({ at }) => {
      const x = axisX(box, at, grid.s);
      const points = [[x, box.y + 1] as const, [x, box.y + box.h - 1]] as const;
      return lineItem(`${key}/grid/${at}`, points, 'line-strong', 1, Z.grid, [1, 4]);
    }),
  );
  return [...rules, ...lines, ...tickLabels(stage)];
}

/** Native first, then the ends, then what there is room for. */
function tickLabels(stage: OverheadStage): readonly Item[] {
  const { grid, axes, words, room } = stage;
  const { ticksY } = grid;
  if (ticksY === null) return [];
  const size = grid.minSize;
  return axes.flatMap((axis, column) => {
    const box = grid.cells[0]?.[column];
    if (box === undefined) return [];
    const ends = [...axis.ticks].sort((a, b) => Math.abs(b.at) - Math.abs(a.at));
    return [{ at: 0, text: words.native }, ...ends].flatMap(({ at, text }) => {
      const x = axisX(box, at, grid.s);
      const half = textWidth(text, size, 600) / 2;
      // The ends' labels stay within their column, so that two columns' labels never look like one.
      const kept = Math.max(box.x + half, Math.min(box.x + box.w - half, x));
      const style = {
        size,
        weight: at === 0 ? 700 : 600,
        ink: 'secondary',
        anchor: 'middle',
      } as const;
      return firstFit(room, [
        [textItem(`overhead/tick/${column}/${at}`, text, kept, ticksY, style)],
      ]);
    });
  });
}

/** Names of the axes: the resource once, what is measured for each. */
export function headItems(stage: OverheadStage): readonly TextItem[] {
  const { grid, overhead, words, room, axes } = stage;
  return overhead.columns.flatMap((column, at) => {
    const box = grid.heads[at];
    if (box === undefined) return [];
    const resource = words.resources[column.resource];
    const scale = words.scales[column.scale];
    const isFirst = overhead.columns[at - 1]?.resource !== column.resource;
    const key = `overhead/head/${column.resource}.${column.scale}`;
    if (!grid.isNarrow)
      return wideHead(stage, key, box, isFirst ? resource : '', [
        words.scaleNotes[column.scale],
        scale,
      ]);
    const size = grid.minSize;
    const name = words.column(resource, scale);
    const style = { size, weight: 700, ink: 'ink', halo: true } as const;
    const isBeside = box.h > size + 12;
    const middle = isBeside ? box.y + box.h / 2 + size * 0.35 : box.y + size;
    const from = axes[at]?.ticks[0]?.text ?? '';
    const to = axes[at]?.ticks.find(({ at: share }) => share === 1)?.text;
    // An axis of times among axes of speeds looks like them: it is said to be none of them.
    const isOdd = isBeside && column.scale !== 'speed' && overhead.columns.length > 1;
    const own = words.ownReach(from);
    const isOwnSaid = isOdd && textWidth(own, size, 500) <= box.w;
    const reach = isOwnSaid ? own : words.reach(from, to ?? words.native);
    const wrapped = wrapText(name, size, 700, box.w, 2) ?? [];
    const end = { size, weight: 500, ink: 'secondary', halo: true } as const;
    const lines = (texts: readonly string[], hasReach: boolean): readonly TextItem[] => {
      const all = hasReach ? [...texts, reach] : texts;
      const isTooMuch = all.length * size * 1.2 > box.h || textWidth(reach, size, 500) > box.w;
      if (texts.length === 0 || (hasReach && isTooMuch)) return [];
      return all.map((text, line) => {
        const y = middle + (line - (all.length - 1) / 2) * size * 1.2;
        return line < texts.length
          ? textItem(`${key}/${line}`, text, box.x, y, style)
          : textItem(`${key}/reach`, text, box.x, y, end);
      });
    };
    const short = textWidth(name, size, 700) > box.w ? resource : name;
    const one = (text: string) => [textItem(key, text, box.x, middle, style)];
    const beside = isBeside
      ? [lines(wrapped, true), lines([short], true), lines(wrapped, false)]
      : [];
    const items = firstFit(room, [...beside, one(name), one(resource)]);
    const atEnd = { ...end, anchor: 'end' } as const;
    const note = isBeside ? [] : [textItem(`${key}/reach`, reach, box.x + box.w, middle, atEnd)];
    const said = [...items, ...firstFit(room, [note])];
    const isReachSaid = said.some((item) => item.key === `${key}/reach`);
    return [...said, ...(isReachSaid ? [] : rowEnds(stage, at, key, [from, to ?? ''], middle))];
  });
}

/** Where a row is too low for a line on its reach: the reach at the ends of its axes, native over the first. */
function rowEnds(
  { grid, room, words }: OverheadStage,
  at: number,
  key: string,
  [from, to]: readonly [string, string],
  y: number,
): readonly TextItem[] {
  const style = { size: grid.minSize, weight: 500, ink: 'secondary', halo: true } as const;
  return grid.cells.flatMap((cells, row) => {
    const box = cells[at];
    if (box === undefined) return [];
    const native = textItem(`overhead/native/${row}`, words.native, box.x + box.w / 2, box.y - 5, {
      ...style,
      anchor: 'middle',
    });
    const ends = [
      textItem(`${key}/from${row}`, from, box.x, y, style),
      textItem(`${key}/to${row}`, to, box.x + box.w, y, { ...style, anchor: 'end' }),
    ];
    return [
      ...(at === 0 ? firstFit(room, [[native]]) : []),
      ...ends.flatMap((end) => (end.text === '' ? [] : firstFit(room, [[end]]))),
    ];
  });
}

function wideHead(
  { grid, room }: OverheadStage,
  key: string,
  box: Box,
  resource: string,
  scales: readonly string[],
): readonly TextItem[] {
  const big = Math.max(grid.minSize, 15 * grid.s);
  const small = Math.max(grid.minSize, 12.5 * grid.s);
  const y = box.y + big;
  const name = (size: number) => [
    textItem(key, resource, box.x, y, { size, weight: 720, ink: 'ink' }),
  ];
  const sub = (scale: string, size: number) => [
    textItem(`${key}/scale`, scale, box.x, y + small + 5 * grid.s, {
      ...{ size, weight: 500, ink: 'secondary' },
    }),
  ];
  return [
    ...(resource === '' ? [] : firstFit(room, [name(big), name(grid.minSize)])),
    ...firstFit(
      room,
      scales.flatMap((scale) => [sub(scale, small), sub(scale, grid.minSize)]),
      box,
    ),
  ];
}

export interface OverheadTitle {
  readonly items: readonly TextItem[];
  readonly box?: Box;
}

/** A stack's title, as large and in as few lines as fit. */
export function titleItems(stage: OverheadStage, stack: ResolvedStack, box: Box): OverheadTitle {
  const { grid, room } = stage;
  const sizes = [grid.isNarrow ? 15 : 17 * grid.s, 14 * grid.s, grid.minSize];
  const tries = sizes.flatMap((size) =>
    [1, 2, 3].flatMap((most): readonly TextItem[][] => {
      const lines = wrapText(stack.shortTitle, size, 720, box.w, most);
      if (lines === null || lines.length * size * 1.22 > box.h) return [];
      const top = box.y + (box.h - lines.length * size * 1.22) / 2;
      return [
        lines.map((text, at) =>
          textItem(
            `overhead/${stack.key}/title/${at}`,
            text,
            box.x,
            top + at * size * 1.22 + size * 0.95,
            { size, weight: 720, ink: 'ink' },
          ),
        ),
      ];
    }),
  );
  const items = firstFit(room, tries);
  const first = items[0];
  return first === undefined ? { items } : { items, box: labelBox(first) };
}
