/** What is known of hosts, images and Windows builds: read from `content/run-here/`. */
import type { SourceName } from '../figures.ts';
import type { AbiFamily } from '../kinds.ts';
import type { RunCpu, RunHostId, RunHow, RunNeed, RunReason } from './run-names.ts';

/** How hosts are grouped in a menu. */
export const RUN_GROUPS = ['linux', 'windows', 'server', 'mac', 'cloud'] as const;
export type RunGroup = (typeof RUN_GROUPS)[number];

export interface RunHost {
  readonly id: RunHostId;
  readonly group: RunGroup;
  readonly family: Extract<AbiFamily, 'linux' | 'nt' | 'xnu'>;
  readonly cpu: RunCpu;
  /** Windows: its build unless another is named. */
  readonly build?: number;
  readonly edition?: 'pro' | 'home' | 'server';
  /** Is itself a virtual machine. */
  readonly isVm?: true;
  /** What usually runs images here. */
  readonly how: RunHow;
}

/** An image by its platform, and an example with its name and its user space. */
export interface RunExample {
  readonly platform: string;
  readonly name: string;
  readonly libs: string;
}

/** A pair of builds that share a kernel although they differ. */
export interface BuildException {
  readonly image: number;
  readonly edition: 'client' | 'server';
  /** Smallest build of the host. */
  readonly from: number;
}

export interface WindowsBuilds {
  readonly releases: readonly { readonly name: string; readonly build: number }[];
  readonly exceptions: readonly BuildException[];
  /** Client builds from here on are Windows 11, smaller ones Windows 10. */
  readonly windows11From: number;
}

export interface RunGrounds {
  readonly reasons: readonly { readonly id: RunReason; readonly sources: readonly string[] }[];
  readonly needs: readonly { readonly id: RunNeed; readonly sources: readonly string[] }[];
}

export interface RunShelf {
  readonly hosts: readonly RunHost[];
  readonly examples: readonly RunExample[];
  readonly builds: WindowsBuilds;
  readonly reasonSources: ReadonlyMap<RunReason, readonly string[]>;
  readonly needSources: ReadonlyMap<RunNeed, readonly string[]>;
  readonly sources: ReadonlyMap<string, SourceName>;
}
