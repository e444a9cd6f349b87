import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFigures } from '../../content/figures.ts';
import { path } from '../../content/locales/en/path.ts';
import { structure } from '../../content/locales/en/structure.ts';
import { stackIds, stackNames } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import type { Box } from '../../layout/box.ts';
import { PATH_SWITCHES } from '../../model/path/route.ts';
import { pathSettings } from '../../model/path/settings.ts';
import { resolveStack } from '../../model/resolve.ts';
import { EMPTY_SCENE } from '../../model/scene.ts';
import type { PathSettings } from '../../model/settings.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { routeOf } from '../../sim/path/route.ts';
import type { DisplayList } from '../display-list.ts';
import type { Shell } from '../lens.ts';
import type { Picture, TwinNode } from '../picture.ts';
import { textBox } from '../text-box.ts';
import { routePicture } from './route-picture.ts';
import { STEP_MS } from './route-picture.ts';
import { finish } from '../steps.ts';

const { figures, sources } = await loadFigures();
const refs = stackIds.flatMap((id) =>
  (stackNames[id]?.variants ?? []).map((variant) => `${id}:${variant}`),
);
const stacks = new Map<string, ResolvedStack>();

beforeAll(async () => {
  for (const ref of refs) {
    const [id = '', variant] = ref.split(':');
    const file = await loadStack(id);
    if (!file.ok) throw new Error(`${id} cannot be read`);
    stacks.set(ref, resolveStack(file.value, { variant, n: null }));
  }
});

interface Options {
  readonly refs: readonly string[];
  readonly settings?: Partial<PathSettings>;
  readonly shell?: Shell;
  readonly widthPx?: number;
  readonly heightPx?: number;
}

function draw(o: Options): Picture {
  return finish(
    routePicture({
      scene: { ...EMPTY_SCENE, lens: 'path', path: { ...EMPTY_SCENE.path, ...o.settings } },
      stacks: o.refs.flatMap((ref) => stacks.get(ref) ?? []),
      firstIndex: 0,
      widthPx: o.widthPx ?? 1440,
      heightPx: o.heightPx ?? 650,
      shell: o.shell ?? 'explore',
      words: { structure, path },
      studies: [],
      ...{ figures, sources },
    }),
  );
}

const settings = fc.record({
  op: fc.constantFrom(...pathSettings.op.words),
  with: fc.subarray([...PATH_SWITCHES]).map((on) => on.join(',')),
});
const options = fc.oneof(
  fc.record({
    refs: fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 4 }),
    settings,
    widthPx: fc.integer({ min: 1000, max: 1920 }),
    heightPx: fc.integer({ min: 430, max: 900 }),
    shell: fc.constant<Shell>('explore'),
  }),
  fc.record({
    refs: fc.constantFrom(...refs).map((ref) => [ref]),
    settings,
    widthPx: fc.integer({ min: 360, max: 480 }),
    heightPx: fc.integer({ min: 300, max: 640 }),
    shell: fc.constant<Shell>('mobile'),
  }),
  fc.record({
    refs: fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 2 }),
    settings,
    widthPx: fc.integer({ min: 480, max: 900 }),
    heightPx: fc.integer({ min: 180, max: 560 }),
    shell: fc.constant<Shell>('embed'),
  }),
);

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > 0.5 &&
  Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > 0.5;
const keysLike = ({ items }: DisplayList, form: RegExp): readonly string[] =>
  items.map(({ key }) => key).filter((key) => form.test(key));
const textsOf = ({ items }: DisplayList) =>
  items.flatMap((item) => (item.t === 'text' ? [item] : []));
const nodesOf = (nodes: readonly TwinNode[]): readonly TwinNode[] =>
  nodes.flatMap((node) => [node, ...nodesOf(node.children)]);

