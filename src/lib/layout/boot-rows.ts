/**
 * Where the rows of the race lie: columns (miniature, title, stub, axis) and bands of each row, at any
 * size of the stage. Wide: title left of the bar. Narrow: title above a bar of the full width. Compact, where
 * neither has room: a line per row, with title, bar and figures beside each other.
 */
import type { Box } from './box.ts';

export interface BootRowBox {
  readonly top: number;
  readonly height: number;
  readonly bar: Box;
  /** Lane of the low–high band, above the bar; x and w are those of the axis. */
  readonly band: { readonly y: number; readonly h: number };
  /** Top of the flag's pole. */
  readonly poleTop: number;
  /** Floor of the miniature. */
  readonly miniBottom: number;
  /** Where the lines of the axis are drawn: in a narrow row they keep off the text. */
  readonly lane: { readonly top: number; readonly bottom: number };
  /** Baseline of labels on leaders below the bar; null: no room. */
  readonly belowY: number | null;
}

export interface BootLayout {
  readonly width: number;
  readonly height: number;
  /** Multiplies sizes of type and stroke; 1 is the mock-up at 1440 × 900. */
  readonly scale: number;
  readonly narrow: boolean;
  /** Narrow and low: a row is one line, without a miniature. */
  readonly compact: boolean;
  readonly margin: number;
  /** Top of the axis lines; above them the start label and the time flag. */
  readonly axisTop: number;
  readonly axisBottom: number;
  /** Smallest type, px. */
  readonly minSize: number;
  readonly mini: { readonly x: number; readonly w: number; readonly h: number };
  readonly title: { readonly x: number; readonly w: number };
  readonly stub: { readonly x: number; readonly w: number };
  readonly x0: number;
  readonly x1: number;
  readonly rows: readonly BootRowBox[];
  /** Where the legend and the footer may stand; null: no room for them. */
  readonly legend: Box | null;
  readonly footer: Box | null;
}

interface BootLayoutOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rowCount: number;
  readonly narrow: boolean;
  readonly projector: boolean;
  /** Room right of the axis for figures, px at scale 1. */
  readonly figuresPx: number;
  /** Width of the longest title in {@link COMPACT_TITLE_PX}, px; a compact row has it left of the bar. */
  readonly titlePx?: number;
  /** Width of a compact row's figures where they share a line, px. */
  readonly linePx?: number;
  /** Rows that hold several lines may take all the height. */
  readonly tallRows: boolean;
}

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

function scaleOf({ widthPx, heightPx, projector, narrow }: BootLayoutOptions): number {
  const fit = Math.min(widthPx / 1440, heightPx / 690);
  // From 2.4 on its smallest type is 32 px, what the back row reads on 1080 lines.
  if (projector) return clamp(fit * 1.8, 2.4, 3.6);
  // A larger screen is mostly used for a longer axis, only in part for larger type.
  return narrow ? 1 : clamp(1 + (fit - 1) * 0.5, 1, 1.8);
}

interface Columns {
  readonly margin: number;
  readonly mini: { x: number; w: number };
  readonly title: { x: number; w: number };
  readonly stub: { x: number; w: number };
  readonly x0: number;
  readonly x1: number;
}

/** A name narrower than this is none: its miniature gets smaller and the axis begins later, px at scale 1. */
const LEAST_TITLE_PX = 70;

function wideColumns(width: number, s: number, figuresPx: number): Columns {
  const usual = columnsOf(width, s, figuresPx, false);
  const isCramped = usual.title.w < LEAST_TITLE_PX * s;
  return isCramped ? columnsOf(width, s, figuresPx, true) : usual;
}

function columnsOf(width: number, s: number, figuresPx: number, isCramped: boolean): Columns {
  const margin = width < 1000 ? 20 : 36;
  const roomy = width >= 1200 * s;
  const miniW = (roomy ? 78 : isCramped ? 26 : 44) * s;
  const share = (width - 2 * margin) * (roomy ? 0.29 : isCramped ? 0.39 : 0.31);
  const x0 = margin + clamp(share, 270, (roomy ? 420 : 330) * s);
  // The words need the solid part; the rest fades.
  const stubW = (roomy ? 136 : 108) * s;
  const titleX = margin + miniW + (roomy ? 28 : 12) * s;
  const stub = { x: x0 - stubW, w: stubW };
  const title = { x: titleX, w: stub.x - titleX - 8 };
  const figures = Math.min(figuresPx + 20 * s, (width - x0) * 0.34);
  return { margin, mini: { x: margin, w: miniW }, title, stub, x0, x1: width - margin - figures };
}

