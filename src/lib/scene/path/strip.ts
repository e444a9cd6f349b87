/** Under the ground: one row per stack, one block per step, a bar per border, times where there are any. */
import { countItems } from './count-items.ts';
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import type { Place } from '../../model/path/route.ts';
import { walkLayers, type Layer } from '../../model/stack.ts';
import type { BoxItem, Item, Look, TextItem } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import { lookOf } from '../structure/looks.ts';
import type { PathStack, PathStage } from './path-stage.ts';
import { countsText, partTexts, stepLabel, stepSays, timeText } from './route-said.ts';

const DOWN_PX = 22;
const BACK_PX = 16;
/** Where a step is too narrow for a name in one line. */
const TALL_PX = 31;
const TALL_BACK_PX = 28;
const TALL_BELOW_PX = 84;
const WIDEST_STEP = 96;
const TOP_PX = 30;

interface Row {
  readonly one: PathStack;
  readonly y: number;
  readonly x0: number;
  readonly step: number;
  readonly endX: number;
}

/** @param progress hops done, with the share of the one that runs */
export function stripItems(stage: PathStage, progress: number): readonly Item[] {
  if (stage.strip === 'none' || stage.stacks.length === 0) return [];
  if (stage.strip === 'legend') return legendLines(stage);
  if (stage.strip === 'counts') return countItems(stage);
  const { input, groundY, stacks } = stage;
  const margin = 30;
  const labelPx = input.widthPx >= 1100 ? 168 : 118;
  const endPx = 24 + Math.max(0, ...stacks.map((one) => endWidth(stage, one)));
  const x0 = margin + labelPx;
  const most = Math.max(1, ...stacks.map(({ route }) => route?.hops.length ?? 0));
  const step = Math.min(WIDEST_STEP, (input.widthPx - x0 - margin - endPx) / most);
  const rowPx = (input.heightPx - groundY - TOP_PX - 26) / stacks.length;
  const rows = stacks.map((one, at): Row => ({
    ...{ one, x0, step, y: groundY + TOP_PX + at * rowPx, endX: input.widthPx - margin },
  }));
  const texts = [
    ...rows.flatMap((row) => rowTexts(row, stage)),
    ...bottomLine(stage, progress, most, input.widthPx - 2 * margin).map((line) =>
      text('strip#axis', line, margin, input.heightPx - 7),
    ),
  ];
  return [
    ...rows.flatMap((row) => blocks(row, stage, progress)),
    ...texts,
    ...playhead(stage, x0, step, Math.min(progress, most), rowPx * stacks.length),
  ];
}

function text(
  key: string,
  of: string,
  x: number,
  y: number,
  over: Partial<TextItem> = {},
): TextItem {
  return {
    ...{ t: 'text', key, z: Z.note, text: of, x, y, size: 12.5, weight: 450 },
    ...{ anchor: 'start', ink: 'secondary', ...over },
  };
}

/** Width of what stands at the end of a row. */
function endWidth(stage: PathStage, one: PathStack): number {
  return Math.max(
    textWidth(countsText(stage, one), 13, 650),
    textWidth(timeText(stage, one), 12, 450),
  );
}

/** At rest how to read the strip; before that, what happens in this step. */
function bottomLine(
  stage: PathStage,
  progress: number,
  most: number,
  w: number,
): readonly string[] {
  const { axis, legend } = stage.words.strip;
  const hop = Math.ceil(progress - 1e-6) - 1;
  const now = progress >= most || hop < 0 ? [] : [stepSays(stage, hop), stepLabel(stage, hop)];
  const shown = [...now, `${axis} ${legend}`, axis].find((one) => textWidth(one, 12.5, 450) <= w);
  return shown === undefined ? [] : [shown];
}

function blocks({ one, y, x0, step }: Row, stage: PathStage, progress: number): readonly Item[] {
  const { route, drawn } = one;
  if (route === null) return [];
  const kinds = new Map([...walkLayers(drawn.stack.ground)].map(([layer]) => [layer.path, layer]));
  const { key } = drawn.stack;
  return route.hops.flatMap((hop, at): readonly Item[] => {
    const isDown = at < route.down;
    const isTall = step < TALL_BELOW_PX;
    const full = isTall ? TALL_PX : DOWN_PX;
    const h = isDown ? full : isTall ? TALL_BACK_PX : BACK_PX;
    const top = y + (full - h) / 2;
    const x = x0 + at * step;
    const isDone = progress >= at + 1 - 1e-6;
    const layer = kinds.get(hop.to.layer);
    const own: Look =
      layer === undefined ? 'ghost' : hop.to.place === 'outer' ? 'hypervisor' : lookOf(layer);
    const look = isDone ? own : 'ghost';
    const block: BoxItem = {
      ...{ t: 'box', key: `${key}#step${at}`, z: Z.note, look, radius: 0 },
      box: { x, y: top, w: step, h },
    };
    const lines = nameLines(stage, hop.to.place, layer, step - 9, isTall ? 2 : 1);
    return [
      block,
      ...lines.map((line, index) =>
        text(
          `${key}#step${at}-name${index}`,
          line,
          x + step / 2 + 1.5,
          top + h / 2 + 4.2 + (index - (lines.length - 1) / 2) * 12.5,
          {
            ...{ z: Z.note + 2, size: 12, weight: 600, anchor: 'middle' },
            ...(isDone ? { ink: 'on-look' as const, on: look } : {}),
          },
        ),
      ),
      ...(hop.border === null ? [] : tick(`${key}#tick${at}`, x, top, h)),
    ];
  });
}

