/** All that `mount` takes, for who lists it: the script itself looks nothing up here. */
import type { MountOptions } from './embed.ts';

const OPTIONS: Readonly<Record<keyof MountOptions, true>> = {
  ...{ stacks: true, lens: true, show: true, hide: true, n: true, t: true, step: true },
  ...{ play: true, speed: true, cam: true, select: true, theme: true, lang: true, motion: true },
  ...{ view: true, own: true, controls: true, autoheight: true, links: true, xapi: true },
  ...{ host: true, scene: true, settings: true, base: true, title: true, aspectRatio: true },
  ...{ loading: true, sandbox: true, timeoutMs: true },
};

/** In the order of `/docs/embed`. */
export const OPTION_NAMES = Object.keys(OPTIONS);
