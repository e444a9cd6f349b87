/** What "can this image run here?" answers, and how answers are put together. */
import type { RunHost } from '../../model/kernel/run-data.ts';
import type { RunNeed, RunReason, RunVerdict } from '../../model/kernel/run-names.ts';
import type { StackRef } from '../../model/stack.ts';
import type { RunImage } from './run-image.ts';

/** What turns the image's instructions into the CPU's. */
export type Translator =
  /** QEMU in user mode: translates instructions, passes system calls on. */
  | 'qemu'
  | 'rosetta'
  /** QEMU translates a whole machine, its kernel too. */
  | 'qemu-machine';

/** The virtual machine that the image runs in. */
export interface RunVm {
  readonly family: 'linux' | 'nt';
  /** Its maker: names the drawing. */
  readonly by: 'desktop' | 'wsl2' | 'hyperv' | 'podman' | 'isolation' | 'kata' | 'own';
  /** Other images of the same kind share it and its kernel. */
  readonly isShared: boolean;
  /** It stands beside the host's kernel, on a hypervisor under both; else the hypervisor is part of that kernel. */
  readonly isBeside: boolean;
}

export interface RunAnswer {
  readonly verdict: RunVerdict;
  /** The first is the one that decides. */
  readonly reasons: readonly RunReason[];
  readonly translator: Translator | null;
  readonly vm: RunVm | null;
  /** The stack that shows it; null: none does. */
  readonly stack: StackRef | null;
  /** That stack shows the same layers under another tool or another CPU. */
  readonly isNearest: boolean;
  readonly needs: readonly RunNeed[];
  /** Ids of what it rests on; never empty. */
  readonly sources: readonly string[];
}

/** An answer before its sources are gathered. */
export interface RunDraft {
  readonly verdict: RunVerdict;
  readonly reasons: readonly RunReason[];
  readonly translator?: Translator;
  readonly vm?: RunVm;
  readonly stack?: StackRef;
  readonly isNearest?: boolean;
  readonly needs?: readonly RunNeed[];
}

/** One question, with the host's build settled. */
export interface RunCase {
  readonly host: RunHost;
  /** The host's build; 0 where it is not Windows. */
  readonly build: number;
  readonly image: RunImage;
  readonly isOtherCpu: boolean;
}

export function no(
  verdict: 'impossible' | 'not-offered',
  ...reasons: readonly RunReason[]
): RunDraft {
  return { verdict, reasons };
}

/** What the teeth do not say about a Linux image. */
export const LINUX_NEEDS = ['kernel-version', 'cpu-level', 'own-libc'] as const;
