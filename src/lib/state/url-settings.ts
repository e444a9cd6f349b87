/** The settings of the lenses in a URL: each key is the name of its lens, a dot and its own name. */
import type { Setting } from '../model/setting.ts';
import { LENS_SETTINGS, type LensSettings, type SettingLens } from '../model/settings.ts';
import { readNumber, readSwitch, readWord, type Reading } from './url-values.ts';

type Value = string | number | boolean | null;

/** Every setting: its key, the lens and the name it has there. */
const SETTINGS = Object.entries<Readonly<Record<string, Setting>>>(LENS_SETTINGS).flatMap(
  ([lens, settings]) =>
    Object.entries(settings).map(([name, setting]) => ({
      ...{ key: `${lens}.${name}`, lens: lens as SettingLens, name, setting },
    })),
);

/** Every key that is a setting. */
export const SETTING_KEYS: readonly string[] = SETTINGS.map(({ key }) => key);

function valueIn(scene: LensSettings, lens: SettingLens, name: string): Value {
  return (scene[lens] as Readonly<Record<string, Value>>)[name] ?? null;
}

function textOf(value: Value): string {
  return String((typeof value === 'boolean' ? Number(value) : value) ?? '');
}

/** @returns each key with its value and that of the base, as they would stand in a URL. */
export function settingPairs(
  scene: LensSettings,
  base: LensSettings,
): readonly (readonly [key: string, value: string, baseValue: string])[] {
  return SETTINGS.map(({ key, lens, name }) => [
    key,
    textOf(valueIn(scene, lens, name)),
    textOf(valueIn(base, lens, name)),
  ]);
}

/** @param studies ids of start-up studies */
export function readSettings(
  reading: Reading,
  studies: readonly string[],
  base: LensSettings,
): LensSettings {
  const read: Record<string, Record<string, Value>> = {};
  for (const { key, lens, name, setting } of SETTINGS) {
    (read[lens] ??= {})[name] = readSetting(
      reading,
      key,
      setting,
      valueIn(base, lens, name),
      studies,
    );
  }
  // Each value was read by the setting that says its type.
  return read as unknown as LensSettings;
}

function readSetting(
  reading: Reading,
  key: string,
  setting: Setting,
  base: Value,
  studies: readonly string[],
): Value {
  if ('words' in setting) return readWord(reading, key, setting.words, String(base));
  if ('min' in setting) {
    return readNumber(reading, key, { ...setting, isWhole: true }, Number(base)) ?? setting.base;
  }
  if ('form' in setting) return readText(reading, key, setting.form, String(base));
  if ('names' in setting)
    return readStudy(reading, key, studies, base === null ? null : String(base));
  return readSwitch(reading, key, base === true);
}

/** Whether what it names is there is known once the lens is. */
function readText({ query, notices }: Reading, key: string, form: RegExp, base: string): string {
  const value = query.get(key) ?? base;
  if (form.test(value)) return value;
  notices.add('unknown-value', key, value, base);
  return base;
}

function readStudy(
  reading: Reading,
  key: string,
  studies: readonly string[],
  base: string | null,
): string | null {
  const value = reading.query.get(key);
  if (value === '' && base !== null) return null;
  if (value === 'own' && !studies.includes('own')) {
    reading.notices.add('no-own', key, 'own', base ?? '');
    return base === 'own' ? null : base;
  }
  const study = readWord(reading, key, ['all', ...studies], base ?? '');
  return study === '' ? null : study;
}
