/** Above each stack: the break-in in numbered words. */
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import type { IsolationWords } from '../../model/isolation/words.ts';
import type { Item, Look } from '../display-list.ts';
import { SHAPES, stopItems, tagItems, tagWidth } from '../drawn/marks.ts';
import { Z } from '../structure/depth.ts';
import type { Line, Story } from './story.ts';
import type { IsolationType } from './type.ts';

const LINE = 1.3;
/** Between two steps, in lines. */
const GAP = 0.32;
/** Room between the chain and the tags on the stack, px. */
export const AFTER_CHAIN_PX = 10;

interface Row {
  readonly line: Line;
  readonly texts: readonly string[];
}

/**
 * The chain as it fits: whole sentences, names of the steps; in a frame that has no room for all of them the
 * step that is taken, under the settings that it depends on; or nothing.
 */
export interface Chain {
  readonly rows: readonly Row[];
  readonly heightPx: number;
  readonly form: ChainForm;
  /** Settings in the place of a title, and no step but the last that is shown. */
  readonly isBrief: boolean;
}

const NO_CHAIN: Chain = { rows: [], heightPx: 0, form: 'short', isBrief: false };

function textX(type: IsolationType): number {
  return type.listDisc * 1.64 + 11;
}

/** Whole sentences, or names of steps. */
export type ChainForm = 'text' | 'short';

/**
 * @param widthPx of the stack's column
 * @param most room that the chain may take; that one step of it may
 * @param longest form to try
 */
export function chainFor(
  story: Story,
  type: IsolationType,
  widthPx: number,
  most: { readonly allPx: number; readonly onePx: number },
  longest: ChainForm,
): Chain {
  if (!type.hasChain) return briefChain(story, type, widthPx, most.onePx, longest);
  const forms: readonly ChainForm[] = longest === 'text' ? ['text', 'short'] : ['short'];
  for (const what of forms) {
    const form = (line: Line): string => line[what];
    const rows = rowsOf(story, form, type, widthPx - textX(type));
    if (rows === null) continue;
    const lines = rows.reduce((sum, { texts }) => sum + texts.length + GAP, 0);
    const heightPx = type.title * 1.9 + lines * type.line * LINE;
    if (heightPx <= most.allPx) return { rows, heightPx, form: what, isBrief: false };
  }
  return briefChain(story, type, widthPx, most.onePx, longest);
}

/** The settings whatever the room: without them what follows reads as if nothing had been switched. */
function briefChain(
  story: Story,
  type: IsolationType,
  widthPx: number,
  mostPx: number,
  longest: ChainForm,
): Chain {
  if (!type.isBrief) return NO_CHAIN;
  const pills = pillRows(story, type, widthPx);
  const pillsPx = pills.length * pillRowPx(type);
  const only: Chain = { ...NO_CHAIN, heightPx: pillsPx, isBrief: true };
  const forms: readonly ChainForm[] = longest === 'text' ? ['text', 'short'] : ['short'];
  for (const form of forms) {
    const rows = rowsOf(story, (line) => line[form], type, widthPx - textX(type));
    if (rows === null || rows.length === 0) continue;
    const lines = Math.max(...rows.map(({ texts }) => texts.length));
    const heightPx = pillsPx + (lines + GAP) * type.line * LINE;
    if (heightPx <= mostPx) return { ...only, rows, heightPx, form };
  }
  const beside = rowsOf(story, ({ short }) => short, type, widthPx - besideX(pills, type));
  const isOneLine = pills.length === 1 && beside?.every(({ texts }) => texts.length === 1) === true;
  return isOneLine && beside ? { ...only, rows: beside } : only;
}

/** Where a step's words begin that stands right of the settings. */
function besideX(pills: readonly string[], type: IsolationType): number {
  return tagWidth(pills[0] ?? '', pillSize(type), false) + 12 + textX(type);
}

function rowsOf(
  { lines }: Story,
  form: (line: Line) => string,
  type: IsolationType,
  roomPx: number,
): readonly Row[] | null {
  const rows = lines.map((line) => ({
    line,
    texts: wrapText(form(line), type.line, 450, roomPx, 5) ?? [],
  }));
  return rows.every(({ texts }) => texts.length > 0) ? rows : null;
}

const LOOK_OF_LINE: Readonly<Record<Line['how'], Look>> = {
  reached: 'tag-reached',
  safe: 'tag-safe',
  absent: 'badge',
};

