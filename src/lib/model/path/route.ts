/** The way of one operation through a stack: stops, borders, and which of them has a sourced time. */
import type { LayerPath } from '../stack.ts';

export type PathOp = 'syscall' | 'packet' | 'write' | 'fault' | 'instruction';

/** What can differ from the plain way, as it stands in `path.with`. */
export const PATH_SWITCHES = [
  'cache',
  'overlay',
  'share',
  'hostnet',
  'passthrough',
  'nested',
  'backed',
  'cached',
] as const;
export type PathSwitch = (typeof PATH_SWITCHES)[number];

/** A border: where the work passes to another owner, or the CPU to another mode. */
export type Border =
  /** A program asks its kernel. */
  | 'call'
  /** The CPU stops a program: a page fault, or a call that another kernel answers. */
  | 'trap'
  /** A kernel hands back to the program. */
  | 'return'
  /** A kernel wakes a process. */
  | 'wake'
  /** A kernel makes a program run its signal handler. */
  | 'signal'
  /** Two processes meet in shared memory or at a socket. */
  | 'handover'
  /** Out of a VM. */
  | 'exit'
  /** Into a VM. */
  | 'enter'
  /** Out of a VM, in a way that the provider alone knows. */
  | 'leave'
  /** A driver writes to a register of its device. */
  | 'doorbell'
  | 'interrupt';

/** A place inside a layer where something is done. */
export type Place =
  | 'app'
  | 'libs'
  | 'runtime'
  | 'translate'
  | 'code'
  | 'stub'
  | 'sentry'
  | 'sentry-net'
  | 'sentry-overlay'
  | 'library-os'
  | 'filter'
  | 'answer'
  | 'files'
  | 'overlay'
  | 'page-cache'
  | 'block'
  | 'virtual-disk'
  | 'virtual-card'
  | 'share-client'
  | 'share-server'
  | 'tcpip'
  | 'veth'
  | 'bridge'
  | 'nat'
  | 'plugin'
  | 'vswitch'
  | 'tap'
  | 'vhost'
  | 'net-process'
  | 'card-driver'
  | 'page-tables'
  | 'host-page'
  | 'hypervisor'
  | 'outer'
  | 'provider'
  | 'vmm'
  | 'backend'
  | 'disk'
  | 'card'
  | 'cpu';

export interface Stop {
  readonly layer: LayerPath;
  readonly place: Place;
}

/** From the stop before to `to`; `border` is null where nothing but code of the same owner is run. */
export interface Hop {
  readonly from: Stop;
  readonly to: Stop;
  readonly border: Border | null;
  readonly way: 'down' | 'back';
}

/** A figure that is the time of these hops together, and of nothing else. */
export interface TimePart {
  /** Indices into `hops`. */
  readonly hops: readonly number[];
  /** Index of the hop into the place where the time is spent. */
  readonly at: number;
  readonly figure: string;
}

/** What the subtitle of a stack says of its case. */
export type CaseWord =
  | 'file'
  | 'volume'
  | 'overlay'
  | 'sentry-overlay'
  | 'share'
  | 'block-device'
  | 'cache'
  | 'disk-vmm'
  | 'disk-hypervisor'
  | 'disk-control'
  | 'disk-provider'
  | 'passed-through'
  | 'bridge'
  | 'host-network'
  | 'no-namespace'
  | 'slirp'
  | 'windows-nat'
  | 'cni'
  | 'sentry-net'
  | 'vhost'
  | 'card-vmm'
  | 'card-process'
  | 'card-hypervisor'
  | 'card-control'
  | 'card-provider'
  | 'own-kernel'
  | 'guest-kernel'
  | 'sentry-systrap'
  | 'sentry-kvm'
  | 'runtime'
  | 'library-os'
  | 'emulator-call'
  | 'first-touch'
  | 'host-page-missing'
  | 'host-page-there'
  | 'memory-given'
  | 'same-cpu'
  | 'translated-first'
  | 'translated-before'
  | 'wasm-code'
  | 'nested';

/** What a reader must know of a route before trusting it. */
export const ROUTE_NOTES = [
  'systrap-patch',
  'systrap-poll',
  'sentry-host',
  'sentry-files',
  'write-back',
  'completion-thread',
  'posted-interrupts',
  'batching',
  'several-disks',
  'several-networks',
  'provider',
  'copy-up',
  'share-process',
  'nested',
  'map-for-sentry',
  'library-os-memory',
  'wasi',
  'emulator-exec',
] as const;
export type RouteNote = (typeof ROUTE_NOTES)[number];

export interface Route {
  readonly op: PathOp;
  readonly hops: readonly Hop[];
  /** Number of hops of the way down; the others are the way back. */
  readonly down: number;
  readonly cases: readonly CaseWord[];
  readonly notes: readonly RouteNote[];
  /** Switches that change this route. */
  readonly applied: readonly PathSwitch[];
  /** A part of the way is not known: the borders counted are those that are. */
  readonly isOpen: boolean;
  readonly parts: readonly TimePart[];
  /** Figures of something near this route that is not a time of it. */
  readonly related: readonly string[];
  /** General-purpose kernels it passes on its way down, in order. */
  readonly kernels: readonly LayerPath[];
  /** Kernels in user space and library OSes. */
  readonly striped: readonly LayerPath[];
}
