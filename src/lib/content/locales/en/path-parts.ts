/** English names of what a path meets: operations, borders, places, cases, notes. */
import type { PathWords } from '../../../model/path/words.ts';

export const ops: PathWords['ops'] = {
  syscall: {
    noun: 'a system call',
    says: 'A program asks its kernel for something that needs no device.',
  },
  packet: {
    noun: 'a packet',
    says: 'One packet goes out to another machine; the answer comes back.',
  },
  write: { noun: 'a disk write', says: 'One small write that waits for the disk.' },
  fault: {
    noun: 'a page fault',
    says: 'A program touches memory it was promised, for the first time.',
  },
  instruction: {
    noun: 'an instruction',
    says: 'The CPU is to run one instruction of the program.',
  },
};

export const borders: PathWords['borders'] = {
  call: 'system call',
  trap: 'trap',
  return: 'return',
  wake: 'wake-up',
  signal: 'signal',
  handover: 'handover',
  exit: 'VM exit',
  enter: 'VM entry',
  leave: 'leaves the VM',
  doorbell: 'doorbell',
  interrupt: 'interrupt',
};

export const places: PathWords['places'] = {
  app: { name: 'program', says: 'the program goes on' },
  libs: { name: 'libraries', says: 'a library makes the call for the program' },
  runtime: {
    name: 'runtime',
    says: 'the runtime answers the module’s import',
    back: 'the runtime hands the result to the module',
  },
  translate: { name: 'translation', says: 'the emulator translates the block that holds it' },
  code: {
    name: 'code',
    says: 'translated code runs in the emulator’s process',
    back: 'translated code goes on',
  },
  stub: {
    name: 'stub',
    says: 'gVisor’s handler in the program’s process',
    back: 'gVisor’s handler returns',
  },
  sentry: {
    name: 'Sentry',
    says: 'the Sentry does what a kernel would do',
    back: 'the Sentry has the answer',
  },
  'sentry-net': {
    name: 'network stack',
    says: 'the Sentry’s own network stack makes the packet',
    back: 'the Sentry’s own network stack takes the answer',
  },
  'sentry-overlay': {
    name: 'overlay',
    says: 'the Sentry keeps the change in an overlay of its own',
  },
  'library-os': { name: 'library OS', says: 'a function of the program’s own library' },
  filter: {
    name: 'seccomp',
    says: 'a filter looks at the call',
    back: 'the kernel lets the program go on',
  },
  answer: { name: 'answer', says: 'the kernel answers' },
  files: { name: 'file system', says: 'the file system finds the place of the data' },
  overlay: { name: 'overlayfs', says: 'overlayfs chooses the container’s own layer' },
  'page-cache': { name: 'page cache', says: 'the kernel keeps the data in memory' },
  block: {
    name: 'disk driver',
    says: 'block layer and disk driver',
    back: 'the driver sees that it is done',
  },
  'virtual-disk': {
    name: 'virtual disk',
    says: 'the guest’s driver puts the request into a queue',
    back: 'the guest’s driver finds the answer in the queue',
  },
  'virtual-card': {
    name: 'virtual card',
    says: 'the guest’s driver puts the packet into a queue',
    back: 'the guest’s driver finds the answer in the queue',
  },
  'share-client': {
    name: 'share client',
    says: 'the guest’s file system turns the write into a request',
    back: 'the guest’s file system has the answer',
  },
  'share-server': {
    name: 'file server',
    says: 'a process of the host serves the shared folder',
    back: 'the process of the host has the answer',
  },
  tcpip: { name: 'TCP/IP', says: 'socket and network stack' },
  veth: { name: 'veth', says: 'a pair of virtual cards leads out of the network namespace' },
  bridge: { name: 'bridge', says: 'a switch made of software' },
  nat: {
    name: 'NAT',
    says: 'the kernel writes another sender into the packet',
    back: 'the kernel puts the container’s address back',
  },
  plugin: {
    name: 'pod network',
    says: 'the cluster’s network plug-in decides the way',
    back: 'the cluster’s network plug-in leads it back',
  },
  vswitch: { name: 'switch', says: 'a switch made of software' },
  tap: { name: 'tap', says: 'a virtual card whose other end is a process or a VM' },
  vhost: {
    name: 'vhost',
    says: 'a thread of the kernel takes the packet from the queue',
    back: 'a thread of the kernel puts the answer into the queue',
  },
  'net-process': {
    name: 'net process',
    says: 'a process makes the packets of its own sockets',
    back: 'a process makes the answer into packets again',
  },
  'card-driver': {
    name: 'card driver',
    says: 'the driver of the network card',
    back: 'the driver takes the answer from the card',
  },
  'page-tables': { name: 'page tables', says: 'the kernel finds a page and enters it' },
  'host-page': {
    name: 'host memory',
    says: 'a page of the machine’s memory is found',
    back: 'the page is there',
  },
  hypervisor: {
    name: 'hypervisor',
    says: 'the hypervisor sees why the VM was left, and passes it on',
    back: 'the hypervisor has a report for the guest',
  },
  outer: {
    name: 'outer',
    says: 'the hypervisor that runs this machine decides who is meant',
    back: 'the hypervisor that runs this machine passes it on',
  },
  provider: {
    name: 'provider',
    says: 'the provider’s own way, not known outside',
    back: 'the provider’s own way, not known outside',
  },
  vmm: {
    name: 'VMM',
    says: 'the process that plays the device takes the request',
    back: 'the process that plays the device has the answer',
  },
  backend: {
    name: 'back end',
    says: 'the counterpart of the guest’s driver',
    back: 'the counterpart of the guest’s driver has the answer',
  },
  disk: { name: 'disk', says: 'the disk stores it' },
  card: { name: 'network card', says: 'the card sends it; the answer arrives' },
  cpu: { name: 'CPU', says: 'the CPU runs it' },
};

