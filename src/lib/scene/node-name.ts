/** What layers are called in the twin. */
import type { LayerPath } from '../model/stack.ts';
import type { DisplayList } from './display-list.ts';
import type { TwinNode, TwinStack } from './picture.ts';

/** @returns the accessible name of a layer, undefined if no stack has it */
export function nameOf(path: LayerPath, stacks: readonly TwinStack[]): string | undefined {
  return nameIn(
    path,
    stacks.flatMap(({ layers }) => layers),
  );
}

function nameIn(path: LayerPath, nodes: readonly TwinNode[]): string | undefined {
  for (const node of nodes) {
    const found = node.path === path ? node.name : nameIn(path, node.children);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a name begins with, "Shop, Python", and what it goes on with, "on System libraries". */
export function partsOfName(name: string): readonly [string, string] {
  const [own = '', ...others] = name.split('; ');
  return [own, others.join('; ')];
}

/** @returns whether a layer's label says all that its name begins with: small boxes drop some or all of it */
export function isLabelled(path: LayerPath, name: string, { items }: DisplayList): boolean {
  const painted = items.flatMap((item) =>
    item.t === 'text' && item.owner === path && item.alpha !== 0 ? wordsOf(item.text) : [],
  );
  return wordsOf(partsOfName(name)[0]).every((word) => painted.includes(word));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}
