import { expect, test } from 'vitest';
import { EMPTY_SCENE } from '../model/scene.ts';
import { Explorer } from './explorer.svelte.ts';

async function onPhone(...ids: readonly string[]): Promise<Explorer> {
  const explorer = new Explorer();
  explorer.setShell('mobile', 1);
  await explorer.open({ ...EMPTY_SCENE, stacks: ids.map((id) => ({ id })) });
  return explorer;
}

const seen = (explorer: Explorer) => explorer.inView.map(({ stack }) => stack.id);

test('selecting a layer brings its stack into view, and taking it back leaves it there', async () => {
  const explorer = await onPhone('process', 'docker-linux', 'desktop-mac');
  expect(seen(explorer)).toEqual(['process']);
  explorer.select('desktop-mac/kernel');
  expect(seen(explorer)).toEqual(['desktop-mac']);
  explorer.select(null);
  expect(seen(explorer)).toEqual(['desktop-mac']);
  explorer.select('docker-linux/kernel');
  expect(seen(explorer)).toEqual(['docker-linux']);
});
