import { describe, expect, it } from 'vitest';
import { EMPTY_SCENE, MAX_STACKS, type Scene } from '../model/scene.ts';
import * as edit from './scene-edits.ts';

const scene: Scene = {
  ...EMPTY_SCENE,
  stacks: [{ id: 'process' }, { id: 'docker-linux' }],
  select: 'docker-linux/kernel',
  tMs: 300,
  camera: { x: 0.5, y: 0.5, zoom: 2 },
};

describe('scene edits', () => {
  it('add a stack once, and no more than there is room for', () => {
    const more = edit.addStack(scene, { id: 'microvm' });
    expect(more.stacks.map(edit.refText)).toEqual(['process', 'docker-linux', 'microvm']);
    expect([more.tMs, more.camera]).toEqual([null, null]);
    expect(edit.addStack(scene, { id: 'process' })).toBe(scene);
    const full = {
      ...scene,
      stacks: Array.from({ length: MAX_STACKS }, (_, n) => ({ id: `s${n}` })),
    };
    expect(edit.addStack(full, { id: 'one-more' })).toBe(full);
  });

  it('put a stack beside another, or in its place where all places are taken', () => {
    const texts = (next: Scene) => next.stacks.map(edit.refText);
    const xen = edit.refOf('vm-bare-metal:xen');
    const beside = edit.addBeside(scene, 0, xen, 4);
    expect(texts(beside)).toEqual(['process', 'vm-bare-metal:xen', 'docker-linux']);
    expect(beside.select).toBe('docker-linux/kernel');
    expect(texts(edit.addBeside(scene, 0, xen, 2))).toEqual(['vm-bare-metal:xen', 'docker-linux']);
    expect(edit.addBeside(scene, 0, { id: 'docker-linux' }, 4)).toBe(scene);
    expect(edit.addBeside(scene, 0, { id: 'docker-linux' }, 2)).toBe(scene);
  });

  it('replace, remove and move; what is not there changes nothing', () => {
    const other = edit.replaceStack(scene, 1, { id: 'vm-bare-metal', variant: 'xen' });
    expect(other.stacks.map(edit.refText)).toEqual(['process', 'vm-bare-metal:xen']);
    expect(other.select).toBeNull();
    expect(edit.replaceStack(scene, 0, { id: 'docker-linux' })).toBe(scene);
    expect(edit.removeStack(scene, 0).stacks).toEqual([{ id: 'docker-linux' }]);
    expect(edit.removeStack(scene, 0).select).toBe('docker-linux/kernel');
    expect(edit.removeStack(scene, 7)).toBe(scene);
    expect(edit.moveStack(scene, 0, 1).stacks).toEqual([{ id: 'docker-linux' }, { id: 'process' }]);
    expect(edit.moveStack(scene, 0, -1)).toBe(scene);
  });

  it('start time and camera afresh with another lens or study, not with another axis', () => {
    expect(edit.setLens(scene, 'boot')).toMatchObject({ lens: 'boot', tMs: null, camera: null });
    expect(edit.setLens(scene, 'structure')).toBe(scene);
    expect(edit.setLensSettings(scene, 'boot', { axis: 'linear' }).tMs).toBe(300);
    expect(edit.setLensSettings(scene, 'boot', { study: 'lightvm' }).tMs).toBeNull();
  });

  it('clamp the number of instances', () => {
    expect(edit.setInstances(scene, -4).n).toBe(1);
    expect(edit.setInstances(scene, 1e9).n).toBe(100_000);
    expect(edit.setInstances(scene, 2.4).n).toBe(2);
    expect(edit.setInstances(scene, Number.NaN).n).toBeNull();
  });

  it('switch overlays', () => {
    expect(edit.toggleOverlay(scene, 'engine', false).overlays).not.toContain('engine');
    expect(
      edit.toggleOverlay(scene, 'engine', true).overlays.filter((o) => o === 'engine'),
    ).toHaveLength(1);
  });
});
