/**
 * One picture on one canvas: owns the canvas, its resolution, the only animation frame, and what is
 * marked. It paints when something changed and it can be seen, and asks for no frame otherwise.
 * Everything that has to lie on the picture (the twin) is placed from `onPainted`.
 */
import type { Box } from '../../layout/box.ts';
import type { Camera } from '../../model/scene.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { DisplayList } from '../../scene/display-list.ts';
import type { Theme } from '../theme.ts';
import { effectiveTheme, isForced, readyForForced } from './forced.ts';
import { createFrameLoop } from './frame-loop.ts';
import { NOTHING_MARKED, paintList, type PaintState } from './paint.ts';
import { StageError } from './stage-error.ts';
import { boxOnScreen, FITTED, fittedBox, toWorld, viewFor, type View } from './view.ts';
import { watchMedia, watchPixelRatio, watchSize, watchVisible } from './watch.ts';

export interface StageOptions {
  readonly theme: Theme;
  /** Called once when painting throws; the loop has stopped. */
  readonly onError: (error: StageError) => void;
  /** The reader switched colour scheme, contrast or forced colours: resolve the theme again. */
  readonly onPreferenceChange?: () => void;
  /** The stage has a new size, CSS px: lay the picture out again. Also called at once. */
  readonly onResize?: (widthPx: number, heightPx: number) => void;
}

export interface Stage {
  readonly canvas: HTMLCanvasElement;
  setList(list: DisplayList): void;
  /** null: fitted. */
  setCamera(camera: Camera | null): void;
  /** Forced colours, where the reader has them on, win over any theme. */
  setTheme(theme: Theme): void;
  setSelected(path: LayerPath | null): void;
  setFocused(path: LayerPath | null): void;
  setHovered(path: LayerPath | null): void;
  /**
   * Runs on every frame, before painting, until it returns false or is stopped. Not called while the
   * stage cannot be seen.
   * @returns a function that stops it.
   */
  onFrame(animation: (nowMs: number) => boolean): () => void;
  /** Calls back after every painted frame. */
  onPainted(callback: (list: DisplayList) => void): () => void;
  /** Asks for a frame, e.g. after fonts have loaded. */
  invalidate(): void;
  /** Paints by no frame until the returned function is called. */
  hold(): () => void;
  /** Paints at once, without waiting for a frame. */
  paintNow(): void;
  /**
   * Paints the first of the items at once: the first picture is much to paint in one go.
   * @param share of them, 0 to less than 1; 0: the canvas alone is got ready
   */
  paintSome(share: number): void;
  /** World px of a point of the stage, in CSS px from its top left. */
  toWorld(x: number, y: number): { readonly x: number; readonly y: number };
  /** CSS px from the stage's top left. */
  boxOnScreen(box: Box): Box;
  /** Where the fitted picture lies, CSS px from the stage's top left: what pan and zoom go by. */
  fitted(): Box;
  /** Whether a frame has been requested; false at rest. */
  isBusy(): boolean;
  destroy(): void;
}

const PREFERENCES = [
  '(forced-colors: active)',
  '(prefers-contrast: more)',
  '(prefers-color-scheme: dark)',
];
const EMPTY: DisplayList = { width: 0, height: 0, items: [] };

/**
 * @param root a positioned element; the canvas becomes its first child and fills it.
 * @throws StageError `no-canvas` when the browser gives no 2D canvas.
 */
