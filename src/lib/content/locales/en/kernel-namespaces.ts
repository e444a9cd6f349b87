/** English words of the Kernel lens's view `namespaces`. */
import type { NamespaceWords } from '../../../model/kernel/words-namespaces.ts';

export const namespaceWords: NamespaceWords = {
  names: {
    mnt: 'mount',
    pid: 'PID',
    net: 'network',
    uts: 'UTS',
    ipc: 'IPC',
    user: 'user',
    cgroup: 'cgroup',
    time: 'time',
  },
  headlines: {
    mnt: 'A list of mount points of its own.',
    pid: 'The same process, two numbers.',
    net: 'Network cards, addresses and ports of its own.',
    uts: 'Another host name, the same kernel release.',
    ipc: 'Message queues that others do not see.',
    user: 'Root inside, an ordinary user outside.',
    cgroup: 'A group of the host’s, seen as the root of all.',
    time: 'Another time since boot, the same wall clock.',
  },
  sentences: {
    mnt: 'What is mounted inside is not there outside. The files come from the image; the file system’s code is the kernel’s.',
    pid: 'The first process inside is PID 1 there. It is one process of one kernel, with a number in each namespace that sees it.',
    net: 'A new one has nothing but a loopback that is down; here the host has laid a cable into it. The network stack that serves it is the kernel’s.',
    uts: 'It covers the host name and the NIS domain name, nothing else: uname -r gives the kernel’s answer on both sides.',
    ipc: 'System V queues, semaphores and shared memory, and POSIX message queues, each with keys of its own.',
    user: 'User numbers are mapped: root in here is somebody without rights out there. Capabilities gained in it count in it alone.',
    cgroup:
      'It hides where in the host’s tree the group hangs. What limits the group is the cgroup itself.',
    time: 'It shifts the clocks that count from boot. The time of day is not in it and is shared.',
  },
  noFenceHeadline: 'What is drawn here makes no Linux namespaces.',
  noFence:
    'No stack that is shown makes Linux namespaces around its instances: what follows is of Linux.',
  inside: 'Inside',
  host: 'On the host',
  tags: {
    on: (name) => `${name} namespace`,
    off: (name) => `no ${name} namespace by default`,
    unknown: (name) => `${name}: depends on the runtime`,
  },
  facts: ({ flag, since }) => `${flag}, since Linux ${since}.`,
  docker: {
    yes: 'Docker makes one for each container.',
    rootless: 'Docker makes one in rootless mode alone, unless it is told to.',
    v2: 'Docker makes one where cgroups are v2.',
    engine29: 'Docker makes one since Engine 29.5.0, where the kernel can.',
  },
  numbers: 'Another number: a namespace of its own. An equal one would be shared.',
  shared:
    'No namespace for these, so all share them: the kernel and its release, the time of day, loaded modules, most of /sys, the page cache.',
  twin: {
    on: (name) => `has a ${name} namespace of its own`,
    off: (name) => `has no ${name} namespace of its own by default`,
    unknown: (name) => `whether it has a ${name} namespace depends on the runtime`,
  },
  chapters: [
    { label: 'Made', says: 'One command asks the kernel for a new namespace.' },
    { label: 'Inside', says: 'The view from inside.' },
    { label: 'Outside', says: 'The same question on the host, at the same moment.' },
    { label: 'Numbers', says: 'Each namespace has a number; the two differ.' },
  ],
  table: {
    caption: 'The kinds of namespace, each looked at from both sides',
    columns: [
      'Namespace',
      'Flag',
      'Since Linux',
      'With Docker',
      'Inside',
      'On the host',
      'Numbers',
    ],
    nothing: '(nothing)',
    recorded: (machine, date) => `Recorded ${date} in ${machine}.`,
  },
};
