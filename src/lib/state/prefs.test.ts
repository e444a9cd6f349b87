import { describe, expect, it } from 'vitest';
import { Prefs, resolveMotion, resolveTheme } from './prefs.svelte.ts';
import { createSafeStorage, type StorageLike } from './safe-storage.ts';

function fakeStorage(entries: Record<string, string> = {}): StorageLike & Map<string, string> {
  const map = new Map(Object.entries(entries));
  return Object.assign(map, {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  });
}

const denied = (): never => {
  throw new DOMException('denied', 'SecurityError');
};
const system = { isDark: false, wantsContrast: false, wantsReducedMotion: false };

describe('Prefs', () => {
  it('keeps theme and motion on the device, and only what was chosen', () => {
    const storage = fakeStorage();
    const prefs = new Prefs(createSafeStorage(() => storage));
    prefs.setTheme('dark');
    prefs.setMotion('reduce');
    const again = new Prefs(createSafeStorage(() => storage));
    expect([again.theme, again.motion]).toEqual(['dark', 'reduce']);
    again.setTheme('auto');
    expect([...storage.keys()]).toEqual(['strata.motion']);
  });

  it('takes unknown words for auto', () => {
    const storage = fakeStorage({ 'strata.theme': 'dusk', 'strata.motion': '__proto__' });
    const prefs = new Prefs(createSafeStorage(() => storage));
    expect([prefs.theme, prefs.motion]).toEqual(['auto', 'auto']);
  });

  it.each([
    ['cannot be opened', denied],
    ['is absent', () => undefined],
    ['is full', () => ({ getItem: () => null, setItem: denied, removeItem: denied })],
  ])('works for the visit when storage %s', (_case, open) => {
    const storage = createSafeStorage(open);
    const prefs = new Prefs(storage);
    prefs.setTheme('contrast');
    expect([prefs.theme, new Prefs(storage).theme]).toEqual(['contrast', 'contrast']);
    prefs.setTheme('auto');
    expect(new Prefs(storage).theme).toBe('auto');
  });

  it('needs no browser', () => {
    expect(new Prefs().theme).toBe('auto');
  });
});

describe('what is painted', () => {
  it('follows the scene, then the reader, then the system', () => {
    expect(resolveTheme('projector', 'dark', system)).toBe('projector');
    expect(resolveTheme('auto', 'dark', system)).toBe('dark');
    expect(resolveTheme('auto', 'auto', system)).toBe('light');
    expect(resolveTheme('auto', 'auto', { ...system, isDark: true })).toBe('dark');
    expect(resolveTheme('auto', 'auto', { ...system, wantsContrast: true })).toBe('contrast');
    expect(resolveMotion('full', 'reduce', { ...system, wantsReducedMotion: true })).toBe(false);
    expect(resolveMotion('auto', 'reduce', system)).toBe(true);
    expect(resolveMotion('auto', 'auto', { ...system, wantsReducedMotion: true })).toBe(true);
  });
});