/** The place's name; where it is too long, what that hypervisor is called. */
function nameLines(
  { words }: PathStage,
  place: Place,
  layer: Layer | undefined,
  roomPx: number,
  most: number,
): readonly string[] {
  const { name } = words.places[place];
  const own = place === 'hypervisor' ? [layer?.short, layer?.name] : [];
  for (const text of [name, ...own]) {
    const lines = text === undefined ? null : wrapText(text, 12, 600, roomPx, most);
    if (lines !== null) return lines;
  }
  return [];
}

/** A border: a bar where one block ends and the next begins. */
function tick(key: string, x: number, y: number, h: number): readonly Item[] {
  const bar = (name: string, grow: number, look: Look, z: number): Item => ({
    ...{ t: 'box', key: `${key}${name}`, z, look, radius: 0 },
    box: { x: x - 2.5 - grow, y: y - 2 - grow, w: 5 + 2 * grow, h: h + 4 + 2 * grow },
  });
  return [bar('-edge', 1.2, 'paper', Z.note + 3), bar('', 0, 'badge', Z.note + 4)];
}

function rowTexts({ one, y, x0, step, endX }: Row, stage: PathStage): readonly Item[] {
  const { drawn, route } = one;
  const { words } = stage;
  const { key } = drawn.stack;
  const full = step < TALL_BELOW_PX ? TALL_PX : DOWN_PX;
  const title = `${drawn.letter}  ${drawn.stack.shortTitle}`;
  const label = text(`${key}#row`, title, 30, y + 15.5, { size: 13.5, weight: 650, ink: 'ink' });
  if (route === null) return [label];
  const backX = x0 + route.down * step + 4;
  const parts = partTexts(stage, one).map(({ hop, text: said }, at) =>
    text(`${key}#time${at}`, said, x0 + hop * step + 4, y + full + 13, {
      size: 12,
      ink: 'ink',
      weight: 600,
    }),
  );
  const backText = text(`${key}#back-name`, `${words.strip.back} →`, backX, y + full + 13, {
    size: 12,
  });
  const backStart = backX - 6;
  const isFree = parts.every(
    (part) =>
      part.x + textWidth(part.text, 12, 600) < backStart ||
      part.x > backX + textWidth(backText.text, 12, 450) + 6,
  );
  const end = { anchor: 'end' as const };
  const counts = countsText(stage, one);
  return [
    textWidth(title, 13.5, 650) > x0 - 38 ? { ...label, text: drawn.letter } : label,
    text(`${key}#counts`, counts, endX, y + 12, { ...end, size: 13, weight: 650, ink: 'ink' }),
    text(`${key}#total`, timeText(stage, one), endX, y + 28, { ...end, size: 12 }),
    ...keptApart(parts),
    ...(isFree ? [backText] : []),
  ];
}

/** Times that would lie on one another: the later one is left out, the table has it. */
function keptApart(texts: readonly TextItem[]): readonly TextItem[] {
  return texts.filter((one, at) =>
    texts.slice(0, at).every((other) => other.x + textWidth(other.text, 12, 600) + 8 < one.x),
  );
}

function playhead(
  stage: PathStage,
  x0: number,
  step: number,
  progress: number,
  h: number,
): readonly Item[] {
  const x = x0 + progress * step;
  const { groundY } = stage;
  const said = stage.words.strip.at(Math.ceil(progress - 1e-6));
  const w = textWidth(said, 12.5, 700) + 14;
  return [
    {
      ...{ t: 'box', key: 'strip#flag', z: Z.note + 9, look: 'badge', radius: 5 },
      box: { x: x - w / 2, y: groundY + 3, w, h: 19 },
    },
    text('strip#flag-text', said, x, groundY + 17, {
      ...{ z: Z.note + 10, size: 12.5, weight: 700, anchor: 'middle', ink: 'on-badge' },
    }),
    {
      ...{ t: 'path', key: 'strip#head', z: Z.note + 8, ink: 'ink', width: 2 },
      points: [
        [x, groundY + 22],
        [x, groundY + TOP_PX + h - 12],
      ],
    },
  ];
}

/** On small screens the numbers at the borders are told in words. */
function legendLines(stage: PathStage): readonly Item[] {
  const { input, groundY, stacks, words } = stage;
  const w = (input.widthPx - 28) / stacks.length;
  return stacks.flatMap(({ route, drawn }, index): readonly Item[] => {
    if (route === null) return [];
    const names = route.hops
      .slice(0, route.down)
      .flatMap(({ border }) => (border === null ? [] : [words.borders[border]]))
      .map((name, at) => `${at + 1} ${name}`);
    const back = route.hops.slice(route.down).filter(({ border }) => border !== null).length;
    const counts = words.counts(names.length, back, route.isOpen);
    const x = 14 + index * w;
    const lines = wrapText(names.join(' · '), 13, 500, w - 14, 4) ?? [];
    const { key } = drawn.stack;
    const first = wrapText(counts, 13.5, 650, w - 14, 1) ?? [];
    return [
      ...first.map((line) =>
        text(`${key}#counts`, line, x, groundY + 28, { size: 13.5, weight: 650, ink: 'ink' }),
      ),
      ...lines.map((line, at) =>
        text(`${key}#border-names${at}`, line, x, groundY + 47 + at * 17, {
          size: 13,
          weight: 500,
        }),
      ),
    ];
  });
}
