import { describe, expect, it } from 'vitest';
import type { Ink, Look } from '../scene/display-list.ts';
import { themeFromSystem } from './forced-theme.ts';
import { THEME_NAMES, themeFor, type Theme } from './theme.ts';

const LAYER_LOOKS: readonly Look[] = [
  ...(['hardware', 'hypervisor', 'kernel', 'userland', 'libs', 'app', 'engine', 'sentry'] as const),
  ...(['vmm', 'emulator', 'library-os'] as const),
];
const TEXT_INKS: readonly Exclude<Ink, 'on-look'>[] = [
  'ink',
  'secondary',
  'tertiary',
  'link',
  'fence',
];

const HEX = /^#[0-9A-F]{6}$/i;

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(THEME_NAMES)('theme %s', (name) => {
  const theme: Theme = themeFor(name);
  const least = name === 'light' || name === 'dark' ? 4.5 : 7;

  it('has a colour for every look and ink', () => {
    for (const look of LAYER_LOOKS) {
      const { fill, border, text } = theme.looks[look];
      for (const color of [fill, border, text]) expect(color, look).toMatch(HEX);
    }
    for (const color of Object.values(theme.inks)) expect(color).toMatch(HEX);
  });

  it.each(LAYER_LOOKS)('text can be read on %s', (look) => {
    const { fill, text } = theme.looks[look];
    expect(contrast(fill ?? '', text)).toBeGreaterThanOrEqual(least);
  });

  it.each(TEXT_INKS)('%s can be read on paper', (ink) => {
    expect(contrast(theme.inks[ink], theme.inks.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it('has text on badge and kernel that can be read', () => {
    expect(contrast(theme.looks.badge.fill ?? '', theme.inks['on-badge'])).toBeGreaterThan(4.5);
    expect(contrast(theme.inks.kernel, theme.inks['on-kernel'])).toBeGreaterThan(4.5);
  });

  it('fills only kernels without a texture, and apps, which are blank', () => {
    const plain = LAYER_LOOKS.filter((look) => theme.looks[look].texture === null);
    expect(plain).toEqual(['kernel', 'app']);
  });

  it('knocks labels out of every texture', () => {
    for (const look of LAYER_LOOKS) {
      expect(theme.looks[look].knockout, look).toBe(theme.looks[look].texture !== null);
    }
  });
});

describe('factors', () => {
  it('doubles strokes and textures on the projector, teeth only in Present', () => {
    expect(themeFor('projector')).toMatchObject({
      strokeFactor: 2,
      textureFactor: 2,
      teethFactor: 1,
    });
    expect(themeFor('projector', true)).toMatchObject({ strokeFactor: 2, teethFactor: 2.2 });
    expect(themeFor('light', true).teethFactor).toBe(1);
  });

  it('thickens borders in high contrast', () => {
    expect(themeFor('contrast').looks.kernel.borderPx).toBeCloseTo(2.25);
  });
});

describe('forced colours', () => {
  const system = {
    Canvas: 'rgb(0, 0, 0)',
    CanvasText: 'rgb(255, 255, 255)',
    Highlight: 'rgb(255, 255, 0)',
    HighlightText: 'rgb(0, 0, 0)',
    GrayText: 'rgb(0, 255, 0)',
  };
  const theme = themeFromSystem(system);

  it('uses system colours alone', () => {
    const allowed = new Set<string | null>([null, ...Object.values(system)]);
    for (const [look, { fill, border, text, texture }] of Object.entries(theme.looks)) {
      for (const color of [fill, border, text, texture?.color ?? null]) {
        expect(allowed.has(color), `${look} ${color}`).toBe(true);
      }
    }
    for (const color of Object.values(theme.inks)) expect(allowed.has(color)).toBe(true);
  });

  it('keeps kernels apart from every other layer, and keeps the textures', () => {
    const others = LAYER_LOOKS.filter((look) => look !== 'kernel');
    for (const look of others) expect(theme.looks[look].fill).not.toBe(theme.looks.kernel.fill);
    expect(theme.looks.libs.texture?.name).toBe('hairlines');
  });
});
