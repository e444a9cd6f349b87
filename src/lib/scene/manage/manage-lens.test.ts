import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manage as manageWords } from '../../content/locales/en/manage.ts';
import { structure } from '../../content/locales/en/structure.ts';
import { stackIds } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import { tools } from '../../content/tools.ts';
import { manageSettings } from '../../model/manage/settings.ts';
import type { ManageStory } from '../../model/manage/words.ts';
import { resolveStack } from '../../model/resolve.ts';
import { EMPTY_SCENE } from '../../model/scene.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import { manage } from '../../sim/manage/reach.ts';
import { storyOf } from '../../sim/manage/stories.ts';
import { STEP_IDS } from '../../sim/manage/story.ts';
import type { Box, DisplayList, TextItem } from '../display-list.ts';
import type { Shell } from '../lens.ts';
import type { TwinNode } from '../picture.ts';
import { textBox } from '../text-box.ts';
import { manageLens } from './lens.ts';
import type { ManageInput } from './stage.ts';
import { finish } from '../steps.ts';

const stacks = new Map<string, ResolvedStack>();
for (const id of stackIds) {
  const file = await loadStack(id);
  if (file.ok) stacks.set(id, resolveStack(file.value, { n: null }));
}
const some = (...ids: readonly string[]) => ids.flatMap((id) => stacks.get(id) ?? []);

interface Options {
  readonly stacks: readonly ResolvedStack[];
  readonly story?: ManageStory;
  readonly tools?: string;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly shell?: Shell;
}

function inputOf(o: Options): ManageInput {
  return {
    scene: {
      ...EMPTY_SCENE,
      lens: 'manage',
      manage: { story: o.story ?? 'reach', tools: o.tools ?? '' },
    },
    stacks: o.stacks,
    firstIndex: 0,
    widthPx: o.widthPx ?? 1144,
    heightPx: o.heightPx ?? 620,
    shell: o.shell ?? 'explore',
    words: { structure, manage: manageWords },
    studies: [],
    figures: new Map(),
    sources: new Map(),
    tools,
  };
}

const draw = (o: Options) => finish(manageLens(inputOf(o)));
/** Steps of a new version after which another kernel runs than before. */
const NEW_KERNEL: ReadonlySet<string> = new Set([
  'replace-vm',
  'replace-pod-vm',
  'replace-unikernel',
]);
const STORIES = manageSettings.story.words;
const texts = (list: DisplayList) =>
  list.items.filter((item): item is TextItem => item.t === 'text');

function overlap(a: Box, b: Box): boolean {
  return (
    Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > 1 &&
    Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > 1.5
  );
}

function badTexts(list: DisplayList): readonly string[] {
  const all = texts(list).map((item) => ({ item, box: textBox(item) }));
  const out = all
    .filter(
      ({ box }) =>
        box.x < -1 ||
        box.y < -1 ||
        box.x + box.w > list.width + 1 ||
        box.y + box.h > list.height + 1,
    )
    .map(({ item }) => `“${item.text}” leaves the stage`);
  const pairs = all.flatMap((a, at) =>
    all
      .slice(at + 1)
      .filter((b) => overlap(a.box, b.box))
      .map((b) => `“${a.item.text}” lies on “${b.item.text}”`),
  );
  return [...out, ...pairs];
}

const SIZES: readonly {
  readonly shell: Shell;
  readonly widthPx: number;
  readonly heightPx: number;
}[] = [
  { shell: 'explore', widthPx: 1144, heightPx: 640 },
  { shell: 'explore', widthPx: 1624, heightPx: 820 },
  { shell: 'explore', widthPx: 760, heightPx: 520 },
  { shell: 'mobile', widthPx: 390, heightPx: 420 },
  { shell: 'embed', widthPx: 480, heightPx: 180 },
  { shell: 'embed', widthPx: 800, heightPx: 420 },
];

