/** Where in its stack a layer lies, counted in floors from the ground. */
import { isBoundary } from '#lib/model/kinds.ts';
import type { Layer, LayerPath, ResolvedStack } from '#lib/model/stack.ts';

export interface Level {
  /** 1 is the hardware. */
  readonly level: number;
  /** Floors of the tallest pile through this layer. */
  readonly of: number;
}

/** @returns null for what is not a floor: boundaries and what stands beside. */
export function levelOf(stack: ResolvedStack, path: LayerPath): Level | null {
  const chain = chainTo(stack.ground, path);
  const layer = chain?.at(-1);
  if (chain === null || layer === undefined) return null;
  if (isBoundary(layer.kind) || layer.relation !== 'under') return null;
  const level = chain.filter((one) => !isBoundary(one.kind)).length;
  return { level, of: level + floorsAbove(layer) };
}

function chainTo(layer: Layer, path: LayerPath): Layer[] | null {
  if (layer.path === path) return [layer];
  for (const child of [...layer.inside, ...layer.wraps, ...layer.carries]) {
    const rest = chainTo(child, path);
    if (rest !== null) return [layer, ...rest];
  }
  return null;
}

function floorsAbove(layer: Layer): number {
  const floors = [...layer.wraps, ...layer.carries]
    .filter((child) => child.relation === 'under' || child.relation === 'wraps')
    .map((child) => floorsAbove(child) + (isBoundary(child.kind) ? 0 : 1));
  return Math.max(0, ...floors);
}
