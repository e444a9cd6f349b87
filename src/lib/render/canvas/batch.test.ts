import { describe, expect, it } from 'vitest';
import type { BoxItem, DisplayList, Item, TextItem } from '../../scene/display-list.ts';
import { batch } from './batch.ts';
import { viewFor } from './view.ts';

const VIEW = viewFor(
  { x: 0.5, y: 0.5, zoom: 1 },
  { width: 400, height: 300 },
  { width: 400, height: 300 },
  2,
);

function box(key: string, z: number, more: Partial<BoxItem> = {}): BoxItem {
  return {
    ...{ t: 'box', key, z, look: 'app', radius: 6, owner: key, layer: true },
    box: { x: 10, y: 10, w: 50, h: 30 },
    ...more,
  };
}

function text(key: string, more: Partial<TextItem> = {}): TextItem {
  return {
    ...{ t: 'text', key, z: 5, text: key, size: 13, weight: 650 },
    ...{ x: 20, y: 20, anchor: 'start', ink: 'ink' },
    ...more,
  };
}

function list(...items: Item[]): DisplayList {
  return { width: 400, height: 300, items };
}

describe('batch', () => {
  it('orders passes by z, whatever the order of the items', () => {
    const { passes } = batch(list(box('a', 9), box('b', 1), box('c', 4), box('d', 1)), VIEW);
    expect(passes.map((pass) => pass.z)).toEqual([1, 4, 9]);
  });

  it('groups boxes by look, ghost, fade and alpha', () => {
    const { passes } = batch(
      list(
        box('a', 1),
        box('b', 1, { look: 'libs' }),
        box('c', 1),
        box('d', 1, { alpha: 0.5 }),
        box('e', 1, { ghost: true }),
        box('f', 1, { alpha: 0.5 }),
        box('g', 1, { fadeLeft: true }),
      ),
      VIEW,
    );
    const groups = [...(passes[0]?.boxes.values() ?? [])].map((g) => g.items.map((i) => i.key));
    expect(groups).toEqual([['a', 'c'], ['b'], ['d', 'f'], ['e'], ['g']]);
  });

  it('groups labels by everything that changes the pen', () => {
    const { passes } = batch(
      list(
        text('a'),
        text('b', { on: 'libs', ink: 'on-look' }),
        text('c'),
        text('d', { size: 12 }),
      ),
      VIEW,
    );
    const groups = [...(passes[0]?.texts.values() ?? [])].map((g) => g.items.map((i) => i.key));
    expect(groups).toEqual([['a', 'c'], ['b'], ['d']]);
  });

  it('leaves out what is off screen, unseen or too small', () => {
    const { passes } = batch(
      list(
        box('left', 1, { box: { x: -500, y: 10, w: 50, h: 30 } }),
        box('below', 1, { box: { x: 10, y: 900, w: 50, h: 30 } }),
        box('faint', 1, { alpha: 0 }),
        box('flat', 1, { box: { x: 10, y: 10, w: 50, h: 0 } }),
        text('tiny', { size: 4 }),
        text('far', { x: 5000 }),
      ),
      VIEW,
    );
    expect(passes).toEqual([]);
  });

  it('keeps labels that come into sight as the picture is zoomed', () => {
    const small = list(text('small', { size: 4, x: 200, y: 150 }));
    const near = viewFor(
      { x: 0.5, y: 0.5, zoom: 4 },
      { width: 400, height: 300 },
      { width: 400, height: 300 },
      1,
    );
    expect(batch(small, near).passes).toHaveLength(1);
  });

  it('paints joints after the last layer, and before what lies over the picture', () => {
    const kernel = box('k', 2, { look: 'kernel', teeth: [{ family: 'linux', from: 0, to: 50 }] });
    const flag = box('flag', 90, { look: 'badge', layer: false });
    const batches = batch(list(kernel, box('app', 7), flag), VIEW);
    expect(batches.jointsAfterZ).toBe(7);
    expect(batches.toothed.map((item) => item.key)).toEqual(['k']);
  });

  it('gives ghosts neither teeth nor posts over their neighbours', () => {
    const ghost = box('k', 2, { ghost: true, teeth: [{ family: 'linux', from: 0, to: 50 }] });
    expect(batch(list(ghost), VIEW).toothed).toEqual([]);
  });
});
