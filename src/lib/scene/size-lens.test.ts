import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Box } from '../layout/box.ts';
import { layoutAreas } from '../layout/size-columns.ts';
import { layoutCells } from '../layout/size-cells.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import type { SizeSettings } from '../model/settings.ts';
import { sizeSettings } from '../model/size-settings.ts';
import { resolveStack } from '../model/resolve.ts';
import type { ResolvedStack } from '../model/stack.ts';
import { diskState } from '../sim/size-disk.ts';
import { loadFigures } from '../content/figures.ts';
import { size } from '../content/locales/en/size.ts';
import { structure } from '../content/locales/en/structure.ts';
import { loadStack } from '../content/stacks.ts';
import { sizeShelf } from '../content/sizes.ts';
import type { BoxItem, DisplayList } from './display-list.ts';
import { sizeLens } from './size-lens.ts';
import type { SizeInput } from './size-stage.ts';
import { textBox } from './text-box.ts';
import type { Shell } from './lens.ts';
import { finish } from './steps.ts';

const { figures, sources } = await loadFigures();

const known = (settings: Partial<SizeSettings> = {}) => ({
  figures,
  assumptions: sizeShelf.assumptions,
  settings: { ...EMPTY_SCENE.size, ...settings },
});

/** @returns a stack of the site by its id, with a variant where it has one */
async function stackOf(ref: string, n: number | null = null): Promise<ResolvedStack> {
  const [id = '', variant] = ref.split(':');
  const file = await loadStack(id);
  if (!file.ok) throw new Error(`no stack ${ref}`);
  return resolveStack(file.value, { variant, n });
}

interface SizeOptions {
  readonly stacks: readonly ResolvedStack[];
  readonly n?: number | null;
  readonly size?: Partial<SizeSettings>;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly shell?: Shell;
}

function sizeInput(o: SizeOptions): SizeInput {
  return {
    scene: {
      ...EMPTY_SCENE,
      lens: 'size',
      n: o.n ?? null,
      size: { ...EMPTY_SCENE.size, ...o.size },
    },
    stacks: o.stacks,
    firstIndex: 0,
    widthPx: o.widthPx ?? 1440,
    heightPx: o.heightPx ?? 640,
    shell: o.shell ?? 'explore',
    words: { structure, size },
    studies: [],
    figures,
    sources,
    sizes: sizeShelf,
  };
}

const REFS = [
  'vm-bare-metal',
  'docker-linux',
  'gvisor',
  'kata',
  'microvm',
  'unikernel',
  'process',
  'windows-hyperv',
  'system-container',
  'vm-hosted',
  'wasm',
];
let all: ResolvedStack[] = [];
beforeAll(async () => {
  all = await Promise.all(REFS.map((ref) => stackOf(ref)));
});
const some = (...refs: readonly string[]) => all.filter(({ id }) => refs.includes(id));

const options = fc.record({
  stacks: fc.subarray(REFS, { minLength: 1, maxLength: 4 }),
  n: fc.option(fc.integer({ min: 1, max: 100_000 })),
  widthPx: fc.integer({ min: 320, max: 2000 }),
  heightPx: fc.integer({ min: 420, max: 1100 }),
  size: fc.record({
    view: fc.constantFrom(...sizeSettings.view.words),
    pull: fc.constantFrom(...sizeSettings.pull.words),
    host: fc.integer({ min: 8, max: 1024 }),
    program: fc.integer({ min: 1, max: 4000 }),
    ksm: fc.constantFrom(0, 40),
    balloon: fc.constantFrom(0, 20),
    clone: fc.constantFrom(0, 60),
    share: fc.boolean(),
    linked: fc.boolean(),
  }),
});
const draw = ({
  stacks,
  ...rest
}: Omit<SizeOptions, 'stacks'> & { readonly stacks: readonly string[] }) =>
  finish(sizeLens(sizeInput({ ...rest, stacks: some(...stacks) })));

const layers = (list: DisplayList) =>
  list.items.filter((item): item is BoxItem => item.t === 'box' && item.layer === true);
