import { beforeAll, describe, expect, test } from 'vitest';
import { drawn, everyStack } from '../../state/drawn-structure.fixture.ts';
import { walkLayers, type Layer, type ResolvedStack } from '../../model/stack.ts';
import type { Box, Item } from '../display-list.ts';
import type { Shell } from '../lens.ts';
import { textBox } from '../text-box.ts';

let all = new Map<string, ResolvedStack>();
beforeAll(async () => {
  all = new Map((await everyStack()).map((stack) => [stack.key, stack]));
});

/** Stages of the workbench on screens of 1280, 1440 and 1920. */
const STAGES = [
  [984, 560],
  [1144, 644],
  [1624, 824],
] as const;

function pictureOf(
  keys: readonly string[],
  [widthPx, heightPx]: readonly [number, number],
  shell: Shell,
) {
  const stacks = keys.map((key) => {
    const stack = all.get(key);
    if (stack === undefined) throw new Error(`no stack ${key}`);
    return stack;
  });
  return { stacks, picture: drawn(stacks, { widthPx, heightPx, shell }) };
}

function draw(keys: readonly string[], stage: readonly [number, number]) {
  const { stacks, picture } = pictureOf(keys, stage, 'explore');
  return { stacks, items: picture.rest.items };
}

/** Every stack beside three others, so that each stands in crowded pictures. */
function crowded(): readonly (readonly string[])[] {
  const keys = [...all.keys()];
  return keys.map((key, index) => [
    key,
    ...[1, 5, 11].flatMap((step) => keys[(index + step) % keys.length] ?? []),
  ]);
}

type Drawn = ReturnType<typeof draw>;
const drawings = new Map<string, Drawn>();

function forEachCrowd(check: (drawn: Drawn, about: string) => void): void {
  for (const keys of crowded())
    for (const stage of STAGES) {
      const about = `${keys.join()} ${stage.join('×')}`;
      const drawn = drawings.get(about) ?? draw(keys, stage);
      drawings.set(about, drawn);
      check(drawn, about);
    }
}

const layerBoxes = (items: readonly Item[]): ReadonlyMap<string, Box> =>
  new Map(
    items.flatMap((item) =>
      'layer' in item && item.layer === true ? [[item.key, item.box] as const] : [],
    ),
  );

/** What stands in the picture of each layer's names. */
function written(items: readonly Item[]): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const item of items)
    if (item.t === 'text' && item.owner !== undefined && /#(label\d|callout)$/.test(item.key))
      lines.set(item.owner, `${lines.get(item.owner) ?? ''} ${item.text}`.trim());
  return lines;
}

function layersOf(stacks: readonly ResolvedStack[]): readonly Layer[] {
  return stacks.flatMap(({ ground }) => [...walkLayers(ground)].map(([layer]) => layer));
}

/** Which of its words a layer shows. */
function formOf({ name, short, lines }: Layer, text: string): string {
  if (short !== name && text.startsWith(name)) return 'name';
  if (lines?.[0] !== undefined && text.startsWith(lines[0])) return 'list';
  return short !== undefined && text.startsWith(short) ? 'short' : 'name';
}

