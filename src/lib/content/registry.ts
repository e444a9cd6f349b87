/**
 * Which stacks there are. A stack is one file in `stacks/`: adding one needs no other change. Names are
 * small and come with each page; the stacks themselves are loaded when asked for.
 */
import { createLoader, idOf, type LoadStack, pathOf, type StackFiles } from './stack-loader.ts';

/** What an address can name of a stack. */
export interface StackNames {
  readonly defaultVariant: string;
  readonly variants: readonly string[];
}

const names = import.meta.glob<StackNames>('./stacks/*.json', {
  eager: true,
  query: '?names',
  import: 'default',
});
/** Order of the public contract; a stack that is not named here comes last. */
const ORDER: readonly string[] = [
  'process',
  'vm-bare-metal',
  'vm-hosted',
  'docker-linux',
  'docker-rootless',
  'system-container',
  'windows-process',
  'windows-hyperv',
  'desktop-windows-wsl2',
  'desktop-windows-hyperv',
  'desktop-mac',
  'desktop-linux',
  'emulated',
  'microvm',
  'kata',
  'gvisor',
  'unikernel',
  'cloud-containers',
  'wasm',
];

/** What the build reads out of the folder of stack files, by path. */
interface StackFolder {
  readonly names: Readonly<Record<string, StackNames>>;
  readonly parsed: StackFiles;
}

interface StackRegistry {
  /** In the order in which lists show them. */
  readonly stackIds: readonly string[];
  /** Variants of every stack by id. */
  readonly stackNames: Readonly<Record<string, StackNames>>;
  readonly loadStack: LoadStack;
}

/** All there is to know about the stacks, from their folder alone: a further file is a further stack. */
export function createRegistry(folder: StackFolder): StackRegistry {
  const stackIds = Object.keys(folder.names)
    .map(idOf)
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
  return {
    stackIds,
    stackNames: Object.fromEntries(
      stackIds.map((id) => [id, folder.names[pathOf(id)] ?? { defaultVariant: '', variants: [] }]),
    ),
    loadStack: createLoader(folder.parsed),
  };
}

function rank(id: string): number {
  const index = ORDER.indexOf(id);
  return index === -1 ? ORDER.length : index;
}

// Ids and names alone: who draws loads from `stacks-drawn.ts`, who tells all of them from `stacks.ts`.
const here = createRegistry({ names, parsed: {} });
export const { stackIds, stackNames } = here;
