/** Words of the view `namespaces`. */
import type { DockerDefault, NamespaceFacts, NamespaceId } from './namespaces.ts';

/** Whether the fences of a stack have a namespace of a kind. */
export type FenceState = 'on' | 'off' | 'unknown';

export interface NamespaceWords {
  readonly names: Readonly<Record<NamespaceId, string>>;
  /** What one finds in one, as a headline. */
  readonly headlines: Readonly<Record<NamespaceId, string>>;
  readonly sentences: Readonly<Record<NamespaceId, string>>;
  /** Said where no stack that is shown has fences of namespaces. */
  readonly noFence: string;
  /** In place of the headline, which speaks of a fence: no stack shown has one. */
  readonly noFenceHeadline: string;
  readonly inside: string;
  readonly host: string;
  readonly tags: Readonly<Record<FenceState, (name: string) => string>>;
  facts(kind: NamespaceFacts): string;
  readonly docker: Readonly<Record<DockerDefault, string>>;
  readonly numbers: string;
  readonly shared: string;
  readonly twin: Readonly<Record<FenceState, (name: string) => string>>;
  readonly chapters: readonly { readonly label: string; readonly says: string }[];
  readonly table: {
    readonly caption: string;
    readonly columns: readonly string[];
    /** In place of an answer without a line. */
    readonly nothing: string;
    recorded(machine: string, date: string): string;
  };
}
