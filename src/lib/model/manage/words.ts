/** Words of the Manage lens. Names and counts arrive ready; a function puts the words around them. */
import type { InstanceNoun } from '../stack.ts';
import type { LayerRole, Verb } from './tool.ts';

/** Which story is shown; `reach` is the picture without one. */
export type ManageStory = 'reach' | 'deploy' | 'node' | 'patch';

/** What a step's sentence may speak of. */
export interface StepFacts {
  /** "4 containers" */
  readonly units: string;
  /** "container" */
  readonly unit: string;
  /** Name of the first of them, "VM 1". */
  readonly first: string;
  /** It does so only where it was set up to. */
  readonly isSetting: boolean;
  readonly isByHand: boolean;
  readonly hasContainers: boolean;
  readonly isWindows: boolean;
  /** Nodes are VMs of this stack. */
  readonly isCluster: boolean;
  /** A general-purpose kernel lies under the VMs, in a control domain or itself. */
  readonly below: 'kernel' | 'control' | 'hypervisor';
}

/** One stack, for the headline. */
export interface ManageFacts {
  readonly title: string;
  readonly noun: InstanceNoun | null;
  readonly topology: string;
  readonly hasContainers: boolean;
  /** Tools that reach containers, VMs, kernels. */
  readonly containersBy: readonly string[];
  readonly vmsBy: readonly string[];
  readonly kernelsBy: readonly string[];
  /** True counts. */
  readonly kernels: number;
  readonly kernelsReached: number;
  /** A tool reaches the hypervisor, which lies on the hardware and is not among the kernels. */
  readonly isHypervisorReached: boolean;
  /** Kernels of a host or a control domain among them. */
  readonly hasOwnKernel: boolean;
  /** What a new version comes with; null: it starts on a kernel that runs on. */
  readonly brings: 'kernel' | 'library-os' | null;
  /** The tool that starts instances on another node, if one does. */
  readonly elsewhereBy: string | null;
  /** It does so only where it was set up to. */
  readonly elsewhereIfSet: boolean;
  readonly patched: number;
  readonly striped: number;
  readonly restarted: number;
  /** How the kernels become patched ones: where they lie, by others in their place. */
  readonly patching: readonly ('in-place' | 'replaced')[];
}

/** What the readout tells of a moment of a story. */
export interface StoryCounts {
  readonly story: ManageStory;
  readonly patched: number;
  readonly kernels: number;
  readonly striped: number;
  readonly restarted: number;
  readonly away: number;
  readonly changed: number;
  readonly noun: InstanceNoun | null;
}

export interface ManageWords {
  headline(story: ManageStory, facts: readonly ManageFacts[]): string;
  sentence(story: ManageStory, facts: readonly ManageFacts[]): string;
  readonly roles: Readonly<Record<LayerRole, string>>;
  readonly verbs: Readonly<Record<Verb, string>>;
  readonly carries: string;
  readonly byHand: string;
  /** Before what nobody does; may be empty. */
  readonly happens: string;
  /** No tool that was chosen works on this stack. */
  readonly noTool: string;
  readonly anotherNode: string;
  readonly newVersion: string;
  readonly patched: string;
  /** "4 containers" */
  instances(noun: InstanceNoun, count: number): string;
  noun(noun: InstanceNoun): string;
  /** "+ 3 containers" */
  more(noun: InstanceNoun, count: number): string;
  /** Sentence of a step, by its id. */
  step(id: string, facts: StepFacts): string;
  /** Its name on the timeline. */
  shortStep(id: string): string;
  /** A step of one of two ways. */
  waySays(label: string, sentence: string): string;
  actorSays(actor: string, sentence: string): string;
  stackSays(title: string, sentence: string): string;
  readonly atRest: string;
  readout: {
    /** @param isHypervisorReached see `ManageFacts` */
    reach(reached: number, kernels: number, isHypervisorReached: boolean): string;
    /** The same for a narrow column. */
    reachShort(reached: number, kernels: number): string;
    story(counts: StoryCounts): string;
    byHand(names: readonly string[], providers: readonly string[]): string;
  };
  readonly twin: {
    managedBy(names: readonly string[]): string;
    carriedBy(names: readonly string[]): string;
    readonly byHand: string;
    readonly provider: string;
    steps(labels: readonly string[]): string;
    readonly stopped: string;
    readonly away: string;
  };
  readonly table: {
    caption(story: ManageStory): string;
    readonly tool: string;
    readonly step: string;
    readonly none: string;
    /** Row of what is left to people. */
    readonly rest: string;
    readonly kernels: string;
    readonly outcome: string;
    does(verbs: readonly string[], roles: readonly string[]): string;
  };
}
