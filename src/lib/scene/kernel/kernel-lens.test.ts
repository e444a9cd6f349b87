import { beforeAll, describe, expect, test } from 'vitest';
import { namespaceShelf } from '../../content/namespaces.ts';
import { loadFigures } from '../../content/figures.ts';
import { structure } from '../../content/locales/en/structure.ts';
import { stackIds, stackNames } from '../../content/registry.ts';
import { loadDrawnStack } from '../../content/stacks-drawn.ts';
import { loadStack } from '../../content/stacks.ts';
import { EMPTY_SCENE, type Scene } from '../../model/scene.ts';
import type { KernelSettings } from '../../model/settings.ts';
import { resolveStack } from '../../model/resolve.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { lensEntry } from '../../state/lenses.ts';
import type { Box, DisplayList, TextItem } from '../display-list.ts';
import type { Shell } from '../lens.ts';
import type { Picture, TwinNode } from '../picture.ts';
import { textBox } from '../text-box.ts';
import { monoWidth, monoWrap } from './mono.ts';
import { finish } from '../steps.ts';

const { figures, sources } = await loadFigures();
const stacks = new Map<string, ResolvedStack>();

beforeAll(async () => {
  for (const id of stackIds) {
    const file = await loadStack(id);
    if (!file.ok) throw new Error(`${id} cannot be read`);
    for (const variant of stackNames[id]?.variants ?? [])
      stacks.set(`${id}:${variant}`, resolveStack(file.value, { variant }));
  }
});

const REFS = stackIds.flatMap((id) =>
  (stackNames[id]?.variants ?? []).map((one) => `${id}:${one}`),
);

interface Options {
  readonly refs: readonly string[];
  /** In place of those of `refs`. */
  readonly stacks?: readonly ResolvedStack[];
  readonly kernel?: Partial<KernelSettings>;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly shell?: Shell;
  readonly n?: number;
}

async function resolved(ref: string, n: number | undefined): Promise<ResolvedStack> {
  const known = stacks.get(ref);
  if (known !== undefined && n === undefined) return known;
  const [id = '', variant] = ref.split(':');
  const file = await loadStack(id);
  if (!file.ok) throw new Error(`no stack ${ref}`);
  return resolveStack(file.value, { variant, n: n ?? null });
}

async function draw(o: Options): Promise<Picture> {
  const drawn = o.stacks ?? (await Promise.all(o.refs.map((ref) => resolved(ref, o.n))));
  const scene: Scene = {
    ...{ ...EMPTY_SCENE, lens: 'kernel', kernel: { ...EMPTY_SCENE.kernel, ...o.kernel } },
    stacks: drawn.map(({ id, variant }) => ({ id, variant })),
  };
  const { render } = await lensEntry(scene).load();
  return finish(
    render({
      ...{ scene, stacks: drawn },
      firstIndex: 0,
      widthPx: o.widthPx ?? 1440,
      heightPx: o.heightPx ?? 650,
      shell: o.shell ?? 'explore',
      words: { structure },
      ...{ studies: [], figures, sources },
    }),
  );
}

const texts = (list: DisplayList): readonly TextItem[] =>
  list.items.flatMap((item) => (item.t === 'text' && item.alpha !== 0 ? [item] : []));
const said = (list: DisplayList): string =>
  texts(list)
    .map(({ text }) => text)
    .join(' ');

function boxOf(item: TextItem): Box {
  const box = textBox(item);
  return item.mono === true ? { ...box, w: monoWidth(item.text, item.size) } : box;
}

function overlap(a: Box, b: Box): boolean {
  const x = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const y = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return x > 1.5 && y > 1.5;
}

function nodes(all: readonly TwinNode[]): readonly TwinNode[] {
  return all.flatMap((node) => [node, ...nodes(node.children)]);
}

