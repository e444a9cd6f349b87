/** Type sizes of the views `run` and `needs`, and small makers of text and labels. */
import { fitLabel } from '../../layout/fit-label.ts';
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import type { Box, IconItem, Ink, Item, Look, TextItem } from '../display-list.ts';
import type { Shell } from '../lens.ts';

export interface RunType {
  readonly verdict: number;
  readonly text: number;
  readonly name: number;
  readonly detail: number;
  readonly kernel: number;
  /** Widest column of an image. */
  readonly columnPx: number;
  readonly icon: number;
  /** How many times as high as on a desk teeth are: what stands on them is lifted by that. */
  readonly teeth: number;
}

export function runType(shell: Shell, heightPx: number): RunType {
  if (shell === 'projector') {
    return {
      verdict: 40,
      text: 32,
      name: 34,
      detail: 32,
      kernel: 42,
      columnPx: 440,
      icon: 38,
      teeth: 2.2,
    };
  }
  const usual = { columnPx: 300, icon: 18, teeth: 1 };
  if (shell === 'mobile')
    return { ...usual, verdict: 14, text: 12.5, name: 12.5, detail: 12, kernel: 14.5 };
  if (shell === 'embed' || heightPx < 430)
    return { ...usual, verdict: 15, text: 12.5, name: 12.5, detail: 12, kernel: 14 };
  return { ...usual, verdict: 17, text: 13.5, name: 13.5, detail: 12.5, kernel: 17 };
}

/** Paint order within one depth of walls. */
export const RUN_Z = {
  ground: 0,
  /** A hypervisor under the wall around a whole host, and that wall. */
  provider: 40,
  program: 200,
  slab: 300,
  strip: 320,
  mouth: 330,
  label: 500,
  wall: 900,
  inVm: 1000,
  mark: 5000,
} as const;

export const LINE = 1.28;

export interface TextSpec {
  readonly key: string;
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly ink?: Ink;
  readonly mono?: boolean;
  readonly anchor?: TextItem['anchor'];
  readonly owner?: string;
  readonly on?: Look;
}

/** Lines of text, one under the other. */
export function lineItems(spec: TextSpec, lines: readonly string[]): readonly TextItem[] {
  const { key, x, y, size, weight = 450, ink = 'ink', anchor = 'start', owner, on, mono } = spec;
  return lines.map((text, at) => ({
    ...{ t: 'text', key: `${key}/${at}`, z: RUN_Z.mark, x, y: y + at * size * LINE },
    ...{ text, size, weight, anchor, ink },
    ...(owner === undefined ? {} : { owner }),
    ...(on === undefined ? {} : { on }),
    ...(mono === true ? { mono } : {}),
  }));
}

/** @returns the text in as few lines as it needs, or none where it needs more than `most` */
export function linesOf(
  text: string,
  size: number,
  weight: number,
  widthPx: number,
  most: number,
): readonly string[] {
  return text === '' ? [] : (wrapText(text, size, weight, widthPx, most) ?? []);
}

export interface Name {
  readonly name: string;
  readonly short?: string;
  readonly detail?: string;
}

interface Labelled {
  readonly owner: string;
  readonly box: Box;
  readonly look: Look;
  readonly z: number;
  readonly type: RunType;
  /** A slab's icon; its label then stands left of it. */
  readonly icon?: IconItem['icon'];
  readonly isKernel?: boolean;
  /** What stands on teeth has its label lifted, px. */
  readonly lift?: number;
}

/** A name and its detail in a box: as much of it as fits. */
export function labelIn(named: Name, o: Labelled): readonly Item[] {
  const { box, owner, look, z, type, icon, lift = 0 } = o;
  const isLeft = icon !== undefined && box.w >= 150;
  const namePx = o.isKernel === true && box.w >= 190 ? type.kernel : type.name;
  const room = isLeft ? box.w - 28 - type.icon : box.w - 8;
  const layer = { name: named.name, ...(named.short ? { short: named.short } : {}) };
  const label = fitLabel(
    { ...layer, ...(named.detail ? { detail: named.detail } : {}) },
    { namePx, nameWeight: o.isKernel === true ? 700 : 650, detailPx: type.detail },
    room,
    // What stands on a wall's large teeth has less room than its box.
    box.h - 4 - (type.teeth > 1 ? 2 * lift * type.teeth : 0),
  );
  if (label === null) return [];
  const middle = box.y + box.h / 2 - lift * type.teeth;
  const mark = { owner, z, on: look, ink: 'on-look' } as const;
  let y = middle - label.heightPx / 2;
  const texts = label.lines.map((line, at): TextItem => {
    const baseline = y + line.sizePx * 0.93;
    y += line.sizePx * 1.18;
    return {
      ...{ ...mark, t: 'text', key: `${owner}#label${at}`, y: baseline, text: line.text },
      ...{ size: line.sizePx, weight: line.weight },
      ...(isLeft
        ? { x: box.x + 18 + type.icon, anchor: 'start' as const }
        : { x: box.x + box.w / 2, anchor: 'middle' as const }),
      maxWidth: Math.max(room, textWidth(line.text, line.sizePx, line.weight)),
    };
  });
  if (!isLeft) return texts;
  const size = Math.min(type.icon, box.h - 6);
  return [
    {
      ...{ ...mark, t: 'icon', key: `${owner}#icon`, icon },
      ...{ x: box.x + 11, y: middle - size / 2, size },
    },
    ...texts,
  ];
}
