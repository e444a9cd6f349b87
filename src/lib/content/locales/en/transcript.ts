/** English words around what was recorded while a container was built by hand. */
import type { RecordingConditions, Side } from '../../../model/lesson/transcript.ts';

export const transcriptWords = {
  title: 'Recorded, from both sides',
  sides: { inside: 'Inside', host: 'On the host' } satisfies Record<Side, string>,
  choose: 'Which side is shown',
  changed: 'changed',
  legend: 'An arrow marks a line that this step changed. Numbers give the order of typing.',
  legendRunc: 'An arrow marks a line that differs from the host’s.',
  nothing: 'prints nothing',
  gone: (count: number) => (count === 1 ? 'one line is gone' : `${count} lines are gone`),
  same: (count: number) => (count === 1 ? 'one line as before' : `${count} lines as before`),
  none: (count: number) =>
    count === 1 ? 'the one line as before' : `all ${count} lines as before`,
  others: (names: string) => `Asked as well: ${names}`,
  copy: 'Copy',
  copied: 'Copied',
  refused: 'Refused: select the text',
  copyOf: (side: Side) =>
    side === 'inside' ? 'Copy the commands typed inside' : 'Copy the commands typed on the host',
  calls: 'What runc does for the same',
  allCalls: 'What runc did, call by call',
  callsSay:
    'System calls of runc while it started this container, as strace wrote them. The number is the process that made the call.',
  process: (index: number) => `process ${index}`,
  times: (count: number) => `${count} such calls`,
  byHand: (names: string) => `by hand: ${names}`,
  names: {
    process: 'the first shell',
    uts: 'host name',
    ipc: 'IPC',
    pid: 'PIDs',
    mnt: 'mounts',
    root: 'root directory',
    net: 'network',
    cgroup: 'cgroup',
    caps: 'capabilities',
    user: 'users',
    runc: 'runc',
  } satisfies Record<string, string>,
  recorded: ({ date, host, kernel, files, versions }: RecordingConditions) =>
    `Recorded ${date} in a VM of its own: ${host}, Linux ${kernel}; the container’s files: ${files}. ${Object.entries(
      versions,
    )
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
  hidden:
    'Left out: the kernel’s own threads, and the line numbers that bash puts before an error.',
};
