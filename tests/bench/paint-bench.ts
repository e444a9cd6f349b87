/**
 * What painting through the display list costs beside a bare canvas loop that draws the same picture
 * from flat arrays: same fills in one run per colour, same textures, radii, borders and labels, same
 * level of detail, nothing else. Runs in a browser page; both sides read one pixel back per frame, so
 * that the time holds the painting and not only the orders for it.
 */
import { NOTHING_MARKED, paintList } from '../../src/lib/render/canvas/paint.ts';
import { SANS } from '../../src/lib/render/canvas/paint-text.ts';
import { patternFor } from '../../src/lib/render/canvas/textures.ts';
import type { View } from '../../src/lib/render/canvas/view.ts';
import { themeFor } from '../../src/lib/render/theme.ts';
import type { DisplayList, Item, Look } from '../../src/lib/scene/display-list.ts';

const WIDTH = 1440;
const HEIGHT = 900;
const LOOKS: readonly Look[] = [
  ...(['hardware', 'hypervisor', 'kernel', 'userland', 'libs', 'app', 'engine'] as const),
];
const FRAMES = 30;
const WARM_UP = 5;

/** Medians over the frames, ms. */
export interface PaintBench {
  readonly boxes: number;
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
}

/** Boxes of one look, as numbers in a row: x, y, w, h, radius. */
interface FlatLook {
  readonly fill: string;
  readonly pattern: CanvasPattern | null;
  readonly border: string;
  readonly text: string;
  readonly knockout: boolean;
  readonly boxes: Float64Array;
  readonly labels: readonly string[];
}

interface Grid {
  readonly columns: number;
  readonly w: number;
  readonly h: number;
}

/** @param count boxes in view; they fill the same canvas, so the more, the smaller. */
export function benchPaint(count: number): PaintBench {
  const theme = themeFor('light');
  const view: View = {
    ...{ scale: 1, zoom: 1, originX: 0, originY: 0, width: WIDTH, height: HEIGHT },
  };
  const grid = gridFor(count);
  const list = displayList(count, grid);
  const flat = flatArrays(count, grid);
  const ours: number[] = [];
  const bare: number[] = [];
  const oursCtx = context();
  const bareCtx = context();
  for (let frame = -WARM_UP; frame < FRAMES; frame += 1) {
    // An animation hands over a new list on every frame: pay for walking it, not for a cache.
    const moved: DisplayList = { ...list, items: list.items.slice() };
    // Taking turns, so that neither side has the warmer machine.
    const a = time(oursCtx, () => paintList(oursCtx, moved, theme, view, NOTHING_MARKED));
    const b = time(bareCtx, () => paintBare(bareCtx, flat, grid));
    if (frame < 0) continue;
    ours.push(a);
    bare.push(b);
  }
  const [o, b] = [median(ours), median(bare)];
  return { boxes: count, ours: o, bare: b, ratio: o / b };
}

function time(ctx: CanvasRenderingContext2D, paint: () => void): number {
  const from = performance.now();
  paint();
  ctx.getImageData(0, 0, 1, 1);
  return performance.now() - from;
}

