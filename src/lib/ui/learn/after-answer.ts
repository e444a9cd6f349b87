/** Where the page stands once a question is answered, or asked again: what is new is seen and has the focus. */
import { tick } from 'svelte';

export interface Where {
  /** Holds the words of the step. */
  readonly words: HTMLElement;
  /** Where words and picture lie under each other, the picture; null: it stands beside. */
  readonly picture: HTMLElement | null;
  readonly isStill: boolean;
}

/** Height of the bar that lies over the foot of a small screen, px. */
const FOOT_PX = 62;
/** Air at the edges, px. */
const AIR_PX = 10;

/**
 * Gives an answer, or takes it back, and keeps the place meanwhile.
 * @param isAgain the reader wants to be asked again
 * @param give resolves when the picture that belongs to it is shown
 */
export async function giveIn(
  where: Where,
  isAgain: boolean,
  give: () => Promise<void>,
): Promise<void> {
  const hold = holdQuestion(where);
  const giving = give();
  await tick();
  hold();
  if (isAgain) showQuestion(where);
  else showVerdict(where);
  await giving;
  await tick();
  // Elsewhere the browser holds it itself.
  if (!CSS.supports('overflow-anchor: auto')) hold();
  keepVerdict(where);
}

/**
 * Call it before the page changes.
 * @returns puts the question back to where it was on the screen, whatever grew or shrank above it
 */
function holdQuestion({ words, picture }: Where): () => void {
  const question = words.querySelector('[data-question]');
  const before = question?.getBoundingClientRect().top;
  return () => {
    const now = question?.getBoundingClientRect().top;
    if (picture && before !== undefined && now !== undefined) scrollBy({ top: now - before });
  };
}

/** The verdict gets the focus and comes into view, with the picture above it where both fit. */
function showVerdict(where: Where): void {
  const verdict = take(where, '[data-verdict]');
  if (verdict === null) return;
  const { picture } = where;
  if (picture === null) {
    verdict.scrollIntoView({ block: 'nearest', behavior: behaviorOf(where) });
    return;
  }
  const { top, bottom } = verdict.getBoundingClientRect();
  const from = picture.getBoundingClientRect().top;
  bring(fits(from, bottom) ? from : top, bottom, where);
}

/** The answer's picture may be higher than the question's: the verdict comes into view again, unless the reader has gone on. */
function keepVerdict(where: Where): void {
  const verdict = where.words.querySelector('[data-verdict]');
  if (verdict !== null && verdict === document.activeElement) showVerdict(where);
}

/** The question gets the focus. */
export function showQuestion(where: Where): void {
  const ask = take(where, '[data-ask]');
  if (ask === null) return;
  const whole = ask.closest('[data-question]') ?? ask;
  if (where.picture === null) ask.scrollIntoView({ block: 'nearest' });
  else bring(whole.getBoundingClientRect().top, whole.getBoundingClientRect().bottom, where);
}

function take({ words }: Where, selector: string): HTMLElement | null {
  const found = words.querySelector<HTMLElement>(selector);
  found?.focus({ preventScroll: true });
  return found;
}

function fits(top: number, bottom: number): boolean {
  return bottom - top + 2 * AIR_PX <= innerHeight - FOOT_PX;
}

/** Scrolls no further than it takes; of what is too high its beginning is seen. */
function bring(top: number, bottom: number, where: Where): void {
  const below = bottom + AIR_PX - (innerHeight - FOOT_PX);
  const above = top - AIR_PX;
  const by = above < 0 || !fits(top, bottom) ? above : Math.max(0, below);
  if (by !== 0) scrollBy({ top: by, behavior: behaviorOf(where) });
}

function behaviorOf({ isStill }: Where): ScrollBehavior {
  return isStill ? 'auto' : 'smooth';
}
