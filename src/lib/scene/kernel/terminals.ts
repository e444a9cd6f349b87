/**
 * Terminals: what is typed and what comes back. One above each instance where they fit, else one above all
 * of a stack with a row per instance. What fits neither way is left to the twin and the table.
 */
import type { Asked } from '../../sim/kernel/who-answers.ts';
import type { AskState } from '../../sim/kernel/ask-story.ts';
import type { AskWords } from '../../model/kernel/words.ts';
import type { Layer } from '../../model/stack.ts';
import type { Box, Item, Look } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import { monoWidth, monoWrap } from './mono.ts';

/** A line of a terminal: typed, or an answer. */
export type TermLine =
  | { readonly what: 'typed'; readonly forms: readonly string[]; readonly when: keyof AskState }
  | {
      readonly what: 'answer';
      readonly forms: readonly string[];
      readonly look: Look;
      readonly id: 'name' | 'release' | 'machine';
      readonly isKnown: boolean;
      readonly when: keyof AskState;
    };

/** @returns what is typed in one instance and what comes back, top first */
export function termLines(asked: Asked, words: AskWords): readonly TermLine[] {
  const { by, noShell, files } = asked;
  if (noShell !== null || by === null) {
    return [{ what: 'typed', forms: words.noShell[noShell ?? 'module'], when: 'nameAsked' }];
  }
  return [...nameLines(asked, words, files?.family === 'nt'), ...releaseLines(asked, words, by)];
}

function nameLines(asked: Asked, words: AskWords, isWindows: boolean): readonly TermLine[] {
  const { files, name, isImage } = asked;
  // A Windows system has no such file; an image is known by its edition.
  if (files === null || (isWindows && !isImage)) return [];
  const known = isWindows ? editionOf(files) : name?.text;
  return [
    {
      what: 'typed',
      forms: isWindows ? words.commands.image : words.commands.name,
      when: 'nameAsked',
    },
    {
      ...{ what: 'answer', look: 'libs', id: 'name', when: 'nameShown' },
      forms: known === undefined ? words.unknownName : [known],
      isKnown: known !== undefined,
    },
  ];
}

/** @returns what a Windows image is known by, e.g. "Server Core 2022" */
export function editionOf({ name, detail }: Layer): string {
  return detail === undefined ? name : `${name} ${detail}`;
}

function releaseLines(
  asked: Asked,
  words: AskWords,
  by: NonNullable<Asked['by']>,
): readonly TermLine[] {
  const { release, machine, wall } = asked;
  const { commands } = words;
  const typed =
    by.family === 'nt'
      ? commands.build
      : machine === null
        ? commands.release
        : commands.releaseAndMachine;
  const when = 'releaseShown';
  return [
    { what: 'typed', forms: typed, when: 'releaseAsked' },
    {
      ...{ what: 'answer', id: 'release', when, look: by.kind === 'sentry' ? 'sentry' : 'kernel' },
      forms: release === null ? words.unknownRelease(by, wall !== null) : [release.text],
      isKnown: release !== null,
    },
    ...(machine === null ? [] : [machineLine(machine.text)]),
  ];
}

/** An emulator names the CPU that it stands in for. */
function machineLine(text: string): TermLine {
  const forms = [text];
  return {
    what: 'answer',
    id: 'machine',
    when: 'releaseShown',
    look: 'emulator',
    forms,
    isKnown: true,
  };
}

