/** The privilege rail of every stack there is: no bracket may name a mode that nothing beside it runs in. */
import { describe, expect, it } from 'vitest';
import { structureSaid } from '../../content/locales/en/structure-said.ts';
import { structureTableWords } from '../../content/locales/en/structure-table.ts';
import { structure } from '../../content/locales/en/structure.ts';
import { stackIds } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import { resolveStack } from '../../model/resolve.ts';
import { EMPTY_SCENE } from '../../model/scene.ts';
import { findLayer, type ResolvedStack } from '../../model/stack.ts';
import type { Item } from '../display-list.ts';
import { structureLens } from '../structure-lens.ts';
import { structureExtras } from './extras.ts';
import { finish } from '../steps.ts';

async function everyStack(): Promise<readonly ResolvedStack[]> {
  const files = await Promise.all(stackIds.map((id) => loadStack(id)));
  return files.flatMap((file) => {
    if (!file.ok) throw new Error(JSON.stringify(file.issues));
    return file.value.variants.map(({ id }) => resolveStack(file.value, { variant: id }));
  });
}

function drawn(stack: ResolvedStack, heightPx: number): readonly Item[] {
  return finish(
    structureLens({
      scene: EMPTY_SCENE,
      stacks: [stack],
      firstIndex: 0,
      widthPx: 1100,
      heightPx,
      shell: 'explore',
      words: { structure, structureSaid },
      studies: [],
      figures: new Map(),
      sources: new Map(),
      extras: structureExtras(structureTableWords),
    }),
  ).rest.items;
}

interface Bracket {
  readonly word: string | undefined;
  readonly top: number;
  readonly bottom: number;
}

function brackets(items: readonly Item[]): readonly Bracket[] {
  return items.flatMap((item) => {
    if (item.t !== 'path' || !item.key.includes('#rail-')) return [];
    const ys = item.points.map(([, y]) => y);
    const word = items.find(({ key }) => key === `${item.key}-word`);
    return [
      {
        word: word?.t === 'text' ? word.text : undefined,
        top: Math.min(...ys),
        bottom: Math.max(...ys),
      },
    ];
  });
}

/** The words for the modes of the layers that a bracket stands beside. */
function modesBeside(
  { top, bottom }: Bracket,
  items: readonly Item[],
  stack: ResolvedStack,
): ReadonlySet<string | undefined> {
  const ground = stack.ground.carries[0];
  const below = ground?.short ?? ground?.name ?? '';
  return new Set(
    items.flatMap((item) => {
      if (item.t !== 'box' || item.layer !== true) return [];
      const middle = item.box.y + item.box.h / 2;
      const privilege = findLayer(stack, item.key)?.privilege;
      return middle > top && middle < bottom && privilege !== undefined
        ? [structure.privilege[privilege], structure.privilegeOn(privilege, below)]
        : [];
    }),
  );
}

const stacks = await everyStack();

describe.each(stacks.map((stack) => [stack.key, stack] as const))('the rail of %s', (_, stack) => {
  it.each([480, 700, 1000])('names modes of what stands beside it, %i px high', (heightPx) => {
    const items = drawn(stack, heightPx);
    for (const bracket of brackets(items)) {
      expect(bracket.word).toBeDefined();
      expect(modesBeside(bracket, items, stack)).toContain(bracket.word);
    }
  });

  it('gives a hypervisor’s modes to all that stands on it', () => {
    const ground = stack.ground.carries[0];
    if (ground?.kind !== 'hypervisor') return;
    const said = brackets(drawn(stack, 700)).map(({ word }) => word);
    expect(said).toHaveLength(3);
    expect(said).not.toContain('kernel mode');
    expect(said).not.toContain('user mode');
  });
});

it.each([
  ['vm-bare-metal', ['VMX root', 'guest kernel', 'guest user']],
  ['vm-bare-metal:hyper-v', ['VMX root', 'kernel on Hyper-V', 'user on Hyper-V']],
  ['vm-bare-metal:xen', ['VMX root', 'kernel on Xen', 'user on Xen']],
])('calls the modes on %s %s', (key, words) => {
  const stack = stacks.find((one) => one.key === key);
  if (stack === undefined) throw new Error(`no ${key}`);
  expect(
    brackets(drawn(stack, 700))
      .map(({ word }) => word)
      .toSorted(),
  ).toEqual(words.toSorted());
});

it('has a word for the Sentry on KVM, which is a low block', () => {
  const stack = stacks.find(({ key }) => key === 'gvisor:kvm');
  if (stack === undefined) throw new Error('no gvisor:kvm');
  for (const heightPx of [560, 620, 700, 800]) {
    const said = brackets(drawn(stack, heightPx)).map(({ word }) => word);
    expect(said.toSorted(), `${heightPx} px`).toEqual([
      'guest kernel',
      'guest user',
      'kernel mode',
    ]);
  }
});
