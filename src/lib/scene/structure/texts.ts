/** Text around a stack: title, claim and note above, readout with its pips below the ground line. */
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import type { KernelFacts } from '../../model/kernel-facts.ts';
import type { LayerPath, ResolvedStack } from '../../model/stack.ts';
import type { Readout } from '../../model/words-structure.ts';
import type { Box, BoxItem, Ink, Item, Look, TextItem } from '../display-list.ts';
import { Z } from './depth.ts';
import { spanOwner, type ReadoutSpan } from './readout.ts';
import type { Sizes } from './sizes.ts';

/** How much stands above the drawing: drop notes first, then claims. */
export type HeaderLevel = 'full' | 'claims' | 'title';

export interface Header {
  readonly items: readonly Item[];
  readonly titleBox: Box;
  readonly bottomY: number;
}

const BADGE_PX = 22;
const BADGE_GAP = 9;
const CHEVRON_PX = 14;
const MOST_PIPS = 12;
/** Half a pip's room for a tooth, at a projector's size, px. */
const PIP_TOOTH_PX = 27;
const LINE = 1.32;
/** Below the ground line there is room for more than the count from here on, px. */
const NOTE_FROM_PX = 60;
const NOTE_FROM_WALL_PX = 120;

/** Title line with its badge, then claim and note as far as `level` allows. */
export function headerItems(
  stack: ResolvedStack,
  letter: string,
  x: number,
  w: number,
  sizes: Sizes,
  level: HeaderLevel,
): Header {
  const top = 8;
  if (!sizes.titles) return { items: [], titleBox: { x, y: 0, w: 0, h: 0 }, bottomY: top };
  const items: Item[] = [];
  const textX = sizes.badges ? x + BADGE_PX + BADGE_GAP : x;
  const room = w - (textX - x) - CHEVRON_PX - 6;
  const title = textWidth(stack.title, sizes.titlePx, 700) <= room ? stack.title : stack.shortTitle;
  const baseline = top + BADGE_PX / 2 + sizes.titlePx * 0.35;
  if (sizes.badges) items.push(...badge(stack.key, letter, x, top));
  items.push(line(`${stack.key}#title`, title, textX, baseline, sizes.titlePx, 700, 'ink'));
  const titleWidth = Math.min(textWidth(title, sizes.titlePx, 700), Math.max(room, 20));
  if (sizes.badges) {
    items.push({
      t: 'icon',
      key: `${stack.key}#chevron`,
      z: Z.note,
      icon: 'chevron',
      x: textX + titleWidth + 5,
      y: top + 4,
      size: CHEVRON_PX,
      ink: 'secondary',
    });
  }
  const titleBox = {
    x,
    y: top - 4,
    w: Math.min(w, textX - x + titleWidth + CHEVRON_PX + 10),
    h: BADGE_PX + 8,
  };
  let y = top + BADGE_PX + 10;
  if (level !== 'title') {
    y = paragraph(items, `${stack.key}#claim`, stack.claim, x, y, w, sizes.claimPx, 700, 'ink', 2);
  }
  if (level === 'full') {
    y = paragraph(
      items,
      `${stack.key}#note`,
      stack.note,
      x,
      y + 1,
      w,
      sizes.notePx,
      450,
      'secondary',
      4,
    );
  }
  return { items, titleBox, bottomY: y };
}

function badge(key: string, letter: string, x: number, y: number): readonly Item[] {
  return [
    {
      t: 'box',
      key: `${key}#badge`,
      z: Z.note,
      box: { x, y, w: BADGE_PX, h: BADGE_PX },
      look: 'badge',
      radius: 4,
    },
    {
      t: 'text',
      key: `${key}#letter`,
      z: Z.note + 1,
      x: x + BADGE_PX / 2,
      y: y + BADGE_PX / 2 + 5,
      text: letter,
      size: 14,
      weight: 750,
      anchor: 'middle',
      ink: 'on-badge',
    },
  ];
}

function line(
  key: string,
  text: string,
  x: number,
  y: number,
  size: number,
  weight: number,
  ink: Ink,
  more: Pick<TextItem, 'hushed'> = {},
): TextItem {
  return { t: 'text', key, z: Z.note, x, y, text, size, weight, anchor: 'start', ink, ...more };
}

