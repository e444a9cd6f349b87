/**
 * Which stacks there are. A stack is one file in `stacks/`: adding one needs no other change. Names are
 * small and come with each page; the stacks themselves are loaded when asked for.
 */
import type { ParseResult } from '../model/parse.ts';

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
  readonly parsed: Readonly<Record<string, () => Promise<ParseResult>>>;
}

interface StackRegistry {
  /** In the order in which lists show them. */
  readonly stackIds: readonly string[];
  /** Variants of every stack by id. */
  readonly stackNames: Readonly<Record<string, StackNames>>;
  /**
   * Loads a stack, once.
   * @returns the stack, or what is wrong: an unknown id, a file that did not arrive, a mistake in it.
   * Never rejects.
   */
  readonly loadStack: (id: string) => Promise<ParseResult>;
}

/** All there is to know about the stacks, from their folder alone: a further file is a further stack. */
export function createRegistry(folder: StackFolder): StackRegistry {
  const stackIds = Object.keys(folder.names)
    .map((path) => path.replace(/^.*\/|\.json$/g, ''))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
  const loaded = new Map<string, Promise<ParseResult>>();

  const readStack = async (id: string): Promise<ParseResult> => {
    try {
      const result = await folder.parsed[pathOf(id)]?.();
      if (result !== undefined) return result;
      throw new Error(`no file for ${id}`);
    } catch (error) {
      // Not kept: the next attempt may find the network again.
      loaded.delete(id);
      return failure(
        `could not be loaded: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };

  return {
    stackIds,
    stackNames: Object.fromEntries(
      stackIds.map((id) => [id, folder.names[pathOf(id)] ?? { defaultVariant: '', variants: [] }]),
    ),
    loadStack(id) {
      const known = loaded.get(id);
      if (known !== undefined) return known;
      if (!stackIds.includes(id))
        return Promise.resolve(
          failure(`there is no stack "${id}"; known stacks: ${stackIds.join(', ')}`),
        );
      const result = readStack(id);
      loaded.set(id, result);
      return result;
    },
  };
}

function failure(message: string): ParseResult {
  return { ok: false, issues: [{ path: '', message }] };
}

function pathOf(id: string): string {
  return `./stacks/${id}.json`;
}

function rank(id: string): number {
  const index = ORDER.indexOf(id);
  return index === -1 ? ORDER.length : index;
}

// Ids and names alone: who draws loads from `stacks-drawn.ts`, who tells all of them from `stacks.ts`.
const here = createRegistry({ names, parsed: {} });
export const { stackIds, stackNames } = here;

/** A loader of the stacks there are, from what the build read out of their files. */
export function createLoader(parsed: StackFolder['parsed']): StackRegistry['loadStack'] {
  return createRegistry({ names, parsed }).loadStack;
}
