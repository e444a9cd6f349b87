/** How a frame behaves, as its address says. */

/** How much there is to press, most first. */
export const CONTROLS = ['full', 'min', 'none'] as const;
type Controls = (typeof CONTROLS)[number];

export interface EmbedOptions {
  readonly controls: Controls;
  /** The frame tells its host how high it would like to be. */
  readonly autoheight: boolean;
  /** A host with conventions of its own. */
  readonly host: 'reveal' | null;
  /** Links out of the frame are shown. */
  readonly links: boolean;
  /** The only origin that is listened to; null: the first that speaks. */
  readonly origin: string | null;
  /** Events are sent without a subscription. */
  readonly api: boolean;
  readonly xapi: boolean;
}

export const DEFAULT_EMBED: EmbedOptions = {
  controls: 'min',
  autoheight: false,
  host: null,
  links: true,
  origin: null,
  api: false,
  xapi: false,
};