function context(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('no 2D canvas to measure on');
  return ctx;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function gridFor(count: number): Grid {
  const columns = Math.ceil(Math.sqrt((count * WIDTH) / HEIGHT));
  const rows = Math.ceil(count / columns);
  return { columns, w: WIDTH / columns, h: HEIGHT / rows };
}

function boxAt(index: number, { columns, w, h }: Grid) {
  const gap = Math.min(2, w / 8);
  const x = (index % columns) * w;
  const y = Math.floor(index / columns) * h;
  return { x: x + gap, y: y + gap, w: w - 2 * gap, h: h - 2 * gap };
}

const ROUND_LOOKS: readonly Look[] = ['app', 'userland', 'engine'];
/** Boxes too small to show a radius are square, on both sides. */
const MIN_ROUNDED_PX = 10;
/** Rounded boxes per path: more or fewer are slower, so the bare loop does it too. */
const PARTS_PER_PATH = 48;
const lookAt = (index: number): Look => LOOKS[index % LOOKS.length] ?? 'app';
const labelSize = ({ h }: Grid): number => Math.min(13, h / 3);

function displayList(count: number, grid: Grid): DisplayList {
  const size = labelSize(grid);
  const items: Item[] = [];
  for (let index = 0; index < count; index += 1) {
    const look = lookAt(index);
    const box = boxAt(index, grid);
    const key = `b${index}`;
    const radius = ROUND_LOOKS.includes(look) ? 6 : 0;
    items.push({ t: 'box', key, owner: key, layer: true, z: 10, box, look, radius });
    items.push({
      ...{ t: 'text', key: `t${index}`, z: 20, text: `c${index}`, size, weight: 650 },
      ...{ x: box.x + box.w / 2, y: box.y + box.h / 2 },
      ...{ anchor: 'middle', ink: 'on-look', on: look },
    });
  }
  return { width: WIDTH, height: HEIGHT, items };
}

function flatArrays(count: number, grid: Grid): readonly FlatLook[] {
  const theme = themeFor('light');
  return LOOKS.map((look) => {
    const style = theme.looks[look];
    const mine = Array.from({ length: count }, (_, index) => index).filter(
      (index) => lookAt(index) === look,
    );
    const numbers = mine.flatMap((index) => {
      const { x, y, w, h } = boxAt(index, grid);
      const isRound = ROUND_LOOKS.includes(look) && Math.min(w, h) >= MIN_ROUNDED_PX;
      return [x, y, w, h, isRound ? 6 : 0];
    });
    return {
      fill: style.fill ?? '',
      pattern: style.texture && patternFor(style.texture, theme, 1),
      border: style.border ?? '',
      text: style.text,
      knockout: style.knockout,
      boxes: Float64Array.from(numbers),
      labels: mine.map((index) => `c${index}`),
    };
  });
}

/** The same picture, as short as it can be written. */
function paintBare(ctx: CanvasRenderingContext2D, looks: readonly FlatLook[], grid: Grid): void {
  const box = boxAt(0, grid);
  ctx.clearRect(0, 0, WIDTH, HEIGHT);
  for (const look of looks) {
    fillFlat(ctx, look, look.fill);
    if (look.pattern && box.w >= 10 && box.h >= 10) fillFlat(ctx, look, look.pattern);
    if (box.w >= 4 && box.h >= 4) strokeFlat(ctx, look);
  }
  const size = labelSize(grid);
  if (size < 5) return;
  ctx.font = `650 ${size}px ${SANS}`;
  ctx.textAlign = 'center';
  for (const look of looks) writeFlat(ctx, look, size);
}

function fillFlat(
  ctx: CanvasRenderingContext2D,
  { boxes: b }: FlatLook,
  style: string | CanvasPattern,
): void {
  ctx.fillStyle = style;
  if (!b[4]) {
    for (let i = 0; i < b.length; i += 5) ctx.fillRect(b[i]!, b[i + 1]!, b[i + 2]!, b[i + 3]!);
    return;
  }
  roundFlat(ctx, b, () => ctx.fill());
}

function strokeFlat(ctx: CanvasRenderingContext2D, { boxes: b, border }: FlatLook): void {
  ctx.strokeStyle = border;
  ctx.lineWidth = 1.5;
  if (!b[4]) {
    for (let i = 0; i < b.length; i += 5) ctx.strokeRect(b[i]!, b[i + 1]!, b[i + 2]!, b[i + 3]!);
    return;
  }
  roundFlat(ctx, b, () => ctx.stroke());
}

function roundFlat(ctx: CanvasRenderingContext2D, b: Float64Array, finish: () => void): void {
  for (let from = 0; from < b.length; from += 5 * PARTS_PER_PATH) {
    const to = Math.min(b.length, from + 5 * PARTS_PER_PATH);
    ctx.beginPath();
    for (let i = from; i < to; i += 5) {
      ctx.roundRect(b[i]!, b[i + 1]!, b[i + 2]!, b[i + 3]!, b[i + 4]);
    }
    finish();
  }
}

function writeFlat(ctx: CanvasRenderingContext2D, look: FlatLook, size: number): void {
  const { boxes: b, labels } = look;
  const write = (how: 'fillText' | 'strokeText'): void => {
    for (let i = 0; i < labels.length; i += 1) {
      const [x, y, w, h] = [b[i * 5]!, b[i * 5 + 1]!, b[i * 5 + 2]!, b[i * 5 + 3]!];
      ctx[how](labels[i]!, x + w / 2, y + h / 2);
    }
  };
  if (look.knockout && size >= 7) {
    ctx.strokeStyle = look.fill;
    ctx.lineWidth = size * 0.36;
    ctx.lineJoin = 'round';
    write('strokeText');
  }
  ctx.fillStyle = look.text;
  write('fillText');
}