function paragraph(
  items: Item[],
  key: string,
  text: string,
  x: number,
  y: number,
  w: number,
  size: number,
  weight: number,
  ink: Ink,
  maxLines: number,
): number {
  // A text that does not fit its room is left out, not cut: the twin carries it.
  const lines = wrapText(text, size, weight, Math.min(w, 330 * (size / 14)), maxLines) ?? [];
  lines.forEach((part, index) => {
    items.push(
      line(`${key}${index}`, part, x, y + size * (0.95 + index * LINE), size, weight, ink),
    );
  });
  return y + lines.length * size * LINE + 2;
}

function ownedBy(path: LayerPath | undefined): { readonly owner?: LayerPath } {
  return path === undefined ? {} : { owner: path };
}

/** What stands for a kernel: solid ones first, then the striped. */
function pipLooks(kernels: KernelFacts): readonly Look[] {
  return [
    ...Array<Look>(Math.min(kernels.total, MOST_PIPS)).fill('kernel'),
    ...Array<Look>(Math.min(kernels.striped, MOST_PIPS)).fill('library-os'),
  ];
}

/** Two teeth on a pip: it stands for a kernel. */
function pipTeeth(px: number): NonNullable<BoxItem['teeth']> {
  const middle = px / 2;
  return [
    { family: 'linux', from: middle - PIP_TOOTH_PX, to: middle },
    { family: 'linux', from: middle, to: middle + PIP_TOOTH_PX },
  ];
}

/** A count that has no room beside its pips ends in the note. */
function splitCount(readout: Readout): Readout {
  if (readout.split === undefined) return readout;
  const [count, more] = readout.split;
  return { ...readout, count, note: `${more}; ${readout.note}`, brief: more };
}

/** What stands below the count, the most that fits: which stack, where nothing else says it. */
function notesOf(
  stack: ResolvedStack,
  { note, extra, brief }: Readout,
  saysWhich: boolean,
  isSplit: boolean,
): readonly string[] {
  if (saysWhich) {
    return [...(note === '' ? [] : [`${stack.shortTitle}: ${note}`]), stack.shortTitle];
  }
  if (note === '') return [];
  return [...(extra === null ? [] : [`${note}; ${extra}`]), note, ...(isSplit ? [brief] : [])];
}

/** @param texts the most that is to be said first */
function readoutNote(
  key: string,
  texts: readonly string[],
  x: number,
  y: number,
  w: number,
  bottomY: number,
  sizePx: number,
): readonly Item[] {
  const mostLines = Math.max(1, Math.floor((bottomY - y) / (sizePx * LINE)));
  for (const text of texts) {
    const items: Item[] = [];
    paragraph(items, key, text, x, y, w, sizePx, 450, 'secondary', mostLines);
    if (items.length > 0) return items;
  }
  return [];
}

/**
 * A count without the room for its own size is as large as what stands below it; where a projector has no
 * room even then, the words stand alone.
 */
function countRow(
  count: string,
  pips: readonly Look[],
  stepPx: number,
  w: number,
  { readoutPx, readoutNotePx }: Sizes,
): { readonly pips: readonly Look[]; readonly size: number } {
  const roomPx = w - pips.length * stepPx - 10;
  if (textWidth(count, readoutPx, 750) <= roomPx) return { pips, size: readoutPx };
  const size = Math.min(readoutPx, readoutNotePx);
  // As many as are counted or none: fewer would contradict the count.
  return { pips: textWidth(count, size, 750) > roomPx ? [] : pips, size };
}

/** While a question is open the readout counts nothing; on a wall it says which stack stands there all the same. */
function nameAlone(
  { shortTitle }: ResolvedStack,
  { x, w, sizes }: ReadoutPlace,
  top: number,
): Pick<TextItem, 'hushed'> {
  if (!sizes.toothedPips) return {};
  const fitting = [sizes.readoutPx, sizes.readoutNotePx].find(
    (px) => textWidth(shortTitle, px, 750) <= w,
  );
  // On one line, whatever the size of each.
  const y = top + sizes.readoutPx * 0.8;
  return { hushed: { text: shortTitle, x, y, size: fitting ?? sizes.minPx } };
}

function hasNoteRoom({ belowPx, toothedPips }: Sizes): boolean {
  return belowPx > (toothedPips ? NOTE_FROM_WALL_PX : NOTE_FROM_PX);
}

function leftOf(text: string, size: number, { x, rightPx = Infinity }: ReadoutPlace): number {
  return x - Math.max(0, x + textWidth(text, size, 750) - rightPx);
}

/** Where a readout goes. */
interface ReadoutPlace {
  readonly x: number;
  readonly w: number;
  readonly groundY: number;
  readonly sizes: Sizes;
  /** A count that is wider than its column begins further left rather than end beyond this, px. */
  readonly rightPx?: number;
}