function narrowColumns(width: number, s: number): Columns {
  const margin = 16;
  const stubW = 20 * s;
  const x0 = margin + stubW;
  const mini = { x: margin, w: 44 * s };
  // The ground line reaches a little beyond the miniature; titles keep off it.
  const title = { x: margin + 60 * s, w: width - 2 * margin - 60 * s };
  return { margin, mini, title, stub: { x: margin, w: stubW }, x0, x1: width - margin - 12 };
}

function wideRow(top: number, height: number, s: number, minSize: number, c: Columns): BootRowBox {
  const barH = clamp(height * 0.315, 10, 36 * s);
  const above = clamp(height * 0.36, 14, 40 * s);
  const below = height - above - barH;
  const barY = top + above + Math.max(0, (below - 34 * s) / 2);
  const bandH = 10 * Math.max(1, s * 0.9);
  const gap = clamp(height * 0.074, 1, 8 * s);
  const bottom = top + height;
  return {
    top,
    height,
    bar: { x: c.x0, y: barY, w: c.x1 - c.x0, h: barH },
    band: { y: barY - gap - bandH, h: bandH },
    poleTop: barY - Math.min(above - 2, 28 * s),
    miniBottom: bottom - 6,
    lane: { top, bottom },
    belowY: top + height - barY - barH >= minSize + 6 ? barY + barH + minSize + 4 * s : null,
  };
}

/** Two lines of text, band, bar, and what is left for labels below. */
function narrowRow(
  top: number,
  height: number,
  s: number,
  minSize: number,
  c: Columns,
  tall: boolean,
): BootRowBox {
  const twoLines = height >= TWO_LINE_ROW_PX * s;
  // A whisker keeps off the range above it.
  const text = (twoLines ? 39 : 20) * s;
  const rest = height - text;
  const barH = clamp(rest * 0.36, 7, 26 * s);
  const poleH = Math.min(clamp(rest * 0.3, 6, 22 * s), Math.max(6, rest - barH - 3));
  const bandH = Math.min(10 * s, Math.max(5, poleH - 2));
  const barY = top + text + poleH;
  return {
    top,
    height,
    bar: { x: c.x0, y: barY, w: c.x1 - c.x0, h: barH },
    band: { y: barY - bandH - 2, h: bandH },
    poleTop: barY - poleH,
    miniBottom: tall ? top + 40 * s : twoLines ? barY - poleH + 1 : barY - bandH - 4,
    lane: tall
      ? { top: top + 42 * s, bottom: top + height - 2 }
      : { top: barY - poleH, bottom: barY + barH + 3 },
    belowY: top + height - barY - barH >= minSize + 5 ? barY + barH + minSize + 3 : null,
  };
}

/** Rows lower than this have no room for a title above the bar, px. */
const COMPACT_BELOW_PX = 44;
/** Size of type of a compact row's title, px. */
export const COMPACT_TITLE_PX = 13;
const MOST_COMPACT_PX = 56;

/** A compact row of this height has room for two lines of figures, px. */
const TWO_LINES_PX = 34;
/** Shortest axis on which bars can still be told apart, px; where the row is lower, figures go before it. */
const LEAST_AXIS_PX = 102;
const LEAST_LOW_AXIS_PX = 66;