/** A line with its text broken to fit. */
interface Fitted {
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

const PAD = 6;
const CHIP_PAD = 5;
const LEADING = 1.28;
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
function breakLine(
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

const ROW_GAP = 4;
/** A column of a shared terminal is at least that wide, in characters. */
const LEAST_CHARS = 6;

/** Width of each column of answers, px: what it needs, or its share of what there is. */
function columnsOf(
  all: readonly (readonly TermLine[])[],
  w: number,
  size: number,
): readonly (readonly number[])[] {
  const columns = Math.max(1, ...all.map((lines) => answersOf(lines).length));
  const room = w - 2 * PAD - ROW_GAP * (columns - 1);
  const needs = Array.from({ length: columns }, (_, at) => {
    const lengths = all.map((lines) => {
      const answers = answersOf(lines);
      // A single answer is a release: it stands in the last column.
      const answer = answers[at - columns + answers.length];
      return (answer?.forms[0] ?? '').length;
    });
    return monoWidth('x', size) * Math.max(LEAST_CHARS, ...lengths) + 2 * CHIP_PAD + 1;
  });
  const sum = needs.reduce((total, one) => total + one, 0);
  const share = (of: number) => (room * of) / sum;
  if (columns === 1) return [[room]];
  const [first = 0, ...rest] = needs;
  const others = rest.reduce((total, one) => total + one, 0);
  // In turn: all as they need, the last columns whole, the first whole, even.
  return [
    needs.map(share),
    [room - others, ...rest],
    [first, ...rest.map((one) => ((room - first) * one) / others)],
    needs.map(() => room / columns),
  ].filter((widths) => widths.every((one) => one > 0));
}

function answersOf(lines: readonly TermLine[]): readonly TermLine[] {
  return lines.filter(({ what }) => what === 'answer');
}

/**
 * The answers of all instances, a row each, in one terminal `w` px wide, under what is typed.
 * @returns null when they do not fit however the width is shared out
 */
export function fitRows(
  rows: readonly { readonly key: string; readonly lines: readonly TermLine[] }[],
  w: number,
  size: number,
): { readonly head: Terminal | null; readonly rows: readonly Terminal[] } | null {
  const all = rows.map(({ lines }) => lines);
  const ways = [2, 3].flatMap((most) =>
    columnsOf(all, w, size).map((widths) => ({ widths, most })),
  );
  for (const { widths, most } of ways) {
    const fitted = rows.map(({ key, lines }, index) =>
      fitRow(key, index, lines, { w, widths, most }, size),
    );
    const whole = fitted.filter((one) => one !== null);
    if (whole.length < rows.length) continue;
    const head = rows[0] === undefined ? null : headRow(rows[0], w, widths, size);
    return { head, rows: whole };
  }
  return null;
}

/** What is typed, once for all rows, over the answers. */
function headRow(
  { key, lines }: { readonly key: string; readonly lines: readonly TermLine[] },
  w: number,
  widths: readonly number[],
  size: number,
): Terminal | null {
  const typed = lines.filter(({ what }) => what === 'typed');
  if (typed.length < 2) return null;
  let x = PAD;
  const fitted = typed.map((line, at): Fitted | null => {
    const cell = widths[at] ?? 0;
    const broken = breakLine(line, size, cell - CHIP_PAD);
    const box = { x: x + CHIP_PAD, y: 0, w: cell, h: size * LEADING };
    x += cell + ROW_GAP;
    return broken && { line, lines: broken, box };
  });
  const whole = fitted.filter((one) => one !== null);
  if (whole.length < typed.length) return null;
  return { key: `${key}-head`, index: 0, w, h: size * LEADING, fitted: whole };
}

function fitRow(
  key: string,
  index: number,
  lines: readonly TermLine[],
  {
    w,
    widths,
    most,
  }: { readonly w: number; readonly widths: readonly number[]; readonly most: number },
  size: number,
): Terminal | null {
  const answers = answersOf(lines);
  const cells = answers.length > 0 ? answers : lines.slice(0, 1);
  const isWhole = answers.length === 0;
  const skip = isWhole ? 0 : Math.max(0, widths.length - cells.length);
  let x = PAD + widths.slice(0, skip).reduce((sum, one) => sum + one + ROW_GAP, 0);
  const fitted: Fitted[] = [];
  for (const [at, line] of cells.entries()) {
    const cell = isWhole ? w - 2 * PAD : (widths[at + skip] ?? 0);
    const broken = breakLine(line, size, cell - 2 * CHIP_PAD, most);
    if (broken === null) return null;
    const h = broken.length * size * LEADING + 4;
    fitted.push({ line, lines: broken, box: { x, y: 0, w: cell, h } });
    x += cell + ROW_GAP;
  }
  const h = Math.max(...fitted.map(({ box }) => box.h));
  return {
    ...{ key, index, w, h },
    fitted: fitted.map((one) => ({ ...one, box: { ...one.box, h } })),
  };
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
