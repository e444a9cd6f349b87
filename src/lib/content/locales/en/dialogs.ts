/** English words of the dialogs that Explore opens on request. */
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');

export const share = {
  title: 'Share this scene',
  says: 'The link opens this picture, at this moment; the theme is each reader’s own.',
  label: 'Link',
  present: 'Present it',
  withOwn: (count: number) =>
    `With my own numbers (${plural(count, { one: 'number', other: 'numbers' })}): whoever opens the link sees them`,
  tooLong: 'The numbers are too many for a link. It leaves them out.',
  copy: 'Copy the link',
  copied: 'Link copied.',
  failed: 'Copying is not allowed here. The link is selected: copy it with Ctrl+C or ⌘C.',
};

export const help = {
  title: 'Keys and touch',
  says: 'Everything here can also be done by mouse, by touch and with Tab, Enter and the arrow keys.',
  shortcuts: 'Single-key shortcuts',
  shortcutsNote: 'Switch them off if you type by voice or they get in your way.',
  groups: {
    time: 'Time',
    stage: 'Picture',
    scene: 'Scene',
    touch: 'By touch',
  },
  keys: {
    play: 'Play or pause',
    back: 'Step back',
    forward: 'Step forward',
    zoom: 'Zoom in, zoom out, fit',
    pan: 'Move the picture',
    layers: 'From layer to layer',
    select: 'Select the layer',
    clear: 'Clear the selection',
    undo: 'Undo, redo',
    help: 'This list',
    wheel: 'Zoom with the wheel or by pinching',
    turn: 'To the next stack, where one is shown',
    pinch: 'Zoom and move the picture',
  },
  caps: {
    space: 'Space',
    ctrl: 'Ctrl',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Esc',
    arrows: '← ↑ ↓ →',
    wheel: 'wheel',
    tap: 'tap',
    swipe: 'swipe',
    fingers: 'two fingers',
  },
  or: 'or',
};

export const compare = { title: 'Compare the stacks', none: 'No stack to compare yet.' };
