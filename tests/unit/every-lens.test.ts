/**
 * What holds for every lens, on every stack there is: a new lens is tested here by its entry alone. Laws of
 * a lens's own stand beside its code.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { createMorph } from '../../src/lib/animation/morph.ts';
import { MOTION } from '../../src/lib/animation/motion.ts';
import { en } from '../../src/lib/content/locales/en/index.ts';
import { stackIds, stackNames } from '../../src/lib/content/registry.ts';
import { loadStack } from '../../src/lib/content/stacks.ts';
import { EMPTY_SCENE, LENSES, type Lens, type Scene } from '../../src/lib/model/scene.ts';
import { resolveStack } from '../../src/lib/model/resolve.ts';
import type { ResolvedStack } from '../../src/lib/model/stack.ts';
import type { DisplayList, Item } from '../../src/lib/scene/display-list.ts';
import type { LensRenderer, Shell } from '../../src/lib/scene/lens.ts';
import type { Picture, TwinNode } from '../../src/lib/scene/picture.ts';
import { extras } from '../../src/lib/state/extras.ts';
import { textBox } from '../../src/lib/scene/text-box.ts';
import { EvidenceShelf } from '../../src/lib/state/evidence.svelte.ts';
import { lensEntry, type LensEntry } from '../../src/lib/state/lenses.ts';
import { finish } from '../../src/lib/scene/steps.ts';

interface Frame {
  readonly shell: Shell;
  readonly widthPx: number;
  readonly heightPx: number;
}

const DESK: Frame = { shell: 'explore', widthPx: 1144, heightPx: 690 };
const WIDE: Frame = { shell: 'explore', widthPx: 1920, heightPx: 860 };
const PHONE: Frame = { shell: 'mobile', widthPx: 390, heightPx: 560 };
const EMBED: Frame = { shell: 'embed', widthPx: 720, heightPx: 300 };

const renderers = new Map<LensEntry, LensRenderer>();
const evidence = new EvidenceShelf();
const stacks = new Map<string, ResolvedStack>();

beforeAll(async () => {
  for (const lens of LENSES) {
    for (const names of [[], ['process'], ['process', 'docker-linux']]) {
      const entry = lensEntry(sceneOf(lens, names));
      renderers.set(entry, (await entry.load()).render);
      if (entry.needs) await evidence.load(entry.needs);
    }
  }
  for (const id of stackIds) {
    const file = await loadStack(id);
    if (!file.ok) throw new Error(`${id} cannot be read`);
    for (const variant of stackNames[id]?.variants ?? []) {
      stacks.set(`${id}:${variant}`, resolveStack(file.value, { variant, n: null }));
    }
  }
});

const refs = stackIds.flatMap((id) =>
  (stackNames[id]?.variants ?? []).map((one) => `${id}:${one}`),
);

function sceneOf(lens: Lens, names: readonly string[]): Scene {
  const shown = names.map((name) => {
    const [id = '', variant = ''] = name.split(':');
    return { id, variant };
  });
  return { ...EMPTY_SCENE, lens, stacks: shown };
}

function draw(lens: Lens, names: readonly string[], frame: Frame = DESK): Picture {
  const scene = sceneOf(lens, names);
  const render = renderers.get(lensEntry(scene));
  if (!render) throw new Error(`no lens ${lens}`);
  return finish(
    render({
      ...frame,
      scene,
      stacks: names.flatMap((name) => stacks.get(name) ?? []),
      firstIndex: 0,
      words: en,
      studies: evidence.studies,
      figures: evidence.figures,
      sources: evidence.sources,
      extras,
    }),
  );
}

/** Moments all over a picture's time, its rest among them. */
function momentsOf({ rest, clock }: Picture): readonly DisplayList[] {
  if (clock === null || clock.durationMs === 0) return [rest];
  const times = [0, 0.13, 0.37, 0.5, 0.81, 1].map((share) => share * clock.durationMs);
  return [rest, ...times.map((tMs) => clock.at(tMs))];
}

function layersOf({ items }: DisplayList): ReadonlyMap<string, Item> {
  return new Map(
    items.flatMap((item) =>
      'layer' in item && item.layer && item.owner ? [[item.owner, item]] : [],
    ),
  );
}

function nodesOf({ stacks: shown }: Picture): readonly TwinNode[] {
  const all = (nodes: readonly TwinNode[]): readonly TwinNode[] =>
    nodes.flatMap((node) => [node, ...all(node.children)]);
  return shown.flatMap(({ layers }) => all(layers));
}

