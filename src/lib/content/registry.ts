/**
 * The stacks there are. A stack is one file in `stacks/`: adding one needs no other change. Titles are
 * small and come with the page; the stacks themselves are loaded when asked for.
 */
import type { ParseResult } from '../model/parse.ts';

/** What menus show of a variant; absent titles are the stack's own. */
export interface VariantTitles {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly shortTitle?: string;
  readonly claim?: string;
}

/** What menus show of a stack before it is loaded. */
export interface StackHead {
  readonly title: string;
  readonly shortTitle: string;
  readonly claim: string;
  readonly defaultVariant: string;
  readonly variants: readonly VariantTitles[];
}

// Single keys of the JSON files, so that the bundler leaves the layers out. `variants` stays small as
// long as each `ground` is the use of a part.
const titles = import.meta.glob<string>('./stacks/*.json', { eager: true, import: 'title' });
const shortTitles = import.meta.glob<string>('./stacks/*.json', {
  eager: true,
  import: 'shortTitle',
});
const claims = import.meta.glob<string>('./stacks/*.json', { eager: true, import: 'claim' });
const defaults = import.meta.glob<string>('./stacks/*.json', {
  eager: true,
  import: 'defaultVariant',
});
const variants = import.meta.glob<readonly VariantTitles[]>('./stacks/*.json', {
  eager: true,
  import: 'variants',
});
// Read by the one parser when the site is built (vite.config.ts), so that a page carries no parser for
// files that cannot change any more.
const parsed = import.meta.glob<ParseResult>('./stacks/*.json', {
  query: '?parsed',
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

/** Ids of the stacks, in the order in which lists show them. */
export const stackIds: readonly string[] = Object.keys(titles)
  .map((path) => path.replace(/^.*\/|\.json$/g, ''))
  .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));

/** Titles of every stack by id. */
export const stackTitles: Readonly<Record<string, StackHead>> = Object.fromEntries(
  stackIds.map((id) => [id, headOf(pathOf(id))]),
);

const loaded = new Map<string, Promise<ParseResult>>();

/**
 * Loads a stack, once.
 * @returns the stack, or what is wrong: an unknown id, a file that did not arrive, a mistake in it.
 * Never rejects.
 */
export function loadStack(id: string): Promise<ParseResult> {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  if (!stackIds.includes(id))
    return Promise.resolve(
      failure(`there is no stack "${id}"; known stacks: ${stackIds.join(', ')}`),
    );
  const result = readStack(id);
  loaded.set(id, result);
  return result;
}

async function readStack(id: string): Promise<ParseResult> {
  try {
    const result = await parsed[pathOf(id)]?.();
    if (result !== undefined) return result;
    throw new Error(`no file for ${id}`);
  } catch (error) {
    // Not kept: the next attempt may find the network again.
    loaded.delete(id);
    return failure(
      `could not be loaded: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function failure(message: string): ParseResult {
  return { ok: false, issues: [{ path: '', message }] };
}

function headOf(path: string): StackHead {
  return {
    title: titles[path] ?? '',
    shortTitle: shortTitles[path] ?? '',
    claim: claims[path] ?? '',
    defaultVariant: defaults[path] ?? '',
    variants: variants[path] ?? [],
  };
}

function pathOf(id: string): string {
  return `./stacks/${id}.json`;
}

function rank(id: string): number {
  const index = ORDER.indexOf(id);
  return index === -1 ? ORDER.length : index;
}
