/** One terminal for all instances of a stack: a row of answers for each, in columns. */
import { monoWidth } from './mono.ts';
import { breakLine, CHIP_PAD, LEADING, PAD, type Fitted, type Terminal } from './terminals.ts';
import type { TermLine } from './term-lines.ts';

const ROW_GAP = 4;

/** A column of a shared terminal is at least that wide, in characters. */
const LEAST_CHARS = 6;

/** Width of each column of answers, px: what it needs, or its share of what there is. */
function columnsOf(
  all: readonly (readonly TermLine[])[],
  w: number,
  size: number,
): readonly (readonly number[])[] {
  const ids = columnIds(all);
  const columns = Math.max(1, ids.length);
  const room = w - 2 * PAD - ROW_GAP * (columns - 1);
  const needs = Array.from({ length: columns }, (_, at) => {
    const lengths = all.map((lines) => {
      const answer = answersOf(lines).find(({ id }) => id === ids[at]);
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

type Answered = Extract<TermLine, { what: 'answer' }>;

function answersOf(lines: readonly TermLine[]): readonly Answered[] {
  return lines.flatMap((line) => (line.what === 'answer' ? [line] : []));
}

/** What the columns hold, from the left: what nobody answers has none. */
function columnIds(all: readonly (readonly TermLine[])[]): readonly Answered['id'][] {
  const given = new Set(all.flatMap((lines) => answersOf(lines).map(({ id }) => id)));
  return (['name', 'release', 'machine'] as const).filter((id) => given.has(id));
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
  const ids = columnIds(all);
  const ways = [2, 3].flatMap((most) =>
    columnsOf(all, w, size).map((widths) => ({ widths, most })),
  );
  for (const { widths, most } of ways) {
    const fitted = rows.map(({ key, lines }, index) =>
      fitRow(key, index, lines, { w, widths, ids, most }, size),
    );
    const whole = fitted.filter((one) => one !== null);
    if (whole.length < rows.length) continue;
    // What is asked for in any row is typed over all.
    const asking = rows.find(({ lines }) => answersOf(lines).length === ids.length) ?? rows[0];
    const head = asking === undefined ? null : headRow(asking, w, widths, size);
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

interface RowShape {
  readonly w: number;
  readonly widths: readonly number[];
  readonly ids: ReturnType<typeof columnIds>;
  /** Lines that an answer may take. */
  readonly most: number;
}

function fitRow(
  key: string,
  index: number,
  lines: readonly TermLine[],
  { w, widths, ids, most }: RowShape,
  size: number,
): Terminal | null {
  const answers = answersOf(lines);
  const [first] = lines;
  const whole = { x: PAD, w: w - 2 * PAD };
  const cells = answers.map((line) => ({ line, ...columnAt(ids.indexOf(line.id), widths) }));
  const all = cells.length > 0 || first === undefined ? cells : [{ line: first, ...whole }];
  const fitted: Fitted[] = [];
  for (const { line, ...cell } of all) {
    const broken = breakLine(line, size, cell.w - 2 * CHIP_PAD, most);
    if (broken === null) return null;
    fitted.push({
      ...{ line, lines: broken },
      box: { ...cell, y: 0, h: broken.length * size * LEADING + 4 },
    });
  }
  const h = Math.max(...fitted.map(({ box }) => box.h));
  return {
    ...{ key, index, w, h },
    fitted: fitted.map((one) => ({ ...one, box: { ...one.box, h } })),
  };
}

function columnAt(
  at: number,
  widths: readonly number[],
): { readonly x: number; readonly w: number } {
  const before = widths.slice(0, Math.max(0, at));
  return { x: PAD + before.reduce((sum, one) => sum + one + ROW_GAP, 0), w: widths[at] ?? 0 };
}
