/** Stacks as they come from the content, and as the Structure lens draws them, for tests. */
import { structureSaid } from '../content/locales/en/structure-said.ts';
import { structureTableWords } from '../content/locales/en/structure-table.ts';
import { structure } from '../content/locales/en/structure.ts';
import { stackIds } from '../content/registry.ts';
import { loadStack } from '../content/stacks.ts';
import { resolveStack } from '../model/resolve.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import type { ResolvedStack } from '../model/stack.ts';
import type { LensInput } from '../scene/lens.ts';
import type { Picture } from '../scene/picture.ts';
import { structureLens, type StructureLensWords } from '../scene/structure-lens.ts';
import { finish } from '../scene/steps.ts';
import { structureExtras } from '../scene/structure/extras.ts';

/** @param ref a stack, or a variant of one: `gvisor`, `gvisor:kvm` */
export async function stackOf(ref: string): Promise<ResolvedStack> {
  const [id = '', variant] = ref.split(':');
  const file = await loadStack(id);
  if (!file.ok) throw new Error(`${id}: ${JSON.stringify(file.issues)}`);
  return resolveStack(file.value, { variant });
}

/** Every variant of every stack there is. */
export async function everyStack(): Promise<readonly ResolvedStack[]> {
  const files = await Promise.all(stackIds.map((id) => loadStack(id)));
  return files.flatMap((file) => {
    if (!file.ok) throw new Error(JSON.stringify(file.issues));
    return file.value.variants.map(({ id }) => resolveStack(file.value, { variant: id }));
  });
}

/** Draws stacks beside each other, with annotations and rails. @param more what is not as usual */
export function drawn(
  stacks: readonly ResolvedStack[],
  more: Partial<LensInput<StructureLensWords>> = {},
): Picture {
  const input = {
    scene: EMPTY_SCENE,
    stacks,
    firstIndex: 0,
    widthPx: 1100,
    heightPx: 700,
    shell: 'explore',
    words: { structure, structureSaid },
    studies: [],
    figures: new Map(),
    sources: new Map(),
    extras: structureExtras(structureTableWords),
    ...more,
  } as const;
  return finish(structureLens(input));
}
