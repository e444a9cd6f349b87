/** What the Boot lens can be set to. */
export const bootSettings = {
  clock: { words: ['real', 'slow', 'decade'], base: 'slow' },
  axis: { words: ['log', 'linear'], base: 'log' },
  /** Study id, `all`, or null: the study that timed most of the chosen stacks. */
  study: { names: 'studies', base: null, retimes: true },
} as const;

export type BootClock = (typeof bootSettings.clock.words)[number];

/** Value of `boot.study` that asks for every source. */
export const ALL_STUDIES = 'all';
/** Value of `boot.study` that asks for a reader's own start times, and the id of their source. */
export const OWN_STUDY = 'own';
