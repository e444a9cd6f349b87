import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boot } from '../content/locales/en/boot.ts';
import { structure } from '../content/locales/en/structure.ts';
import { boxesMeet, labelBox } from '../layout/boot-room.ts';
import { allStudies } from '../content/studies.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import type { ResolvedStack } from '../model/stack.ts';
import type { BootInput } from './boot-lens.ts';
import { bootLens } from './boot-views.ts';
import {
  DOCKER,
  KVM,
  MAC,
  MICROVM,
  PROCESS,
  STACKS,
  UNIKERNEL,
  XEN,
} from '../sim/boot-stacks.fixture.ts';
import { runRace } from '../sim/boot-race.ts';
import { quotedIn, sourcesFindingOf } from '../sim/boot-sources.ts';
import { STUDIES } from '../sim/boot-studies.fixture.ts';
import type { DisplayList, Item, TextItem } from './display-list.ts';
import { finish } from './steps.ts';

interface Options {
  readonly stacks: readonly ResolvedStack[];
  readonly study?: string | null;
  readonly studies?: BootInput['studies'];
  readonly axis?: 'log' | 'linear';
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly shell?: BootInput['shell'];
}

function inputOf(o: Options): BootInput {
  const settings = { axis: o.axis ?? 'log', study: o.study ?? null, clock: 'slow' } as const;
  return {
    scene: { ...EMPTY_SCENE, lens: 'boot', boot: settings },
    stacks: o.stacks,
    firstIndex: 0,
    widthPx: o.widthPx ?? 1440,
    heightPx: o.heightPx ?? 690,
    shell: o.shell ?? 'explore',
    words: { boot, structure },
    studies: o.studies ?? STUDIES,
    figures: new Map(),
    sources: new Map([
      [
        'lightvm',
        {
          id: 'lightvm',
          short: 'LightVM',
          title: 'My VM is Lighter',
          authors: 'F. Manco, C. Lupu',
          year: 2017,
        },
      ],
    ]),
  };
}

const lens = (o: Options) => finish(bootLens(inputOf(o)));
const texts = (list: DisplayList): TextItem[] =>
  list.items.filter((item): item is TextItem => item.t === 'text');
const wordsOf = (list: DisplayList): string[] => texts(list).map(({ text }) => text);
const withKey = (list: DisplayList, key: string): Item | undefined =>
  list.items.find((item) => item.key === key);

function pointsOf(item: Item): readonly (readonly [number, number])[] {
  switch (item.t) {
    case 'path':
      return item.points;
    case 'icon':
      return [[item.x, item.y]];
    case 'ground':
      return [
        [item.x1, item.y],
        [item.x2, item.y],
      ];
    case 'text': {
      const { x, y, w, h } = labelBox(item);
      return [
        [x, y],
        [x + w, y + h],
      ];
    }
    default: {
      const { x, y, w, h } = item.box;
      return [
        [x, y],
        [x + w, y + h],
      ];
    }
  }
}

