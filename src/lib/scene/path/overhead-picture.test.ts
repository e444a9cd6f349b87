import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFigures } from '../../content/figures.ts';
import { overhead as words } from '../../content/locales/en/overhead.ts';
import { structure } from '../../content/locales/en/structure.ts';
import { stackIds, stackNames } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import type { Box } from '../../layout/box.ts';
import { pathSettings } from '../../model/path/settings.ts';
import { resolveStack } from '../../model/resolve.ts';
import { EMPTY_SCENE } from '../../model/scene.ts';
import type { PathSettings } from '../../model/settings.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import type { DisplayList } from '../display-list.ts';
import type { Shell } from '../lens.ts';
import type { Picture, TwinNode } from '../picture.ts';
import { textBox } from '../text-box.ts';
import { overheadPicture } from './overhead-picture.ts';
import { STUDY_MS } from './overhead-picture.ts';
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

const PROCESS = 'process:default';
const DOCKER = 'docker-linux:default';
const KVM = 'vm-bare-metal:kvm';
const GVISOR = 'gvisor:systrap';
const MAC = 'desktop-mac:virtualization-framework';

interface Options {
  readonly refs: readonly string[];
  readonly resource?: PathSettings['resource'];
  readonly shell?: Shell;
  readonly widthPx?: number;
  readonly heightPx?: number;
}

function draw(o: Options): Picture {
  const settings = {
    ...EMPTY_SCENE.path,
    view: 'overhead',
    resource: o.resource ?? 'all',
  } as const;
  return finish(
    overheadPicture({
      scene: { ...EMPTY_SCENE, lens: 'path', path: settings },
      stacks: o.refs.flatMap((ref) => stacks.get(ref) ?? []),
      firstIndex: 0,
      widthPx: o.widthPx ?? 1440,
      heightPx: o.heightPx ?? 650,
      shell: o.shell ?? 'explore',
      words: { structure, overhead: words },
      studies: [],
      ...{ figures, sources },
    }),
  );
}

const resource = fc.constantFrom(...pathSettings.resource.words);
const shape = (shell: Shell, most: number, width: [number, number], height: [number, number]) =>
  fc.record({
    refs: fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: most }),
    resource,
    widthPx: fc.integer({ min: width[0], max: width[1] }),
    heightPx: fc.integer({ min: height[0], max: height[1] }),
    shell: fc.constant(shell),
  });
const options = fc.oneof(
  shape('explore', 8, [1000, 1920], [430, 900]),
  shape('explore', 2, [600, 1000], [380, 900]),
  shape('mobile', 1, [360, 480], [300, 1000]),
  shape('embed', 2, [480, 900], [180, 560]),
  shape('projector', 2, [1280, 1920], [600, 1000]),
);

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > 0.5 &&
  Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > 0.5;
const textsOf = ({ items }: DisplayList) =>
  items.flatMap((item) => (item.t === 'text' ? [item] : []));
const said = (list: DisplayList) => textsOf(list).map(({ text }) => text);
const boxOf = ({ items }: DisplayList, key: string): Box => {
  const item = items.find((one) => one.key === key);
  if (item?.t !== 'box') throw new Error(`no box ${key}`);
  return item.box;
};
const nodesOf = (nodes: readonly TwinNode[]): readonly TwinNode[] =>
  nodes.flatMap((node) => [node, ...nodesOf(node.children)]);

