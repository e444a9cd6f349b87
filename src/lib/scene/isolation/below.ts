/** Below the ground line: how much was reached, and the barriers by strength. */
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import type { BarrierKind } from '../../model/isolation/attack-data.ts';
import type { IsolationWords } from '../../model/isolation/words.ts';
import type { Tally } from '../../sim/isolation/parts.ts';
import type { Box, Item } from '../display-list.ts';
import type { DrawnStack } from '../drawn/stacks.ts';
import { Z } from '../structure/depth.ts';
import { TAG_SHAPES } from './chain.ts';
import { shownMark } from './marks.ts';
import { isDisputed, namedParts, type Story } from './story.ts';
import { BARE_BELOW_PX, type IsolationType } from './type.ts';

const MOST_PIPS = 12;
const LINE = 1.3;

/** What is said of a stack at a moment. */
export interface Readout {
  readonly count: string;
  readonly note: string;
}

export function readoutOf(story: Story, tally: Tally, words: IsolationWords): Readout {
  const { gains, breakIn: done } = story;
  const isAbsent = done.stop?.missing !== undefined;
  if (isAbsent && done.hops.length === 0) return { count: words.readout.absent, note: '' };
  const left = tally.parts.flatMap(({ part, fate }) => (fate === 'spared' ? [part] : []));
  const note =
    left.length === 0 ? words.readout.nobody[gains] : words.readout.hold(namedParts(left));
  // Where the attack is not made for the stack, nothing was tried on the others.
  const count = words.readout.count({ ...tally, gains, isDisputed: isDisputed(story, tally) });
  return { count, note: isAbsent ? '' : note };
}

function pipPx({ count }: IsolationType): number {
  return Math.round(count * 1.1);
}

/** @returns whether a stack has room for a pip per part before its count */
export function fitsPips(
  drawn: DrawnStack,
  story: Story,
  tally: Tally,
  type: IsolationType,
  words: IsolationWords,
): boolean {
  const { count } = readoutOf(story, tally, words);
  const needPx = tally.total * (pipPx(type) + 4) + 10 + textWidth(count, type.count, 750);
  return tally.total <= MOST_PIPS && needPx <= drawn.w;
}

/**
 * One pip per part, the count, and who was not reached.
 * @param hasPips all stacks of the picture have room for theirs: with one alone the others seem to have none
 */
export function readoutItems(
  drawn: DrawnStack,
  story: Story,
  tally: Tally,
  groundY: number,
  type: IsolationType,
  words: IsolationWords,
  hasPips: boolean,
): readonly Item[] {
  if (type.belowPx === BARE_BELOW_PX) return [];
  const { key } = story.stack;
  const size = type.count;
  const pip = pipPx(type);
  const top = groundY + (type.belowPx > 80 ? 24 : 12);
  const { count, note } = readoutOf(story, tally, words);
  const countPx = textWidth(count, size, 750);
  const pips = hasPips
    ? tally.parts.flatMap((one) => Array.from({ length: one.part.count }, () => one))
    : [];
  const isTried = story.breakIn.stop?.missing === undefined;
  const marksDrawn = pips.flatMap(({ part, mark }, at): readonly Item[] => {
    const look = mark !== null ? 'tag-reached' : isTried ? 'tag-safe' : 'panel';
    const box = { x: drawn.x + at * (pip + 4), y: top, w: pip, h: pip };
    const base = { key: `${key}#part${at}`, owner: part.layer.path, z: Z.note };
    const body: Item = { ...base, t: 'box', box, look, radius: 4 };
    if (look === 'panel') return [body];
    return [
      body,
      {
        ...{ ...base, t: 'icon', key: `${base.key}/icon`, z: Z.note + 1, ink: 'on-look', on: look },
        ...{ icon: TAG_SHAPES[shownMark(mark)], x: box.x + pip * 0.18, y: box.y + pip * 0.18 },
        size: pip * 0.64,
      },
    ];
  });
  const x = drawn.x + (pips.length === 0 ? 0 : pips.length * (pip + 4) + 8);
  const baseline = top + size * 0.9;
  const beside = x + countPx + 12;
  const noteW = textWidth(note, type.note, 450);
  const text = { t: 'text', z: Z.note, anchor: 'start', ink: 'secondary', weight: 450 } as const;
  const inLine = beside + noteW <= drawn.x + drawn.w;
  const room = Math.max(
    1,
    Math.floor(
      (type.belowPx - (top - groundY) - size * 1.4 - (type.hasLegend ? 34 : 0)) /
        (type.note * LINE),
    ),
  );
  const lines = inLine ? [note] : (wrapText(note, type.note, 450, drawn.w, room) ?? []);
  return [
    ...marksDrawn,
    { ...text, key: `${key}#reached`, text: count, x, y: baseline, size, weight: 750, ink: 'ink' },
    ...lines.map((line, at): Item => ({
      ...{ ...text, key: `${key}#left${at}`, text: line, size: type.note },
      x: inLine ? beside : drawn.x,
      y: inLine ? baseline : baseline + size * 0.35 + type.note * (1 + at * LINE),
    })),
  ];
}

