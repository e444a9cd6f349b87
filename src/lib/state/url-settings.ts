/** The settings of the lenses in a URL: each key is the name of its lens, a dot and its own name. */
import type { BootSettings, LensSettings, SizeSettings } from '../model/scene.ts';
import { EMPTY_SCENE, SETTING_LENSES, SIZE_PULLS, SIZE_VIEWS } from '../model/scene.ts';
import { readNumber, readSwitch, readWord, type Reading } from './url-values.ts';

/** Settings as they would stand in a URL. */
function entriesOf(settings: LensSettings): readonly [key: string, value: string][] {
  return SETTING_LENSES.flatMap((lens) =>
    Object.entries(settings[lens]).map(([name, value]): [string, string] => [
      `${lens}.${name}`,
      String((typeof value === 'boolean' ? Number(value) : value) ?? ''),
    ]),
  );
}

/** Every key that is a setting. */
export const SETTING_KEYS: readonly string[] = entriesOf(EMPTY_SCENE).map(([key]) => key);

/** @returns each key with its value and that of the base, as they would stand in a URL. */
export function settingPairs(
  scene: LensSettings,
  base: LensSettings,
): readonly (readonly [key: string, value: string, baseValue: string])[] {
  const before = new Map(entriesOf(base));
  return entriesOf(scene).map(([key, value]) => [key, value, before.get(key) ?? '']);
}

/** @param studies ids of start-up studies */
export function readSettings(
  reading: Reading,
  studies: readonly string[],
  base: LensSettings,
): LensSettings {
  return { boot: readBoot(reading, studies, base.boot), size: readSize(reading, base.size) };
}

/** Least and most. */
const NUMBERS = {
  host: [8, 1024],
  program: [1, 65_536],
  ksm: [0, 90],
  balloon: [0, 90],
  clone: [0, 90],
} as const;
const ASSUMED = /^(?:[a-z-]+:[\d.]+,?)*$/;

function readSize(reading: Reading, base: SizeSettings): SizeSettings {
  const number = (name: keyof typeof NUMBERS) => {
    const [min, max] = NUMBERS[name];
    const range = { min, max, isWhole: true };
    return readNumber(reading, `size.${name}`, range, base[name]) ?? EMPTY_SCENE.size[name];
  };
  return {
    view: readWord(reading, 'size.view', SIZE_VIEWS, base.view),
    host: number('host'),
    program: number('program'),
    ksm: number('ksm'),
    balloon: number('balloon'),
    clone: number('clone'),
    linked: readSwitch(reading, 'size.linked', base.linked),
    share: readSwitch(reading, 'size.share', base.share),
    pull: readWord(reading, 'size.pull', SIZE_PULLS, base.pull),
    assume: readAssumed(reading, base.assume),
  };
}

/** Whether an assumption of that name is made is known once the lens is there. */
function readAssumed({ query, notices }: Reading, base: string): string {
  const value = query.get('size.assume') ?? base;
  const isRead = ASSUMED.test(value);
  if (!isRead) notices.add('unknown-value', 'size.assume', value, base);
  return isRead ? value : base;
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
