/** Loads stacks from what the build read out of their files, by path. */
import type { ParseResult } from '../model/parse.ts';

export type StackFiles = Readonly<Record<string, () => Promise<ParseResult>>>;

/**
 * Loads a stack, once.
 * @returns the stack, or what is wrong: an unknown id, a file that did not arrive, a mistake in it.
 * Never rejects.
 */
export type LoadStack = (id: string) => Promise<ParseResult>;

/** @returns a loader of the stacks there are */
export function createLoader(parsed: StackFiles): LoadStack {
  const loaded = new Map<string, Promise<ParseResult>>();

  const readStack = async (id: string): Promise<ParseResult> => {
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
  };

  return (id) => {
    const known = loaded.get(id);
    if (known !== undefined) return known;
    if (!Object.hasOwn(parsed, pathOf(id))) {
      const ids = Object.keys(parsed).map(idOf).join(', ');
      return Promise.resolve(failure(`there is no stack "${id}"; known stacks: ${ids}`));
    }
    const result = readStack(id);
    loaded.set(id, result);
    return result;
  };
}

function failure(message: string): ParseResult {
  return { ok: false, issues: [{ path: '', message }] };
}

/** @returns the path of a stack's file */
export function pathOf(id: string): string {
  return `./stacks/${id}.json`;
}

/** @returns the id that a path stands for */
export function idOf(path: string): string {
  return path.replace(/^.*\/|\.json$/g, '');
}