const VIEWS = ['ask', 'apart', 'namespaces'] as const;
const FRAMES = [
  ['a desk', { widthPx: 1440, heightPx: 650, shell: 'explore' }, 1],
  ['two on a desk', { widthPx: 1160, heightPx: 600, shell: 'explore' }, 2],
  ['four on a desk', { widthPx: 1440, heightPx: 640, shell: 'explore' }, 4],
  ['a large screen', { widthPx: 1920, heightPx: 860, shell: 'explore' }, 3],
  ['a low window', { widthPx: 1024, heightPx: 380, shell: 'explore' }, 2],
  ['a phone', { widthPx: 390, heightPx: 520, shell: 'mobile' }, 1],
  ['a small frame', { widthPx: 480, heightPx: 230, shell: 'embed' }, 1],
  ['a frame', { widthPx: 760, heightPx: 420, shell: 'embed' }, 2],
] as const;

describe.each(VIEWS)('view %s', (view) => {
  test.each(FRAMES)(
    'no text overlaps another or leaves the stage: %s',
    async (_n, frame, count) => {
      for (let from = 0; from < REFS.length; from += count) {
        const refs = REFS.slice(from, from + count);
        const picture = await draw({ refs, ...frame, kernel: { view } });
        const { clock, rest } = picture;
        const half = (clock?.durationMs ?? 0) * 0.61;
        for (const list of [rest, ...(clock === null ? [] : [clock.at(half)])]) {
          const all = texts(list);
          const bad = all.flatMap((one, at) => {
            const box = boxOf(one);
            const out =
              box.x < -1 ||
              box.y < -1 ||
              box.x + box.w > list.width + 1 ||
              box.y + box.h > list.height + 1;
            return [
              ...(out ? [`${refs.join()}: ${one.text} leaves the stage`] : []),
              ...all
                .slice(at + 1)
                .filter((other) => overlap(box, boxOf(other)))
                .map((other) => `${refs.join()}: ${one.text} × ${other.text}`),
            ];
          });
          expect(bad).toEqual([]);
        }
      }
    },
  );

  test.each(REFS)(
    '%s: what is painted has a twin, and the same moment the same picture',
    async (ref) => {
      const picture = await draw({ refs: [ref], kernel: { view } });
      const { clock, rest } = picture;
      const painted = rest.items.flatMap((item) =>
        'layer' in item && item.layer && item.owner ? [item.owner] : [],
      );
      const twins = picture.stacks.flatMap(({ layers }) => nodes(layers)).map(({ path }) => path);
      expect([...twins].sort()).toEqual([...painted].sort());
      if (clock === null) throw new Error('nothing to play');
      const tMs = clock.durationMs * 0.37;
      const first = clock.at(tMs);
      clock.at(clock.durationMs);
      clock.at(0);
      expect(clock.at(tMs)).toEqual(first);
      expect(clock.at(clock.durationMs).items).toEqual(rest.items);
    },
  );
});

describe('in a frame, where stacks come without what is said of their layers', () => {
  test.each(REFS)('%s is told in the same words', async (ref) => {
    const [id = '', variant] = ref.split(':');
    const file = await loadDrawnStack(id);
    if (!file.ok) throw new Error(`${id} cannot be read`);
    const bare = resolveStack(file.value, { variant });
    for (const view of VIEWS) {
      const whole = await draw({ refs: [ref], kernel: { view } });
      const framed = await draw({ refs: [], stacks: [bare], kernel: { view } });
      expect(framed.headline).toBe(whole.headline);
      expect(framed.sentence).toBe(whole.sentence);
      const words = (picture: Picture) => texts(picture.rest).map(({ text }) => text);
      // Sizes are figures of the layers, which a frame does without.
      expect(words(whole)).toEqual(expect.arrayContaining([...words(framed)]));
    }
  });
});