describe('text', () => {
  test.each(stackIds)('%s: none lies on another or leaves the stage', (id) => {
    for (const size of SIZES)
      for (const story of STORIES) {
        const picture = draw({ ...size, stacks: some(id), story });
        const lists = [
          picture.rest,
          ...(picture.clock === null ? [] : [picture.clock.at(0), picture.clock.at(3100)]),
        ];
        for (const list of lists)
          expect(badTexts(list), `${story} ${size.shell} ${size.widthPx}`).toEqual([]);
      }
  });

  test('nor above a crowd', async () => {
    for (const id of ['docker-linux', 'vm-bare-metal', 'cloud-containers']) {
      const file = await loadStack(id);
      if (!file.ok) throw new Error(id);
      for (const n of [40, 500])
        for (const story of STORIES) {
          const { rest } = draw({ stacks: [resolveStack(file.value, { n })], story });
          expect(badTexts(rest), `${id} ${n} ${story}`).toEqual([]);
        }
    }
  });

  test('nor with several stacks, and none is smaller than 12 px', () => {
    fc.assert(
      fc.property(
        fc.subarray([...stacks.keys()], { minLength: 2, maxLength: 4 }),
        fc.constantFrom(...STORIES),
        fc.constantFrom(1144, 1440, 1624),
        (ids, story, widthPx) => {
          const { rest } = draw({ stacks: some(...ids), story, widthPx, heightPx: 680 });
          expect(badTexts(rest)).toEqual([]);
          for (const { size, text } of texts(rest).filter(({ key }) => !key.includes('#stop')))
            expect(size, text).toBeGreaterThanOrEqual(11.4);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('pictures', () => {
  test('a frame is the same whatever was asked for before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stacks.keys()),
        fc.constantFrom('deploy' as const, 'node' as const, 'patch' as const),
        fc.array(fc.double({ min: 0, max: 20_000, noNaN: true }), { maxLength: 6 }),
        (id, story, times) => {
          const one = draw({ stacks: some(id), story }).clock;
          const frames = times.map((t) => one?.at(t));
          const other = draw({ stacks: some(id), story }).clock;
          times.toReversed().forEach((t, at) => {
            expect(other?.at(t)).toEqual(frames[times.length - 1 - at]);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('every twin has the box of a painted layer, in every story', () => {
    for (const id of stacks.keys())
      for (const story of STORIES) {
        const picture = draw({ stacks: some(id), story });
        const painted = new Set(
          picture.rest.items.flatMap((item) =>
            'layer' in item && item.layer === true ? [item.owner] : [],
          ),
        );
        const walk = (node: TwinNode): void => {
          expect(painted.has(node.path), `${story} ${node.path}`).toBe(true);
          node.children.forEach(walk);
        };
        picture.stacks.forEach(({ layers }) => layers.forEach(walk));
        expect(new Set(picture.rest.items.map(({ key }) => key)).size).toBe(
          picture.rest.items.length,
        );
      }
  });

  test('the last chapter ends with the clock, and the end is what stands at rest', () => {
    const { clock } = draw({ stacks: some('docker-linux', 'kata'), story: 'patch' });
    expect(clock?.chapters.at(-1)?.endMs).toBe(clock?.durationMs);
    expect(clock?.chapters.every(({ label, says }) => label !== '' && says !== '')).toBe(true);
  });

  test('no stack: nothing but an invitation', () => {
    expect(draw({ stacks: [] })).toMatchObject({ headline: 'Pick a first stack', clock: null });
  });

  test('every step has a sentence and a name', () => {
    for (const id of STEP_IDS) expect(manageWords.shortStep(id), id).not.toBe('');
  });

  test('a word that names no tool is told', () => {
    const { unused } = draw({ stacks: some('docker-linux'), tools: 'swarm,magic' });
    expect(unused).toEqual([{ param: 'manage.tools', value: 'magic', used: '' }]);
  });
});

describe('what is said', () => {
  const headline = (o: Options) => draw(o).headline;
  test('the headline follows the tools', () => {
    const cluster = some('cloud-containers');
    expect(headline({ stacks: cluster, tools: 'kubernetes' })).toBe(
      'Kubernetes reaches the containers; no tool here reaches a kernel.',
    );
    expect(headline({ stacks: some('desktop-mac'), tools: 'docker-desktop' })).toBe(
      'Docker Desktop reaches the hidden VM and its kernel.',
    );
  });

  test('and the outcome of a story', () => {
    const linux = some('docker-linux');
    expect(headline({ stacks: linux, story: 'patch' })).toBe(
      '1 kernel patched, 4 containers restarted.',
    );
    expect(headline({ stacks: linux, story: 'node', tools: 'docker-engine' })).toBe(
      'A node dies, and no tool here starts anything elsewhere.',
    );
    expect(headline({ stacks: linux, story: 'node', tools: 'swarm' })).toContain('Swarm starts');
    expect(headline({ stacks: some('docker-linux', 'vm-bare-metal'), story: 'patch' })).toBe(
      'Container: 1 patch, 4 restarts. Bare-metal VM: 3 patches, 3 restarts.',
    );
  });

  test.each([
    [['microvm'], 'A new microVM boots a kernel of its own.'],
    [['unikernel'], 'A new version is a new image, library OS included.'],
    [['docker-linux', 'microvm'], 'A new container brings no kernel; a new microVM boots one.'],
    [
      ['docker-linux', 'unikernel'],
      'A new container brings no kernel; a new unikernel brings its library OS.',
    ],
    [
      ['microvm', 'unikernel'],
      'A new microVM boots a kernel of its own; a new unikernel brings its library OS.',
    ],
    [['process', 'docker-linux'], 'Programs are replaced; the kernel under them runs on.'],
  ])('what a new version of %j starts on', (ids, says) => {
    expect(headline({ stacks: some(...ids), story: 'deploy' })).toBe(says);
  });

  test('no kernel is said to run on where the steps boot or link another', () => {
    const pairs = fc.subarray([...stacks.values()], { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(pairs, (shown) => {
        const ids = shown.map((stack) => storyOf('deploy', manage(stack, tools, [])).steps);
        const isNew = ids.some((steps) => steps.some(({ id }) => NEW_KERNEL.has(id)));
        expect(/runs on\.$/.test(headline({ stacks: shown, story: 'deploy' }))).toBe(!isNew);
      }),
      { numRuns: 40 },
    );
  });

  test('a hypervisor that a tool reaches is a small kernel: only others are out of reach', () => {
    expect(headline({ stacks: some('vm-bare-metal') })).toBe(
      'vSphere reaches the VMs; no tool here reaches a guest kernel.',
    );
    expect(headline({ stacks: some('vm-bare-metal', 'docker-linux') })).toContain(
      'no tool here reaches a host’s or a guest’s kernel',
    );
  });

  test('a kernel that another replaces is not said to be patched where it lies', () => {
    const sentence = (...ids: string[]) => draw({ stacks: some(...ids), story: 'patch' }).sentence;
    expect(sentence('docker-linux', 'vm-bare-metal')).toContain('patched where it lies. ');
    expect(sentence('cloud-containers')).toContain('gives way to a patched one');
    for (const id of ['microvm', 'unikernel', 'gvisor', 'kata', 'desktop-mac'])
      expect(sentence(id), id).toContain('or another takes its place');
  });

  test('what a tool does only if set up so is not promised', () => {
    const { headline: said } = draw({
      stacks: some('vm-bare-metal', 'cloud-containers'),
      story: 'node',
      tools: 'openstack,vsphere,kubernetes',
    });
    expect(said).toMatch(/if set up so.*Kubernetes starts? its load|if set up so,.*elsewhere/);
    expect(headline({ stacks: some('cloud-containers'), story: 'node' })).not.toContain('if set');
  });

  test('two ways to a new version are lettered apart, and every step is found in the drawing', () => {
    const { rest, table } = draw({ stacks: some('vm-bare-metal'), story: 'deploy' });
    const stops = (list: DisplayList) =>
      texts(list).flatMap(({ key, text }) => (/#stop\d+#text$/.test(key) ? [text] : []));
    expect(stops(rest).toSorted()).toEqual(['a', 'b1', 'b2']);
    expect(table.rows.map(([, cell]) => cell?.slice(0, 3))).toEqual(
      expect.arrayContaining(['a. ', 'b1.', 'b2.']),
    );
    for (const id of ['docker-linux', 'kata', 'cloud-containers']) {
      const { rest: list, clock } = draw({ stacks: some(id), story: 'deploy' });
      expect(stops(list).toSorted(), id).toEqual(clock?.chapters.map((_, at) => String(at + 1)));
    }
  });

  test('VMs that boot on another node have their kernels there', () => {
    const { rest } = draw({
      stacks: some('vm-bare-metal'),
      story: 'node',
      tools: 'openstack,vsphere',
    });
    const kernels = rest.items.filter(({ key }) => key.includes('#node-slot-kernel'));
    expect(kernels).toHaveLength(3);
  });

  test('a layer says who manages it, or that nobody does', () => {
    const names = new Map<string, string>();
    const walk = (node: TwinNode): void => {
      names.set(node.path, node.name);
      node.children.forEach(walk);
    };
    draw({ stacks: some('docker-linux') }).stacks[0]?.layers.forEach(walk);
    expect(names.get('docker-linux/kernel')).toContain('by hand');
    expect(names.get('docker-linux/c1')).toContain('managed by Docker Engine');
    expect(names.get('docker-linux/c1/libs')).toContain('carried along by');
  });

  test('the table holds every tool, and every step', () => {
    const reach = draw({ stacks: some('docker-linux', 'vm-bare-metal') }).table;
    expect(reach.rows.map(([name]) => name)).toEqual(
      expect.arrayContaining(['Docker Engine', 'vSphere', 'No tool', 'Kernels']),
    );
    const patch = draw({ stacks: some('docker-linux'), story: 'patch' }).table;
    expect(patch.rows.at(-1)?.[1]).toBe('1 of 1 kernel patched, 4 containers restarted');
  });
});
