/** The settings of the lenses in a URL: each key is the name of its lens, a dot and its own name. */
import type { BootSettings, LensSettings, SizeSettings } from '../model/scene.ts';
import { EMPTY_SCENE, SETTING_LENSES, SIZE_PULLS, SIZE_VIEWS } from '../model/scene.ts';
import { type NumberRange, readNumber, readSwitch, readWord, type Reading } from './url-values.ts';

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
  return { boot: readBoot(reading, studies, base.boot), size: readSize(reading, base.size) };
}

const PERCENT = { min: 0, max: 90, isWhole: true } as const;
const HOST_GB = { min: 8, max: 1024, isWhole: true } as const;
const PROGRAM_MB = { min: 1, max: 65_536, isWhole: true } as const;
const ASSUMED = /^(?:[a-z-]{1,30}:\d{1,5}(?:\.\d{1,3})?(?:,(?!$)|$)){0,12}$/;

function readSize(reading: Reading, base: SizeSettings): SizeSettings {
  const number = (name: NumberName, range: NumberRange) =>
    readNumber(reading, `size.${name}`, range, base[name]) ?? EMPTY_SCENE.size[name];
  return {
    view: readWord(reading, 'size.view', SIZE_VIEWS, base.view),
    host: number('host', HOST_GB),
    program: number('program', PROGRAM_MB),
    ksm: number('ksm', PERCENT),
    balloon: number('balloon', PERCENT),
    clone: number('clone', PERCENT),
    linked: readSwitch(reading, 'size.linked', base.linked),
    share: readSwitch(reading, 'size.share', base.share),
    pull: readWord(reading, 'size.pull', SIZE_PULLS, base.pull),
    assume: readAssumed(reading, base.assume),
  };
}

type NumberName = 'host' | 'program' | 'ksm' | 'balloon' | 'clone';

/** Whether an assumption of that name is made is known once the lens is there. */
function readAssumed({ query, notices }: Reading, base: string): string {
  const value = query.get('size.assume') ?? base;
  if (ASSUMED.test(value)) return value;
  notices.add('unknown-value', 'size.assume', value, base);
  return base;
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
