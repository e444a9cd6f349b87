import { describe, expect, it } from 'vitest';
import { findNamedScene, namedScenes } from '../content/named-scenes.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import { knownNames } from './known-names.ts';
import { baseScene, decodeNamedScene } from './named-scenes.ts';
import { encodeScene } from './url.ts';

const known = knownNames;

describe('named scenes', () => {
  it.each(namedScenes)('$id can be decoded without a notice', (named) => {
    const { scene, notices } = decodeNamedScene(named, known);
    expect(notices).toEqual([]);
    expect(scene.stacks.length).toBeGreaterThan(0);
    expect(encodeScene(scene, EMPTY_SCENE)).toBe(named.query);
    expect(named.id).toMatch(/^[a-z0-9-]+$/);
    expect(named.title.length).toBeGreaterThan(0);
    expect(named.title.length).toBeLessThanOrEqual(45);
    expect(named.summary).toMatch(/\S.*\.$|\S.*\?$/);
  });

  it('are found by id', () => {
    expect(findNamedScene('start-up-race')?.title).toBe('Start-up race');
    expect(findNamedScene('__proto__')).toBeUndefined();
    expect(baseScene('start-up-race', known).lens).toBe('boot');
    expect(baseScene('nowhere', known)).toBe(EMPTY_SCENE);
    expect(baseScene(undefined, known)).toBe(EMPTY_SCENE);
  });
});
