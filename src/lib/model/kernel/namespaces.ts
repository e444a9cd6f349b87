/** The eight kinds of namespace, and what was seen inside and outside of one of each. */

export const NAMESPACES = ['mnt', 'pid', 'net', 'uts', 'ipc', 'user', 'cgroup', 'time'] as const;
export type NamespaceId = (typeof NAMESPACES)[number];

/** What Docker does unless it is told otherwise. */
export type DockerDefault =
  | 'yes'
  /** In rootless mode alone. */
  | 'rootless'
  /** Where cgroups are of version 2. */
  | 'v2'
  /** In newer engines, where the kernel can. */
  | 'engine29';

/** What was typed on one side, and what came back. */
export interface Side {
  readonly command: readonly string[];
  readonly output: readonly string[];
}

export interface NamespaceFacts {
  readonly id: NamespaceId;
  /** Flag of clone(2). */
  readonly flag: string;
  /** Kernel version that brought it. */
  readonly since: string;
  readonly docker: DockerDefault;
  /** What made the namespace that is looked at. */
  readonly enter: string;
  readonly inside: Side;
  readonly host: Side;
  /** Names of the namespace in /proc/self/ns, on either side. */
  readonly links: { readonly inside: string; readonly host: string };
}

export interface NamespaceShelf {
  /** Where it was recorded. */
  readonly machine: string;
  readonly how: string;
  /** ISO date. */
  readonly date: string;
  /** What the kinds' flags, versions and defaults are taken from. */
  readonly sources: readonly {
    readonly title: string;
    readonly by: string;
    readonly url: string;
  }[];
  readonly kinds: readonly NamespaceFacts[];
}
