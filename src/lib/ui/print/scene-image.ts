/** A scene as an image: drawn once, at rest, by the painter that draws the stage. */
import { NOTHING_MARKED, paintList } from '#lib/render/canvas/paint.ts';
import { layerItem, paintSelected } from '#lib/render/canvas/paint-marks.ts';
import { strokeUnit } from '#lib/render/canvas/pen.ts';
import { FITTED, viewFor, type View } from '#lib/render/canvas/view.ts';
import { themeFor, type Theme } from '#lib/render/theme.ts';
import { learn } from '#lib/content/locales/en/learn.ts';
import { findLayer, type LayerPath } from '#lib/model/stack.ts';
import { EMPTY_SCENE, type Lens, type Scene } from '#lib/model/scene.ts';
import type { Box, DisplayList } from '#lib/scene/display-list.ts';
import type { Shell } from '#lib/scene/lens.ts';
import { Explorer } from '#lib/state/explorer.svelte.ts';
import { extras } from '#lib/state/extras.ts';
import { puzzleOf } from '#lib/state/puzzle.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { decodeScene } from '#lib/state/url.ts';
import { fontsReady } from '../stage/fonts-ready.ts';

export interface SceneImage {
  /** A data address: PNG. */
  readonly src: string;
  /** CSS px at which it was laid out. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly headline: string;
  readonly sentence: string;
  /** Of each stack: what it is called, and its kernels in words. */
  readonly stacks: readonly { readonly title: string; readonly readout: string }[];
  /** Names of the marked layers, each once. */
  readonly marked: readonly string[];
}

export interface ImageOptions {
  readonly widthPx: number;
  readonly heights: Readonly<Record<Lens, number>>;
  /** Image px per CSS px. */
  readonly scale: number;
  readonly shell: Shell;
  /** Layers with an outline around them. */
  readonly marked?: readonly LayerPath[];
  /** A layer that is left out. */
  readonly missing?: LayerPath | null;
}

/** Room left around what is drawn, px. */
const MARGIN_PX = 6;
/** A label at the edge may reach past the stage, px. */
const BLEED_PX = 120;

/**
 * @param query a scene, as a query string
 * @returns the image on paper's colours; null where nothing can be drawn: no canvas, or a part of the scene
 *   did not arrive
 */
export async function drawScene(query: string, options: ImageOptions): Promise<SceneImage | null> {
  const { scene } = decodeScene(query, EMPTY_SCENE, knownNames);
  const explorer = new Explorer(scene);
  explorer.takeExtras(extras);
  explorer.setShell(options.shell, scene.stacks.length);
  explorer.resize(options.widthPx, options.heights[scene.lens]);
  const puzzle = puzzleOf(options.missing ?? null, learn.question.lacks);
  await Promise.all([explorer.open(atRest(scene), puzzle), fontsReady()]);
  const { picture, stacks } = explorer;
  if (!picture) return null;
  const marks = options.marked ?? [];
  const painted = paint(picture.rest, options);
  if (!painted) return null;
  const names = marks.flatMap((path) => {
    const placed = stacks.find(({ stack }) => stack.key === path.split('/', 1)[0]);
    return (placed && findLayer(placed.stack, path)?.name) ?? [];
  });
  return {
    ...painted,
    headline: picture.headline,
    sentence: picture.sentence,
    stacks: picture.stacks.map(({ title, readout }) => ({ title, readout })),
    marked: [...new Set(names)],
  };
}

function atRest(scene: Scene): Scene {
  return { ...scene, tMs: null, step: null, play: false, camera: null, theme: 'light' };
}

/** @returns the painted list as a data address, without the empty room around it, which paper does not need */
function paint(
  list: DisplayList,
  { scale, marked = [] }: ImageOptions,
): Pick<SceneImage, 'src' | 'widthPx' | 'heightPx'> | null {
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  const room = { width: list.width + 2 * BLEED_PX, height: list.height };
  const view = viewFor(FITTED, room, list, scale);
  if (!ctx || view.width < 1 || view.height < 1) return null;
  Object.assign(canvas, { width: view.width, height: view.height });
  const theme = themeFor('light');
  paintList(ctx, list, theme, view, NOTHING_MARKED);
  paintMarks(ctx, { list, theme, view, marked });
  const inked = inkedBox(ctx.getImageData(0, 0, view.width, view.height));
  if (!inked) return null;
  const margin = Math.round(MARGIN_PX * scale);
  const cut = document.createElement('canvas');
  cut.width = inked.w + 2 * margin;
  cut.height = inked.h + 2 * margin;
  const paper = cut.getContext('2d');
  if (!paper) return null;
  paper.fillStyle = '#ffffff';
  paper.fillRect(0, 0, cut.width, cut.height);
  paper.drawImage(canvas, margin - inked.x, margin - inked.y);
  return {
    src: cut.toDataURL('image/png'),
    widthPx: cut.width / scale,
    heightPx: cut.height / scale,
  };
}

function paintMarks(
  ctx: CanvasRenderingContext2D,
  {
    list,
    theme,
    view,
    marked,
  }: {
    readonly list: DisplayList;
    readonly theme: Theme;
    readonly view: View;
    readonly marked: readonly LayerPath[];
  },
): void {
  ctx.save();
  ctx.setTransform(view.scale, 0, 0, view.scale, view.originX, view.originY);
  const pen = { ctx, theme, view, px: strokeUnit(view.zoom) };
  for (const path of marked) {
    const item = layerItem(list, path);
    if (item) paintSelected(pen, item);
  }
  ctx.restore();
}

/** @returns the smallest box around what is painted, image px; null where nothing is */
function inkedBox({ data, width, height }: ImageData): Box | null {
  // A number for each pixel; nothing is painted where it is 0.
  const pixels = new Uint32Array(data.buffer);
  const top = Math.floor(pixels.findIndex((pixel) => pixel !== 0) / width);
  if (top < 0) return null;
  const foot = Math.floor(pixels.findLastIndex((pixel) => pixel !== 0) / width);
  const hasInk = (x: number): boolean => {
    for (let y = top; y <= foot; y++) if (pixels[y * width + x] !== 0) return true;
    return false;
  };
  let left = 0;
  while (!hasInk(left)) left++;
  let right = width - 1;
  while (!hasInk(right)) right--;
  return { x: left, y: top, w: right - left + 1, h: Math.min(foot, height - 1) - top + 1 };
}