describe('every picture', () => {
  test('lays no text on another, none outside the stage, none too small, no key twice', () => {
    fc.assert(
      fc.property(options, fc.double({ min: 0, max: 1, noNaN: true }), (made, share) => {
        const { clock, rest } = draw(made);
        for (const list of [rest, clock?.at(share * clock.durationMs) ?? rest]) {
          const boxes = textsOf(list).map((item) => ({ item, box: textBox(item) }));
          boxes.forEach(({ item, box }, at) => {
            expect(item.size, item.text).toBeGreaterThanOrEqual(12);
            expect(box.x, item.text).toBeGreaterThanOrEqual(-1);
            expect(box.x + box.w, item.text).toBeLessThanOrEqual(made.widthPx + 1);
            expect(box.y + box.h, item.text).toBeLessThanOrEqual(made.heightPx + 1);
            for (const other of boxes.slice(at + 1))
              expect(overlap(box, other.box) ? [item.text, other.item.text] : []).toEqual([]);
          });
          const keys = list.items.map(({ key }) => key);
          expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('is the same for the same input, in whatever order its moments are asked for', () => {
    fc.assert(
      fc.property(options, fc.array(fc.double({ min: -10, max: 2e4, noNaN: true })), (made, ts) => {
        const [a, b] = [draw(made), draw(made)];
        for (const t of ts) a.clock?.at(t);
        expect(a.rest).toEqual(b.rest);
        for (const t of [...ts].reverse()) expect(a.clock?.at(t)).toEqual(b.clock?.at(t));
      }),
      { numRuns: 15 },
    );
  });

  test('has a mark for each of the figures that the table sets on an axis', () => {
    fc.assert(
      fc.property(options, (made) => {
        const { rest, table } = draw(made);
        const onAxis = table.rows.filter((row) => row[4] !== '').length;
        const marks = rest.items.filter(({ key }) =>
          /\/perf\.[^/]+\/(?:dot|high|bound)$/.test(key),
        );
        const figuresDrawn = new Set(marks.map(({ key }) => key.slice(0, key.lastIndexOf('/'))));
        expect(figuresDrawn.size).toBe(onAxis);
      }),
      { numRuns: 60 },
    );
  });

  test('has a twin for each painted layer, on the stage', () => {
    const { rest, stacks: twins } = draw({ refs: [DOCKER, KVM, GVISOR, PROCESS] });
    const painted = rest.items.flatMap((item) =>
      'layer' in item && item.layer === true ? [item.key] : [],
    );
    const named = twins.flatMap(({ layers }) => nodesOf(layers).map((node) => node.path));
    expect([...named].sort()).toEqual([...new Set(painted)].sort());
  });
});

describe('native', () => {
  let rest: DisplayList;
  beforeAll(() => {
    ({ rest } = draw({ refs: [PROCESS, DOCKER, KVM, MAC] }));
  });
  const middle = ({ x, w }: Box): number => x + w / 2;
  test('is the middle of each axis, and a process stands exactly on it', () => {
    const room = boxOf(rest, 'overhead/process/cpu.speed/room');
    const self = boxOf(rest, 'overhead/process/cpu.speed/self');
    expect(middle(self)).toBeCloseTo(middle(room));
    const zero = boxOf(rest, 'overhead/docker-linux/cpu.speed/perf.cpu.docker/dot');
    expect(middle(zero)).toBeCloseTo(middle(room));
  });
  test('has what is slower on its left, in speed and in time', () => {
    const at = (key: string): number => middle(boxOf(rest, key));
    const of = (cell: string) => at(`overhead/vm-bare-metal:kvm/${cell}/room`);
    expect(at('overhead/vm-bare-metal:kvm/cpu.speed/perf.cpu.kvm.pxz/dot')).toBeLessThan(
      of('cpu.speed'),
    );
    expect(at('overhead/vm-bare-metal:kvm/network.time/perf.net.kvm.lat/dot')).toBeLessThan(
      of('network.time'),
    );
  });
  test('what is not measured is an open bar with its word, never a mark', () => {
    expect(rest.items.some(({ key }) => key === `overhead/desktop-mac/cpu.speed/open`)).toBe(true);
    expect(said(rest)).toContain(words.notMeasured);
    expect(rest.items.some(({ key }) => /^overhead\/desktop-mac\/.*\/dot$/.test(key))).toBe(false);
  });
});

describe('the story', () => {
  test('begins with the line alone and shows one study more in each chapter', () => {
    const { clock } = draw({ refs: [DOCKER, KVM, GVISOR] });
    if (clock === null) throw new Error('no story');
    const marks = (t: number): number =>
      clock.at(t).items.filter(({ key }) => /\/perf\.[^/]+\/dot$/.test(key)).length;
    expect(marks(0)).toBe(0);
    const counts = clock.chapters.map(({ endMs }) => marks(endMs));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(clock.chapters[0]?.label).toBe('IBM comparison 2014');
    expect(clock.says(0)).toBe(words.step.start);
    expect(clock.says(STUDY_MS)).toContain('two-socket Xeon');
    expect(clock.durationMs).toBe(clock.chapters.length * STUDY_MS);
  });
  test('there is none where nothing was measured', () => {
    expect(draw({ refs: [MAC] }).clock).toBeNull();
  });
});

describe('the headline', () => {
  const small = fc.record({
    ...{ widthPx: fc.constantFrom(640, 720, 800), heightPx: fc.integer({ min: 235, max: 330 }) },
    ...{ shell: fc.constant<Shell>('embed'), refs: fc.constant([DOCKER, KVM]) },
  });
  test('singles out what is drawn by then, and its value stands beside its mark', () => {
    fc.assert(
      fc.property(small, (made) => {
        const { clock, headline, buildSays } = draw(made);
        if (clock === null) throw new Error('no story');
        expect(buildSays.at(-1)?.headline).toBe(headline);
        clock.chapters.forEach(({ endMs }, step) => {
          const says = buildSays[step]?.headline ?? '';
          const [, study] = /in one study, (.*)\.$/.exec(says) ?? [];
          if (study === undefined) return;
          expect(clock.chapters.slice(0, step + 1).map(({ label }) => label)).toContain(study);
          for (const value of says.match(/[−+]?[\d.]+\u00a0[%×]/g) ?? [])
            expect(said(clock.at(endMs)), says).toContain(value.replace('\u00a0', ' '));
        });
      }),
      { numRuns: 20 },
    );
  });
  test('speaks of the first study alone while no other has appeared', () => {
    const { buildSays, headline } = draw({
      refs: [DOCKER, KVM],
      shell: 'embed',
      widthPx: 640,
      heightPx: 250,
    });
    expect(headline).toContain('Redis GET');
    expect(buildSays[0]?.headline).toContain('IBM comparison 2014');
  });
  test('of a stack alone tells times beside speeds, and both ends have their values', () => {
    const { headline, rest } = draw({
      refs: [DOCKER],
      shell: 'mobile',
      widthPx: 358,
      heightPx: 210,
    });
    expect(headline.replaceAll('\u00a0', ' ')).toBe(
      'Container against native: speed −20 to +0.06 %; time 2 × as long.',
    );
    expect(said(rest)).toEqual(expect.arrayContaining(['−20 %', '+0.06 %', '2 ×']));
    expect(said(rest)).toContain(words.ownReach('10 ×'));
  });
  test.each([640, 720, 800])('no name of a study runs across the line (%i px)', (widthPx) => {
    const { rest } = draw({ refs: [DOCKER, KVM], shell: 'embed', widthPx, heightPx: 250 });
    const names = textsOf(rest).filter(({ key }) => key.endsWith('/study'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const room = boxOf(rest, `${name.key.split('/').slice(0, 3).join('/')}/room`);
      const { x, w } = textBox(name);
      const native = room.x + room.w / 2;
      expect(x + w < native || x > native, name.text).toBe(true);
    }
  });
});

describe('words', () => {
  test('the headline holds numbers of the figures, each stack with its own', () => {
    const { headline } = draw({ refs: [PROCESS, DOCKER, KVM], resource: 'cpu' });
    expect(headline.replaceAll('\u00a0', ' ')).toBe(
      'CPU, measured against native: Container 0 %; KVM VM −22 to −2.3 %.',
    );
  });
  test('where one study ran one load on several of them, it compares just that', () => {
    const { headline } = draw({ refs: [DOCKER, KVM, 'microvm:firecracker', GVISOR] });
    expect(headline.replaceAll('\u00a0', ' ')).toBe(
      'Redis GET against native: Container −20 %; KVM VM −37 %; MicroVM −53 %. Measured in one study, Unikraft data 2021.',
    );
  });
  test('“against native” stands before figures against native alone', () => {
    const told = (o: Options) => draw(o).headline.replaceAll('\u00a0', ' ');
    expect(told({ refs: [GVISOR], resource: 'network' })).toBe(
      'Network, measured against runc: gVisor −32 to −14 %.',
    );
    expect(told({ refs: [DOCKER, GVISOR] })).toBe(
      'Measured against native: Container −20 to +0.06 %, time 2 × as long; ' +
        'gVisor, time of a call 216 × as long. Against runc: gVisor −49.4 to 0 %.',
    );
  });
  test('what does not compare like with like is drawn open and left out of the headline', () => {
    const { headline, table, rest } = draw({ refs: ['docker-rootless:default'] });
    expect(headline.replaceAll('\u00a0', ' ')).toBe(
      'Measured against rootful: Rootless −99 to −97.9 %.',
    );
    expect(said(rest)).toContain('−84.3 %');
    const large = table.rows.find((row) => row.includes('−84.3 %'));
    expect(large?.join(' ')).toContain('not like for like');
  });
  test('no scale that is drawn is left out of what is told of a stack', () => {
    const chosen = fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(chosen, resource, (made, chosenResource) => {
        const { headline, rest } = draw({ refs: made, resource: chosenResource });
        if (headline.includes('in one study')) return;
        const isTimed = said(rest).some((text) => /^[\d.]+ ×$/.test(text) && text !== '10 ×');
        if (isTimed && !headline.startsWith('Of these')) expect(headline).toMatch(/×|^This is/);
      }),
      { numRuns: 40 },
    );
  });
  test('it says nothing where nothing is known, and the sentence says for whom', () => {
    expect(draw({ refs: [MAC] }).headline).toBe(words.headline.none);
    expect(draw({ refs: [DOCKER, MAC] }).sentence).toContain('Desktop, Mac');
    expect(draw({ refs: [PROCESS] }).headline).toBe(words.headline.onlyNative);
    expect(draw({ refs: [] }).headline).toBe(words.headline.empty);
  });
  test('a promise is no measurement', () => {
    const { headline, rest } = draw({ refs: ['microvm:firecracker'], resource: 'cpu' });
    expect(headline).toBe(words.headline.none);
    expect(said(rest)).toContain('at least −5 %');
  });
  test('a computed ratio names both values', () => {
    const { table } = draw({ refs: [KVM], resource: 'network' });
    const row = table.rows.find(([, , what]) => what?.startsWith('round trip of a TCP request'));
    expect(row?.join(' ')).toContain('1.81 ×');
    expect(row?.join(' ')).toContain('computed from 67.9 µs and 37.6 µs');
  });
  test('the readout of a stack tells every cell', () => {
    const [twin] = draw({ refs: [MAC] }).stacks;
    expect(twin?.readout).toContain('Memory, speed: not measured');
  });
});
