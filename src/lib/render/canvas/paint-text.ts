/** Labels, grouped by everything a canvas has to be told before it can write. */
import type { TextItem } from '../../scene/display-list.ts';
import type { Group } from './batch.ts';
import { inkColor, type Pen } from './pen.ts';

export const SANS = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Verdana, sans-serif";
const MONO = "'Atkinson Hyperlegible Mono', ui-monospace, monospace";

/** The knock-out reaches 0.18 em to each side of a stroke. */
const KNOCKOUT_EM = 0.36;
/** Below this size on screen a knock-out cannot be seen, px. */
const MIN_KNOCKOUT_PX = 7;

const ALIGN: Record<TextItem['anchor'], CanvasTextAlign> = {
  start: 'left',
  middle: 'center',
  end: 'right',
};

/** Writes labels of one font, colour, anchor and alpha. */
export function paintTexts(pen: Pen, group: Group<TextItem>): void {
  const first = group.items[0];
  if (!first) return;
  const { ctx, theme, view } = pen;
  ctx.globalAlpha = group.alpha;
  ctx.font = `${first.weight} ${first.size}px ${first.mono ? MONO : SANS}`;
  ctx.textAlign = ALIGN[first.anchor];
  const outline = outlineColor(pen, first);
  if (outline !== null && first.size * view.zoom >= MIN_KNOCKOUT_PX) {
    ctx.strokeStyle = outline;
    ctx.lineWidth = first.size * KNOCKOUT_EM;
    ctx.lineJoin = 'round';
    ctx.setLineDash([]);
    for (const item of group.items) write(ctx, item, 'strokeText');
    ctx.lineJoin = 'miter';
  }
  ctx.fillStyle = inkColor(theme, first.ink, first.on);
  for (const item of group.items) write(ctx, item, 'fillText');
  ctx.globalAlpha = 1;
}

function outlineColor({ theme }: Pen, item: TextItem): string | null {
  if (item.halo) return theme.inks.paper;
  const look = item.on && theme.looks[item.on];
  return look?.knockout ? look.fill : null;
}

function write(
  ctx: CanvasRenderingContext2D,
  item: TextItem,
  how: 'strokeText' | 'fillText',
): void {
  const { text, x, y, maxWidth, turned } = item;
  if (turned) {
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(-Math.PI / 2);
    ctx[how](text, 0, 0);
    ctx.restore();
  } else if (maxWidth !== undefined) ctx[how](text, x, y, maxWidth);
  else ctx[how](text, x, y);
}
