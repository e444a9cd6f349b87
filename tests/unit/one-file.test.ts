/** A stack is one file and a variant one entry in it: all that shows them follows from the file. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { structure } from '#lib/content/locales/en/structure.ts';
import { createRegistry, stackIds, stackNames } from '#lib/content/registry.ts';
import { loadStack } from '#lib/content/stacks.ts';
import { kernelFacts } from '#lib/model/kernel-facts.ts';
import { parseStackText } from '#lib/model/parse.ts';
import { resolveStack } from '#lib/model/resolve.ts';
import { EMPTY_SCENE } from '#lib/model/scene.ts';
import { stackHead, stackNames as namesOf } from '#lib/model/stack-heads.ts';
import { drawn } from '#lib/state/drawn-structure.fixture.ts';
import { decodeScene } from '#lib/state/url.ts';

const TEXT = readFileSync(new URL('../fixtures/stacks/jail.json', import.meta.url), 'utf8');
const pathOf = (id: string) => `./stacks/${id}.json`;

/** The registry as the build would make it with one more file in the folder. */
function registryWith(text: string) {
  const { id } = JSON.parse(text) as { id: string };
  const added = namesOf(text) as { defaultVariant: string; variants: readonly string[] } | null;
  if (added === null) throw new Error(JSON.stringify(parseStackText(text)));
  const here = stackIds.map((one) => [pathOf(one), stackNames[one] ?? added] as const);
  const files = stackIds.map((one) => [pathOf(one), () => loadStack(one)] as const);
  return createRegistry({
    names: { ...Object.fromEntries(here), [pathOf(id)]: added },
    parsed: {
      ...Object.fromEntries(files),
      [pathOf(id)]: () => Promise.resolve(parseStackText(text)),
    },
  });
}

test('one file is a stack: listed, named in addresses, loaded, counted, drawn', async () => {
  const registry = registryWith(TEXT);
  expect(registry.stackIds).toEqual([...stackIds, 'jail']);
  expect(stackHead(TEXT)).toMatchObject({ title: 'Jails on FreeBSD', shortTitle: 'Jail' });

  const stacks = new Map(Object.entries(registry.stackNames));
  const address = decodeScene('?stacks=process,jail:vnet', EMPTY_SCENE, { stacks, studies: [] });
  expect(address.notices).toEqual([]);
  expect(address.scene.stacks).toEqual([{ id: 'process' }, { id: 'jail', variant: 'vnet' }]);

  const file = await registry.loadStack('jail');
  if (!file.ok) throw new Error(JSON.stringify(file.issues));
  const stack = resolveStack(file.value, { variant: 'vnet' });
  expect(stack.title).toBe('Jails with a network stack each');
  expect(structure.readout(stack, kernelFacts(stack)).count).toBe('1 kernel');

  const scene = { ...EMPTY_SCENE, stacks: address.scene.stacks };
  const { stacks: twins, rest } = drawn([stack], { scene, widthPx: 1140 });
  expect(twins[0]?.title).toBe('Jails with a network stack each');
  const painted = rest.items.flatMap((item) => ('layer' in item && item.layer ? [item.owner] : []));
  expect(painted).toContain('jail:vnet/j3/app');
});

test('a variant is one entry of the file', () => {
  const source = JSON.parse(TEXT) as { variants: object[] };
  const more = { id: 'thick', name: 'Jails with files of their own', ground: { part: 'machine' } };
  const text = JSON.stringify({ ...source, variants: [...source.variants, more] });
  expect(registryWith(text).stackNames['jail']?.variants).toEqual(['default', 'vnet', 'thick']);
});

test('a mistake in the file is told by its path, and the other stacks stand', async () => {
  const text = TEXT.replace('"family": "bsd"', '"family": "plan9"');
  const registry = createRegistry({
    names: { [pathOf('jail')]: { defaultVariant: 'default', variants: ['default'] } },
    parsed: { [pathOf('jail')]: () => Promise.resolve(parseStackText(text)) },
  });
  const file = await registry.loadStack('jail');
  expect(file.ok ? [] : file.issues.map(({ path }) => path)).toContain(
    'parts.machine.carries[0].family',
  );
});
