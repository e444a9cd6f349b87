/** English words around the picture of the Path lens: a frame does without most of them. */
import type { PathSwitch } from '../../../model/path/route.ts';

export const pathUi = {
  view: 'Path or overhead',
  views: { path: 'Path', overhead: 'Overhead' },
  op: 'Operation',
  ops: {
    syscall: 'System call',
    packet: 'Packet',
    write: 'Disk write',
    fault: 'Page fault',
    instruction: 'Instruction',
  },
  switches: 'Switches',
  switchesSays: 'What differs from the plain way. A switch changes the stacks in which it can be.',
  noSwitches: 'Nothing can be switched here: this operation takes the same way in each setup.',
  settings: 'Path',
  sourcesTitle: 'Where the times and ways come from',
  timesSays:
    'A time stands in the picture only where a source measured exactly these steps. There is a total only where every part comes from the same machine.',
  near: 'Measured near this way, not a time of it',
  notes: 'To be known of these ways',
  waySources: 'Who describes these ways',
  noTimes: 'No part of this way was measured by a source here.',
};

export const pathSwitches: Readonly<Record<PathSwitch, string>> = {
  cache: 'Page cache takes the write',
  overlay: 'Container’s own layer (overlay)',
  share: 'Folder shared by the host',
  hostnet: 'Host networking',
  passthrough: 'Device passed through',
  nested: 'Nested virtualization',
  backed: 'Host’s page is there already',
  cached: 'Block was translated before',
};
