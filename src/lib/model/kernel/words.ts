/** Words of the Kernel lens: its views `ask`, `apart` and `namespaces`. */
import type { ApartWords } from './words-apart.ts';
import type { NamespaceWords } from './words-namespaces.ts';
import type { NoShell } from './asked.ts';
import type { AbiFamily } from '../kinds.ts';
import type { InstanceNoun, Layer, ResolvedStack } from '../stack.ts';

/** What is counted of one stack, with true numbers. */
export interface AskFacts {
  readonly stack: ResolvedStack;
  readonly noun: InstanceNoun;
  readonly instances: number;
  readonly kernels: number;
  readonly sentries: number;
  readonly names: number | null;
  readonly strings: number | null;
  readonly noShell: NoShell | null;
  readonly family: AbiFamily | null;
  /** All stand in one VM that they did not ask for. */
  readonly isHidden: boolean;
  readonly hasEmulator: boolean;
  /** Some answer is not known. */
  readonly hasGaps: boolean;
}

/** One question and its answers, as they are told. */
export interface AskTold {
  readonly who: string;
  readonly name: string | null;
  readonly release: string | null;
  readonly by: Layer | null;
}

export interface AskWords {
  headline(shown: readonly AskFacts[]): string;
  sentence(shown: readonly AskFacts[]): string;
  /** What is typed, longest form first. */
  readonly commands: {
    readonly name: readonly string[];
    readonly release: readonly string[];
    readonly releaseAndMachine: readonly string[];
    readonly build: readonly string[];
    readonly image: readonly string[];
  };
  /** In place of a name or release that nobody printed; the longest that fits is taken. */
  readonly unknownName: readonly string[];
  unknownRelease(by: Layer, isInVm: boolean): readonly string[];
  /** Why nothing can be typed, longest form first. */
  readonly noShell: Readonly<Record<NoShell, readonly string[]>>;
  more(count: number): string;
  /** One of many alike is asked; longest form first. */
  firstOf(count: number): readonly string[];
  /** @param names of whose files are read in this chapter */
  chapter(index: number, names: readonly string[]): string;
  says(told: readonly AskTold[]): string;
  start: string;
  readonly twin: {
    files(name: string): string;
    kernel(release: string | null, instances: string): string;
  };
  readonly table: {
    readonly caption: string;
    readonly columns: readonly string[];
    readonly unknown: string;
    readonly none: string;
    readonly recorded: (when: string) => string;
    readonly quoted: (title: string) => string;
  };
}

export interface KernelWords {
  readonly ask: AskWords;
  readonly namespaces: NamespaceWords;
  readonly apart: ApartWords;
  readonly teeth: string;
  readonly families: Readonly<Record<AbiFamily, string>>;
}
