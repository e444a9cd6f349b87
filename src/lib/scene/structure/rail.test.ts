/** The privilege rail of every stack there is: no bracket may name a mode that nothing beside it runs in. */
import { describe, expect, it } from 'vitest';
import { structure } from '../../content/locales/en/structure.ts';
import { findLayer, type ResolvedStack } from '../../model/stack.ts';
import type { Item } from '../display-list.ts';
import { drawn, everyStack, stackOf } from '../../state/drawn-structure.fixture.ts';

function itemsOf(stack: ResolvedStack, heightPx = 700): readonly Item[] {
  return drawn([stack], { heightPx }).rest.items;
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
    const items = itemsOf(stack, heightPx);
    for (const bracket of brackets(items)) {
      expect(bracket.word).toBeDefined();
      expect(modesBeside(bracket, items, stack)).toContain(bracket.word);
    }
  });

  it('gives a hypervisor’s modes to all that stands on it', () => {
    const ground = stack.ground.carries[0];
    if (ground?.kind !== 'hypervisor') return;
    const said = brackets(itemsOf(stack)).map(({ word }) => word);
    expect(said).toHaveLength(3);
    expect(said).not.toContain('kernel mode');
    expect(said).not.toContain('user mode');
  });
});

it.each([
  ['vm-bare-metal', ['VMX root', 'guest kernel', 'guest user']],
  ['vm-bare-metal:hyper-v', ['VMX root', 'kernel on Hyper-V', 'user on Hyper-V']],
  ['vm-bare-metal:xen', ['VMX root', 'kernel on Xen', 'user on Xen']],
])('calls the modes on %s %s', async (ref, words) => {
  expect(
    brackets(itemsOf(await stackOf(ref)))
      .map(({ word }) => word)
      .toSorted(),
  ).toEqual(words.toSorted());
});

it('has a word for the Sentry on KVM, which is a low block', async () => {
  const stack = await stackOf('gvisor:kvm');
  for (const heightPx of [560, 620, 700, 800]) {
    const said = brackets(itemsOf(stack, heightPx)).map(({ word }) => word);
    expect(said.toSorted(), `${heightPx} px`).toEqual([
      'guest kernel',
      'guest user',
      'kernel mode',
    ]);
  }
});
