/** Sizes of this lens's own marks per shell, px. */
import type { Shell } from '../lens.ts';

export interface IsolationType {
  /** Lines of the chain. */
  readonly line: number;
  readonly title: number;
  readonly tag: number;
  /** Digits in the discs on the path. */
  readonly disc: number;
  /** Digits in the discs of the chain. */
  readonly listDisc: number;
  readonly count: number;
  readonly note: number;
  readonly legend: number;
  readonly pathPx: number;
  readonly wallPx: number;
  /** Room below the ground line. */
  readonly belowPx: number;
  readonly hasChain: boolean;
  readonly hasLegend: boolean;
  /** Where the chain has no room, its settings and the step that is taken are told. */
  readonly isBrief: boolean;
}

const EXPLORE: IsolationType = {
  ...{ line: 13.5, title: 14.5, tag: 12, disc: 12, listDisc: 12, count: 19, note: 14 },
  ...{ legend: 12.5, pathPx: 3.5, wallPx: 7, belowPx: 122, hasChain: true, hasLegend: true },
  isBrief: false,
};

/** Lower than this there is no room for lines above the stacks, px. */
const LOW_PX = 400;
/** Lower than this there is none for the count under the stacks either, px. */
const FLAT_PX = 290;
export const BARE_BELOW_PX = 16;
/** From here on there is room for the legend, px. */
const ROOMY_PX = 540;

export function typeOf(shell: Shell, widthPx: number, heightPx: number): IsolationType {
  const low = heightPx < LOW_PX;
  const hasRoom = heightPx >= ROOMY_PX && widthPx >= 620;
  switch (shell) {
    case 'projector':
      return {
        ...{ line: 32, title: 34, tag: 32, disc: 32, listDisc: 32, count: 47, note: 34 },
        ...{ legend: 32, pathPx: 5, wallPx: 20, belowPx: 130, hasChain: false, hasLegend: false },
        isBrief: false,
      };
    case 'mobile':
      return {
        ...{ ...EXPLORE, line: 13, title: 14, count: 17, note: 13, wallPx: 7, hasLegend: false },
        belowPx: heightPx < FLAT_PX ? BARE_BELOW_PX : heightPx < 300 ? 34 : 56,
        hasChain: heightPx >= 330,
        isBrief: true,
      };
    case 'embed':
      return {
        ...{ ...EXPLORE, count: 15, note: 13, hasLegend: false, hasChain: !low },
        // The headline counts too: lower still, the drawing needs the room of the count under it.
        belowPx: heightPx < FLAT_PX ? BARE_BELOW_PX : low ? 34 : 52,
        isBrief: true,
      };
    case 'explore':
      return {
        ...{ ...EXPLORE, hasChain: !low, hasLegend: hasRoom },
        ...{ belowPx: low ? 52 : hasRoom ? 122 : 84 },
      };
  }
}
