/**
 * Pan and zoom: d3-zoom owns the gesture, the caller owns the camera. A plain wheel scrolls the page;
 * Ctrl or Cmd with the wheel zooms, as a trackpad's pinch does. One finger moves the picture only when
 * it is zoomed in, otherwise it scrolls the page or swipes to the next stack.
 */
import { select, zoom, zoomIdentity, zoomTransform, type ZoomTransform } from 'd3';
import type { Box } from '../../layout/box.ts';
import type { Camera } from '../../model/scene.ts';

export const MIN_ZOOM = 0.5;
export const MAX_ZOOM = 16;

export interface PanZoomOptions {
  /** Where the fitted picture lies in the root, CSS px. */
  readonly fitted: () => Box;
  /** A gesture, key or button moved the camera; null: fitted. */
  readonly onCamera: (camera: Camera | null) => void;
}

export interface PanZoom {
  /** The camera was set from outside (a link, Back): gestures go on from there. */
  setCamera(camera: Camera | null): void;
  /** Zooms around the middle of the view; `factor` 2 is twice as large. */
  zoomBy(factor: number): void;
  /** Moves what is seen, CSS px; positive `x` looks further right. */
  panBy(x: number, y: number): void;
  fit(): void;
  destroy(): void;
}

type Point = readonly [number, number];

/** How much larger a notch of a mouse's wheel makes the picture. */
const NOTCH_FACTOR = 1.2;
/** What browsers call one notch: px, lines, pages. */
const NOTCH = [100, 3, 1] as const;
/** A trackpad's pinch comes as many small turns of a wheel, px. */
const PINCH_MOST_PX = 40;
/** Of d3-zoom: a pinch's px to powers of 2. */
const PINCH_PER_PX = 0.02;

type Turn = Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>;

/** A press that moves less than this is still a click, px. */
const CLICK_DISTANCE_PX = 4;

/** @returns the power of 2 by which a turn of the wheel scales */
export function wheelPower({ deltaY, deltaMode, ctrlKey }: Turn): number {
  const isPinch = ctrlKey && deltaMode === 0 && Math.abs(deltaY) < PINCH_MOST_PX;
  if (isPinch) return -deltaY * PINCH_PER_PX;
  return (-deltaY / (NOTCH[deltaMode] ?? 1)) * Math.log2(NOTCH_FACTOR);
}

/** @returns the camera that shows what a d3 transform shows; null when it is as good as fitted. */
export function cameraOf(t: ZoomTransform, view: Point, fitted: Box): Camera | null {
  const x = ((view[0] / 2 - t.x) / t.k - fitted.x) / (fitted.w || 1);
  const y = ((view[1] / 2 - t.y) / t.k - fitted.y) / (fitted.h || 1);
  const isFitted = Math.abs(t.k - 1) < 1e-3 && Math.abs(x - 0.5) < 1e-3 && Math.abs(y - 0.5) < 1e-3;
  return isFitted ? null : { x, y, zoom: t.k };
}

/** The inverse of {@link cameraOf}. */
export function transformOf(camera: Camera | null, view: Point, fitted: Box): ZoomTransform {
  if (!camera) return zoomIdentity;
  const { x, y, zoom: k } = camera;
  return zoomIdentity
    .translate(
      view[0] / 2 - k * (fitted.x + x * fitted.w),
      view[1] / 2 - k * (fitted.y + y * fitted.h),
    )
    .scale(k);
}

/** @param root the stage's root: gestures over the picture and over its twin both reach it. */
export function createPanZoom(root: HTMLElement, options: PanZoomOptions): PanZoom {
  const selection = select(root);
  const view = (): Point => [root.clientWidth, root.clientHeight];
  let isQuiet = false;

  const behavior = createBehavior(root, (transform) => {
    setTouchAction(root, transform.k);
    if (!isQuiet) options.onCamera(cameraOf(transform, view(), options.fitted()));
  });
  // The picture may be moved until its edge reaches the edge it is fitted to, and no further.
  const confine = (): void => {
    const { x, y, w, h } = options.fitted();
    behavior.translateExtent([
      [Math.min(0, x), Math.min(0, y)],
      [Math.max(root.clientWidth, x + w), Math.max(root.clientHeight, y + h)],
    ]);
  };
  const apply = (transform: ZoomTransform, quiet = false): void => {
    confine();
    isQuiet = quiet;
    behavior.transform(selection, transform);
    isQuiet = false;
  };

  root.addEventListener('pointerdown', confine, { capture: true });
  root.addEventListener('wheel', confine, { capture: true, passive: true });
  selection.call(behavior).on('dblclick.zoom', null);
  setTouchAction(root, 1);
  const stopTouch = listenToTouch(
    root,
    () => zoomTransform(root),
    (transform) => apply(constrained(behavior, transform, view())),
  );

  return {
    setCamera(camera) {
      apply(transformOf(camera, view(), options.fitted()), true);
    },
    zoomBy(factor) {
      confine();
      behavior.scaleBy(selection, factor);
    },
    panBy(x, y) {
      confine();
      const { k } = zoomTransform(root);
      behavior.translateBy(selection, -x / k, -y / k);
    },
    fit: () => apply(zoomIdentity),
    destroy() {
      stopTouch();
      selection.on('.zoom', null);
      root.removeEventListener('pointerdown', confine, { capture: true });
      root.removeEventListener('wheel', confine, { capture: true });
      root.style.touchAction = '';
    },
  };
}

