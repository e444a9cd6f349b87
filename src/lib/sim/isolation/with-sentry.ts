/** A setting that puts a part between: the stack with it is another stack, and all else follows. */
import type { Layer, ResolvedStack } from '../../model/stack.ts';

/** What the added layer is called. */
export type AddedLayer = Pick<Layer, 'name' | 'detail' | 'providedBy' | 'about'>;

/** Containers that runc starts: what runsc can start in its place. */
function isOciFence({ kind, wraps }: Layer): boolean {
  return kind === 'fence' && wraps.some(({ relation }) => relation === 'transient');
}

/** @returns the stack with a user-space kernel under the files of every container */
export function withSentry(stack: ResolvedStack, words: AddedLayer): ResolvedStack {
  const visit = (layer: Layer): Layer => {
    const inner = {
      inside: layer.inside.map(visit),
      wraps: layer.wraps.map(visit),
      carries: layer.carries.map(visit),
    };
    if (!isOciFence(layer)) return { ...layer, ...inner };
    const setUp = inner.wraps.filter(({ relation }) => relation === 'transient');
    const held = inner.wraps.filter(({ relation }) => relation !== 'transient');
    return { ...layer, ...inner, wraps: [...setUp, sentryIn(layer, held, words)] };
  };
  return { ...stack, ground: visit(stack.ground) };
}

function sentryIn(fence: Layer, carries: readonly Layer[], words: AddedLayer): Layer {
  return {
    ...words,
    path: `${fence.path}/sentry`,
    id: 'sentry',
    kind: 'sentry',
    relation: 'under',
    family: 'linux',
    privilege: 'user',
    counts: 'striped',
    figures: [],
    carries,
    inside: [],
    wraps: [],
  };
}

/** @returns the stack with some layers worded anew */
export function reworded(
  stack: ResolvedStack,
  words: (layer: Layer) => Partial<Pick<Layer, 'name' | 'short' | 'detail'>> | null,
): ResolvedStack {
  const visit = (layer: Layer): Layer => ({
    ...layer,
    ...words(layer),
    inside: layer.inside.map(visit),
    wraps: layer.wraps.map(visit),
    carries: layer.carries.map(visit),
  });
  return { ...stack, ground: visit(stack.ground) };
}