describe('view ask', () => {
  test('four containers read four names and get one answer', async () => {
    const picture = await draw({ refs: ['docker-linux:default'], widthPx: 1100 });
    expect(picture.headline).toBe('Four names, one answer: the kernel speaks for all of them.');
    const text = said(picture.rest);
    expect(text).toContain('Alpine Linux v3.19');
    expect(text.match(/6\.1\.0-56-amd64/g)).toHaveLength(5);
    const rows = picture.table.rows.filter(([stack]) => stack === 'Containers on Linux');
    expect(rows.map((row) => row[4])).toEqual(Array<string>(4).fill('6.1.0-56-amd64'));
  });

  test('before anything is asked nothing has been answered', async () => {
    const picture = await draw({ refs: ['docker-linux:default'], widthPx: 1100 });
    const start = picture.clock?.at(0);
    if (start === undefined) throw new Error('nothing to play');
    expect(said(start)).not.toContain('Alpine Linux');
    expect(picture.clock?.says(0)).toBe('Nobody has been asked yet.');
    expect(picture.clock?.chapters.at(-1)?.label).toBe('Ubuntu is asked');
  });

  test('equal releases of several kernels are not called one answer', async () => {
    const { headline } = await draw({ refs: ['microvm:firecracker'] });
    expect(headline).toBe('Three microVMs, three kernels: each one answers for itself.');
  });

  test.each([
    ['gvisor:systrap', 'Three containers, three Sentries: the host’s kernel is not asked.'],
    [
      'desktop-linux:default',
      'Three names, one answer: a hidden VM’s kernel speaks for all of them.',
    ],
    [
      'cloud-containers:default',
      'Six containers, two kernels: the VM around a container decides who answers.',
    ],
    ['unikernel:xen', 'Nobody to ask: a unikernel has no shell.'],
    ['wasm:default', 'Nobody to ask: a Wasm module makes no system calls.'],
    [
      'process:default',
      'Three processes, one name, one answer: the kernel speaks for all of them.',
    ],
    ['windows-process:default', 'Three containers, one answer: the kernel speaks for all of them.'],
  ])('%s: %s', async (ref, headline) => {
    const found = REFS.find((one) => one.startsWith(ref.split(':')[0] ?? '')) ?? ref;
    expect((await draw({ refs: [stacks.has(ref) ? ref : found] })).headline).toBe(headline);
  });

  test('without routes the answers stay, the ways go', async () => {
    const count = async (routes: boolean) => {
      const { rest } = await draw({ refs: ['docker-linux:default'], kernel: { routes } });
      return rest.items.filter(({ key }) => key.endsWith('-route')).length;
    };
    expect(await count(true)).toBe(8);
    expect(await count(false)).toBe(0);
  });

  test.each([40, 1000])('%i instances: no text overlaps another', async (n) => {
    for (const ref of REFS) {
      for (const view of ['ask', 'namespaces'] as const) {
        const { rest } = await draw({ refs: [ref], n, widthPx: 1100, kernel: { view } });
        const all = texts(rest);
        const bad = all.flatMap((one, at) =>
          all
            .slice(at + 1)
            .filter((other) => overlap(boxOf(one), boxOf(other)))
            .map((other) => `${ref} ${view}: ${one.text} × ${other.text}`),
        );
        expect(bad).toEqual([]);
      }
    }
  });

  test('a thousand containers are counted, not drawn', async () => {
    const picture = await draw({ refs: ['docker-linux:default'], n: 1000 });
    expect(picture.headline).toBe(
      '1,000 containers, one answer: the kernel speaks for all of them.',
    );
    expect(said(picture.rest)).toContain('# the first of 1,000');
    expect(picture.rest.items.length).toBeLessThan(1500);
  });

  test('a wide stage asks beside one stack whether an image runs here', async () => {
    const wide = await draw({ refs: ['docker-linux:default'] });
    expect(said(wide.rest)).toContain('Can this image run here?');
    const two = await draw({ refs: ['docker-linux:default', 'process:default'] });
    expect(said(two.rest)).not.toContain('Can this image run here?');
  });
});

