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

/** The chain as it fits: whole sentences, names of the steps, or nothing. */
export interface Chain {
  readonly rows: readonly Row[];
  readonly heightPx: number;
  readonly form: ChainForm;
}

const NO_CHAIN: Chain = { rows: [], heightPx: 0, form: 'short' };

function textX(type: IsolationType): number {
  return type.listDisc * 1.64 + 11;
}

/** Whole sentences, or names of steps. */
export type ChainForm = 'text' | 'short';

/**
 * @param widthPx of the stack's column
 * @param mostPx room that the chain may take
 * @param longest form to try
 */
export function chainFor(
  story: Story,
  type: IsolationType,
  widthPx: number,
  mostPx: number,
  longest: ChainForm,
): Chain {
  if (!type.hasChain) return NO_CHAIN;
  const forms: readonly ChainForm[] = longest === 'text' ? ['text', 'short'] : ['short'];
  for (const what of forms) {
    const form = (line: Line): string => line[what];
    const rows = rowsOf(story, form, type, widthPx - textX(type));
    if (rows === null) continue;
    const lines = rows.reduce((sum, { texts }) => sum + texts.length + GAP, 0);
    const heightPx = type.title * 1.9 + lines * type.line * LINE;
    if (heightPx <= mostPx) return { rows, heightPx, form: what };
  }
  return NO_CHAIN;
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
    const isShown = line.number <= until;
    const mark = {
      key: `${key}#line${line.number}${line.how}`,
      z: Z.note,
      alpha: isShown ? 1 : 0.45,
    };
    const at = [place.x + type.listDisc * 0.82, y + type.line * 0.52] as const;
    items.push(...stopItems(mark, at, String(line.number), LOOK_OF_LINE[line.how], type.listDisc));
    texts.forEach((text, index) => {
      items.push({
        ...{ ...mark, t: 'text', key: `${mark.key}/${index}`, text, anchor: 'start', ink: 'ink' },
        ...{ x: place.x + textX(type), y: y + type.line * (0.86 + index * LINE) },
        ...{ size: type.line, weight: 450 },
      });
    });
    y += (texts.length + GAP) * type.line * LINE;
  }
  return items;
}

/** Settings that the attack depends on, right of the title as far as there is room. */
function pillItems(
  { stack, pills }: Story,
  { x, w, topY }: { readonly x: number; readonly w: number; readonly topY: number },
  type: IsolationType,
  title: string,
): readonly Item[] {
  const size = Math.max(12, type.line - 1.5);
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
