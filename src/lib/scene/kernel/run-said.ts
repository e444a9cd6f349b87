/** What is written over and under each image, as much of it as there is room for. */
import type { IconShape, Item } from '../display-list.ts';
import { SHAPES } from '../drawn/marks.ts';
import type { AskedImage, RunAsked } from './run-asked.ts';
import type { Column } from './run-floors.ts';
import type { RunInput } from './run-input.ts';
import { LINE, lineItems, linesOf, type RunType } from './run-type.ts';

interface Paragraph {
  readonly id: string;
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly ink: 'ink' | 'secondary' | 'reached' | 'safe';
  /** Lines at most. */
  readonly most: number;
}

/** The verdict as it is shown; Kata makes the VM itself. */
export function verdictText({ run: { words } }: RunInput, { answer }: AskedImage): string {
  return answer.vm?.by === 'kata' ? words.kata : words.verdicts[answer.verdict];
}

function inkOf({ answer }: AskedImage): Paragraph['ink'] {
  if (answer.verdict === 'impossible') return 'reached';
  return answer.verdict === 'native' ? 'safe' : 'ink';
}

function iconOf({ answer }: AskedImage): IconShape {
  switch (answer.verdict) {
    case 'native':
      return SHAPES.check;
    case 'impossible':
      return SHAPES.cross;
    case 'not-offered':
      return { stroke: 'M3.5 8H12.5' };
    case 'emulated':
    case 'hidden-vm+emulated':
      return SHAPES.gear;
    case 'hidden-vm':
    case 'hyperv-isolation':
    case 'vm':
      // A wall around what is in it.
      return { stroke: 'M2.5 14V2.5H13.5V14M5.5 14V8.5H10.5V14' };
  }
}

/** What is said of one image, most important first. */
function paragraphs(input: RunInput, asked: AskedImage, type: RunType): readonly Paragraph[] {
  const { words } = input.run;
  const [first, ...others] = asked.answer.reasons;
  const text = { size: type.text, weight: 450, ink: 'secondary', most: 5 } as const;
  return [
    {
      ...{ id: 'verdict', text: verdictText(input, asked), size: type.verdict, weight: 720 },
      ...{ ink: inkOf(asked), most: 3 },
    },
    ...(first === undefined ? [] : [{ ...text, id: 'why', text: words.reasons[first] }]),
    ...(asked.instead.length === 0
      ? []
      : [
          {
            ...{ ...text, id: 'instead', weight: 650, ink: 'ink' as const },
            text: words.instead(asked.instead, asked.image.family),
          },
        ]),
    ...others.map((reason) => ({ ...text, id: reason, text: words.reasons[reason] })),
  ];
}

interface Set {
  readonly paragraph: Paragraph;
  readonly lines: readonly string[];
}

const SPACE = 5;

function heightOf(sets: readonly Set[]): number {
  return sets.reduce(
    (sum, { paragraph, lines }) => sum + lines.length * paragraph.size * LINE + SPACE,
    0,
  );
}

/** Room for the icon before a verdict; on a narrow column the words need it. */
function iconRoom(column: Column, type: RunType): number {
  return column.w < 112 ? 0 : type.verdict * 1.35;
}

function setOne(input: RunInput, column: Column, type: RunType, roomPx: number): readonly Set[] {
  const icon = iconRoom(column, type);
  const sets: Set[] = [];
  for (const paragraph of paragraphs(input, column.asked, type)) {
    const w = column.w - (paragraph.id === 'verdict' ? icon : 0);
    const lines = linesOf(paragraph.text, paragraph.size, paragraph.weight, w, paragraph.most);
    if (lines.length > 0 && heightOf([...sets, { paragraph, lines }]) <= roomPx)
      sets.push({ paragraph, lines });
  }
  return sets;
}

/** @returns how high the texts over the columns are, at most `roomPx` */
export function headHeight(
  input: RunInput,
  columns: readonly Column[],
  type: RunType,
  roomPx: number,
): number {
  return Math.max(0, ...columns.map((column) => heightOf(setOne(input, column, type, roomPx))));
}