const SHOWN: readonly BarrierKind[] = [
  'process',
  'namespaces',
  'confinement',
  'user-namespace',
  'user-space-kernel',
  'vm',
  'machine',
];

interface Row {
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/**
 * All barriers in one row; none where they have no room. Every stack stands on hardware of its own: the
 * row says where the last barrier is to be seen, if it can.
 * @param letters of the shown stacks
 */
export function legendItems(
  row: Row,
  type: IsolationType,
  letters: readonly string[],
  words: IsolationWords,
): readonly Item[] {
  const named = SHOWN.map((kind) => words.barriers[kind]);
  const told = [...named.slice(0, -1), words.legendMachine(letters)];
  const full = legendRow(row, type, told, words);
  return full.length > 0 ? full : legendRow(row, type, named, words);
}

function legendRow(
  { x, y, w }: Row,
  type: IsolationType,
  texts: readonly string[],
  words: IsolationWords,
): readonly Item[] {
  const size = type.legend;
  const text = { t: 'text', z: Z.note, anchor: 'start', size, y: y + 11.5 } as const;
  const names = texts.map((one) => textWidth(one, size, 450));
  const titleW = textWidth(words.legendTitle, size, 650);
  const swatch = 24;
  const need = (withTitle: boolean) =>
    names.reduce((sum, one) => sum + one + swatch + 7, withTitle ? titleW + 16 : 0);
  // The swatches have air of their own.
  const hasTitle = need(true) + SHOWN.length * 4 <= w;
  if (need(false) + SHOWN.length * 6 > w) return [];
  const gap = Math.min(26, (w - need(hasTitle)) / SHOWN.length);
  const items: Item[] = hasTitle
    ? [
        {
          ...text,
          key: 'isolation/legend',
          text: words.legendTitle,
          x,
          weight: 650,
          ink: 'secondary',
        },
      ]
    : [];
  let at = x + (hasTitle ? titleW + 16 : 0);
  SHOWN.forEach((kind, index) => {
    const key = `isolation/legend/${kind}`;
    items.push(...swatchOf(kind, key, { x: at, y: y - 1, w: swatch - 4, h: 16 }), {
      ...{ ...text, key: `${key}/text`, text: texts[index] ?? '', weight: 450 },
      ...{ ink: 'secondary', x: at + swatch + 2 },
    });
    at += swatch + 7 + (names[index] ?? 0) + gap;
  });
  return items;
}

function swatchOf(kind: BarrierKind, key: string, box: Box): readonly Item[] {
  const { x, y, h } = box;
  const base = { key, z: Z.note };
  const upright = (at: number, width: number, dash?: readonly number[]): Item => ({
    ...{
      ...base,
      t: 'path',
      key: `${key}/${at}`,
      width,
      ink: kind === 'process' ? 'ink' : 'fence',
    },
    ...{
      points: [
        [x + at, y],
        [x + at, y + h],
      ],
    },
    ...(dash === undefined ? {} : { dash }),
  });
  switch (kind) {
    case 'process':
      return [upright(10, 1.5)];
    case 'namespaces':
      return [upright(10, 2, [5, 3])];
    case 'confinement':
      return [upright(8, 2, [5, 3]), upright(12, 1.5)];
    case 'user-namespace':
      return [upright(5, 1.2, [1.5, 2.5]), upright(9, 2, [5, 3]), upright(13, 1.5)];
    case 'user-space-kernel':
      return [{ ...base, t: 'box', box, look: 'sentry', radius: 4 }];
    case 'vm':
      return [{ ...base, t: 'wall', box, thickness: 7, leg: 0 }];
    default:
      return [0, 12].map((at): Item => ({
        ...{ ...base, t: 'box', key: `${key}/${at}`, look: 'hardware', radius: 0 },
        box: { x: x + at, y: y + 3, w: 8, h: h - 4 },
      }));
  }
}
