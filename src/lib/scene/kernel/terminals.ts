/**
 * Terminals: what is typed and what comes back. One above each instance where they fit, else one above all
 * of a stack with a row per instance. What fits neither way is left to the twin and the table.
 */
import type { Asked } from '../../sim/kernel/who-answers.ts';
import type { AskState } from '../../sim/kernel/ask-story.ts';
import type { AskWords } from '../../model/kernel/words.ts';
import type { Box, Item, Look } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import { monoWrap } from './mono.ts';

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
  const { files, name } = asked;
  if (files === null) return [];
  // A Windows system has no such file; an image is known by its edition.
  const isImage = files.providedBy.includes('image') && isWindows;
  if (isWindows && !isImage) return [];
  const known = isImage ? files.name : name?.text;
  return [
    {
      what: 'typed',
      forms: isImage ? words.commands.image : words.commands.name,
      when: 'nameAsked',
    },
    {
      ...{ what: 'answer', look: 'libs', id: 'name', when: 'nameShown' },
      forms: known === undefined ? words.unknownName : [known],
      isKnown: known !== undefined,
    },
  ];
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

const PAD = 7;
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

/** What is typed stands on one line; an answer is never cut, but may take two. */
function breakLine(line: TermLine, size: number, room: number): readonly string[] | null {
  const most = line.what === 'answer' ? 2 : 1;
  for (const form of line.forms) {
    const lines = monoWrap(form, size, room, most);
    if (lines !== null) return lines;
  }
  return null;
}

const ROW_GAP = 4;

/** One instance's answers beside each other, a row of a terminal that all instances share. */
export function fitRow(
  key: string,
  index: number,
  lines: readonly TermLine[],
  w: number,
  size: number,
): Terminal | null {
  const shown = lines.filter(({ what }) => what === 'answer');
  const cells = shown.length > 0 ? shown : lines;
  const room = w - 2 * PAD - ROW_GAP * (cells.length - 1);
  const chars = cells.map(({ forms }) => Math.min(34, Math.max(3, (forms[0] ?? '').length)));
  const sum = chars.reduce((total, one) => total + one, 0);
  let x = PAD;
  const fitted: Fitted[] = [];
  for (const [at, line] of cells.entries()) {
    const isAnswer = line.what === 'answer';
    // Shorter answers keep what they need; the others share the rest.
    const cell = (room * (chars[at] ?? 1)) / sum;
    const broken = breakLine(line, size, cell - 2 * CHIP_PAD);
    if (broken === null) return null;
    const h = broken.length * size * LEADING + (isAnswer ? 5 : 3);
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
export const ROWS_STEP = 3;

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