export function createStage(root: HTMLElement, options: StageOptions): Stage {
  const surface = createCanvas(root);
  const painted = new Set<(list: DisplayList) => void>();
  const size = { width: 0, height: 0 };
  let list = EMPTY;
  let camera = FITTED;
  let wanted = options.theme;
  let theme = effectiveTheme(root, wanted);
  let state: PaintState = NOTHING_MARKED;

  const view = (): View => viewFor(camera, size, list, devicePixelRatio);
  const paint = (share = 1): void => {
    if (!paintOn(surface, firstOf(list, share), theme, view(), state) || share < 1) return;
    for (const callback of painted) callback(list);
  };
  const loop = createFrameLoop(paint, (error) =>
    options.onError(new StageError('paint-failed', error)),
  );
  const change = changer(() => loop.invalidate());
  const retheme = change((next: Theme) => {
    wanted = next;
    theme = effectiveTheme(root, next);
  });
  const takeForced = (): void => void readyForForced().then(() => retheme(wanted));
  const mark = change((marks: Partial<PaintState>) => (state = { ...state, ...marks }));
  const unwatch = watchWorld(root, {
    visible: (visible) => loop.setPaused(!visible),
    pixelRatio: () => loop.invalidate(),
    preference: () => (takeForced(), options.onPreferenceChange?.()),
    size: change((width, height) => {
      Object.assign(size, { width, height });
      options.onResize?.(width, height);
    }),
  });

  if (isForced()) takeForced();
  return {
    canvas: surface.canvas,
    setList: change((next) => (list = next)),
    setCamera: change((next) => (camera = next ?? FITTED)),
    setTheme: retheme,
    setSelected: (selected) => mark({ selected }),
    setFocused: (focused) => mark({ focused }),
    setHovered: (hovered) => mark({ hovered }),
    onFrame: (animation) => loop.run(animation),
    onPainted: (callback) => addTo(painted, callback),
    invalidate: () => loop.invalidate(),
    hold: () => loop.hold(),
    paintNow: () => loop.paintNow(),
    paintSome: (share) => loop.paintNow(share),
    toWorld: (x, y) => toWorld(view(), x, y),
    boxOnScreen: (box) => boxOnScreen(view(), box),
    fitted: () => fittedBox(size, list),
    isBusy: () => loop.isWaiting,
    destroy() {
      loop.stop();
      unwatch();
      painted.clear();
      surface.canvas.remove();
    },
  };
}

function firstOf(list: DisplayList, share: number): DisplayList {
  const { items } = list;
  return share < 1 ? { ...list, items: items.slice(0, items.length * share) } : list;
}

interface WorldHandlers {
  readonly visible: (visible: boolean) => void;
  readonly pixelRatio: () => void;
  readonly preference: () => void;
  readonly size: (widthPx: number, heightPx: number) => void;
}

function watchWorld(root: HTMLElement, on: WorldHandlers): () => void {
  const undo = [
    watchVisible(root, on.visible),
    watchPixelRatio(on.pixelRatio),
    watchMedia(PREFERENCES, on.preference),
    watchSize(root, on.size),
  ];
  return () => {
    for (const stop of undo) stop();
  };
}

function addTo<T>(set: Set<T>, value: T): () => void {
  set.add(value);
  return () => set.delete(value);
}

/** @returns a wrapper that makes a setter ask for a frame. */
function changer(after: () => void) {
  return <Args extends unknown[]>(apply: (...args: Args) => void) =>
    (...args: Args): void => {
      apply(...args);
      after();
    };
}

interface Surface {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: CanvasRenderingContext2D;
}

/**
 * To get a canvas ready takes long: not in a frame that has nothing to show yet.
 * @returns false when there is no list or the stage has no area, and nothing was painted.
 */
function paintOn(
  { canvas, ctx }: Surface,
  ...[list, theme, view, state]: [DisplayList, Theme, View, PaintState]
): boolean {
  if (list === EMPTY || view.width === 0 || view.height === 0) return false;
  fitCanvas(canvas, view);
  paintList(ctx, list, theme, view, state);
  return true;
}

function createCanvas(root: HTMLElement): Surface {
  try {
    const canvas = root.ownerDocument.createElement('canvas');
    const ctx = canvas.getContext('2d');
    if (!ctx) throw new StageError('no-canvas');
    // The twin says everything that the canvas shows.
    canvas.setAttribute('aria-hidden', 'true');
    Object.assign(canvas.style, {
      ...{ position: 'absolute', inset: '0', display: 'block' },
      // Some browsers hand the page's figures down to the canvas: labels are measured with usual ones.
      fontVariantNumeric: 'normal',
    });
    root.prepend(canvas);
    return { canvas, ctx };
  } catch (error) {
    throw error instanceof StageError ? error : new StageError('no-canvas', error);
  }
}

/** Setting a canvas's size clears it and costs memory: only when it changed. */
function fitCanvas(canvas: HTMLCanvasElement, { width, height, scale, zoom }: View): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const dpr = scale / zoom;
  const cssWidth = `${width / dpr}px`;
  const cssHeight = `${height / dpr}px`;
  if (canvas.style.width !== cssWidth) canvas.style.width = cssWidth;
  if (canvas.style.height !== cssHeight) canvas.style.height = cssHeight;
}
