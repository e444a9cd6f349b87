/** How high the race has to be on a phone, where the page can scroll. */
import { chooseStudy } from '#lib/sim/boot-study.ts';
import type { Explorer } from '#lib/state/explorer.svelte.ts';

/** Above and below the rows: time flag, tick labels, legend. */
const AROUND_PX = 90;
/** A row of one study, and one that holds a line per source. */
const ROW_PX = 74;
const SOURCES_ROW_PX = 200;

/** @returns px; below this, rows would leave out their lines */
export function leastRaceHeight(explorer: Explorer): number {
  const stacks = explorer.stacks.map(({ stack }) => stack);
  const view = chooseStudy(explorer.scene.boot.study, stacks, explorer.evidence.studies);
  return AROUND_PX + stacks.length * (view.kind === 'one' ? ROW_PX : SOURCES_ROW_PX);
}
