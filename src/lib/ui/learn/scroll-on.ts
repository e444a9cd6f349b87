/** Hears scrolling past the end of what scrolls, by wheel or finger. */
import { cameToEnd, NO_PULL, pulled, type Pull } from './scroll-past.ts';

/** The picture, dialogs and sliders have a use of their own for it. */
const ELSEWHERE = '[data-stage], dialog, input, select';
/** A wheel that counts in lines, px each. */
const LINE_PX = 18;

/**
 * @param scroller the words, or the whole page
 * @param onpull how far it has got; at 1 it is heard no more until it began anew
 * @returns stops listening
 */
export function scrollOn(scroller: HTMLElement | Window, onpull: (pull: Pull) => void): () => void {
  let pull = NO_PULL;
  let wasAtEnd = leftPx(scroller) <= 1;
  let lastY: number | null = null;

  const add = (deltaPx: number, nowMs: number): void => {
    const isAtEnd = leftPx(scroller) <= 1;
    if (!isAtEnd) pull = NO_PULL;
    else pull = wasAtEnd ? pulled(pull, deltaPx, nowMs) : cameToEnd(nowMs);
    wasAtEnd = isAtEnd;
    onpull(pull);
    if (pull.share >= 1) pull = NO_PULL;
  };
  const wheel = (event: Event): void => {
    if (!(event instanceof WheelEvent) || isElsewhere(event)) return;
    if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    add(event.deltaY * unit, event.timeStamp);
  };
  const touch = (event: Event): void => {
    if (!(event instanceof TouchEvent) || isElsewhere(event)) return;
    const y = event.touches.length === 1 ? (event.touches[0]?.clientY ?? null) : null;
    if (event.type === 'touchmove' && y !== null && lastY !== null && y !== lastY) {
      add(lastY - y, event.timeStamp);
    }
    lastY = y;
  };
  const heard = [
    ['wheel', wheel],
    ['touchstart', touch],
    ['touchmove', touch],
    ['touchend', touch],
  ] as const;
  for (const [name, hear] of heard) scroller.addEventListener(name, hear, { passive: true });
  return () => {
    for (const [name, hear] of heard) scroller.removeEventListener(name, hear);
  };
}

function isElsewhere({ target }: Event): boolean {
  return target instanceof Element && target.closest(ELSEWHERE) !== null;
}

/** What is left to scroll, px. */
function leftPx(scroller: HTMLElement | Window): number {
  if (scroller instanceof HTMLElement) {
    return scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  }
  return document.documentElement.scrollHeight - innerHeight - scrollY;
}
