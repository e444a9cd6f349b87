import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { structure } from '../../content/locales/en/structure.ts';
import { kernelNeeds as needs } from '../../content/locales/en/kernel-needs.ts';
import { needsShelf } from '../../content/needs.ts';
import { runShelf } from '../../content/run-here.ts';
import { loadStack } from '../../content/stacks.ts';
import { RUN_HOSTS, RUN_HOWS } from '../../model/kernel/run-names.ts';
import { EMPTY_SCENE } from '../../model/scene.ts';
import type { KernelSettings } from '../../model/settings.ts';
import { resolveStack } from '../../model/resolve.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { run } from '../../state/lens-kernel-data.ts';
import type { Box } from '../../layout/box.ts';
import type { BoxItem, DisplayList } from '../display-list.ts';
import type { Shell } from '../lens.ts';
import type { Picture, TwinNode } from '../picture.ts';
import { textBox } from '../text-box.ts';
import { needsPicture } from './needs-picture.ts';
import type { NeedsInput } from './run-input.ts';
import { runAside, runPicture } from './run-picture.ts';
import { finish } from '../steps.ts';

const STACKS = ['docker-linux', 'desktop-windows-wsl2', 'desktop-mac', 'windows-process'];
let stacks: ReadonlyMap<string, ResolvedStack> = new Map();
beforeAll(async () => {
  const read = STACKS.map(async (id): Promise<readonly [string, ResolvedStack]> => {
    const file = await loadStack(id);
    if (!file.ok) throw new Error(`no stack ${id}`);
    return [id, resolveStack(file.value, { n: null })];
  });
  stacks = new Map(await Promise.all(read));
});

interface Options {
  readonly kernel?: Partial<KernelSettings>;
  readonly stack?: string;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly shell?: Shell;
}

function inputOf(o: Options): NeedsInput {
  const stack = stacks.get(o.stack ?? 'docker-linux');
  return {
    scene: { ...EMPTY_SCENE, lens: 'kernel', kernel: { ...EMPTY_SCENE.kernel, ...o.kernel } },
    ...{ stacks: stack ? [stack] : [], firstIndex: 0, words: { structure } },
    run: { ...run, needs, needsShelf },
    ...{ widthPx: o.widthPx ?? 1440, heightPx: o.heightPx ?? 680, shell: o.shell ?? 'explore' },
    ...{ studies: [], figures: new Map(), sources: new Map() },
  };
}

const overlap = (a: Box, b: Box) =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > 0.5 &&
  Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > 0.5;
const textsOf = ({ items }: DisplayList) =>
  items.flatMap((item) => (item.t === 'text' ? [item] : []));
const words = (picture: Picture) => textsOf(picture.rest).map(({ text }) => text);
const boxOf = ({ rest }: Picture, key: string): BoxItem => {
  const found = rest.items.find((item) => item.key === key);
  if (found?.t !== 'box') throw new Error(`no box ${key}`);
  return found;
};
const nodesOf = (nodes: readonly TwinNode[]): readonly TwinNode[] =>
  nodes.flatMap((node) => [node, ...nodesOf(node.children)]);

/** What every picture of these views keeps to. */
function checkPicture(picture: Picture, o: Options): void {
  const texts = textsOf(picture.rest);
  const boxes = texts.map(textBox);
  boxes.forEach((box, at) => {
    const text = texts[at]?.text ?? '';
    expect(box.x, text).toBeGreaterThanOrEqual(-1);
    expect(box.y, text).toBeGreaterThanOrEqual(-1);
    expect(box.x + box.w, text).toBeLessThanOrEqual((o.widthPx ?? 1440) + 1);
    expect(box.y + box.h, text).toBeLessThanOrEqual((o.heightPx ?? 680) + 1);
    boxes.slice(at + 1).forEach((other, after) => {
      const pair = `“${text}” on “${texts[at + 1 + after]?.text ?? ''}”`;
      expect(overlap(box, other), pair).toBe(false);
    });
  });
  for (const { size, text } of texts) expect(size, text).toBeGreaterThanOrEqual(11.5);
  const keys = picture.rest.items.map(({ key }) => key);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  const painted = picture.rest.items.flatMap((item) =>
    'layer' in item && item.layer && item.owner ? [item.owner] : [],
  );
  const twins = picture.stacks.flatMap(({ layers }) => nodesOf(layers).map(({ path }) => path));
  expect([...twins].sort()).toEqual([...painted].sort());
  expect(JSON.stringify(picture.rest.items)).not.toMatch(/null|NaN/);
}

