import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { attackShelf } from '../../content/attacks-drawn.ts';
import { isolation } from '../../content/locales/en/isolation.ts';
import { structure } from '../../content/locales/en/structure.ts';
import { stackIds } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import { resolveStack } from '../../model/resolve.ts';
import { EMPTY_SCENE } from '../../model/scene.ts';
import type { IsolationSettings } from '../../model/settings.ts';
import type { ResolvedStack } from '../../model/stack.ts';
import type { Box, DisplayList } from '../display-list.ts';
import type { Shell } from '../lens.ts';
import type { TwinNode } from '../picture.ts';
import { textBox } from '../text-box.ts';
import { TAG_SHAPES } from './chain.ts';
import { isolationLens } from './lens.ts';
import { finish } from '../steps.ts';

interface Options {
  readonly refs: readonly string[];
  readonly settings?: Partial<IsolationSettings>;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly shell?: Shell;
}

let all = new Map<string, ResolvedStack>();
const refs: string[] = [];
beforeAll(async () => {
  const files = await Promise.all(stackIds.map((id) => loadStack(id)));
  const stacks = files.flatMap((file) => {
    if (!file.ok) throw new Error('a stack file has a mistake');
    return file.value.variants.map(({ id }) => resolveStack(file.value, { variant: id }));
  });
  all = new Map(stacks.map((stack) => [stack.key, stack]));
  refs.push(...all.keys());
});

function draw({
  refs: keys,
  settings,
  widthPx = 1110,
  heightPx = 680,
  shell = 'explore',
}: Options) {
  const stacks = keys.map((key) => {
    const stack = all.get(key);
    if (stack === undefined) throw new Error(`no stack ${key}`);
    return stack;
  });
  return finish(
    isolationLens({
      scene: {
        ...EMPTY_SCENE,
        lens: 'isolation',
        stacks: stacks.map(({ id, variant }) => ({ id, variant })),
        isolation: { ...EMPTY_SCENE.isolation, ...settings },
      },
      ...{ stacks, firstIndex: 0, widthPx, heightPx, shell },
      words: { structure, isolation },
      ...{ studies: [], figures: new Map(), sources: new Map(), attacks: attackShelf },
    }),
  );
}

const textsOf = ({ items }: DisplayList) =>
  items.flatMap((item) => (item.t === 'text' ? [item] : []));
const overlap = (a: Box, b: Box) =>
  Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > 0.02 &&
  Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > 0.02;
const nodes = (layers: readonly TwinNode[]): readonly TwinNode[] =>
  layers.flatMap((node) => [node, ...nodes(node.children)]);
const nameOf = (picture: ReturnType<typeof draw>, path: string) =>
  picture.stacks.flatMap(({ layers }) => nodes(layers)).find((node) => node.path === path)?.name;

const attackIds = [...attackShelf.attacks.keys()];
const switches = [...attackShelf.settings.keys()].flatMap((id) => [id, `-${id}`]);
const options = fc.record({
  at: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  attack: fc.constantFrom(...attackIds),
  harden: fc.subarray(switches).map((ids) => ids.join(',')),
  widthPx: fc.integer({ min: 360, max: 1600 }),
  heightPx: fc.integer({ min: 200, max: 950 }),
  shell: fc.constantFrom<Shell>('explore', 'embed', 'mobile', 'projector'),
});
type Made = typeof options extends fc.Arbitrary<infer T> ? T : never;
const made = ({ at, attack, harden, ...rest }: Made): Options => ({
  refs: [...new Set(at.map((one) => refs[one % refs.length] ?? ''))],
  settings: { attack, harden },
  ...rest,
});

