import { describe, expect, it } from 'vitest';
import type { BoxItem, DisplayList, TextItem } from '../scene/display-list.ts';
import { withGhosts, withoutGhosts } from './moved-ghosts.ts';

function slab(x: number, w = 100): BoxItem {
  return {
    ...{ t: 'box', key: 'a/kernel', owner: 'a/kernel', layer: true, z: 3, look: 'kernel' },
    ...{ radius: 0, box: { x, y: 0, w, h: 40 } },
  };
}

function list(item: BoxItem): DisplayList {
  return { width: 400, height: 100, items: [item] };
}

describe('withGhosts', () => {
  it('leaves a dashed outline where a slab was, without its layer', () => {
    const [ghost, ...rest] = withGhosts(list(slab(0)), list(slab(50))).items;
    expect(ghost).toMatchObject({ ghost: true, box: { x: 0 } });
    expect(ghost).not.toHaveProperty('layer');
    expect(rest).toEqual([slab(50)]);
  });

  it('leaves none for what stayed, or became something of another size', () => {
    const before = list(slab(0));
    expect(withGhosts(before, before)).toBe(before);
    const small = list(slab(50, 20));
    expect(withGhosts(before, small)).toBe(small);
  });

  it('leaves none over words that stand on the bare ground', () => {
    const words: TextItem = {
      ...{ t: 'text', key: 'note', z: 1, x: 20, y: 20, text: 'a note', size: 12, weight: 450 },
      ...{ anchor: 'start', ink: 'ink' },
    };
    const after: DisplayList = { width: 400, height: 100, items: [slab(150), words] };
    expect(withGhosts(list(slab(0)), after)).toBe(after);
    const onSlab = { ...after, items: [slab(150), { ...words, x: 160 }] };
    expect(withGhosts(list(slab(0)), onSlab).items).toHaveLength(3);
  });

  it('leaves none behind what has taken the place', () => {
    const other: BoxItem = { ...slab(0), key: 'b/kernel', owner: 'b/kernel' };
    const after: DisplayList = { width: 400, height: 100, items: [slab(150), other] };
    expect(withGhosts(list(slab(0)), after)).toBe(after);
  });

  it('forgets the outlines of earlier moves', () => {
    const moved = withGhosts(list(slab(0)), list(slab(50)));
    expect(withoutGhosts(moved).items).toEqual([slab(50)]);
  });
});