export const cases: PathWords['cases'] = {
  file: 'to a file',
  volume: 'on a volume (no overlay)',
  overlay: 'on the container’s own layer (overlayfs)',
  'sentry-overlay': 'on the Sentry’s own overlay',
  share: 'in a folder shared by the host',
  'block-device': 'on a block device of the VM',
  cache: 'ends in the page cache',
  'disk-vmm': ({ vmm }) => `virtual disk, served by ${vmm}`,
  'disk-hypervisor': 'virtual disk, driver in the hypervisor',
  'disk-control': ({ host }) => `virtual disk, driver in the ${host}`,
  'disk-provider': 'virtual disk of the provider',
  'passed-through': 'real device, passed through',
  bridge: 'bridge and NAT',
  'host-network': 'host networking',
  'no-namespace': 'no network namespace of its own',
  slirp: 'user-mode network',
  'windows-nat': 'virtual switch and NAT',
  cni: 'pod network',
  'sentry-net': 'the Sentry’s own network stack',
  vhost: 'virtio queue, served by vhost',
  'card-vmm': ({ vmm }) => `virtual card, served by ${vmm}`,
  'card-process': 'virtual card, then a network process',
  'card-hypervisor': 'virtual card, driver in the hypervisor',
  'card-control': ({ host }) => `virtual card, driver in the ${host}`,
  'card-provider': 'virtual card of the provider',
  'own-kernel': 'answered by the one kernel',
  'guest-kernel': 'answered by the guest kernel, no VM exit',
  'sentry-systrap': 'answered by the Sentry, systrap platform',
  'sentry-kvm': 'answered by the Sentry, KVM platform',
  runtime: 'asked for by the runtime',
  'library-os': 'a function call, no border',
  'emulator-call': 'made by the emulator for the program',
  'first-touch': 'first touch of a page',
  'host-page-missing': 'the host has no page for it yet',
  'host-page-there': 'the host’s page is there already',
  'memory-given': 'the VM got its memory when it started',
  'same-cpu': 'same CPU: nothing to translate',
  'translated-first': 'other CPU: its block is translated first',
  'translated-before': 'other CPU: its block was translated before',
  'wasm-code': 'Wasm, compiled by the runtime',
  nested: 'this machine is a VM itself',
};

export const notes: PathWords['notes'] = {
  'systrap-patch':
    'Where gVisor could replace the call instruction by a jump, the trap and the signal fall away.',
  'systrap-poll':
    'Where neither side is watching shared memory, a sleeping thread has to be woken too.',
  'sentry-host': 'The Sentry answers this call alone; for others it asks the host’s kernel.',
  'sentry-files':
    'By default gVisor keeps changes to the image’s files in an overlay of its own; a file of the host can back it.',
  'write-back': 'The kernel writes it to the disk later; the program does not wait for that.',
  'completion-thread':
    'The VMM tells KVM through an irqfd or a call; what is drawn is one request at a time.',
  'posted-interrupts':
    'With posted interrupts the device’s report reaches the guest without the hypervisor.',
  batching: 'Under load, queues carry several requests for one exit.',
  'several-disks':
    'One of several setups: a disk can also be emulated, or served by a thread of the kernel.',
  'several-networks':
    'One of several setups: networks of containers and VMs can be built differently.',
  provider: 'What the provider does below the VM is not known outside; it is not counted.',
  'copy-up': 'The first write to a file of the image copies the whole file up first.',
  'share-process':
    'The file server is a process beside the VM’s; it is drawn in the box that stands for these processes.',
  nested: 'The CPU knows one level: each exit reaches the outer hypervisor, which passes it on.',
  'map-for-sentry': 'The host’s kernel enters the page on the Sentry’s behalf.',
  'library-os-memory':
    'Many library OSes enter all their memory when they start; then nothing traps.',
  wasi: 'A module has no system calls: it calls functions that the runtime offers.',
  'emulator-exec':
    'binfmt_misc handed the program to the emulator when it was started; each block is translated once, then kept.',
};
