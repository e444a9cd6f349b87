/** The keys of a talk as readers see them, by what they do; what they do is in `present-keys.ts`. */
import { present } from '#lib/content/locales/en/present.ts';

const { or, ...named } = present.keyWords;

export const KEY_NAMES = {
  ...named,
  black: or('B', '.'),
  white: 'W',
  full: or('F', 'F5'),
  speaker: 'S',
  help: '?',
  overview: 'O',
  pointer: 'P',
  spotlight: 'L',
  pen: 'D',
  wipe: 'C',
  play: 'A',
  settings: 'E',
  reset: 'R',
  notes: 'T',
  code: 'Q',
  skip: 'X',
  'zoom-in': '+',
  'zoom-out': '-',
  fit: '0',
} as const;