describe.each(LENSES)('%s', (lens) => {
  test.each(refs)('shows %s, and says what it shows', (ref) => {
    const picture = draw(lens, [ref]);
    expect(picture.lens).toBe(lens);
    expect(picture.headline).not.toBe('');
    expect(picture.table.rows.length).toBeGreaterThan(0);
    const paths = nodesOf(picture).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeLessThanOrEqual(300);
    expect(nodesOf(picture).filter(({ name }) => name.trim() === '')).toEqual([]);
    for (const list of momentsOf(picture)) {
      const keys = list.items.map(({ key }) => key);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
      // What is painted can be reached; what cannot be seen yet may be missing.
      expect([...layersOf(list).keys()].filter((path) => !paths.includes(path))).toEqual([]);
      expect(JSON.stringify(list.items)).not.toMatch(/null|NaN/);
    }
  });

  test.each([
    ['one stack, desk', DESK, 1],
    ['two stacks, desk', DESK, 2],
    ['four stacks, wide', WIDE, 4],
    ['a phone', PHONE, 1],
    ['a frame', EMBED, 2],
  ] as const)('keeps its words on the stage: %s', (_name, frame, count) => {
    for (let from = 0; from < refs.length; from += count) {
      const names = refs.slice(from, from + count);
      for (const list of momentsOf(draw(lens, names, frame))) {
        const texts = list.items.filter((item) => item.t === 'text');
        const outside = texts.filter((text) => {
          if (text.alpha === 0) return false;
          const { x, y, w, h } = textBox(text);
          return x < -2 || y < -2 || x + w > list.width + 2 || y + h > list.height + 2;
        });
        expect(outside.map(({ text }) => `${names.join()}: ${text}`)).toEqual([]);
        const small = texts.filter(({ size }) => size < 11.5);
        expect(small.map(({ text, size }) => `${names.join()}: ${text} ${size}`)).toEqual([]);
      }
    }
  });

  test('has an answer without stacks', () => {
    const picture = draw(lens, []);
    expect(picture.headline).not.toBe('');
    expect(picture.stacks).toEqual([]);
  });

  test('gives a moment the same picture, whatever was shown before', () => {
    for (const ref of refs) {
      const { clock } = draw(lens, [ref, 'docker-linux:default']);
      if (clock === null || clock.durationMs === 0) continue;
      const tMs = clock.durationMs * 0.43;
      const first = clock.at(tMs);
      clock.at(clock.durationMs);
      clock.at(0);
      expect(clock.at(tMs)).toEqual(first);
      const again = draw(lens, [ref, 'docker-linux:default']).clock;
      expect(again?.at(tMs)).toEqual(first);
    }
  });

  test('says its chapters in order, without gaps in time', () => {
    for (const ref of refs) {
      const { clock } = draw(lens, [ref]);
      let endMs = 0;
      for (const chapter of clock?.chapters ?? []) {
        expect(chapter.label).not.toBe('');
        expect(chapter.startMs).toBeGreaterThanOrEqual(0);
        expect(chapter.endMs).toBeGreaterThanOrEqual(endMs);
        endMs = chapter.endMs;
      }
      if (clock && clock.chapters.length > 0)
        expect(endMs).toBeLessThanOrEqual(clock.durationMs + 1);
    }
  });
});

describe('from lens to lens', () => {
  const pairs = LENSES.flatMap((from) =>
    LENSES.filter((to) => to !== from).map((to) => [from, to] as const),
  );

  test('a change of lens takes no longer than it may', () => {
    expect(MOTION.lensMorphMs).toBeLessThanOrEqual(900);
  });

  test.each(pairs)('%s to %s loses no layer from sight', (from, to) => {
    for (const names of [['docker-linux:default', 'vm-bare-metal:kvm'], ['gvisor:systrap']]) {
      const before = draw(from, names).rest;
      const after = draw(to, names).rest;
      const kept = [...layersOf(before).keys()].filter((path) => layersOf(after).has(path));
      expect(kept.length).toBeGreaterThan(0);
      const morph = createMorph(before, after, { durationMs: MOTION.lensMorphMs, reduced: false });
      for (const share of [0.05, 0.3, 0.5, 0.7, 0.95]) {
        const list = morph.at(morph.durationMs * share);
        const shown = layersOf(list);
        const lost = kept.filter((path) => (shown.get(path)?.alpha ?? 1) < 0.5 || !shown.has(path));
        expect(lost).toEqual([]);
      }
      expect(morph.at(morph.durationMs)).toBe(after);
      morph.destroy();
    }
  });
});

test('the system that manages the machine is no guest beside its brackets', () => {
  const words = (ref: string) =>
    draw('structure', [ref]).rest.items.flatMap((item) => (item.t === 'text' ? [item.text] : []));
  const wsl = words('desktop-windows-wsl2:default');
  expect(wsl).toContain('kernel on Hyper-V');
  for (const other of ['guest kernel', 'kernel mode']) expect(wsl).not.toContain(other);
  expect(words('microvm:firecracker').filter((word) => word.startsWith('guest'))).not.toEqual([]);
});

describe('four stacks side by side', () => {
  const PROGRAMS = ['app', 'userland', 'engine', 'vmm', 'library-os'];
  const fours = [
    ['vm-bare-metal:xen', 'vm-bare-metal:kvm', 'unikernel:xen', 'microvm:firecracker'],
    [
      'vm-bare-metal:hyper-v',
      'desktop-windows-wsl2:default',
      'desktop-mac:virtualization-framework',
      'microvm:firecracker',
    ],
    ['gvisor:default', 'kata:default', 'wasm:default', 'emulated:default'],
  ];

  test.each(fours)('every program wide enough has its name: %s, %s, %s, %s', (...names) => {
    const picture = draw('structure', names);
    const { items } = picture.rest;
    const named = new Set(
      items.flatMap(({ key, owner }) => (/#(?:label|callout)/.test(key) ? [owner] : [])),
    );
    const isCrowd = (path: string) =>
      items.some(({ key }) => key.startsWith(path) && key.includes('crowd'));
    const bare = nodesOf(picture).flatMap(({ path, kind }) => {
      const item = layersOf(picture.rest).get(path);
      const isWide = item?.t === 'box' && item.box.w >= 24 && item.box.h >= 14;
      return isWide && PROGRAMS.includes(kind) && !named.has(path) && !isCrowd(path)
        ? [`${path} ${item.box.w}`]
        : [];
    });
    expect(bare).toEqual([]);
  });
});
