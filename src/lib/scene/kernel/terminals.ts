/**
 * Terminals: what is typed and what comes back. One above each instance where they fit, else one above all
 * of a stack with a row per instance (`term-rows.ts`). What fits neither way is left to the twin and the table.
 */
import type { AskState } from '../../sim/kernel/ask-story.ts';
import type { Box, Item, Look } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import { monoWrap } from './mono.ts';
import type { TermLine } from './term-lines.ts';

/** A line with its text broken to fit. */
export interface Fitted {
  readonly line: TermLine;
  readonly lines: readonly string[];
  /** From the terminal's top and left, px. */
  readonly box: Box;
}

export interface Terminal {
  /** Key prefix, stable across pictures. */
  readonly key: string;
  readonly index: number;
  readonly w: number;
  readonly h: number;
  readonly fitted: readonly Fitted[];
}

export const PAD = 6;
export const CHIP_PAD = 5;
export const LEADING = 1.28;
const TYPED_WEIGHT = 450;
const ANSWER_WEIGHT = 650;

/** @returns a terminal `w` px wide; null when something of it does not fit */
export function fitTerminal(
  key: string,
  index: number,
  lines: readonly TermLine[],
  w: number,
  size: number,
): Terminal | null {
  const fitted: Fitted[] = [];
  let y = PAD;
  for (const line of lines) {
    const isAnswer = line.what === 'answer';
    const room = w - 2 * PAD - (isAnswer ? 2 * CHIP_PAD : 0);
    const broken = breakLine(line, size, room);
    if (broken === null) return null;
    const h = broken.length * size * LEADING + (isAnswer ? 6 : 3);
    fitted.push({ line, lines: broken, box: { x: PAD, y, w: w - 2 * PAD, h } });
    y += h + (isAnswer ? 5 : 1);
  }
  return { key, index, w, h: y + PAD - 4, fitted };
}

/** What is typed stands on one line; an answer is never cut, but may take more. */
export function breakLine(
  line: TermLine,
  size: number,
  room: number,
  mostLines = 2,
): readonly string[] | null {
  const most = line.what === 'answer' ? mostLines : 1;
  for (const form of line.forms) {
    const lines = monoWrap(form, size, room, most);
    if (lines !== null) return lines;
  }
  return null;
}

/** Room above the first and below the last row of a shared terminal, px. */
export const ROWS_PAD = PAD;
export const ROWS_STEP = 2;

/** The terminal's ground. */
export function screenItem(key: string, box: Box): Item {
  return { t: 'box', key: `${key}#screen`, z: Z.note + 20, box, look: 'terminal', radius: 5 };
}

/** @returns what is typed and answered by then; nothing that has not come yet */
export function terminalItems(
  terminal: Terminal,
  x: number,
  y: number,
  state: AskState,
  size: number,
): readonly Item[] {
  return terminal.fitted.flatMap(({ line, lines, box }, row): readonly Item[] => {
    const alpha = state[line.when];
    if (alpha === 0) return [];
    const key = `${terminal.key}#${line.what === 'answer' ? line.id : `typed${row}`}`;
    const isChip = line.what === 'answer' && line.isKnown;
    const on: Look = isChip ? line.look : 'terminal';
    const z = Z.note + 30;
    const faded = alpha < 1 ? { alpha } : {};
    const inset = line.what === 'answer' ? CHIP_PAD : 0;
    const texts = lines.map((text, at): Item => ({
      ...{ t: 'text', key: `${key}@${at}`, z: z + 2, text, size, mono: true, ink: 'on-look', on },
      weight: line.what === 'answer' ? ANSWER_WEIGHT : TYPED_WEIGHT,
      x: x + box.x + inset,
      y: y + box.y + (box.h - lines.length * size * LEADING) / 2 + size * (0.97 + at * LEADING),
      anchor: 'start',
      ...faded,
    }));
    if (line.what === 'typed') return texts;
    const place = { x: x + box.x, y: y + box.y, w: box.w, h: box.h };
    const chip: Item = {
      ...{ t: 'box', key, z, box: place, radius: 2, ...faded },
      look: line.isKnown ? line.look : 'ghost',
    };
    return [chip, ...texts];
  });
}