/** The texts over the columns, all from the same height down. */
export function headItems(
  input: RunInput,
  columns: readonly Column[],
  type: RunType,
  at: { readonly topY: number; readonly roomPx: number },
): readonly Item[] {
  return columns.flatMap((column) => {
    const key = `run/${column.asked.slug}#said`;
    const icon = iconRoom(column, type);
    let y = at.topY;
    return setOne(input, column, type, at.roomPx).flatMap(
      ({ paragraph, lines }): readonly Item[] => {
        const { id, size, weight, ink } = paragraph;
        const isVerdict = id === 'verdict';
        const baseline = y + size * 0.95;
        y += lines.length * size * LINE + SPACE;
        const x = column.x + (isVerdict ? icon : 0);
        const texts = lineItems({ key: `${key}/${id}`, x, y: baseline, size, weight, ink }, lines);
        if (!isVerdict || icon === 0) return texts;
        const iconSize = size * 1.02;
        return [
          {
            ...{ t: 'icon', key: `${key}/icon`, z: 5000, icon: iconOf(column.asked), ink },
            ...{ x: column.x, y: baseline - iconSize * 0.82, size: iconSize },
          },
          ...texts,
        ];
      },
    );
  });
}

/** What the teeth do not say of an image, as one text. */
export function besidesOf({ run: { words } }: RunInput, { answer }: AskedImage): string {
  const text = answer.needs.map((need) => words.needs[need]).join('; ');
  return text === '' ? '' : `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
}

const BESIDES_LINES = 5;

/** Needs as whole clauses, as many as fit into the lines. */
function besidesLines(
  input: RunInput,
  column: Column,
  size: number,
  most: number,
): readonly string[] {
  const { needs } = column.asked.answer;
  for (let count = needs.length; count > 0; count -= 1) {
    const some = {
      ...column.asked,
      answer: { ...column.asked.answer, needs: needs.slice(0, count) },
    };
    const lines = linesOf(besidesOf(input, some), size, 450, column.w, most);
    if (lines.length > 0) return lines;
  }
  return [];
}

/** @returns px that the texts under the ground line take: their heading and their lines */
export function besidesHeight(
  input: RunInput,
  columns: readonly Column[],
  size: number,
  roomPx: number,
): number {
  const most = Math.min(BESIDES_LINES, Math.floor((roomPx - size * 3.1) / (size * LINE)));
  if (most < 1) return 0;
  const lines = Math.max(
    0,
    ...columns.map((column) => besidesLines(input, column, size, most).length),
  );
  return lines === 0 ? 0 : size * 3.4 + lines * size * LINE;
}

/** What the teeth do not say, under each image. */
export function besidesItems(
  input: RunInput,
  columns: readonly Column[],
  size: number,
  at: { readonly x: number; readonly y: number; readonly roomPx: number },
): readonly Item[] {
  const most = Math.min(BESIDES_LINES, Math.floor((at.roomPx - size * 3.1) / (size * LINE)));
  if (most < 1) return [];
  const heading = { key: 'run/besides', x: at.x, y: at.y + size * 2.3, size, weight: 650 };
  const texts = columns.flatMap((column) =>
    lineItems(
      {
        ...{ key: `run/${column.asked.slug}#besides`, x: column.x, y: at.y + size * 3.7, size },
        ink: 'secondary',
      },
      besidesLines(input, column, size, most),
    ),
  );
  return texts.length === 0 ? [] : [...lineItems(heading, [input.run.words.besides]), ...texts];
}

/** Short names of what the answers rest on. */
export function sourceNames({ run }: RunInput, { images }: RunAsked): readonly string[] {
  const ids = new Set(images.flatMap(({ answer }) => answer.sources));
  return [...ids].flatMap((id) => run.shelf.sources.get(id)?.short ?? []);
}
