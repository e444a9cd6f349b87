/** The switches of the Path view: which there are for what is shown, which are on, and turning one. */
import { PATH_SWITCHES, type PathSwitch } from '#lib/model/path/route.ts';
import { switchesFor } from '#lib/sim/path/route.ts';
import type { Explorer } from '#lib/state/explorer.svelte.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';

/** @returns the switches that change something in a stack that is shown */
export function possibleSwitches(explorer: Explorer): readonly PathSwitch[] {
  const { op } = explorer.scene.path;
  const possible = new Set(explorer.stacks.flatMap(({ stack }) => switchesFor(stack, op)));
  return PATH_SWITCHES.filter((one) => possible.has(one));
}

export function switchesOn(explorer: Explorer): readonly PathSwitch[] {
  const on = explorer.scene.path.with.split(',');
  return PATH_SWITCHES.filter((one) => on.includes(one));
}

export function turnSwitch(explorer: Workbench, one: PathSwitch, isOn: boolean): void {
  const on = switchesOn(explorer).filter((other) => other !== one);
  const next = PATH_SWITCHES.filter((name) => on.includes(name) || (isOn && name === one));
  explorer.set('path', { with: next.join(',') });
}
