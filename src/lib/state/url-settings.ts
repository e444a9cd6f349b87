/** The settings of the lenses in a URL: each key is the name of its lens, a dot and its own name. */
import type { BootSettings, LensSettings } from '../model/scene.ts';
import { EMPTY_SCENE, SETTING_LENSES } from '../model/scene.ts';
import { readWord, type Reading } from './url-values.ts';

/** Every key that is a setting. */
export const SETTING_KEYS: readonly string[] = SETTING_LENSES.flatMap((lens) =>
  Object.keys(EMPTY_SCENE[lens]).map((name) => `${lens}.${name}`),
);

/** @returns each key with its value and that of the base, as they would stand in a URL. */
export function settingPairs(
  scene: LensSettings,
  base: LensSettings,
): readonly (readonly [key: string, value: string, baseValue: string])[] {
  return SETTING_LENSES.flatMap((lens) => {
    const baseOf = new Map(Object.entries(base[lens]).map(([name, value]) => [name, text(value)]));
    return Object.entries(scene[lens]).map(
      ([name, value]) => [`${lens}.${name}`, text(value), baseOf.get(name) ?? ''] as const,
    );
  });
}

function text(value: string | number | boolean | null): string {
  return value === null ? '' : String(typeof value === 'boolean' ? Number(value) : value);
}

/** @param studies ids of start-up studies */
export function readSettings(
  reading: Reading,
  studies: readonly string[],
  base: LensSettings,
): LensSettings {
  return { boot: readBoot(reading, studies, base.boot) };
}

function readBoot(reading: Reading, studies: readonly string[], base: BootSettings): BootSettings {
  return {
    clock: readWord(reading, 'boot.clock', ['real', 'slow', 'decade'], base.clock),
    axis: readWord(reading, 'boot.axis', ['log', 'linear'], base.axis),
    study: readStudy(reading, studies, base.study),
  };
}

function readStudy(
  reading: Reading,
  studies: readonly string[],
  base: string | null,
): string | null {
  if (reading.query.get('boot.study') === '' && base !== null) return null;
  if (reading.query.get('boot.study') === 'own' && !studies.includes('own')) {
    reading.notices.add('no-own', 'boot.study', 'own', base ?? '');
    return base === 'own' ? null : base;
  }
  const study = readWord(reading, 'boot.study', ['all', ...studies], base ?? '');
  return study === '' ? null : study;
}
