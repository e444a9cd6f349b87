/** Title of a row and what was started, stepping down to what fits. */
import { COMPACT_TITLE_PX } from '../layout/boot-rows.ts';
import { labelBox, type LabelRoom } from '../layout/boot-room.ts';
import { textWidth, wrapText } from '../layout/text-metrics.ts';
import type { Box, Item, TextItem } from './display-list.ts';
import { textItem, type BootStage, type PlacedRow } from './boot-ink.ts';

interface Block {
  readonly lines: readonly string[];
  readonly size: number;
}

export interface RowTitle {
  readonly items: readonly Item[];
  /** Where the title's menu button goes. */
  readonly box?: Box;
}

/** The part of a description before its first bracket, comma or semicolon. */
function stem(text: string): string {
  return text.split(/[,;(:]/)[0]?.trim() ?? text;
}

function titleForms(
  row: PlacedRow,
  w: number,
  stage: BootStage,
  mostPx = Infinity,
): readonly Block[] {
  const { shortTitle } = row.row.stack;
  const { minSize, narrow, scale } = stage.layout;
  const size = Math.min(mostPx, (narrow ? 15 : 18) * scale);
  const tries: readonly (readonly [string, number, number])[] = [
    [shortTitle, size, 1],
    [shortTitle, Math.max(minSize, size - 2), 2],
    [shortTitle, Math.max(minSize, size * 0.75), narrow ? 1 : 2],
    [shortTitle, minSize, 1],
    [shortTitle, minSize, 3],
  ];
  return tries.flatMap(([text, px, most]) => {
    const lines = wrapText(text, px, 720, w, most);
    return lines === null ? [] : [{ lines, size: px }];
  });
}

function subForms(what: string, w: number, stage: BootStage): readonly Block[] {
  const { minSize, narrow, scale } = stage.layout;
  const big = Math.max(minSize, (narrow ? 12.5 : 13.5) * scale);
  const small = Math.max(minSize, (narrow ? 12 : 12.5) * scale);
  const tries: readonly (readonly [string, number, number])[] = [
    [what, big, narrow ? 1 : 2],
    [what, small, narrow ? 1 : 3],
    [stem(what), big, narrow ? 1 : 2],
    [stem(what), small, narrow ? 1 : 3],
  ];
  const forms = tries.flatMap(([text, px, most]) => {
    const lines = text === '' ? null : wrapText(text, px, 450, w, most);
    return lines === null ? [] : [{ lines, size: px }];
  });
  return [...forms, { lines: [], size: big }];
}

const LEADING = 1.22;
/** In the large type of a wall lines keep apart with less. */
const TIGHT = 1.1;

function blockHeight({ lines, size }: Block, leading = LEADING): number {
  return lines.length * size * leading;
}

function blockItems(
  key: string,
  block: Block,
  x: number,
  top: number,
  sub: boolean,
  leading = LEADING,
): TextItem[] {
  const style = sub
    ? ({ weight: 450, ink: 'secondary' } as const)
    : ({ weight: 720, ink: 'ink' } as const);
  return block.lines.map((text, index) => {
    const y = top + index * block.size * leading + block.size * 0.9;
    return textItem(`${key}/${index}`, text, x, y, { ...style, size: block.size });
  });
}

/** The largest size in which every name fits on one line, px: no row is louder than the next. */
function commonPx({ race, layout }: BootStage): number {
  const { minSize, scale, title } = layout;
  const widest = Math.max(
    1,
    ...race.rows.map(({ stack }) => textWidth(stack.shortTitle, 100, 720) / 100),
  );
  return Math.max(minSize, Math.min(18 * scale, title.w / widest));
}

/** Wide: both centred on the bar. */
function wideTitle(stage: BootStage, placed: PlacedRow, what: string): readonly TextItem[] {
  const { title } = stage.layout;
  const { box, key, bounds } = placed;
  const leading = stage.isWall ? TIGHT : LEADING;
  const gap = stage.isWall ? 0 : 2 * stage.layout.scale;
  const most = commonPx(stage);
  // The name comes first: as large as in the other rows, whatever becomes of the words under it.
  for (const head of titleForms(placed, title.w, stage, most)) {
    for (const sub of subForms(what, title.w, stage)) {
      const headH = blockHeight(head, leading);
      const h = headH + gap + blockHeight(sub, leading);
      if (h > box.height - 4) continue;
      const centre = box.bar.y + box.bar.h / 2;
      const top = Math.max(box.top + 1, Math.min(centre - h / 2, box.top + box.height - h - 1));
      const items = [
        ...blockItems(`${key}/title`, head, title.x, top, false, leading),
        ...blockItems(`${key}/what`, sub, title.x, top + headH + gap, true, leading),
      ];
      if (stage.room.take(items, bounds)) return items;
    }
  }
  return [];
}

/** Compact: the name alone, left of its bar and about the middle of the row. */
function compactTitle(stage: BootStage, { row, box, key, bounds }: PlacedRow): readonly TextItem[] {
  const { title, minSize } = stage.layout;
  for (const size of [COMPACT_TITLE_PX, minSize]) {
    for (const most of [1, 2]) {
      const lines = wrapText(row.stack.shortTitle, size, 720, title.w, most);
      if (lines === null) continue;
      const block = { lines, size };
      const top = box.top + (box.height - blockHeight(block)) / 2;
      const items = blockItems(`${key}/title`, block, title.x, top, false);
      if (stage.room.take(items, bounds)) return items;
    }
  }
  return [];
}

/** Narrow: title on the first line, what was started on the second, both left of the figures. */
function narrowTitle(
  stage: BootStage,
  placed: PlacedRow,
  what: string,
  w: (line: number) => number,
) {
  const { title, scale } = stage.layout;
  const { box, key, bounds } = placed;
  const items: TextItem[] = [];
  const take = (
    room: LabelRoom,
    forms: readonly Block[],
    top: number,
    line: number,
    sub: boolean,
  ) => {
    for (const form of forms) {
      if (form.lines.length !== 1) continue;
      const name = sub ? `${key}/what` : `${key}/title`;
      const tried = blockItems(name, form, title.x, top, sub);
      if (tried.some((item) => textWidth(item.text, item.size, item.weight) > w(line))) continue;
      if (room.take(tried, bounds)) return void items.push(...tried);
    }
  };
  take(stage.room, titleForms(placed, w(0), stage), box.top + 2, 0, false);
  if (box.poleTop - box.top > 32 * scale && what !== '') {
    take(stage.room, subForms(what, w(1), stage), box.top + 19 * scale, 1, true);
  }
  return items;
}

/**
 * @param what what was started
 * @param taken right part of each text line that figures use already (narrow only), px
 */
export function titleOf(
  stage: BootStage,
  placed: PlacedRow,
  what: string,
  taken: readonly number[],
): RowTitle {
  const { title, narrow, compact } = stage.layout;
  const w = (line: number): number => title.w - (taken[line] ?? 0) - 8;
  const items = compact
    ? compactTitle(stage, placed)
    : narrow
      ? narrowTitle(stage, placed, what, w)
      : wideTitle(stage, placed, what);
  const first = items.find((item) => item.key === `${placed.key}/title/0`);
  return first === undefined ? { items } : { items, box: labelBox(first) };
}