function compactColumns(o: BootLayoutOptions, rowH: number): Columns {
  const { widthPx, figuresPx, titlePx = 90, linePx = 140 } = o;
  const margin = 12;
  const stubW = 14;
  const title = { x: margin, w: Math.min(titlePx + 1, widthPx * 0.34) };
  const x0 = margin + title.w + 8 + stubW;
  const isLow = rowH < TWO_LINES_PX;
  const left = widthPx - margin - x0 - 8 - (isLow ? LEAST_LOW_AXIS_PX : LEAST_AXIS_PX);
  const figures = Math.min(isLow ? linePx : figuresPx, left);
  return {
    ...{ margin, mini: { x: margin, w: 0 }, title, stub: { x: x0 - stubW, w: stubW }, x0 },
    x1: widthPx - margin - figures - 8,
  };
}

function compactRow(top: number, height: number, c: Columns): BootRowBox {
  const barH = clamp(height * 0.4, 7, 15);
  const above = clamp(height * 0.4, 7, 14);
  const barY = top + above + Math.max(0, (height - above - barH) / 2);
  const bandH = clamp(above * 0.5, 4, 7);
  return {
    ...{ top, height, bar: { x: c.x0, y: barY, w: c.x1 - c.x0, h: barH } },
    band: { y: barY - bandH - 2, h: bandH },
    poleTop: barY - above,
    miniBottom: barY + barH,
    lane: { top: top + 1, bottom: Math.min(top + height, barY + barH + 2) },
    belowY: null,
  };
}

/** A line for the study, where rows keep this height, px. */
const COMPACT_FOOTER_PX = 17;
const LEAST_COMPACT_PX = 22;

function compactBands({
  widthPx,
  heightPx,
  rowCount,
  titlePx = 90,
  linePx = 140,
}: BootLayoutOptions): Bands {
  const axisTop = 24;
  const whole = heightPx - axisTop - 4 - 21;
  // Figures go before the study: without room for two lines of them, one has to fit beside name and axis.
  const isOneLine = 54 + LEAST_LOW_AXIS_PX + titlePx + linePx <= widthPx;
  const leastPx = isOneLine ? LEAST_COMPACT_PX : TWO_LINES_PX;
  const hasFooter = whole - COMPACT_FOOTER_PX >= rowCount * leastPx;
  const room = hasFooter ? whole - COMPACT_FOOTER_PX : whole;
  const rowH = Math.min(room / Math.max(1, rowCount), MOST_COMPACT_PX);
  const axisBottom = axisTop + 4 + rowH * Math.max(1, rowCount);
  const footer = { x: 12, y: axisBottom + 21, w: widthPx - 24, h: COMPACT_FOOTER_PX };
  return { axisTop, rowH, axisBottom, legend: null, footer: hasFooter ? footer : null };
}

interface Bands {
  readonly axisTop: number;
  readonly rowH: number;
  readonly axisBottom: number;
  readonly legend: Box | null;
  readonly footer: Box | null;
}

/** A narrow row of this height still has two lines of text over its bar, px. */
const TWO_LINE_ROW_PX = 58;

/** Two lines of the view of all sources still fit a row of this height, px. */
const LEAST_TALL_ROW_PX = 54;

/** A row of this height still has its bar, with words in it, and its title, px. */
const LEAST_KEYED_ROW_PX = 44;
/** A line each for the study and the key, px. */
const KEY_LINES_PX = 43;

/**
 * Heights of the footer and the legend, px; 0: no room. Where the race is narrow they shrink to a line each
 * before they go: without the study and the meaning of the hatch its numbers cannot be judged.
 */
function notesOf(o: BootLayoutOptions, s: number, roomPx: number): readonly [number, number] {
  // The view of all sources names them row by row, and below in a line; a projector shows no footnotes.
  const footerH = o.projector ? 0 : (o.tallRows ? 20 : o.narrow ? 50 : 38) * s;
  const legendH = (o.narrow && !o.tallRows ? 66 : 30) * s;
  // Nobody can point at a wall to ask what a mark means: there, rows give way first.
  const wide = o.projector ? 43 : o.tallRows ? LEAST_TALL_ROW_PX : 62;
  const enough = (o.narrow ? 74 : wide) * s;
  const rows = Math.max(1, o.rowCount);
  const leaves = (px: number, rowPx: number): boolean => (roomPx - px) / rows >= rowPx;
  if (leaves(footerH + legendH, enough)) return [footerH, legendH];
  if (o.narrow && footerH > 0) {
    const line = 19 * s;
    for (const lines of [3, 2, 1])
      if (leaves(line + lines * 20 * s, TWO_LINE_ROW_PX * s)) return [line, lines * 20 * s];
    if (leaves(line, COMPACT_BELOW_PX)) return [line, 0];
  }
  // On a desk low rows are read before marks without a key are: study and key shrink to a line each.
  if (!o.projector && !o.narrow && leaves(KEY_LINES_PX * s, LEAST_KEYED_ROW_PX * s))
    return [KEY_LINES_PX * 0.42 * s, KEY_LINES_PX * 0.58 * s];
  if (footerH > 0 && leaves(footerH, enough)) return [footerH, 0];
  return leaves(legendH, enough) ? [0, legendH] : [0, 0];
}