const frames = fc.constantFrom<Options>(
  { widthPx: 1440, heightPx: 680 },
  { widthPx: 1920, heightPx: 860 },
  { widthPx: 1024, heightPx: 560 },
  { widthPx: 700, heightPx: 640 },
  { widthPx: 390, heightPx: 420, shell: 'mobile' },
  { widthPx: 360, heightPx: 330, shell: 'mobile' },
  { widthPx: 480, heightPx: 190, shell: 'embed' },
  { widthPx: 720, heightPx: 300, shell: 'embed' },
  { widthPx: 1920, heightPx: 800, shell: 'projector' },
);
const platforms = runShelf.examples.map(({ platform }) => platform);

describe('can it run here', () => {
  const settings = fc.record({
    view: fc.constant('run' as const),
    host: fc.constantFrom(...RUN_HOSTS),
    how: fc.constantFrom('', ...RUN_HOWS),
    images: fc.subarray(platforms, { maxLength: 4 }).map((list) => list.join()),
  });

  test('no text leaves the stage or lies on another, and what is painted can be reached', () => {
    fc.assert(
      fc.property(settings, frames, fc.constantFrom(...STACKS), (kernel, frame, stack) => {
        const o = { ...frame, kernel, stack };
        checkPicture(finish(runPicture(inputOf(o))), o);
      }),
      { numRuns: 150 },
    );
  });

  test('is a function of its input alone', () => {
    fc.assert(
      fc.property(settings, frames, (kernel, frame) => {
        const draw = () => finish(runPicture(inputOf({ ...frame, kernel })));
        expect(draw()).toEqual(draw());
      }),
      { numRuns: 20 },
    );
  });

  test('what fits stands on the teeth, what does not is held apart from them, facing them', () => {
    const picture = finish(runPicture(inputOf({})));
    const kernel = boxOf(picture, 'docker-linux/kernel').box;
    const foot = (key: string) => {
      const { box } = boxOf(picture, key);
      return box.y + box.h;
    };
    expect(foot('run/linux-amd64/libs')).toBeCloseTo(kernel.y);
    expect(foot('run/linux-arm64/translator')).toBeCloseTo(kernel.y);
    expect(kernel.y - foot('run/windows-amd64-26100/libs')).toBeGreaterThanOrEqual(12);
    expect(boxOf(picture, 'run/windows-amd64-26100/libs#mouth').teeth?.[0]?.family).toBe('nt');
    expect(picture.headline).toBe('2 of 3 images run on Linux on x86-64.');
    expect(words(picture)).toEqual(expect.arrayContaining(['Runs', 'Cannot run']));
  });

  test('images in one hidden VM share its kernel; each Windows image has one of its own', () => {
    const linux = finish(runPicture(inputOf({ kernel: { host: 'macos-arm64' } })));
    const kernels = ({ rest }: Picture) =>
      rest.items.filter(
        (item) => item.t === 'box' && item.look === 'kernel' && item.layer === true,
      );
    expect(kernels(linux)).toHaveLength(2);
    const windows = finish(
      runPicture(
        inputOf({
          kernel: {
            host: 'windows-11-pro',
            images: 'windows/amd64:17763,windows/amd64:20348,linux/amd64',
          },
        }),
      ),
    );
    expect(kernels(windows)).toHaveLength(4);
  });

  test('the host keeps the keys of a chosen stack that shows it, and no other’s', () => {
    const at = (host: string, stack: string) => {
      const { rest } = finish(runPicture(inputOf({ kernel: { host }, stack })));
      return new Set(rest.items.map(({ key }) => key));
    };
    expect(at('linux-amd64', 'docker-linux')).toContain('docker-linux/hardware');
    expect(at('windows-11-pro', 'desktop-windows-wsl2')).toContain(
      'desktop-windows-wsl2/hypervisor',
    );
    expect(at('windows-11-pro', 'docker-linux')).toContain('run/kernel');
    expect(at('macos-arm64', 'desktop-mac')).toContain('desktop-mac/kernel');
  });

  test('values that name nothing are told, and the rest stands', () => {
    const { unused, headline } = finish(
      runPicture(
        inputOf({ kernel: { host: 'amiga', how: 'magic', images: 'linux/amd64,beos/ppc' } }),
      ),
    );
    expect(unused).toEqual([
      { param: 'kernel.host', value: 'amiga', used: 'linux-amd64' },
      { param: 'kernel.how', value: 'magic', used: 'docker-engine' },
      { param: 'kernel.images', value: 'beos/ppc', used: '' },
    ]);
    expect(headline).toBe('All of these images run on Linux on x86-64.');
  });

  test('stands beside another picture where there is room, under keys of its own', () => {
    const span = { x: 860, w: 560 };
    const aside = runAside(inputOf({}), span);
    const painted = aside?.items.flatMap((item) => ('owner' in item ? [item.owner] : [])) ?? [];
    expect(painted.filter((owner) => owner !== undefined && !owner.startsWith('run/'))).toEqual([]);
    for (const item of aside?.items ?? [])
      if (item.t === 'text') expect(textBox(item).x).toBeGreaterThanOrEqual(span.x);
    expect(aside?.rows).toEqual([
      ['linux/amd64', 'Runs'],
      ['windows/amd64:26100', 'Cannot run'],
      ['linux/arm64', 'Runs, translated'],
    ]);
    expect(runAside(inputOf({}), { x: 0, w: 200 })).toBeNull();
  });
});

