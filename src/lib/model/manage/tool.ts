/**
 * What a tool manages, as data. A tool does not own layers one to one: it names, per kind of stack, the
 * roles of the layers that it creates, places, heals and updates.
 */
import type { AbiFamily } from '../kinds.ts';

/** What a layer is to those who run it; every layer of a stack has one. */
export const LAYER_ROLES = [
  'hardware',
  'hypervisor',
  'host-kernel',
  'host-programs',
  'control-domain',
  'vmm',
  'vm',
  'guest-kernel',
  'guest-programs',
  'guest-app',
  'container',
  'image',
  'container-app',
  'sentry',
  'library-os',
  'engine',
  'helper',
  'process',
] as const;
export type LayerRole = (typeof LAYER_ROLES)[number];

export const VERBS = ['create', 'place', 'heal', 'update'] as const;
export type Verb = (typeof VERBS)[number];

/** `setting`: only where it was set up to. `unknown`: no source found that says so. */
export const ANSWERS = ['yes', 'setting', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

/** How it takes instances off a machine that is to be serviced: running, by stop and start, not at all. */
export const MOVES = ['live', 'restart', 'no', 'unknown'] as const;
export type Move = (typeof MOVES)[number];

/** What it manages on some stacks: roles per verb. */
export interface ToolWork {
  /** Stack ids; `id:variant` for a single variant. */
  readonly stacks: readonly string[];
  /** Drawn there when no tools were chosen. */
  readonly usual?: true;
  readonly create?: readonly LayerRole[];
  readonly place?: readonly LayerRole[];
  readonly heal?: readonly LayerRole[];
  readonly update?: readonly LayerRole[];
  /** What comes along in its disk or image without the tool looking into it. */
  readonly carries?: readonly LayerRole[];
  /** Guests whose kernel is of these families alone; absent: of any. */
  readonly families?: readonly AbiFamily[];
}

export interface ToolSource {
  readonly title: string;
  readonly url: string;
  /** Stacks of which it speaks alone, as in `works`; absent: all of them. */
  readonly stacks?: readonly string[];
}

/** A tool as far as it is drawn. */
export interface Tool {
  readonly id: string;
  readonly name: string;
  /** For narrow columns. */
  readonly short?: string;
  readonly works: readonly ToolWork[];
  /** Starts an instance again that has failed. */
  readonly restarts: { readonly here: Answer; readonly elsewhere: Answer };
  readonly moves: Move;
}

/** A tool with what its card tells. */
export interface ToolRecord extends Tool {
  /** What it is, one sentence. */
  readonly about: string;
  /** What it leaves to others, one sentence. */
  readonly not: string;
  readonly sources: readonly ToolSource[];
}