/** The count, and whose the kernels are where that fits on its line. */
function withBrief({ count, brief }: Readout, fits: (text: string) => boolean): string {
  const text = `${count}, ${brief}`;
  return brief !== '' && fits(text) ? text : count;
}

interface PipPlace {
  readonly x: number;
  readonly top: number;
  /** Size of one, and from one to the next, px. */
  readonly pip: number;
  readonly step: number;
  readonly isToothed: boolean;
}

/** A pip belongs to its kernel; those of a crowd to the last one. */
function pipItems(
  stack: ResolvedStack,
  pips: readonly Look[],
  owners: readonly LayerPath[],
  { x, top, pip, step, isToothed }: PipPlace,
): readonly Item[] {
  const last = owners.at(-1);
  return pips.map((look, index) => ({
    t: 'box',
    key: `${stack.key}#pip${index}`,
    ...ownedBy(owners[index] ?? last),
    z: Z.note,
    box: { x: x + index * step, y: top, w: pip, h: pip * 0.9 },
    look,
    radius: 0,
    ...(isToothed && look === 'kernel' && { teeth: pipTeeth(pip) }),
  }));
}

/**
 * One pip per kernel, then the count, then who owns it.
 * @param said the readouts of the build-up; the last is the one at rest
 * @param owners kernels in starting order, solid before striped: a pip comes with its kernel
 * @returns what stands at rest, and what stands before that
 */
export function readoutItems(
  stack: ResolvedStack,
  said: readonly ReadoutSpan[],
  place: ReadoutPlace,
  owners: readonly LayerPath[],
): { readonly rest: readonly Item[]; readonly before: readonly Item[] } {
  const final = said.at(-1);
  if (final === undefined) return { rest: [], before: [] };
  const { x, w, groundY, sizes } = place;
  const { kernels, readout } = final;
  const usual = sizes.readoutPx;
  if (sizes.belowPx < usual * 1.6) return { rest: [], before: [] };
  const pip = Math.round(usual * 0.95);
  const step = pip + 4;
  const hasNote = hasNoteRoom(sizes);
  const top = groundY + (sizes.toothedPips ? 36 : hasNote ? 28 : 12);
  const isCrowd = kernels.total + kernels.striped > MOST_PIPS;
  const looks = pipLooks(kernels);
  const fitsBeside = (text: string): boolean =>
    looks.length * step + 10 + textWidth(text, usual, 750) <= w;
  const isSplit = hasNote && readout.split !== undefined && !fitsBeside(readout.count);
  const toldOf = (told: Readout) => (isSplit ? splitCount(told) : told);
  const counted = (told: Readout) => (hasNote ? toldOf(told).count : withBrief(told, fitsBeside));
  const plain = isCrowd ? `… ${readout.count}` : counted(readout);
  const named = `${stack.shortTitle}: ${plain}`;
  const isNamed = sizes.namedReadouts && fitsBeside(named);
  const count = isNamed ? named : plain;
  const { pips, size } = countRow(count, isCrowd ? looks.slice(0, 3) : looks, step, w, sizes);
  const marks = pipItems(stack, pips, owners, { x, top, pip, step, isToothed: sizes.toothedPips });
  const words = (span: ReadoutSpan, mark: string): readonly Item[] => {
    const text = span === final ? count : counted(span.readout);
    const countKey = `${stack.key}#count${mark}`;
    // Beside the pips there are by then.
    const there = Math.min(pips.length, span.kernels.total + span.kernels.striped);
    const textX = there === 0 ? leftOf(text, size, place) : x + there * step + 8;
    const y = top + size * 0.8;
    // On a wall the stacks' lines stand level, whatever size their counts have.
    const noteY = top + (sizes.toothedPips ? usual : size) * 1.35;
    const bottomY = groundY + sizes.belowPx;
    const key = `${stack.key}#readout${mark}`;
    const texts = hasNote
      ? notesOf(stack, toldOf(span.readout), sizes.namedReadouts && !isNamed, isSplit)
      : [];
    const note = readoutNote(key, texts, x, noteY, w, bottomY, sizes.readoutNotePx);
    const owner = spanOwner(stack, span);
    const counting = line(countKey, text, textX, y, size, 750, 'ink', nameAlone(stack, place, top));
    return [counting, ...note].map((item) => ({ ...item, owner }));
  };
  return {
    rest: [...marks, ...words(final, '')],
    before: said
      .slice(0, -1)
      .flatMap((span) => words(span, `@${span.fromChapter}${span.isComing ? 'coming' : ''}`)),
  };
}
