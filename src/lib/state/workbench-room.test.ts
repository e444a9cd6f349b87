import { expect, test } from 'vitest';
import { EMPTY_SCENE } from '../model/scene.ts';
import { structureExtras } from '../scene/structure/extras.ts';
import { structureTableWords } from '../content/locales/en/structure-table.ts';
import { Workbench } from './workbench.svelte.ts';

test('a stage of any size is filled: a large one shows the picture enlarged', async () => {
  const bench = new Workbench();
  bench.takeExtras(structureExtras(structureTableWords));
  bench.setShell('explore', 4);
  await bench.open({ ...EMPTY_SCENE, stacks: [{ id: 'docker-linux' }, { id: 'desktop-mac' }] });
  const heightOf = (widthPx: number, heightPx: number): number => {
    bench.resize(widthPx, heightPx);
    const { rest } = bench.picture ?? { rest: { items: [], width: 0, height: 1 } };
    // In the proportions of the stage, so that nothing is left empty beside it.
    expect(rest.width / rest.height).toBeCloseTo(widthPx / heightPx, 3);
    const tops = rest.items.flatMap((item) => ('layer' in item && item.layer ? [item.box.y] : []));
    return (rest.height - Math.min(...tops)) / rest.height;
  };
  const usual = heightOf(1640, 860);
  expect(heightOf(3540, 1930)).toBeGreaterThan(usual * 0.9);
  expect(heightOf(2260, 1210)).toBeGreaterThan(usual * 0.9);
});
