/** A terminal with lines that were typed and lines that came back, of any length. */
import type { Box, Item, Look } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import { monoWrap } from './mono.ts';
import { screenItem } from './terminals.ts';

export interface ScriptLine {
  readonly text: string;
  /** `typed`: after a prompt; `said`: came back; `marked`: came back, and is what it is about. */
  readonly what: 'typed' | 'said' | 'marked';
  /** Chapter in which it appears, 0-based. */
  readonly chapter: number;
}

export interface Script {
  readonly h: number;
  readonly rows: readonly {
    readonly line: ScriptLine;
    readonly text: string;
    readonly y: number;
    readonly id: string;
  }[];
}

const PAD = 8;
const LEADING = 1.32;
const MARK: Look = 'tag-safe';

/** @returns the lines broken to `w` px; null when a word of them is wider */
export function fitScript(lines: readonly ScriptLine[], w: number, size: number): Script | null {
  const rows: Script['rows'][number][] = [];
  let y = PAD;
  for (const [at, line] of lines.entries()) {
    const text = line.what === 'typed' ? `$ ${line.text}` : line.text;
    const broken = monoWrap(text, size, w - 2 * PAD - 6, 4);
    if (broken === null) return null;
    if (line.what === 'typed' && at > 0) y += size * 0.25;
    for (const [part, piece] of broken.entries()) {
      rows.push({ line, text: piece, y, id: `${at}-${part}` });
      y += size * LEADING;
    }
  }
  return { rows, h: y + PAD - size * 0.1 };
}

/**
 * @param shownOf 0 to 1: how far the lines of a chapter have appeared
 * @returns the terminal with what has been typed and said by then
 */
export function scriptItems(
  key: string,
  script: Script,
  place: Box,
  size: number,
  shownOf: (chapter: number) => number,
): readonly Item[] {
  const z = Z.note + 30;
  const texts = script.rows.flatMap(({ line, text, y, id }): readonly Item[] => {
    const alpha = shownOf(line.chapter);
    if (alpha === 0) return [];
    const faded = alpha < 1 ? { alpha } : {};
    const isMarked = line.what === 'marked';
    const on: Look = isMarked ? MARK : 'terminal';
    const box = {
      x: place.x + PAD - 3,
      y: place.y + y - 1,
      w: place.w - 2 * PAD + 6,
      h: size * LEADING,
    };
    const chip: Item = {
      t: 'box',
      key: `${key}/${id}#mark`,
      z,
      box,
      look: MARK,
      radius: 2,
      ...faded,
    };
    const words: Item = {
      ...{ t: 'text', key: `${key}/${id}`, z: z + 2, text, size, mono: true, ink: 'on-look', on },
      ...{ weight: line.what === 'typed' ? 450 : 650, anchor: 'start', x: place.x + PAD, ...faded },
      y: place.y + y + size * 0.95,
    };
    return isMarked ? [chip, words] : [words];
  });
  return [screenItem(key, { ...place, h: script.h }), ...texts];
}