const overlap = (a: Box, b: Box) =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > 0.02 &&
  Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > 0.02;

describe('disk', () => {
  const stack = fc.record({
    columns: fc.integer({ min: 1, max: 4 }),
    mb: fc.array(fc.double({ min: 0.5, max: 5000, noNaN: true }), { minLength: 1, maxLength: 4 }),
    base: fc.double({ min: 0.5, max: 500, noNaN: true }),
  });
  test('equal areas are equal bytes at every size, and no areas overlap', () => {
    fc.assert(
      fc.property(
        fc.array(stack, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 260, max: 1600 }),
        (made, w) => {
          const stacks = made.map(({ columns, mb, base }) => ({
            columns,
            parts: [
              { key: 'base', mb: base, from: 0, to: columns - 1 },
              ...mb
                .slice(0, columns)
                .map((one, at) => ({ key: `c${at}`, mb: one, from: at, to: at })),
            ],
          }));
          const room = { x: 0, w, groundY: 500, h: 460, gap: 20, minColumn: 8, maxColumn: 128 };
          const { pxPerMb, stacks: placed } = layoutAreas(stacks, room);
          const boxes = placed.flatMap(({ areas }, at) =>
            areas.map(({ key, box }) => {
              const mb = stacks[at]?.parts.find((part) => part.key === key)?.mb ?? 0;
              expect((box.w * box.h) / pxPerMb).toBeCloseTo(mb, 4);
              return box;
            }),
          );
          boxes.forEach((a, i) => {
            for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
          });
        },
      ),
    );
  });

  test('the picture draws what is stored, to one scale', () => {
    const picture = draw({ stacks: ['vm-bare-metal', 'docker-linux'], size: { view: 'disk' } });
    const areas = layers(picture.rest);
    const per = ['vm-bare-metal', 'docker-linux'].map((id) => {
      const state = diskState(sizeShelf.stacks.get(id), known());
      const px2 = areas
        .filter(({ key }) => key.startsWith(`${id}/`))
        .reduce((sum, { box }) => sum + box.w * box.h, 0);
      return px2 / (state?.totalMb ?? Number.NaN);
    });
    expect(per[0]).toBeCloseTo(per[1] ?? Number.NaN, 4);
  });

  test('shared image layers are drawn once', () => {
    const base = (share: boolean) =>
      draw({ stacks: ['docker-linux'], size: { view: 'disk', share } }).stacks[0]?.layers.filter(
        ({ name }) => name.startsWith('Ubuntu base'),
      );
    expect(base(true)?.map(({ name }) => name)).toEqual([
      'Ubuntu base, stored once for nginx, PostgreSQL and Python: 78.2 MB, from a source',
    ]);
    expect(base(false)).toHaveLength(3);
  });
});

describe('walls', () => {
  test('each VM’s own disk stands within a wall; shared disks and image layers do not', () => {
    const walls = (stacks: readonly string[], size: Partial<SizeSettings> = {}) =>
      draw({ stacks, size: { view: 'disk', ...size } }).rest.items.filter(({ key }) =>
        key.includes('#disk-wall'),
      );
    expect(walls(['vm-bare-metal'])).toHaveLength(3);
    expect(walls(['vm-bare-metal'], { linked: true })).toEqual([]);
    expect(walls(['docker-linux', 'kata'])).toEqual([]);
  });
});