describe('names in a crowded picture', () => {
  test('no line from a name runs through the wall of a VM', () => {
    forEachCrowd(({ stacks, items }, about) => {
      const boxes = layerBoxes(items);
      const walls = layersOf(stacks).flatMap(({ kind, path }) => {
        const box = boxes.get(path);
        return (kind === 'wall' || kind === 'control-domain') && box ? [{ path, box }] : [];
      });
      for (const item of items) {
        if (item.t !== 'path' || !item.key.endsWith('#leader')) continue;
        const [[x = 0, from = 0] = [], [, to = 0] = []] = item.points;
        const hit = walls.filter(
          ({ box }) => x > box.x && x < box.x + box.w && from < box.y && to > box.y,
        );
        expect(
          hit.map(({ path }) => path),
          `${about}: ${item.key}`,
        ).toEqual([]);
      }
    });
  });

  test('no line of a note runs along or through a name', () => {
    forEachCrowd(({ items }, about) => {
      const names = items.flatMap((item) =>
        item.t === 'text' && item.key.endsWith('#callout') ? [{ item, box: textBox(item) }] : [],
      );
      for (const item of items) {
        if (item.t !== 'path' || !/#note-.*-leader$/.test(item.key)) continue;
        const [[x = 0, from = 0] = [], [, to = 0] = []] = item.points;
        const hit = names.filter(
          ({ box }) => x > box.x - 3 && x < box.x + box.w + 3 && from < box.y + box.h && to > box.y,
        );
        expect(
          hit.map((name) => name.item.text),
          `${about}: ${item.key}`,
        ).toEqual([]);
      }
    });
  });

  test('a name keeps off the edges of its box', () => {
    forEachCrowd(({ items }, about) => {
      const boxes = layerBoxes(items);
      for (const item of items) {
        // A kernel gives its air for its name.
        if (item.t !== 'text' || item.ink !== 'on-look' || item.on === 'kernel') continue;
        const box = boxes.get(item.owner ?? '');
        if (box === undefined || item.weight < 600) continue;
        const text = textBox(item);
        expect(text.x - box.x, `${about}: ${item.key} ${item.text}`).toBeGreaterThanOrEqual(2.2);
      }
    });
  });

  test('twins say the same of their words', () => {
    forEachCrowd(({ stacks, items }, about) => {
      const texts = written(items);
      const forms = new Map<string, Set<string>>();
      for (const layer of layersOf(stacks)) {
        const text = texts.get(layer.path);
        if (text === undefined || (layer.short === undefined && !layer.lines)) continue;
        const place = layer.path.replace(/\d+/g, '#');
        const same = layer.kind === 'userland' ? [`userland ${layer.name}`] : [];
        for (const key of [place, ...same])
          forms.set(key, (forms.get(key) ?? new Set()).add(formOf(layer, text)));
      }
      for (const [key, some] of forms) expect([...some], `${about}: ${key}`).toHaveLength(1);
    });
  });

  test.each([
    ['kata', 'unikernel:firecracker', 'emulated', 'windows-hyperv'],
    ['cloud-containers', 'system-container', 'docker-rootless'],
    ['docker-linux', 'vm-bare-metal:kvm', 'gvisor', 'desktop-mac'],
  ])('every app has its name at 1440: %s, %s, %s, %s', (...keys) => {
    const { stacks, items } = draw(
      keys.filter((key) => key !== undefined),
      STAGES[1],
    );
    const texts = written(items);
    const boxes = layerBoxes(items);
    const apps = layersOf(stacks).filter(({ kind, path }) => kind === 'app' && boxes.has(path));
    expect(apps.filter(({ path }) => !texts.has(path)).map(({ path }) => path)).toEqual([]);
  });
});

test.each(['explore', 'projector'] as const)(
  'what is there during the build-up alone has its name above the teeth: %s',
  (shell) => {
    const { stacks, picture } = pictureOf(['docker-linux', 'vm-bare-metal'], [1920, 800], shell);
    const { items } = picture.buildList;
    const teethPx = shell === 'projector' ? 11 : 5;
    const passing = layersOf(stacks).filter(({ relation }) => relation === 'transient');
    const names = passing.flatMap(({ path }) => {
      const box = layerBoxes(items).get(path);
      const name = items.find(({ key }) => key === `${path}#label0`);
      return box && name?.t === 'text' ? [{ box, text: textBox(name) }] : [];
    });
    expect(names.length).toBeGreaterThan(0);
    for (const { box, text } of names) {
      expect(text.y).toBeGreaterThanOrEqual(box.y);
      expect(text.y + text.h).toBeLessThanOrEqual(box.y + box.h - teethPx + 0.5);
    }
  },
);