function createBehavior(root: HTMLElement, onZoom: (transform: ZoomTransform) => void) {
  return zoom<HTMLElement, unknown>()
    .scaleExtent([MIN_ZOOM, MAX_ZOOM])
    .extent(() => [
      [0, 0],
      [root.clientWidth, root.clientHeight],
    ])
    .clickDistance(CLICK_DISTANCE_PX)
    .wheelDelta(wheelPower)
    .touchable(() => false)
    .filter((event: Event) => isOurGesture(event))
    .on('zoom', (event: { transform: ZoomTransform }) => onZoom(event.transform));
}

function isOurGesture(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
}

/** The browser keeps vertical scrolling, sideways swipes come to us, until the picture is zoomed in. */
function setTouchAction(root: HTMLElement, k: number): void {
  const action = k > 1.001 ? 'none' : 'pan-y';
  if (root.style.touchAction !== action) root.style.touchAction = action;
}

function constrained(
  behavior: ReturnType<typeof zoom<HTMLElement, unknown>>,
  transform: ZoomTransform,
  [width, height]: Point,
): ZoomTransform {
  const [least, most] = behavior.scaleExtent();
  const k = Math.min(most, Math.max(least, transform.k));
  const size: [[number, number], [number, number]] = [
    [0, 0],
    [width, height],
  ];
  const scaled = zoomIdentity.translate(transform.x, transform.y).scale(k);
  return behavior.constrain()(scaled, size, behavior.translateExtent());
}

/**
 * Touch is handled here and not by d3-zoom, which only sees fingers that it was told of from the first:
 * the finger that scrolls the page is one of the two that pinch.
 */
function listenToTouch(
  root: HTMLElement,
  current: () => ZoomTransform,
  apply: (transform: ZoomTransform) => void,
): () => void {
  let held: {
    readonly world: readonly Point[];
    readonly spread: number;
    readonly k: number;
  } | null = null;
  const points = (event: TouchEvent): Point[] => {
    const { left, top } = root.getBoundingClientRect();
    return [...event.touches].slice(0, 2).map((t) => [t.clientX - left, t.clientY - top]);
  };
  const grip = (event: TouchEvent): void => {
    const at = points(event);
    const t = current();
    const active = at.length === 2 || (at.length === 1 && t.k > 1.001);
    held = active
      ? { world: at.map(([x, y]) => t.invert([x, y])), spread: spreadOf(at), k: t.k }
      : null;
  };
  const move = (event: TouchEvent): void => {
    const at = points(event);
    // The fingers may have come down before this code did.
    if (!held && at.length === 2) grip(event);
    if (!held || at.length !== held.world.length) return;
    if (event.cancelable) event.preventDefault();
    const k = at.length === 2 && held.spread > 0 ? (held.k * spreadOf(at)) / held.spread : held.k;
    const limited = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, k));
    const [fromX, fromY] = middleOf(held.world);
    const [toX, toY] = middleOf(at);
    apply(zoomIdentity.translate(toX - limited * fromX, toY - limited * fromY).scale(limited));
  };
  const passive = { passive: true };
  root.addEventListener('touchstart', grip, passive);
  root.addEventListener('touchmove', move, { passive: false });
  root.addEventListener('touchend', grip, passive);
  root.addEventListener('touchcancel', grip, passive);
  return () => {
    root.removeEventListener('touchstart', grip);
    root.removeEventListener('touchmove', move);
    root.removeEventListener('touchend', grip);
    root.removeEventListener('touchcancel', grip);
  };
}

function spreadOf([a, b]: readonly Point[]): number {
  return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0;
}

function middleOf(points: readonly Point[]): Point {
  const count = points.length || 1;
  return [
    points.reduce((sum, [x]) => sum + x, 0) / count,
    points.reduce((sum, [, y]) => sum + y, 0) / count,
  ];
}