/** @param until number of the last step that is shown */
export function chainItems(
  story: Story,
  chain: Chain,
  place: { readonly x: number; readonly w: number; readonly topY: number },
  type: IsolationType,
  words: IsolationWords,
  until: number,
): readonly Item[] {
  if (chain.isBrief) return briefItems(story, chain, place, type, until);
  if (chain.rows.length === 0) return [];
  const { key } = story.stack;
  const end = story.lines.at(-1)?.how;
  const title = {
    reached: words.chain.title,
    safe: words.chain.titleStopped,
    absent: words.chain.titleAbsent,
  }[end ?? 'reached'];
  const items: Item[] = [
    {
      ...{ t: 'text', key: `${key}#chain`, z: Z.note, text: title, anchor: 'start', ink: 'ink' },
      ...{ x: place.x, y: place.topY + type.title, size: type.title, weight: 700 },
    },
    ...pillItems(story, place, type, title),
  ];
  let y = place.topY + type.title * 1.9;
  for (const { line, texts } of chain.rows) {
    items.push(...rowItems(story, { line, texts }, { x: place.x, y }, type, line.number <= until));
    y += (texts.length + GAP) * type.line * LINE;
  }
  return items;
}

function rowItems(
  { stack: { key: stackKey } }: Story,
  { line, texts }: Row,
  { x, y }: { readonly x: number; readonly y: number },
  type: IsolationType,
  isShown: boolean,
): readonly Item[] {
  const key = `${stackKey}#line${line.number}${line.how}`;
  const mark = { key, z: Z.note, alpha: isShown ? 1 : 0.45 };
  const at = [x + type.listDisc * 0.82, y + type.line * 0.52] as const;
  return [
    ...stopItems(mark, at, String(line.number), LOOK_OF_LINE[line.how], type.listDisc),
    ...texts.map((text, index): Item => ({
      ...{ ...mark, t: 'text', key: `${key}/${index}`, text, anchor: 'start', ink: 'ink' },
      ...{ x: x + textX(type), y: y + type.line * (0.86 + index * LINE) },
      ...{ size: type.line, weight: 450 },
    })),
  ];
}

/** The settings, and under them the last step that is shown. */
function briefItems(
  story: Story,
  chain: Chain,
  { x, w, topY }: { readonly x: number; readonly w: number; readonly topY: number },
  type: IsolationType,
  until: number,
): readonly Item[] {
  const pills = pillRows(story, type, w);
  const size = pillSize(type);
  const row = chain.rows.findLast(({ line }) => line.number <= until);
  const pillsPx = pills.length * pillRowPx(type);
  const isBeside = chain.heightPx <= pillsPx;
  const right = { x: x + besideX(pills, type) - textX(type), y: topY + size * 0.3 };
  const under = { x, y: topY + pillsPx };
  return [
    ...pills.flatMap((text, at) =>
      tagItems(
        { key: `${story.stack.key}#pill${at}`, z: Z.note },
        [x + tagWidth(text, size, false) / 2, topY + at * pillRowPx(type)],
        text,
        'panel',
        size,
      ),
    ),
    ...(row === undefined ? [] : rowItems(story, row, isBeside ? right : under, type, true)),
  ];
}

function pillSize({ line }: IsolationType): number {
  return Math.max(12, line - 1.5);
}

/** One under the other, px. */
function pillRowPx(type: IsolationType): number {
  return pillSize(type) * 1.75 + 6;
}

function pillRows(
  { pills, pillsElsewhere }: Story,
  type: IsolationType,
  widthPx: number,
): readonly string[] {
  return [...pills, ...pillsElsewhere].filter(
    (text) => tagWidth(text, pillSize(type), false) <= widthPx,
  );
}

/** Settings that the attack depends on, right of the title as far as there is room. */
function pillItems(
  { stack, pills }: Story,
  { x, w, topY }: { readonly x: number; readonly w: number; readonly topY: number },
  type: IsolationType,
  title: string,
): readonly Item[] {
  const size = pillSize(type);
  let right = x + w;
  const left = x + textWidth(title, type.title, 700) + 14;
  return pills.flatMap((text, at) => {
    const width = tagWidth(text, size, false);
    if (right - width < left) return [];
    const middle = right - width / 2;
    right -= width + 6;
    return tagItems(
      { key: `${stack.key}#pill${at}`, z: Z.note },
      [middle, topY + type.title * 0.5 - size * 0.75],
      text,
      'panel',
      size,
    );
  });
}

export const TAG_SHAPES = {
  entered: SHAPES.bolt,
  reached: SHAPES.bolt,
  read: {
    stroke:
      'M1.5 8C3.4 4.9 5.6 3.5 8 3.5S12.6 4.9 14.5 8C12.6 11.1 10.4 12.5 8 12.5S3.4 11.1 1.5 8ZM8 6.3A1.7 1.7 0 1 0 8 9.7 1.7 1.7 0 1 0 8 6.3Z',
  },
  starved: { stroke: 'M8 2V10.6M4.2 6.9 8 10.7 11.8 6.9M3 14H13' },
  safe: SHAPES.shield,
  holds: SHAPES.shield,
} as const;