/** What is wrong with a list: parts off the stage, labels too small or on one another, keys used twice. */
function faults({ items, width, height }: DisplayList): readonly string[] {
  const off = items.filter((item) =>
    pointsOf(item).some(([x, y]) => !(x > -0.5 && x < width + 0.5 && y > -0.5 && y < height + 0.5)),
  );
  const labels = items.filter((item): item is TextItem => item.t === 'text');
  const boxes = labels.map(labelBox);
  const touching = labels.flatMap((label, index) =>
    boxes.slice(index + 1).flatMap((box, next) => {
      const own = boxes[index];
      return own !== undefined && boxesMeet(own, box)
        ? [`${label.key} on ${labels[index + 1 + next]?.key ?? ''}`]
        : [];
    }),
  );
  const keys = items.map(({ key }) => key);
  return [
    ...off.map(({ key }) => `${key} off the stage`),
    ...touching,
    ...labels.filter(({ size }) => size < 12).map(({ key }) => `${key} too small`),
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${key} twice`),
  ];
}

const options = fc.record({
  stacks: fc.shuffledSubarray([...STACKS]),
  study: fc.constantFrom(null, 'all', 'lightvm', 'nsdi', 'bounds'),
  axis: fc.constantFrom('log' as const, 'linear' as const),
  widthPx: fc.integer({ min: 320, max: 3840 }),
  heightPx: fc.integer({ min: 400, max: 1400 }),
  shell: fc.constantFrom('explore' as const, 'mobile' as const, 'embed' as const),
});

describe('boot lens at any size', () => {
  it('keeps everything on the stage, labels apart, readable and with unlike keys', () => {
    fc.assert(
      fc.property(options, fc.double({ min: 0, max: 1, noNaN: true }), (o, share) => {
        const picture = lens(o);
        const clock = picture.clock;
        if (clock === null) throw new Error('no clock');
        for (const list of [picture.rest, clock.at(share * clock.durationMs)]) {
          expect(faults(list)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    [358, 143],
    [358, 190],
    [480, 192],
    [640, 240],
  ])(
    'a frame of %i px with %i px for it shows each name, bar, time and range',
    (widthPx, heightPx) => {
      const { rest } = lens({
        // The longest name there is.
        stacks: [PROCESS, DOCKER, XEN, UNIKERNEL].map((one) => ({
          ...one,
          shortTitle: 'Docker Hyper-V',
        })),
        study: 'lightvm',
        shell: 'embed',
        ...{ widthPx, heightPx },
      });
      expect(faults(rest)).toEqual([]);
      const timed = texts(rest).filter(({ key }) => key.endsWith('/typical'));
      expect(timed.length).toBeGreaterThan(1);
      expect(texts(rest).filter(({ key }) => key.endsWith('/range'))).toHaveLength(timed.length);
      const titles = texts(rest).filter(({ key }) => key.endsWith('/title/0'));
      expect(titles).toHaveLength(4);
      const bars = rest.items.flatMap((one) =>
        one.t === 'box' && /\/(phase|stub)/.test(one.key) ? [one.box] : [],
      );
      for (const title of titles) {
        expect(bars.filter((bar) => boxesMeet(labelBox(title), bar))).toEqual([]);
      }
    },
  );

  it.each([
    [358, 160],
    [358, 190],
    [480, 160],
    [640, 240],
    [358, 400],
    [720, 390],
  ])('a frame of %i px with %i px for it names the study, and every time', (widthPx, heightPx) => {
    const stacks = [PROCESS, DOCKER, XEN, UNIKERNEL].map((one) => ({
      ...one,
      shortTitle: 'Container',
    }));
    const { rest } = lens({ stacks, study: 'lightvm', shell: 'embed', widthPx, heightPx });
    expect(texts(rest).filter(({ key }) => key.endsWith('/typical'))).toHaveLength(4);
    expect(texts(rest).filter(({ key }) => key.endsWith('/range'))).toHaveLength(4);
    expect(wordsOf(rest).some((text) => text.startsWith('Source:'))).toBe(true);
    // What its marks mean, where a row leaves room for it.
    expect(wordsOf(rest).includes('typical finish')).toBe(heightPx > 350);
  });

  it.each([234, 250, 270, 296, 330])(
    'writes all names in one size in a frame 800 px wide: %i px',
    (heightPx) => {
      const stacks = [PROCESS, DOCKER, XEN, UNIKERNEL].map((one) => ({
        ...one,
        shortTitle: 'Container',
      }));
      const { rest } = lens({
        ...{ stacks, studies: allStudies(), study: 'lightvm', shell: 'embed' },
        ...{ widthPx: 800, heightPx },
      });
      const sizes = texts(rest).flatMap(({ key, size }) =>
        key.endsWith('/title/0') ? [size] : [],
      );
      expect(sizes).toHaveLength(stacks.length);
      expect(new Set(sizes).size).toBe(1);
    },
  );

  it('gives the same picture for the same input, and at(t) whatever was asked before', () => {
    fc.assert(
      fc.property(
        options,
        fc.array(fc.double({ min: -10, max: 1e6 }), { maxLength: 6 }),
        (o, history) => {
          const a = lens(o);
          for (const tMs of history) a.clock?.at(tMs);
          const b = lens(o);
          expect(b.rest).toEqual(a.rest);
          for (const tMs of [0, 12.5, 400, ...history])
            expect(a.clock?.at(tMs)).toEqual(b.clock?.at(tMs));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('what a row shows', () => {
  const race = lens({ stacks: [PROCESS, DOCKER, XEN, UNIKERNEL, KVM] });

  it('draws segments only where the study gives phases', () => {
    const keys = race.rest.items.map(({ key }) => key);
    expect(keys).toContain('boot/vm-bare-metal:xen/phase/create');
    expect(keys).toContain('boot/vm-bare-metal:xen/phase/boot');
    expect(keys).toContain('boot/process/phase/total');
    expect(wordsOf(race.rest)).toContain(boot.oneTotal);
    expect(wordsOf(race.rest)).toContain('guest boots, 1.5 s');
  });
  it('draws a stretch that is not split as all that runs in it, and says so', () => {
    const { rest, clock } = lens({
      stacks: [PROCESS, DOCKER, XEN, UNIKERNEL],
      studies: allStudies(),
      study: 'lightvm',
    });
    const [kernel, services] = ['', '/userland'].map((part) =>
      withKey(rest, `boot/vm-bare-metal:xen/phase/boot${part}`),
    );
    if (kernel?.t !== 'box' || services?.t !== 'box') throw new Error('no boxes');
    expect([kernel.look, services.look]).toEqual(['kernel', 'userland']);
    // On one another, over the same time.
    expect([kernel.box.x, kernel.box.w]).toEqual([services.box.x, services.box.w]);
    expect(services.box.y + services.box.h).toBeCloseTo(kernel.box.y);
    expect(wordsOf(rest)).toContain(boot.looks.mixed);
    // Its name stands beside what is said of the moment.
    const said = wordsOf(clock?.at(400) ?? rest);
    expect(said).toContain('now: toolstack creates the VM');
    expect(said).toContain('guest: kernel and services, 1.5 s');
  });
  it('draws what one machine gave, and lists what another did', () => {
    const { rest, table } = lens({ stacks: [DOCKER], studies: allStudies(), study: 'lightvm' });
    expect(withKey(rest, 'boot/docker-linux/flag')).toBeDefined();
    expect(withKey(rest, 'boot/docker-linux/band')).toBeUndefined();
    expect(table.rows.map((row) => row[8])).toEqual([
      'Xeon E5-1630 v3 (4 cores, 3.7 GHz)',
      '64-core Opteron',
    ]);
  });
  it('never leaves a number alone', () => {
    const said = wordsOf(race.rest);
    expect(said).toContain('1 to 9 ms');
    expect(said).toContain(boot.oneValue);
  });
  it('says what was not measured and which variant was', () => {
    expect(wordsOf(race.rest)).toContain('not in this study · LightVM timed Xen');
    expect(withKey(race.rest, 'boot/vm-bare-metal:kvm/phase/total')).toBeUndefined();
  });
  it('keeps the keys of layers, and ghosts what has not started', () => {
    const kernel = withKey(race.clock?.at(400) ?? race.rest, 'vm-bare-metal:xen/vm0/kernel');
    expect(kernel).toMatchObject({
      owner: 'vm-bare-metal:xen/vm0/kernel',
      layer: true,
      ghost: true,
    });
    const later = withKey(race.clock?.at(600) ?? race.rest, 'vm-bare-metal:xen/vm0/kernel');
    expect(later).not.toHaveProperty('ghost');
    expect(race.stacks[2]?.layers.length).toBeGreaterThan(0);
  });
  it('fills the running segment up to the playhead and leaves the rest dashed', () => {
    const list = race.clock?.at(100) ?? race.rest;
    expect(withKey(list, 'boot/vm-bare-metal:xen/phase/boot')).toBeUndefined();
    expect(withKey(list, 'boot/vm-bare-metal:xen/phase/boot/ahead')).toMatchObject({ ghost: true });
    const running = withKey(list, 'boot/vm-bare-metal:xen/phase/create');
    const ahead = withKey(list, 'boot/vm-bare-metal:xen/phase/create/ahead');
    if (running?.t !== 'box' || ahead?.t !== 'box') throw new Error('no boxes');
    expect(running.box.w).toBeLessThan(ahead.box.w);
    expect(wordsOf(list)).toContain('now: toolstack creates the VM');
    expect(withKey(list, 'boot/process/flag')).toMatchObject({ icon: 'flag' });
    expect(withKey(list, 'boot/docker-linux/flag')).toMatchObject({ icon: 'flag-open' });
  });
  it('draws a bound with its word', () => {
    const bounds = lens({ stacks: [MICROVM, MAC], study: 'bounds' });
    expect(wordsOf(bounds.rest)).toContain('at most 125 ms');
    expect(wordsOf(bounds.rest)).toContain('at least 20 s');
    expect(withKey(bounds.rest, 'boot/microvm/flag')).toBeUndefined();
    expect(bounds.headline).toBe(boot.headline.onlyBounds('Reports 2023'));
  });
});

describe('what is written and what is drawn', () => {
  it('no line over the picture runs through a label, at rest or at any moment', () => {
    fc.assert(
      fc.property(options, fc.double({ min: 0, max: 1, noNaN: true }), (o, share) => {
        const { clock, rest } = lens(o);
        if (clock === null) throw new Error('no clock');
        for (const list of [rest, clock.at(share * clock.durationMs)]) {
          const labels = texts(list).filter(({ key }) => !/^boot\/(axis|time)/.test(key));
          for (const line of list.items) {
            if (line.t !== 'path' || !/^boot\/(axis\/tick|playhead)/.test(line.key)) continue;
            if (line.key.endsWith('/stem')) continue;
            const [[x = 0, top = 0] = [], [, bottom = 0] = []] = line.points;
            const hit = labels.filter((label) => {
              const box = labelBox(label);
              return x > box.x && x < box.x + box.w && top < box.y + box.h && bottom > box.y;
            });
            expect(hit.map(({ text }) => `${line.key} through ${text}`)).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
  it('a bar that nobody measured runs past the last tick: its end is no time', () => {
    const { rest } = lens({ stacks: [PROCESS, DOCKER, XEN, MICROVM], study: 'lightvm' });
    const ticks = rest.items.flatMap((item) =>
      item.key.startsWith('boot/axis/tick') && item.t === 'path' ? [item.points[0]?.[0] ?? 0] : [],
    );
    const open = withKey(rest, 'boot/microvm/open');
    expect(open?.t === 'path' && open.points[0]?.[0]).toBeGreaterThan(Math.max(...ticks) + 10);
  });
  it('eight stacks on a desk still have their key', () => {
    const eight = STACKS.slice(0, 8);
    expect(eight).toHaveLength(8);
    for (const [widthPx, heightPx] of [
      [1440, 607],
      [1280, 487],
    ] as const) {
      const { rest } = lens({ stacks: eight, study: 'lightvm', widthPx, heightPx });
      expect(wordsOf(rest)).toContain(boot.typicalFinish);
    }
  });
  it('of all sources, the times in the headline are among those drawn', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...STACKS], { minLength: 2 }), (stacks) => {
        const all = lens({ stacks, study: 'all', studies: allStudies(), heightPx: 500 });
        const quoted = quotedIn(
          sourcesFindingOf(runRace(stacks, allStudies(), { kind: 'all' }).rows),
        );
        const keys = texts(all.rest).map(({ key }) => key);
        for (const { study, timing } of quoted) {
          const id = `/timing/${study.id}/${timing.id}/`;
          expect(
            keys.some((key) => key.includes(id)),
            `${all.headline}: ${id}`,
          ).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('words', () => {
  it('names study, year, machine and kind of start', () => {
    const { sentence } = lens({ stacks: [PROCESS, DOCKER, XEN] });
    expect(sentence).toContain('LightVM 2017, on Xeon E5-1630 v3 (4 cores), 128 GB');
    expect(sentence).toContain('docker-linux warm start');
  });
  it('says when the study timed none of the stacks', () => {
    const none = lens({ stacks: [PROCESS, DOCKER], study: 'nsdi' });
    expect(none.headline).toBe('NSDI 2020 timed none of these stacks.');
    expect(none.rest.items.some(({ key }) => key === 'boot/process/open')).toBe(true);
    expect(none.table.rows.map((row) => row[1])).toEqual([
      boot.untimed(false),
      boot.untimed(false),
    ]);
    expect(wordsOf(none.rest)).not.toContain(boot.legend);
  });
  it('counts what was timed in the headline, and says what nobody measured', () => {
    const studies = STUDIES.map((study) => ({
      ...study,
      timings: study.timings.filter(({ stack }) => !stack.startsWith('microvm')),
    }));
    const half = lens({ stacks: [PROCESS, DOCKER, KVM, MICROVM], study: 'lightvm', studies });
    expect(half.headline).toMatch(/^First: .* Last: .* 2 of 4 timed\.$/);
    expect(half.table.rows.slice(-2).map((row) => row[1])).toEqual([
      'not in this study',
      'not measured',
    ]);
    expect(lens({ stacks: [PROCESS, DOCKER], study: 'lightvm' }).headline).not.toContain('timed');
  });
  it('claims that nothing boots only where that is so', () => {
    const says = 'process: no firmware, kernel or init has to start.';
    expect(lens({ stacks: [PROCESS, XEN] }).sentence).toContain(says);
    const { sentence } = lens({ stacks: [XEN, UNIKERNEL] });
    expect(sentence).toContain('500 times');
    expect(sentence).not.toContain('no firmware');
  });
  it('names those who may be first and the last in the headline, and how all started', () => {
    const { headline, sentence } = lens({ stacks: [PROCESS, DOCKER, XEN, UNIKERNEL] });
    expect(headline).toMatch(
      /^First: process, 3\.5 ms, or unikernel, 4 ms\. Last: .*, 2 s \(cold start\)\.$/,
    );
    expect(sentence).toContain('unikernel cold start; docker-linux warm start.');
    expect(sentence).toContain('behind a VM’s wall, starts before');
  });
  it('names every timing with study and machine in the view of all sources', () => {
    const all = lens({ stacks: [PROCESS, XEN, MICROVM], study: 'all' });
    const lines = wordsOf(all.rest).filter((text) => text.includes('·'));
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line).toMatch(/Xeon|m5d/);
    expect(wordsOf(all.rest)).toContain(boot.typicalDot);
    expect(wordsOf(all.rest)).toContain('Sources: LightVM 2017; NSDI 2020; Reports 2023');
    expect(all.table.rows).toHaveLength(5);
  });
  it.each([
    ['explore', 1440, 690],
    ['explore', 1440, 540],
    ['mobile', 320, 1300],
    ['projector', 1920, 620],
  ] as const)('lets no time of all sources go without its machine: %s, %i px', (shell, w, h) => {
    const { rest } = lens({
      ...{ stacks: [PROCESS, DOCKER, XEN, UNIKERNEL], studies: allStudies(), study: 'all' },
      ...{ shell, widthPx: w, heightPx: h },
    });
    const lines = texts(rest).filter(({ key }) => /\/timing\/.*\/text/.test(key));
    expect(lines.length).toBeGreaterThan(3);
    // A phone has each in two lines of text.
    const keys = new Set(lines.map(({ key }) => key.replace(/\/text.*/, '')));
    for (const key of keys) {
      const said = lines.filter((line) => line.key.startsWith(`${key}/text`));
      expect(said.map(({ text }) => text).join(' ')).toMatch(
        /Xeon|Opteron|VM with|EPYC|Azure|Google|author/,
      );
    }
    for (const line of lines)
      expect(labelBox(line).x + labelBox(line).w).toBeLessThanOrEqual(w - 16);
    // A wall with four rows leaves no line for it.
    if (shell !== 'projector') expect(wordsOf(rest)).toContain(boot.typicalDot);
  });
  it('gives chapters in time order', () => {
    const chapters = lens({ stacks: [XEN, PROCESS, DOCKER] }).clock?.chapters ?? [];
    expect(chapters.map(({ endMs }) => endMs)).toEqual([3.5, 200, 500, 2000]);
    expect(chapters.map(({ startMs }) => startMs)).toEqual([0, 3.5, 200, 500]);
  });
  it('stands without stacks', () => {
    const empty = lens({ stacks: [] });
    expect(empty.headline).toBe(boot.headline.empty);
    expect(empty.clock?.at(Number.NaN).items.length).toBeGreaterThan(0);
  });
});

describe('speed', () => {
  it('makes a frame of eight rows without placing anything anew', () => {
    const { clock } = lens({ stacks: STACKS, study: 'lightvm' });
    if (clock === null) throw new Error('no clock');
    // The same label objects in two frames: nothing that stands still was made twice.
    const [a, b] = [clock.at(300), clock.at(301)];
    const label = (list: DisplayList) => withKey(list, 'boot/process/title/0');
    expect(label(a)).toBe(label(b));
  });
});
