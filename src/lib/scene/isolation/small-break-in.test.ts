import { beforeAll, expect, test } from 'vitest';
import { attackShelf } from '../../content/attacks-drawn.ts';
import { isolation } from '../../content/locales/en/isolation.ts';
import { structure } from '../../content/locales/en/structure.ts';
import { loadStack } from '../../content/stacks.ts';
import { resolveStack } from '../../model/resolve.ts';
import { EMPTY_SCENE } from '../../model/scene.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import type { DisplayList } from '../display-list.ts';
import type { Shell } from '../lens.ts';
import { isolationLens } from './lens.ts';
import { finish } from '../steps.ts';

const SETTING = 'seccomp default profile: off';

let all: readonly ResolvedStack[] = [];
beforeAll(async () => {
  const files = await Promise.all(['docker-linux', 'vm-bare-metal'].map((id) => loadStack(id)));
  all = files.flatMap((file) => (file.ok ? [resolveStack(file.value, {})] : []));
});

/** @param inView first of the stacks, and behind the last */
function draw(
  [first, end]: readonly [number, number],
  shell: Shell,
  widthPx: number,
  heightPx: number,
) {
  const settings = { ...EMPTY_SCENE.isolation, attack: 'fsconfig-overflow' };
  return finish(
    isolationLens({
      scene: { ...EMPTY_SCENE, lens: 'isolation', isolation: settings },
      ...{ stacks: all.slice(first, end), all, firstIndex: first, widthPx, heightPx, shell },
      ...{ words: { structure, isolation }, attacks: attackShelf },
      ...{ studies: [], figures: new Map(), sources: new Map() },
    }),
  );
}

const said = ({ items }: DisplayList): readonly string[] =>
  items.flatMap((item) => (item.t === 'text' ? [item.text] : []));

test.each([
  ['mobile', 358, 350, 0],
  ['mobile', 358, 350, 1],
  ['embed', 480, 150, 0],
  ['embed', 480, 150, 1],
] as const)(
  'one stack of two (%s, %i × %i px): the step, the settings, and what became of the other',
  (shell, widthPx, heightPx, first) => {
    const { rest, clock, headline } = draw([first, first + 1], shell, widthPx, heightPx);
    expect(said(rest).some((text) => text.endsWith(SETTING))).toBe(true);
    expect(said(rest)).toContain(first === 0 ? 'Everything on that kernel' : 'The VM wall holds.');
    expect(headline).toContain('6 of 6 in Container');
    expect(headline).toContain('1 of 5 in Bare-metal VM');
    expect(said(clock?.at(100) ?? rest)).toContain('Code in the app');
  },
);

test.each([260, 330, 390])(
  'both stacks in 720 × %i px: the settings stand over the one that has them, VMs keep their names',
  (heightPx) => {
    const { rest, stacks } = draw([0, 2], 'embed', 720, heightPx);
    expect(said(rest)).toEqual(expect.arrayContaining([SETTING, 'VM 1', 'VM 2', 'VM 3']));
    expect(stacks[0]?.readout).toContain(SETTING);
  },
);

test.each([
  ['mobile', 358, 215, 1],
  ['embed', 640, 256, 2],
  ['embed', 720, 290, 2],
] as const)(
  'what it goes through keeps its name (%s, %i × %i px): the kernel, the app, the engine',
  (shell, widthPx, heightPx, end) => {
    const names = said(draw([0, end], shell, widthPx, heightPx).rest);
    expect(names.filter((name) => name.startsWith('Linux kernel'))).not.toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['Shop', 'Cache', 'Mail', 'API', 'dockerd']));
    // Entered in each of the stacks.
    expect(names.filter((name) => name === 'Shop')).toHaveLength(end);
  },
);