describe('memory', () => {
  test('cells hold every instance once, to scale, without overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 20, max: 900 }),
        (n, w) => {
          const box = { x: 5, y: 7, w, h: 400 };
          const { cells } = layoutCells(box, n, 320, 30);
          expect(cells.length).toBeLessThanOrEqual(320);
          expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(n);
          for (const { box: cell, count } of cells)
            expect(cell.w * cell.h).toBeCloseTo((w * 400 * count) / n, 5);
          const sorted = [...cells].sort((a, b) => a.first - b.first);
          sorted.forEach(({ first, box: a }, at) => {
            expect(first).toBe(sorted.slice(0, at).reduce((sum, { count }) => sum + count, 0));
            const next = sorted[at + 1];
            if (next) expect(overlap(a, next.box)).toBe(false);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the headline counts what fits, and a full host says how many do not', () => {
    const picture = draw({ stacks: ['vm-bare-metal', 'docker-linux'], n: 1000 });
    const fits = picture.table.rows.find(([name]) => name === 'Instances that fit at most') ?? [];
    expect(picture.headline).toBe(
      `Up to ${fits[1]} VMs fit in 64\u00A0GB, or up to ${fits[2]} containers.`,
    );
    const texts = picture.rest.items.flatMap((item) => (item.t === 'text' ? [item.text] : []));
    expect(texts).toContain(`${1000 - Number(fits[1])} do not fit`);
  });

  test('what nobody measured is said to be so, and never zero', () => {
    const picture = draw({ stacks: ['system-container'] });
    expect(picture.headline).toBe('No source here tells what these stacks take.');
    expect(picture.table.rows.every(([, cell]) => cell === 'not measured')).toBe(true);
  });
});

describe('every picture', () => {
  test('no text leaves the stage or lies on another, and a twin lies on what is painted', () => {
    fc.assert(
      fc.property(options, (made) => {
        const picture = draw(made);
        const texts = picture.rest.items.flatMap((item) =>
          item.t === 'text' ? [textBox(item)] : [],
        );
        texts.forEach((box, i) => {
          expect(box.x).toBeGreaterThanOrEqual(-1);
          expect(box.x + box.w).toBeLessThanOrEqual(made.widthPx + 1);
          expect(box.y + box.h).toBeLessThanOrEqual(made.heightPx + 1);
          for (const other of texts.slice(i + 1)) expect(overlap(box, other)).toBe(false);
        });
        const painted = new Set(
          picture.rest.items.flatMap((item) => ('layer' in item && item.layer ? [item.owner] : [])),
        );
        const twins = picture.stacks.flatMap((stack) => stack.layers.map(({ path }) => path));
        expect(twins.length).toBeLessThanOrEqual(300);
        expect(new Set(twins).size).toBe(twins.length);
        for (const path of twins) expect(painted).toContain(path);
        expect(new Set(picture.rest.items.map(({ key }) => key)).size).toBe(
          picture.rest.items.length,
        );
      }),
      { numRuns: 150 },
    );
  });

  test('is a function of its input and of t alone: any order of seeking gives the same frames', () => {
    fc.assert(
      fc.property(
        options,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
        (made, shares) => {
          const { clock } = draw(made);
          for (const share of shares) {
            const tMs = share * (clock?.durationMs ?? 0);
            const fresh = draw(made).clock;
            expect(clock?.at(tMs)).toEqual(fresh?.at(tMs));
          }
          if (clock && clock.durationMs > 0)
            expect(clock.at(clock.durationMs).items).toEqual(draw(made).rest.items);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('layers keep the keys that they have in the Structure lens', () => {
    const keys = new Set(
      draw({ stacks: ['vm-bare-metal', 'docker-linux'] }).rest.items.map(({ key }) => key),
    );
    for (const key of [
      'vm-bare-metal/vm1/kernel',
      'vm-bare-metal/hypervisor',
      'docker-linux/kernel',
      'docker-linux/c1/libs',
      'docker-linux/c1/app',
    ])
      expect(keys).toContain(key);
  });
});

test('what is drawn and nobody measured is named once each, of what is shown alone', async () => {
  const stacks = [await stackOf('vm-bare-metal'), await stackOf('docker-linux')];
  const assumed = (settings: Partial<SizeSettings>) =>
    finish(sizeLens(sizeInput({ stacks, size: settings }))).assumed;
  const { assumptions } = sizeShelf;
  const mb = (id: string) => `${assumptions.get(id)?.mb} MB`;
  expect(assumed({ view: 'disk' })).toEqual([
    `kernel on disk ${mb('kernel-disk')}`,
    `nginx, PostgreSQL, Python ${mb('app')} each`,
  ]);
  expect(assumed({ view: 'memory', program: 300 })).toEqual([
    `guest kernel ${mb('kernel-memory')}`,
    'every program 300 MB',
  ]);
});
