/** Words of the Kernel lens's views "can it run here?" and "what a user space needs". */
import type { NeedCaseId } from './needs-data.ts';
import type { RunGroup } from './run-data.ts';
import type { RunHostId, RunHow, RunNeed, RunReason, RunVerdict } from './run-names.ts';

type Family = 'linux' | 'nt' | 'xnu';

/** What is drawn, one by one: names on boxes. */
export interface RunBoxWords {
  readonly hardware: string;
  cpu(cpu: string): string;
  readonly kernels: Readonly<Record<Family, { readonly name: string; readonly short: string }>>;
  /** Whose calls its teeth are. */
  readonly teeth: Readonly<Record<Family, string>>;
  build(build: number): string;
  readonly hypervisor: string;
  readonly hyperv: string;
  readonly provider: string;
  /** The VM that a host in the cloud is. */
  readonly node: string;
  readonly strip: Readonly<Record<'linux' | 'xnu' | 'nt', string>>;
  readonly vms: Readonly<
    Record<'desktop' | 'wsl2' | 'hyperv' | 'podman' | 'isolation' | 'kata' | 'own', string>
  >;
  readonly translators: Readonly<
    Record<'qemu' | 'rosetta' | 'qemu-machine', { readonly name: string; readonly short: string }>
  >;
  translates(cpu: string): string;
  readonly sentry: { readonly name: string; readonly detail: string };
  readonly nothingHere: string;
  readonly files: string;
}

export interface KernelRunWords {
  readonly caption: string;
  readonly title: string;
  readonly hosts: Readonly<Record<RunHostId, { readonly name: string; readonly short: string }>>;
  readonly groups: Readonly<Record<RunGroup, string>>;
  readonly hows: Readonly<Record<RunHow, string>>;
  readonly verdicts: Readonly<Record<RunVerdict, string>>;
  readonly kata: string;
  readonly reasons: Readonly<Record<RunReason, string>>;
  readonly needs: Readonly<Record<RunNeed, string>>;
  readonly box: RunBoxWords;
  /** Heads what the teeth do not say. */
  readonly besides: string;
  readonly teethAre: string;
  headline(host: string, runs: number, total: number): string;
  sentence(host: string, how: string): string;
  /** What would run it, where it cannot as asked. */
  instead(hows: readonly RunHow[], family: 'linux' | 'nt'): string;
  sources(names: readonly string[]): string;
  readonly twin: {
    layer(name: string, detail: string): string;
    stands(name: string, on: string): string;
    held(name: string, apart: string): string;
    readout(answers: readonly { readonly image: string; readonly verdict: string }[]): string;
  };
  readonly table: {
    readonly rows: Readonly<
      Record<'verdict' | 'why' | 'kernel' | 'translator' | 'besides' | 'stack' | 'sources', string>
    >;
    readonly image: string;
    readonly none: string;
    nearest(title: string): string;
    /** Names of stacks by id, as menus show them. */
  };
}

/** What is said of one user space. */
export interface NeedCaseWords {
  /** In a menu. */
  readonly name: string;
  /** What it asks of the kernel or the CPU. */
  readonly needs: string;
  readonly cause: string;
  readonly remedy: string;
  /** The short mark on what is in the way. */
  readonly mark: string;
}

export interface NeedsWords {
  readonly title: string;
  readonly caption: string;
  readonly cases: Readonly<Record<NeedCaseId, NeedCaseWords>>;
  readonly results: Readonly<Record<'runs' | 'breaks' | 'depends', string>>;
  readonly kernel: string;
  readonly hardware: string;
  readonly cpu: string;
  readonly cpuHidden: string;
  readonly sentry: string;
  readonly translator: string;
  readonly cause: string;
  readonly remedy: string;
  /** Over the bars of all user spaces. */
  readonly bars: string;
  readonly noOutput: string;
  readonly nothingPrinted: string;
  needsSince(version: string): string;
  readonly needsAny: string;
  readonly tooOldMark: string;
  tooOld(version: string): string;
  headline(
    image: string,
    version: string,
    result: 'runs' | 'breaks' | 'depends',
    isMended: boolean,
    /** What is in the way, in a word or two. */
    why: string,
  ): string;
  readonly sentence: string;
  twinKernel(version: string, host: string): string;
  twinImage(image: string, result: string, needs: string): string;
  sources(names: readonly string[]): string;
  readonly table: { readonly space: string; readonly needs: string };
}