describe('what a user space needs', () => {
  const settings = fc.record({
    view: fc.constant('needs' as const),
    space: fc.constantFrom(...needsShelf.cases.map(({ id }) => id)),
    version: fc.constantFrom(...needsShelf.kernels.map(({ version }) => version)),
    remedy: fc.boolean(),
  });

  test('no text leaves the stage or lies on another, and what is painted can be reached', () => {
    fc.assert(
      fc.property(settings, frames, (kernel, frame) => {
        const o = { ...frame, kernel };
        checkPicture(finish(needsPicture(inputOf(o))), o);
      }),
      { numRuns: 150 },
    );
  });

  test('an image stands where the kernel reaches far enough, and hangs over where it does not', () => {
    const draw = (version: string) =>
      finish(needsPicture(inputOf({ kernel: { space: 'raised-glibc', version } })));
    const old = draw('4.4');
    const reach = ({ x, w }: Box) => x + w;
    expect(reach(boxOf(old, 'needs/libs').box)).toBeGreaterThan(
      reach(boxOf(old, 'docker-linux/kernel').box),
    );
    expect(words(old)).toContain('FATAL: kernel too old');
    const young = draw('4.19');
    expect(reach(boxOf(young, 'needs/libs').box)).toBeLessThanOrEqual(
      reach(boxOf(young, 'docker-linux/kernel').box) + 0.01,
    );
    expect(young.headline).toBe('tinycore:10.0 runs on Linux 4.19.');
  });

  test('the table has every user space on every kernel', () => {
    const { table } = finish(needsPicture(inputOf({})));
    expect(table.rows).toHaveLength(needsShelf.cases.length);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(table.rows[0]?.slice(0, 3)).toEqual([
      'debian:12: A C library with a least kernel',
      'Breaks',
      'Runs',
    ]);
  });
});
