/**
 * What was answered where somebody asked: strings that a machine printed, with where they come from. A
 * kernel of which nobody printed a release has no entry; the picture then says whose answer it is.
 */
import type { AbiFamily } from '../kinds.ts';
import { walkLayers, type Layer, type LayerPath, type ResolvedStack } from '../stack.ts';

/** Which answers an entry gives: all that is named has to fit. */
export interface AnswerMatch {
  /** Ids of stacks, `id` or `id:variant`. */
  readonly stacks?: readonly string[];
  /** Name of the layer with the files that are read. */
  readonly files?: string;
  /** Whose system calls it answers. */
  readonly family?: AbiFamily;
  /** Second line of the layer that answers. */
  readonly detail?: string;
}

export type AnswerOrigin =
  | {
      /** Id of the check in whose output the text stands. */
      readonly check: string;
      readonly recorded: string;
    }
  | {
      readonly check?: string;
      readonly quoted: { readonly url: string; readonly title: string };
    }
  /** From a document that states it, not from a machine that printed it. */
  | { readonly stated: { readonly url: string; readonly title: string } };

export interface KnownAnswer {
  readonly match: AnswerMatch;
  /** Taken in turn by the instances of the machine that answers. */
  readonly texts: readonly string[];
  readonly origin: AnswerOrigin;
}

export interface AnswerShelf {
  /** PRETTY_NAME of /etc/os-release, or what takes its place. */
  readonly names: readonly KnownAnswer[];
  /** Kernel releases. */
  readonly releases: readonly KnownAnswer[];
  /** Names of the machine, where an emulator answers in place of the kernel. */
  readonly machines: readonly KnownAnswer[];
}

export interface Answer {
  readonly text: string;
  readonly origin: AnswerOrigin;
}

/** @returns what is known of an answer; null: nobody printed it */
export function knownAnswer(
  entries: readonly KnownAnswer[],
  stack: ResolvedStack,
  layer: Layer,
  turn = 0,
): Answer | null {
  const named = `${stack.id}:${stack.variant}`;
  const found = entries.find(({ match }) => {
    if (match.stacks && !match.stacks.some((one) => one === stack.id || one === named))
      return false;
    if (match.files !== undefined && match.files !== layer.name) return false;
    if (match.family !== undefined && match.family !== layer.family) return false;
    return match.detail === undefined || match.detail === layer.detail;
  });
  const text = found?.texts[turn % found.texts.length];
  return found === undefined || text === undefined ? null : { text, origin: found.origin };
}

/** @returns the layers from the ground to the one at `path`; empty when it is not there */
export function chainTo(stack: ResolvedStack, path: LayerPath): readonly Layer[] {
  const parents = new Map<LayerPath, Layer | null>();
  for (const [layer, parent] of walkLayers(stack.ground)) {
    parents.set(layer.path, parent);
    if (layer.path !== path) continue;
    const chain = [layer];
    for (let up = parent; up !== null; up = parents.get(up.path) ?? null) chain.unshift(up);
    return chain;
  }
  return [];
}
