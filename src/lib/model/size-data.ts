/** What a stack takes on disk and in memory: which figure stands for which part, and what is assumed. */

/** What a part is; it has the look of that kind of layer. `whole`: kernel, system and more, not told apart. */
export const SIZE_ROLES = [
  'kernel',
  'whole',
  'userland',
  'libs',
  'app',
  'vmm',
  'engine',
  'sentry',
  'library-os',
  'fence',
  'hypervisor',
] as const;
export type SizeRole = (typeof SIZE_ROLES)[number];

/** A value that no source gives; the reader can change it. */
export interface SizeAssumption {
  readonly id: string;
  readonly name: string;
  /** MB. */
  readonly mb: number;
  readonly minMb: number;
  readonly maxMb: number;
  readonly why: string;
}

/**
 * One part. Where it has neither figure nor assumption nor program, it is not measured: drawn as an open
 * outline, and never counted.
 */
export interface SizePart {
  readonly id: string;
  readonly role: SizeRole;
  readonly name: string;
  readonly figure?: string;
  /** MB, where the figure's words name the part: "Debian slim base 29.8, nginx 33.3 MB". */
  readonly mb?: number;
  readonly assumption?: string;
  /** The program that runs in every instance; its memory is the reader's setting. */
  readonly program?: true;
  /** Assumption ids whose parts this figure holds too. */
  readonly minus?: readonly string[];
  /** Equal digests are stored once. */
  readonly digest?: string;
  /** Memory alone: pages that KSM, ballooning and clones can save. */
  readonly guest?: true;
  /** What to know before comparing. */
  readonly note?: string;
}

/** What one program takes with all that is stored for it, bottom up. */
export interface SizeImage {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly SizePart[];
}

export interface DiskSizes {
  /** What is compared, e.g. "Debian VM, minimal installation". */
  readonly what: string;
  /** `layers`: image layers; `clones`: disks that can be linked clones. */
  readonly sharing: 'layers' | 'clones';
  readonly images: readonly SizeImage[];
}

export interface MemorySizes {
  /** Variants it holds for; absent: all. */
  readonly variants?: readonly string[];
  readonly what: string;
  /** Its instances are VMs: page sharing, ballooning and clones act on their guests. */
  readonly isVm: boolean;
  /** Once per host; not to be measured by what is drawn of it. */
  readonly host: readonly SizePart[];
  /** Once per instance, bottom up. */
  readonly each: readonly SizePart[];
}

export interface StackSizes {
  /** Stack id. */
  readonly id: string;
  readonly disk: {
    readonly unpacked?: DiskSizes;
    readonly compressed?: DiskSizes;
  };
  readonly memory: readonly MemorySizes[];
}

/** Everything the Size lens knows. */
export interface SizeShelf {
  readonly stacks: ReadonlyMap<string, StackSizes>;
  readonly assumptions: ReadonlyMap<string, SizeAssumption>;
}
