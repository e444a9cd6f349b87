/** The step of a lesson that was left for Explore: kept while the tab is, so that a reload keeps the way back. */
import { createSafeStorage, type StorageLike } from './safe-storage.ts';

/** Where a lesson was left. */
export interface LeftLesson {
  readonly id: string;
  readonly title: string;
  /** 1-based. */
  readonly step: number;
  /** How far down the reader was, px. */
  readonly placePx: number;
}

const KEY = 'left-lesson';
/** Shared by both pages: where nothing may be kept, it lasts as long as the visit. */
const tab = createSafeStorage((): StorageLike | undefined => globalThis.sessionStorage);

/** @param left null: the way back is given up */
export function keepLeft(left: LeftLesson | null): void {
  tab.set(KEY, left && String(new URLSearchParams(textsOf(left))));
}

function textsOf({ id, title, step, placePx }: LeftLesson): Record<string, string> {
  return { id, title, step: String(step), place: String(placePx) };
}

/** @returns what was kept; null when there is none that can be read */
export function readLeft(): LeftLesson | null {
  const kept = new URLSearchParams(tab.get(KEY) ?? '');
  const id = kept.get('id') ?? '';
  const title = kept.get('title') ?? '';
  const step = Number(kept.get('step'));
  const place = Number(kept.get('place'));
  return id === '' || title === '' || !Number.isInteger(step) || step < 1
    ? null
    : { id, title, step, placePx: Number.isFinite(place) ? place : 0 };
}

/** Routes from which one goes on with what a lesson showed. */
const ALONG = /^\/(?:learn\/\[lesson\]|explore\/)/;

/**
 * @param how the router's word for it; `enter`: the page was loaded
 * @param from the route one comes from; null: from outside
 * @param loaded how the browser came to load it
 * @returns the lesson to offer the way back to; who comes from elsewhere has none, and it is forgotten
 */
export function leftFor(how: string, from: string | null, loaded = howLoaded()): LeftLesson | null {
  const isOld = how === 'popstate' || (how === 'enter' && loaded !== 'navigate');
  if (!isOld && !ALONG.test(from ?? '')) keepLeft(null);
  return readLeft();
}

/**
 * @param from as for `leftFor`
 * @param step 1-based, of the lesson that is opened
 * @returns how far down the reader was who left this step for Explore and comes back by its link, px; null:
 *   comes otherwise
 */
export function cameBack(
  how: string,
  from: string | null,
  lesson: string,
  step: number,
): number | null {
  const left = readLeft();
  const isBack = how === 'link' && from?.startsWith('/explore/') === true;
  return isBack && left?.id === lesson && left.step === step ? left.placePx : null;
}

function howLoaded(): string {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming ? entry.type : 'navigate';
}