describe('every picture', () => {
  test('no text leaves the stage or lies on another; twins are painted; keys are there once', () => {
    fc.assert(
      fc.property(options, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
        const o = made(one);
        const picture = draw(o);
        const lists = [picture.rest, picture.clock?.at((picture.clock.durationMs || 0) * share)];
        for (const list of lists) {
          if (list === undefined) continue;
          const boxes = textsOf(list).map((item) => ({ item, box: textBox(item) }));
          boxes.forEach(({ box, item }, i) => {
            expect(box.x, item.text).toBeGreaterThanOrEqual(-1);
            expect(box.x + box.w, item.text).toBeLessThanOrEqual((o.widthPx ?? 0) + 1);
            expect(box.y + box.h, item.text).toBeLessThanOrEqual((o.heightPx ?? 0) + 1);
            for (const other of boxes.slice(i + 1))
              expect(overlap(box, other.box), `${item.text} | ${other.item.text}`).toBe(false);
          });
          const keys = list.items.map(({ key }) => key);
          expect(
            new Set(keys).size,
            keys.find((key, i) => keys.indexOf(key) !== i),
          ).toBe(keys.length);
        }
        const painted = new Set(
          picture.rest.items.flatMap((item) => ('layer' in item && item.layer ? [item.owner] : [])),
        );
        for (const { path } of picture.stacks.flatMap(({ layers }) => nodes(layers)))
          expect(painted).toContain(path);
      }),
      { numRuns: 150 },
    );
  });

  test('is a function of its input and of t alone, and ends in the picture at rest', () => {
    fc.assert(
      fc.property(
        options,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
        (one, shares) => {
          const { clock } = draw(made(one));
          for (const share of shares) {
            const tMs = share * (clock?.durationMs ?? 0);
            expect(clock?.at(tMs)).toEqual(draw(made(one)).clock?.at(tMs));
          }
          expect(clock?.at(clock.durationMs)).toEqual(draw(made(one)).rest);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('four stacks on a desk: every VM and strip has its name, no name is under the way', () => {
    const { rest } = draw({
      refs: ['docker-linux', 'vm-bare-metal:kvm', 'desktop-mac', 'kata'],
      settings: { attack: 'dirty-pipe' },
      widthPx: 1110,
      heightPx: 660,
    });
    const said = textsOf(rest);
    const all = said.map(({ text }) => text).join(' | ');
    for (const name of ['VM 1', 'VM 2', 'VM 3', 'Hidden Linux VM', 'KVM', 'Hypervisor'])
      expect(all).toContain(name);
    const way = rest.items.flatMap((item) =>
      item.t === 'path' && /#(?:leg|bar)/.test(item.key) && !item.key.endsWith('/edge')
        ? [item]
        : [],
    );
    expect(way.length).toBeGreaterThan(10);
    const names = said.filter(({ key }) => /#label\d+$/.test(key)).map(textBox);
    for (const { points, key } of way)
      points.slice(1).forEach(([x, y], at) => {
        const [fromX, fromY] = points[at] ?? [x, y];
        const line = {
          ...{ x: Math.min(x, fromX), y: Math.min(y, fromY) },
          ...{ w: Math.abs(x - fromX), h: Math.abs(y - fromY) },
        };
        for (const name of names)
          expect(
            name.x < line.x + line.w &&
              line.x < name.x + name.w &&
              name.y < line.y + line.h &&
              line.y < name.y + name.h,
            key,
          ).toBe(false);
      });
    expect(all).toContain('separate machine: A, B, C and D');
  });

  test('layers keep the keys of the Structure lens', () => {
    const keys = new Set(
      draw({ refs: ['vm-bare-metal', 'docker-linux'] }).rest.items.map(({ key }) => key),
    );
    for (const key of ['vm-bare-metal/vm1/kernel', 'docker-linux/kernel', 'docker-linux/c1/app'])
      expect(keys).toContain(key);
  });
});

describe('what is drawn, counted and said is one value', () => {
  /** Pips with a mark in a list, by what they show. */
  function pipsOf({ items }: DisplayList) {
    const icons = items.flatMap((item) =>
      item.t === 'icon' && /#part\d+\/icon$/.test(item.key) ? [item.icon] : [],
    );
    const count = (...shapes: readonly unknown[]) =>
      icons.filter((icon) => shapes.includes(icon)).length;
    const { entered, read, starved, safe } = TAG_SHAPES;
    return { taken: count(entered), got: count(read, starved), safe: count(safe) };
  }

  /** Numbers of a text such as "6 of 7 readable, 1 taken over". */
  function numbersOf(text: string) {
    const [, gained = '', total = '', taken = '0'] =
      /(\d+) of (\d+) \w+(?:, (\d+) taken over)?/.exec(text) ?? [];
    return { gained: Number(gained), total: Number(total), taken: Number(taken) };
  }

  test('of every attack on every stack, at every step', () => {
    let compared = 0;
    for (const ref of refs)
      for (const [id, { gains }] of attackShelf.attacks) {
        const picture = draw({ refs: [ref], settings: { attack: id }, widthPx: 1600 });
        const chapters = picture.clock?.chapters ?? [];
        const moments = [
          ...chapters.map(({ endMs }, at) => ({
            list: picture.clock?.at(endMs) ?? picture.rest,
            said: picture.buildSays[at],
          })),
          { list: picture.rest, said: picture },
        ];
        for (const { list, said } of moments) {
          const where = `${ref} ${id}`;
          const count = textsOf(list).find(({ key }) => key === `${ref}#reached`)?.text ?? '';
          const pips = pipsOf(list);
          if (count === isolation.readout.absent) {
            expect(pips, where).toEqual({ taken: 0, got: 0, safe: 0 });
            expect(said?.headline, where).toBe('Not shown.');
            expect(
              list.items.some(({ key }) => /#tag$|#reached$/.test(key) && key !== `${ref}#reached`),
            ).toBe(false);
            continue;
          }
          const { gained, total, taken } = numbersOf(count);
          expect(said?.headline, where).toMatch(
            gained === total ? `All ${total}` : `${gained} of ${total}`,
          );
          if (pips.taken + pips.got + pips.safe === 0) continue;
          compared += 1;
          expect(pips, where).toEqual({
            taken: gains === 'control' ? gained : taken,
            got: gains === 'control' ? 0 : gained,
            safe: total - gained - taken,
          });
        }
        const last = picture.buildSays.at(-1);
        expect(last?.headline).toBe(picture.headline);
      }
    expect(compared).toBeGreaterThan(500);
  });

  test('a step tells what is reached by then, and what holds only once it does', () => {
    const { buildSays } = draw({
      refs: ['docker-linux', 'vm-bare-metal'],
      settings: { attack: 'dirty-pipe' },
    });
    expect(buildSays.map(({ headline }) => headline)).toEqual([
      '1 of 6 reached in A. 1 of 5 reached in B.',
      '1 of 6 reached in A. 1 of 5 reached in B.',
      '2 of 6 reached in A. 1 of 5 reached in B.',
      'All 6 reached in A. 1 of 5 reached in B: the VM wall holds.',
    ]);
  });

  test('what a stack has no part for is not entered', () => {
    const picture = draw({ refs: ['vm-bare-metal'], settings: { attack: 'leaky-vessels' } });
    expect(picture.rest.items.some(({ key }) => /#tag$|#leg/.test(key))).toBe(false);
    expect(nameOf(picture, 'vm-bare-metal/vm1/app')).not.toContain('entered');
    expect(picture.clock?.chapters).toHaveLength(1);
  });

  test('who starts below the attack needs none, and is told so', () => {
    const below = draw({
      refs: ['docker-linux'],
      settings: { attack: 'l1tf', entry: 'docker-linux/hardware' },
    });
    expect(below.sentence).toMatch(/^The attacker starts in Hardware/);
    expect(below.sentence).not.toContain('L1 Terminal');
    expect(below.headline).toBe('All 6 reached.');
    const both = draw({
      refs: ['docker-linux', 'vm-bare-metal'],
      settings: { attack: 'dirty-pipe', entry: 'docker-linux/hardware' },
    });
    expect(both.sentence).toMatch(/^Dirty Pipe.*In A the attacker starts in Hardware/);
  });
});

describe('what is said follows from what is shown', () => {
  const pair = {
    refs: ['docker-linux', 'vm-bare-metal'],
    settings: { attack: 'fsconfig-overflow' },
  };

  test('a kernel bug takes what the kernel runs, and a VM is as far as it gets in the other stack', () => {
    const picture = draw(pair);
    expect(picture.headline).toBe('All 6 reached in A. 1 of 5 reached in B: the VM wall holds.');
    expect(nameOf(picture, 'docker-linux/c4/app')).toContain('reached in step 4');
    expect(nameOf(picture, 'vm-bare-metal/vm2')).toContain('not reached');
    expect(nameOf(picture, 'vm-bare-metal/vm1/kernel')).toContain('reached in step 3');
  });

  test('the kernel is drawn in a version that has the flaw, and says so', () => {
    expect(nameOf(draw(pair), 'docker-linux/kernel')).toContain('Linux kernel 5.15.0');
  });

  test('no switch makes it another kernel; a repaired one is not called by the flawed version', () => {
    const kernel = (harden: string) =>
      nameOf(draw({ ...pair, settings: { ...pair.settings, harden } }), 'docker-linux/kernel');
    expect(kernel('gvisor')).toContain('Linux kernel 5.15.0');
    expect(kernel('patched-kernel')).not.toContain('5.15.0');
    const below = draw({ ...pair, settings: { ...pair.settings, entry: 'docker-linux/hardware' } });
    expect(nameOf(below, 'docker-linux/kernel')).toContain('Linux kernel 5.15.0');
  });

  test('a switch changes the finding and the picture', () => {
    const open = draw(pair);
    const hardened = draw({ ...pair, settings: { ...pair.settings, harden: 'seccomp' } });
    expect(hardened.headline).toContain('1 of 6 reached in A: ');
    // Rows of posts without gaps: the filter of system calls is on.
    const filtered = (list: DisplayList) =>
      list.items.filter(
        (item) => item.t === 'path' && item.key.endsWith('#confined') && !item.dash,
      );
    expect(filtered(open.rest)).toHaveLength(0);
    expect(filtered(hardened.rest)).toHaveLength(4);
  });

  test('a Sentry that is put between is drawn in every container and stops the call', () => {
    const picture = draw({ ...pair, settings: { ...pair.settings, harden: 'gvisor' } });
    expect(picture.headline).toContain('1 of 6 reached in A: the user-space kernel holds');
    expect(nameOf(picture, 'docker-linux/c3/sentry')).toContain('Sentry');
  });

  test('what an attack is not made for is not said to hold', () => {
    const picture = draw({ refs: ['windows-process'], settings: { attack: 'fsconfig-overflow' } });
    expect(picture.headline).toBe('Not shown.');
    expect(
      textsOf(picture.rest)
        .map(({ text }) => text)
        .join(' '),
    ).toContain('No Linux kernel under this app');
  });

  test('who starves is not taken over', () => {
    const picture = draw({ refs: ['docker-linux'], settings: { attack: 'fork-bomb' } });
    expect(picture.headline).toBe('5 of 6 starved.');
    expect(nameOf(picture, 'docker-linux/c2/app')).toMatch(/starved in step 3$/);
  });

  test('the table has every step and every part', () => {
    const { rows } = draw(pair).table;
    expect(rows.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'Step 1',
        'Step 4',
        'Reached',
        'Container 2',
        'VM 3',
        'Hypervisor (ESXi)',
      ]),
    );
  });

  test('names that mean nothing are told, and the rest stands', () => {
    const picture = draw({
      refs: ['docker-linux'],
      settings: { attack: 'no-such', entry: 'docker-linux/c99/app', harden: 'seccomp,nonsense' },
    });
    expect(picture.unused?.map(({ param, value }) => `${param}=${value}`)).toEqual([
      'isolation.attack=no-such',
      'isolation.entry=docker-linux/c99/app',
      'isolation.harden=nonsense',
    ]);
    expect(picture.headline).not.toBe('');
  });
});

describe('what sources disagree on', () => {
  const settings = { attack: 'desktop-api' };
  test('is said to be disputed, on that stack alone, once it is told', () => {
    const { headline, buildSays, stacks } = draw({
      refs: ['desktop-mac', 'desktop-linux'],
      settings,
    });
    const [mac = '', linux = ''] = headline.split('. ');
    expect(mac).not.toContain('disputed');
    expect(linux).toContain('in B, which is disputed');
    expect(buildSays[0]?.headline).not.toContain('disputed');
    expect(stacks.map(({ readout }) => readout.includes('disputed'))).toEqual([false, true]);
  });
  test('and among many', () => {
    const { headline } = draw({
      refs: ['desktop-mac', 'docker-linux', 'desktop-linux'],
      settings,
      widthPx: 1600,
    });
    expect(headline).toMatch(/ in C \(disputed\)\.$/);
  });
});
