/** How large a frame is on the page that holds it. */
import { LEAST_HEIGHT_PX } from '#lib/embed/sdk/least-height.ts';

/** Bounds of a side of a fixed frame, px: an embed below them shows no picture. */
export const SIDE_PX = {
  width: { min: 240, max: 3840 },
  height: { min: 180, max: 2160 },
} as const;

/** Shapes that take the width of their column. */
export const RATIOS = ['16:9', '4:3'] as const;
type Ratio = (typeof RATIOS)[number];

export type EmbedSize =
  | { readonly kind: 'ratio'; readonly ratio: Ratio }
  | { readonly kind: 'fixed'; readonly widthPx: number; readonly heightPx: number }
  /** The frame says how high it would like to be; the host has to listen. */
  | { readonly kind: 'auto' };

export interface SizePx {
  readonly width: number;
  readonly height: number;
}

export const DEFAULT_SIZE: EmbedSize = { kind: 'ratio', ratio: '16:9' };

/** @returns as it stands in the builder's address: `16:9`, `4:3`, `auto`, `640x480` */
export function formatSize(size: EmbedSize): string {
  if (size.kind === 'ratio') return size.ratio;
  return size.kind === 'auto' ? 'auto' : `${size.widthPx}x${size.heightPx}`;
}

/** @returns the size; null when the text is none, or one of its sides is out of {@link SIDE_PX} */
export function parseSize(text: string): EmbedSize | null {
  const ratio = RATIOS.find((one) => one === text);
  if (ratio !== undefined) return { kind: 'ratio', ratio };
  if (text === 'auto') return { kind: 'auto' };
  const [, width, height] = /^(\d{1,4})x(\d{1,4})$/.exec(text) ?? [];
  if (width === undefined || height === undefined) return null;
  const [widthPx, heightPx] = [Number(width), Number(height)];
  return isSide('width', widthPx) && isSide('height', heightPx)
    ? { kind: 'fixed', widthPx, heightPx }
    : null;
}

/** @param px whole or not; only whole sides are taken */
export function isSide(side: keyof typeof SIDE_PX, px: number): boolean {
  return Number.isInteger(px) && px >= SIDE_PX[side].min && px <= SIDE_PX[side].max;
}

/** @returns what stands in the `width` and `height` of the frame, px: hosts that drop its style go by them */
export function nominalSize(size: EmbedSize): SizePx {
  if (size.kind === 'fixed') return { width: size.widthPx, height: size.heightPx };
  return size.kind === 'ratio' && size.ratio === '4:3'
    ? { width: 800, height: 600 }
    : { width: 960, height: 540 };
}

/**
 * @param columnPx width of the column that the frame stands in
 * @param askedPx height that the frame asked for; null: none so far
 * @returns the frame's size there, px
 */
export function sizeInColumn(size: EmbedSize, columnPx: number, askedPx: number | null): SizePx {
  if (size.kind === 'fixed') return { width: size.widthPx, height: size.heightPx };
  const { width, height } = nominalSize(size);
  if (size.kind === 'auto') return { width: columnPx, height: askedPx ?? height };
  return {
    width: columnPx,
    height: Math.max(LEAST_HEIGHT_PX, Math.round((columnPx * height) / width)),
  };
}
