/** Small constructors for the items of the race, and what every part of it is drawn with. */
import type { BootLayout, BootRowBox } from '../layout/boot-rows.ts';
import type { LabelRoom } from '../layout/boot-room.ts';
import type { TimeAxis } from '../layout/boot-axis.ts';
import type { Box } from '../layout/box.ts';
import type { BootWords } from '../model/words-boot.ts';
import type { BootRow, Race } from '../sim/boot-race.ts';
import type { Ink, Item, Look, PathItem, TextItem } from './display-list.ts';

/** Paint order; the miniatures lie in between with their own depths. */
export const Z = {
  grid: 0,
  band: 40_000,
  stub: 40_100,
  segment: 40_200,
  running: 40_300,
  pole: 40_400,
  flag: 40_500,
  playhead: 40_600,
  text: 40_700,
  time: 40_800,
} as const;

/** All that the parts of one picture share. */
export interface BootStage {
  readonly race: Race;
  readonly layout: BootLayout;
  readonly axis: TimeAxis;
  readonly words: BootWords;
  /** Labels that are there in every frame. */
  readonly room: LabelRoom;
  /** The picture stands alone, in large type. */
  readonly isWall: boolean;
}

/** One row with its place. */
export interface PlacedRow {
  readonly row: BootRow;
  readonly box: BootRowBox;
  /** `boot/<stack key>` */
  readonly key: string;
  /** No label of the row leaves this. */
  readonly bounds: Box;
}

/** Rows with their places, in order. */
export function placedRows({ race, layout }: BootStage): readonly PlacedRow[] {
  return race.rows.flatMap((row, index) => {
    const box = layout.rows[index];
    if (box === undefined) return [];
    const bounds = {
      x: layout.margin / 2,
      y: box.top,
      w: layout.width - layout.margin,
      h: box.height,
    };
    return [{ row, box, key: `boot/${row.stack.key}`, bounds }];
  });
}

interface TextStyle {
  readonly size: number;
  readonly weight: number;
  readonly ink: Ink;
  readonly anchor?: TextItem['anchor'];
  readonly on?: Look;
  readonly halo?: boolean;
  readonly z?: number;
}

/** One line of text; `y` is the baseline. */
export function textItem(key: string, text: string, x: number, y: number, s: TextStyle): TextItem {
  return {
    t: 'text',
    key,
    z: s.z ?? Z.text,
    x,
    y,
    text,
    size: s.size,
    weight: s.weight,
    anchor: s.anchor ?? 'start',
    ink: s.ink,
    ...(s.on === undefined ? {} : { on: s.on }),
    ...(s.halo ? { halo: true } : {}),
  };
}

/** @returns the first of several forms whose lines all fit; takes their room */
export function firstFit(
  room: LabelRoom,
  forms: readonly (readonly TextItem[])[],
  bounds?: Box,
): readonly TextItem[] {
  return forms.find((form) => form.length > 0 && room.take(form, bounds)) ?? [];
}

export function lineItem(
  key: string,
  points: PathItem['points'],
  ink: Ink,
  width: number,
  z: number,
  dash?: readonly number[],
): PathItem {
  return { t: 'path', key, z, points, ink, width, ...(dash === undefined ? {} : { dash }) };
}

export function boxItem(key: string, box: Box, look: Look, z: number, ghost = false): Item {
  return { t: 'box', key, z, box, look, radius: 0, ...(ghost ? { ghost: true } : {}) };
}
