/** Keys that work anywhere on the page, except where something is typed or chosen. */
import type { Workbench } from '#lib/state/workbench.svelte.ts';

export interface ShellKeys {
  readonly toggle: () => void;
  readonly back: () => void;
  readonly forward: () => void;
  readonly help: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
}

/** One press of a key. */
const ZOOM_STEP = 1.25;

/** @returns what the keys do to a workbench; moving the playhead is a new moment for the address. */
export function shellActions(
  explorer: Workbench,
  help: () => void,
  zoom: { readonly onzoom: (factor: number) => void; readonly onfit: () => void },
): ShellKeys {
  const timed = (act: () => void) => () => {
    act();
    explorer.timeChanged();
  };
  return {
    toggle: timed(() => explorer.player.toggle()),
    back: timed(() => explorer.player.stepBack()),
    forward: timed(() => explorer.player.stepForward('play')),
    help,
    undo: () => explorer.undo(),
    redo: () => explorer.redo(),
    zoomIn: () => zoom.onzoom(ZOOM_STEP),
    zoomOut: () => zoom.onzoom(1 / ZOOM_STEP),
    fit: zoom.onfit,
  };
}

/** @param hasSingleKeys single-character shortcuts are switched on */
export function handleShellKey(
  event: KeyboardEvent,
  keys: ShellKeys,
  hasSingleKeys: boolean,
): void {
  if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
  const action = event.ctrlKey || event.metaKey ? withControl(event, keys) : null;
  const single = !event.ctrlKey && !event.metaKey && hasSingleKeys ? alone(event, keys) : null;
  const run = action ?? single;
  if (!run) return;
  event.preventDefault();
  run();
}

function withControl(event: KeyboardEvent, keys: ShellKeys): (() => void) | null {
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? keys.redo : keys.undo;
  return key === 'y' ? keys.redo : null;
}

function alone(event: KeyboardEvent, keys: ShellKeys): (() => void) | null {
  switch (event.key) {
    case ' ':
      // Space presses a button that has the focus.
      return isPressable(event.target) ? null : keys.toggle;
    case 'k':
    case 'K':
      return keys.toggle;
    case ',':
      return keys.back;
    case '.':
      return keys.forward;
    case '?':
      return keys.help;
    case '+':
    case '=':
      return keys.zoomIn;
    case '-':
      return keys.zoomOut;
    case '0':
      return keys.fit;
    default:
      return null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  const element = target instanceof Element ? target : null;
  if (element?.closest('dialog, [role="menu"]')) return true;
  return (
    element?.matches('input:not([type="range"]), textarea, select, [contenteditable]') ?? false
  );
}

function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('button, a, summary, [role="switch"]') !== null
  );
}
