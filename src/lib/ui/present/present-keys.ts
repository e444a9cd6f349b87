/** What keys and clickers do on the wall: one table, for the wall, the speaker window and the help. */

export type KeyAction =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'black'
  | 'white'
  | 'full'
  | 'escape'
  | 'speaker'
  | 'help'
  | 'go'
  | 'enter'
  | 'overview'
  | 'pointer'
  | 'spotlight'
  | 'pen'
  | 'wipe'
  | 'play'
  | 'settings'
  | 'reset'
  | 'notes'
  | 'code'
  | 'skip'
  | 'zoom-in'
  | 'zoom-out'
  | 'fit';

/** An action, a digit of the step to go to, or the number of the answer that the class chose, from 1. */
export type KeyPress =
  { readonly action: KeyAction } | { readonly digit: string } | { readonly vote: number };

/** Keys that clickers send: they work whatever has the focus, but where text is written. */
const CLICKER: Readonly<Record<string, KeyAction>> = {
  PageDown: 'next',
  PageUp: 'back',
  F5: 'full',
  Escape: 'escape',
};
/** Keys that mean something else in a slider, a menu, or among the layers of the picture. */
const MOVES: Readonly<Record<string, KeyAction>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
};
/** Single characters; they can be switched off. */
const LETTERS: Readonly<Record<string, KeyAction>> = {
  n: 'next',
  b: 'black',
  '.': 'black',
  w: 'white',
  f: 'full',
  s: 'speaker',
  '?': 'help',
  g: 'go',
  o: 'overview',
  p: 'pointer',
  l: 'spotlight',
  d: 'pen',
  c: 'wipe',
  a: 'play',
  e: 'settings',
  r: 'reset',
  t: 'notes',
  q: 'code',
  x: 'skip',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  0: 'fit',
};

const TEXT = 'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, select';
/** Where arrows, Home and End belong to what has the focus. */
const MOVING = '[data-layer], [role="slider"], [role="menu"], [role="radiogroup"], input, dialog';
/** What Space and Enter press. */
const PRESSED = 'button, a, summary, input, [role="button"], [role="menuitem"], dialog';

/** @returns null for a key that is none of ours, or belongs to what has the focus */
export function pressOf(
  event: KeyboardEvent,
  hasLetters: boolean,
  isTyping: boolean,
): KeyPress | null {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  const isIn = (places: string): boolean => (target?.closest(places) ?? null) !== null;
  if (isIn(TEXT) || (target instanceof HTMLElement && target.isContentEditable)) return null;
  const { key } = event;
  const clicked = CLICKER[key];
  if (clicked !== undefined) return { action: clicked };
  if (key === 'Enter' && isTyping) return { action: 'enter' };
  if (key === ' ' || key === 'Enter') {
    if (isIn(PRESSED)) return null;
    return { action: key === ' ' && event.shiftKey ? 'back' : 'next' };
  }
  const moved = MOVES[key];
  if (moved !== undefined) return isIn(MOVING) ? null : { action: moved };
  if (!hasLetters || isIn('dialog')) return null;
  const numbered = /^Digit([1-9])$/.exec(event.code);
  // Where digits themselves are typed with Shift, they are digits.
  if (event.shiftKey && numbered && !/^\d$/.test(key)) return { vote: Number(numbered[1]) };
  if (/^\d$/.test(key) && (isTyping || key !== '0')) return { digit: key };
  const action = LETTERS[key.length === 1 ? key.toLowerCase() : key];
  return action === undefined ? null : { action };
}