/** Header, rows, tick labels, legend and footer from top to bottom; the last two go when it is tight. */
function bandsOf(o: BootLayoutOptions, s: number, margin: number): Bands {
  const { widthPx, heightPx, rowCount } = o;
  const axisTop = (o.narrow ? 28 : 36) * s;
  const ticks = 26 * s;
  const count = Math.max(1, rowCount);
  const w = widthPx - 2 * margin;
  const [footerH, legendH] = notesOf(o, s, heightPx - 6 - axisTop - ticks - 4);
  let bottom = heightPx - 6;
  let footer: Box | null = null;
  let legend: Box | null = null;
  if (footerH > 0) {
    footer = { x: margin, y: bottom - footerH, w, h: footerH };
    bottom -= footerH;
  }
  if (legendH > 0) {
    legend = { x: margin, y: bottom - legendH, w, h: legendH };
    bottom -= legendH;
  }
  const most = o.tallRows ? 300 * s : (o.narrow ? 150 : 230) * s;
  const rowH = Math.min((bottom - ticks - axisTop - 4) / count, most);
  const axisBottom = axisTop + 4 + rowH * count;
  // Rows have a greatest height: what follows them follows at once, the rest of the stage is air.
  const air = Math.max(0, bottom - ticks - axisBottom);
  const raise = (box: Box | null): Box | null => box && { ...box, y: box.y - air };
  return { axisTop, rowH, axisBottom, legend: raise(legend), footer: raise(footer) };
}

/** @returns the geometry of the race at one size; everything lies inside width × height */
export function layoutBoot(o: BootLayoutOptions): BootLayout {
  const s = scaleOf(o);
  // The projector's smallest type is 32 px on 1080 lines.
  const minSize = o.projector ? 13.34 * s : 12;
  const roomy = o.narrow ? narrowColumns(o.widthPx, s) : wideColumns(o.widthPx, s, o.figuresPx * s);
  const usual = bandsOf(o, s, roomy.margin);
  // One line per row leaves room for the study earlier.
  const isLow = usual.footer === null || usual.rowH < COMPACT_BELOW_PX;
  const compact = o.narrow && !o.tallRows && !o.projector && isLow && o.rowCount > 0;
  const bands = compact ? compactBands(o) : usual;
  const columns = compact ? compactColumns(o, bands.rowH) : roomy;
  const rows = Array.from({ length: o.rowCount }, (_, index) => {
    const top = bands.axisTop + 4 + index * bands.rowH;
    if (compact) return compactRow(top, bands.rowH, columns);
    return o.narrow
      ? narrowRow(top, bands.rowH, s, minSize, columns, o.tallRows)
      : wideRow(top, bands.rowH, s, minSize, columns);
  });
  const first = rows[0];
  const narrowMini = first === undefined ? 0 : first.miniBottom - first.top - 3;
  const miniH = o.narrow ? Math.min(44 * s, narrowMini) : Math.max(16, bands.rowH - 14 * s);
  return {
    width: o.widthPx,
    height: o.heightPx,
    scale: s,
    narrow: o.narrow,
    compact,
    minSize,
    ...columns,
    mini: { ...columns.mini, h: Math.min(miniH, 110 * s) },
    axisTop: bands.axisTop,
    axisBottom: bands.axisBottom,
    legend: bands.legend,
    footer: bands.footer,
    rows,
  };
}
