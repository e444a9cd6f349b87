/**
 * How a label steps down when its box is too small, in the order of the design rules: drop the detail,
 * break into two lines, take the short name (or the list of short names), and at last show nothing: the
 * readout, the twin and the table carry it then. A label is never shrunk below its size, never cut and
 * never turned.
 */
import type { Layer } from '../model/stack.ts';
import { textWidth, wrapText } from './text-metrics.ts';

export interface LabelLine {
  readonly text: string;
  readonly sizePx: number;
  readonly weight: number;
}

export interface Label {
  readonly lines: readonly LabelLine[];
  /** Sum of the line heights, px. */
  readonly heightPx: number;
}

export interface LabelType {
  readonly namePx: number;
  readonly nameWeight: number;
  readonly detailPx: number;
}

const LINE = 1.18;
const SMALLEST_HEIGHT = 14;
const SMALLEST_WIDTH = 20;

/**
 * @param widthPx room for text, px (padding taken off by the caller)
 * @param heightPx room for text, px
 * @returns null when nothing fits
 */
export function fitLabel(
  layer: Pick<Layer, 'name' | 'short' | 'detail' | 'lines'>,
  type: LabelType,
  widthPx: number,
  heightPx: number,
): Label | null {
  if (heightPx < SMALLEST_HEIGHT || widthPx < SMALLEST_WIDTH - 4) return null;
  for (const lines of candidates(layer, type, widthPx)) {
    if (lines === null) continue;
    const height = lines.reduce((sum, line) => sum + line.sizePx * LINE, 0);
    const fits = lines.every((line) => textWidth(line.text, line.sizePx, line.weight) <= widthPx);
    if (fits && height <= heightPx) return { lines, heightPx: height };
  }
  return null;
}

function candidates(
  layer: Pick<Layer, 'name' | 'short' | 'detail' | 'lines'>,
  type: LabelType,
  widthPx: number,
): readonly (readonly LabelLine[] | null)[] {
  const name = (text: string): LabelLine => ({
    text,
    sizePx: type.namePx,
    weight: type.nameWeight,
  });
  const wrapped = (text: string, lines: number) =>
    wrapText(text, type.namePx, type.nameWeight, widthPx, lines)?.map(name) ?? null;
  const detail = layer.detail ? [{ text: layer.detail, sizePx: type.detailPx, weight: 450 }] : [];
  const detail2 =
    layer.detail === undefined
      ? []
      : (wrapText(layer.detail, type.detailPx, 450, widthPx, 2)?.map((text) => ({
          text,
          sizePx: type.detailPx,
          weight: 450,
        })) ?? []);
  const twoNames = wrapped(layer.name, 2);
  const list = layer.lines?.map((text) => ({ text, sizePx: type.namePx, weight: 500 })) ?? null;
  const short = layer.short;
  return [
    [name(layer.name), ...detail],
    twoNames && [...twoNames, ...detail],
    twoNames && [...twoNames, ...detail2],
    [name(layer.name)],
    twoNames,
    wrapped(layer.name, 3),
    list,
    short ? [name(short), ...detail] : null,
    short ? [name(short)] : null,
    short ? wrapped(short, 2) : null,
    list ? list.slice(0, 1) : null,
  ];
}