describe('every picture', () => {
  test('lays no text on another and none outside the stage', () => {
    fc.assert(
      fc.property(options, fc.double({ min: 0, max: 1, noNaN: true }), (made, share) => {
        const { clock, rest } = draw(made);
        for (const list of [rest, clock?.at(share * clock.durationMs) ?? rest]) {
          const boxes = textsOf(list).map((item) => ({ item, box: textBox(item) }));
          boxes.forEach(({ item, box }, at) => {
            expect(box.x, item.text).toBeGreaterThanOrEqual(-1);
            expect(box.x + box.w, item.text).toBeLessThanOrEqual(made.widthPx + 1);
            expect(box.y + box.h, item.text).toBeLessThanOrEqual(made.heightPx + 1);
            for (const other of boxes.slice(at + 1))
              expect(overlap(box, other.box) ? [item.text, other.item.text] : []).toEqual([]);
          });
        }
      }),
      { numRuns: 250 },
    );
  });

  test('shows as many borders as the route has: over the stack and in the strip', () => {
    fc.assert(
      fc.property(options, (made) => {
        const { rest } = draw(made);
        const on = new Set(
          PATH_SWITCHES.filter((one) => made.settings.with.split(',').includes(one)),
        );
        for (const ref of made.refs) {
          const stack = stacks.get(ref);
          if (stack === undefined) throw new Error(ref);
          const route = routeOf(stack, made.settings.op, on);
          const crossed = (route?.hops ?? []).filter(({ border }) => border !== null).length;
          const own = keysLike(rest, /#/).filter((key) => key.startsWith(`${stack.key}#`));
          expect(own.filter((key) => /#border\d+$/.test(key))).toHaveLength(crossed);
          const ticks = own.filter((key) => /#tick\d+$/.test(key));
          if (made.shell === 'explore' && made.heightPx >= 480) expect(ticks).toHaveLength(crossed);
          else expect(ticks).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('reaches by the twin what is painted, and says in which steps', () => {
    for (const ref of refs) {
      const picture = draw({ refs: [ref] });
      const painted = picture.rest.items.flatMap((item) =>
        'layer' in item && item.layer === true && item.owner ? [item.owner] : [],
      );
      const nodes = nodesOf(picture.stacks.flatMap(({ layers }) => layers));
      expect([...painted].sort()).toEqual(nodes.map(({ path: own }) => own).sort());
      expect(nodes.some(({ name }) => /reached in steps? \d/.test(name))).toBe(true);
    }
  });

  test('is a function of t alone, in any order', () => {
    fc.assert(
      fc.property(
        options,
        fc.array(fc.double({ min: 0, max: 1.2, noNaN: true })),
        (made, shares) => {
          const { clock } = draw(made);
          const again = draw(made).clock;
          for (const share of shares) {
            const tMs = share * (clock?.durationMs ?? 0);
            expect(clock?.at(tMs)).toEqual(again?.at(tMs));
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('what it says', () => {
  test('the headline counts borders, the readout kernels', () => {
    const picture = draw({ refs: ['docker-linux:default', 'vm-bare-metal:kvm', 'gvisor:systrap'] });
    expect(picture.headline).toBe(
      'On its way down, a disk write crosses 2 borders (Container) and 5 (KVM VM, gVisor).',
    );
    const hidden = draw({
      refs: ['desktop-mac:virtualization-framework', 'desktop-linux:default'],
    });
    expect(hidden.headline).toContain('Desktop, Mac; Desktop, Linux');
    expect(picture.stacks.map(({ readout }) => readout.split(';')[0])).toEqual([
      '1 kernel',
      '2 kernels',
      '1 kernel, 1 in user space',
    ]);
  });

  test('a switch changes headline and case; one that nobody knows is told', () => {
    const picture = draw({ refs: ['docker-linux:default'], settings: { with: 'cache,warp' } });
    expect(picture.headline).toBe('On its way down, a disk write crosses 1 border: Container.');
    expect(picture.stacks[0]?.readout).toContain('ends in the page cache');
    expect(picture.unused).toEqual([{ param: 'path.with', value: 'warp', used: '' }]);
  });

  test('the table has a row per step, and times with what was measured', () => {
    const { table, clock } = draw({ refs: ['process:default'], settings: { op: 'syscall' } });
    const steps = table.rows.filter(([name]) => /^\d/.test(name ?? ''));
    expect(steps).toHaveLength((clock?.durationMs ?? 0) / STEP_MS);
    const time = table.rows.find(([name]) => name === 'Time')?.[1] ?? '';
    expect(time).toContain('there and back: 62 to 236\u00A0ns');
    expect(time).toContain('Xeon');
  });

  test('a time is never given without its figure', () => {
    const { rest } = draw({ refs: ['gvisor:systrap', 'docker-linux:default'] });
    const said = textsOf(rest).map(({ text }) => text);
    expect(said.filter((text) => /\d\s?(ns|µs|cycles)/.test(text))).toEqual([]);
    expect(said.filter((text) => text === 'time: not measured')).toHaveLength(2);
  });
});

test('the line is walked hop by hop: none of it at the start, all of it at the end', () => {
  const { clock } = draw({ refs: ['vm-bare-metal:kvm'] });
  if (clock === null) throw new Error('nothing to play');
  expect(keysLike(clock.at(0), /#way$/)).toEqual([]);
  expect(keysLike(clock.at(STEP_MS), /#way$/)).toHaveLength(1);
  expect(keysLike(clock.at(STEP_MS * 5), /#back$/)).toEqual([]);
  expect(keysLike(clock.at(clock.durationMs), /#back$/)).toHaveLength(1);
  expect(clock.chapters[2]?.says).toBe(
    'KVM VM: Linux kernel, the guest’s driver puts the request into a queue.',
  );
});

describe('on a desk, beside a VM of KVM', () => {
  const kvm = 'vm-bare-metal:kvm';
  const itemsOf = (op: PathSettings['op'], on = '') =>
    draw({
      refs: ['docker-linux:engine', kvm].filter((ref) => stacks.has(ref)),
      settings: { op, with: on },
    }).rest.items;
  const key = () => stacks.get(kvm)?.key ?? '';

  test('the hypervisor’s blocks in the strip have its name', () => {
    for (const [op, on] of [
      ['packet', ''],
      ['write', 'nested'],
    ] as const) {
      const items = itemsOf(op, on);
      const blocks = items.filter(
        (item) => item.t === 'box' && /#step\d+$/.test(item.key) && item.look === 'hypervisor',
      );
      expect(blocks.length).toBeGreaterThan(1);
      for (const { key: block } of blocks)
        expect(
          items.some((item) => item.t === 'text' && item.key.startsWith(`${block}-name`)),
        ).toBe(true);
    }
  });

  test('no leader runs over the VMM', () => {
    const items = itemsOf('packet');
    const vmm = items.find((item) => item.t === 'box' && item.key === `${key()}/vmm`);
    if (vmm?.t !== 'box') throw new Error('no VMM is drawn');
    const leaders = items.flatMap((item) =>
      item.t === 'path' && item.key.includes('-leader') ? [item.points] : [],
    );
    expect(leaders.length).toBeGreaterThan(4);
    for (const points of leaders)
      points.slice(1).forEach(([x, y], at) => {
        const [fromX = x, fromY = y] = points[at] ?? [];
        const line = {
          ...{ x: Math.min(x, fromX), y: Math.min(y, fromY) },
          ...{ w: Math.abs(x - fromX), h: Math.abs(y - fromY) },
        };
        const isOver =
          Math.min(line.x + line.w, vmm.box.x + vmm.box.w) - Math.max(line.x, vmm.box.x) > 1 &&
          line.y < vmm.box.y + vmm.box.h &&
          line.y + line.h > vmm.box.y;
        expect(isOver).toBe(false);
      });
  });

  test('a time stands under the block in which it is spent', () => {
    const [stack] = [...stacks].flatMap(([ref, one]) =>
      ref.startsWith('docker-linux:') ? [one] : [],
    );
    if (stack === undefined) throw new Error('no containers');
    const { rest } = draw({ refs: [`docker-linux:${stack.variant}`], settings: { op: 'syscall' } });
    const texts = rest.items.flatMap((item) => (item.t === 'text' ? [item] : []));
    const under = (block: string) => {
      const name = texts.find((item) => item.text === block && item.key.includes('#step'));
      const step = rest.items.find(
        (item) => item.t === 'box' && name?.key.startsWith(`${item.key}-`),
      );
      if (step?.t !== 'box') throw new Error(`no block ${block}`);
      return texts
        .filter(
          ({ key: one, x }) =>
            one.includes('#time') && x >= step.box.x && x < step.box.x + step.box.w,
        )
        .map(({ text }) => text);
    };
    expect(under('answer').map((text) => text.replaceAll(/\s/g, ' '))).toEqual(['62 to 236 ns']);
    expect(under('libraries')).toEqual([]);
  });
});
