/**
 * reveal.js: a deck tells a frame when its slide is shown and when it goes. With `host=reveal` the frame
 * also moves the deck on where its own steps end: while the focus is in the frame, the deck hears no key.
 */
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { HostLink } from '../host-link.ts';
import { hasStory, isAtEnd, isAtStart, stepBack, stepOn } from '../story.ts';
import type { Adapter } from './adapter.ts';

/** Keys of a presenter's remote, and of a keyboard where nothing on the page wants them. */
const REMOTE: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1 };
const ARROWS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** @param turns the frame moves the deck too */
export function reveal(link: HostLink, explorer: Explorer, turns: boolean): Adapter {
  const turn = (by: 1 | -1): void => {
    const isLast = !hasStory(explorer) || (by === 1 ? isAtEnd(explorer) : isAtStart(explorer));
    if (isLast) {
      // The deck may unload this frame at once, and its keys would go there for good.
      leave();
      // As text: a deck reads nothing else.
      link.send(JSON.stringify({ method: by === 1 ? 'next' : 'prev' }));
    } else if (by === 1) stepOn(explorer);
    else stepBack(explorer);
  };
  const keys = turns ? listenToKeys(turn) : null;
  return {
    hear(message) {
      if (message === 'slide:start') explorer.player.play();
      else if (message === 'slide:stop') {
        explorer.player.pause();
        leave();
      } else return false;
      return true;
    },
    stop: () => keys?.(),
  };
}

function listenToKeys(turn: (by: 1 | -1) => void): () => void {
  const isPlain = (event: KeyboardEvent): boolean =>
    !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  const act = (event: KeyboardEvent, by: 1 | -1 | undefined): void => {
    if (by === undefined || event.defaultPrevented || !isPlain(event)) return;
    event.preventDefault();
    event.stopPropagation();
    turn(by);
  };
  // Before the timeline, to which the keys of a remote mean something else.
  const onRemote = (event: KeyboardEvent): void => act(event, REMOTE[event.key]);
  // After what the page does with an arrow: what comes here was handed back.
  const onArrow = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isPlain(event) && !event.defaultPrevented) leave();
    else if (!wantsArrows(event.target)) act(event, ARROWS[event.key]);
  };
  addEventListener('keydown', onRemote, { capture: true });
  addEventListener('keydown', onArrow);
  return () => {
    removeEventListener('keydown', onRemote, { capture: true });
    removeEventListener('keydown', onArrow);
  };
}

/** A list of choices uses arrows itself, without a script that says so. */
function wantsArrows(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('select, [role="menu"]') !== null;
}

/** Gives the keys back to the deck, if this frame has them. */
function leave(): void {
  if (!document.hasFocus()) return;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  parent.focus();
}