describe('view apart', () => {
  const cells = ({ table }: Picture, piece: string) =>
    table.rows.find(([name]) => name === piece)?.slice(1);

  test('an image carries no kernel, a VM’s disk does', async () => {
    const refs = ['docker-linux:default', 'vm-bare-metal:kvm', 'windows-hyperv:default'];
    const picture = await draw({ refs, kernel: { view: 'apart' } });
    expect(cells(picture, 'Kernel that runs')).toEqual(['not carried', 'carried', 'carried']);
    expect(cells(picture, 'Boot loader')).toEqual(['not carried', 'carried', 'not there']);
  });

  test('a Windows image is the same with either isolation; the kernel that runs differs', async () => {
    const refs = ['windows-process:default', 'windows-hyperv:default'];
    const picture = await draw({ refs, kernel: { view: 'apart' } });
    expect(cells(picture, 'Files for a utility VM')).toEqual(['carried', 'carried']);
    expect(cells(picture, 'Kernel that runs')).toEqual(['not carried', 'carried']);
  });

  test('together, the image stands on the kernel; then it lifts off', async () => {
    const { clock } = await draw({ refs: ['docker-linux:default'], kernel: { view: 'apart' } });
    const gapAt = (tMs: number): number => {
      const items = clock?.at(tMs).items ?? [];
      const box = (key: string) => items.find((item) => item.t === 'box' && item.key === key);
      const [above, below] = [box('docker-linux/c1/libs'), box('docker-linux/kernel')];
      if (above?.t !== 'box' || below?.t !== 'box') throw new Error('a piece is missing');
      return below.box.y - (above.box.y + above.box.h);
    };
    expect(gapAt(0)).toBeCloseTo(0, 5);
    expect(gapAt(clock?.durationMs ?? 0)).toBeGreaterThan(20);
  });
});

describe('view namespaces', () => {
  test.each(namespaceShelf.kinds)('$id: both sides, and the fence that has it', async (kind) => {
    const ask = { view: 'namespaces', ns: kind.id } as const;
    const { rest } = await draw({ refs: ['docker-rootless:default'], kernel: ask });
    const text = said(rest);
    expect(text).toContain(kind.links.inside);
    expect(text).toContain(kind.links.host);
    expect(rest.items.some(({ key }) => key.endsWith('#namespace-line'))).toBe(true);
  });

  test('by default Docker makes no user namespace, rootless it does', async () => {
    const ask = { view: 'namespaces', ns: 'user' } as const;
    const docker = await draw({ refs: ['docker-linux:default'], kernel: ask });
    expect(said(docker.rest)).toContain('no user namespace by default');
    const rootless = await draw({ refs: ['docker-rootless:default'], kernel: ask });
    const outline = rootless.rest.items.find(({ key }) => key.endsWith('#namespace-line'));
    expect(outline?.owner).toBe('docker-rootless/user');
  });

  test.each(namespaceShelf.kinds)('$id: no claim about a stack without one', async ({ id }) => {
    const kernel = { view: 'namespaces', ns: id } as const;
    const { headline, sentence } = await draw({ refs: ['windows-process:default'], kernel });
    expect(headline).toBe('What is drawn here makes no Linux namespaces.');
    expect(sentence).toMatch(/^No stack that is shown makes Linux namespaces/);
    const docker = await draw({ refs: ['docker-linux:default'], kernel });
    expect(docker.headline).not.toBe(headline);
  });
});

describe('monospaced text', () => {
  test.each([
    ['Debian GNU/Linux 12 (bookworm)', 20, ['Debian GNU/Linux 12', '(bookworm)']],
    ['6.6.114.1-microsoft-standard-WSL2', 22, ['6.6.114.1-microsoft-', 'standard-WSL2']],
    ['unbreakable', 5, null],
  ])('%s in %i characters', (text, chars, lines) => {
    expect(monoWrap(text, 12, monoWidth('x'.repeat(chars), 12) + 0.01, 2)).toEqual(lines);
  });
});
