/**
 * What each lens can be set to, as data: its name in an address is the lens, a dot and its own name
 * (`size.host`). Reading, writing, undo and the defaults of a scene all follow from this one list.
 */
import { bootSettings } from './boot-settings.ts';
import { isolationSettings } from './isolation/settings.ts';
import { kernelSettings } from './kernel/settings.ts';
import { manageSettings } from './manage/settings.ts';
import { pathSettings } from './path/settings.ts';
import type { ValuesOf } from './setting.ts';
import { sizeSettings } from './size-settings.ts';

export const LENS_SETTINGS = {
  boot: bootSettings,
  size: sizeSettings,
  isolation: isolationSettings,
  path: pathSettings,
  kernel: kernelSettings,
  manage: manageSettings,
} as const;

/** The lenses that have settings. */
export type SettingLens = keyof typeof LENS_SETTINGS;

/** The settings of every lens, by lens and name. */
export type LensSettings = {
  readonly [L in SettingLens]: ValuesOf<(typeof LENS_SETTINGS)[L]>;
};

export type BootSettings = LensSettings['boot'];
export type SizeSettings = LensSettings['size'];
export type IsolationSettings = LensSettings['isolation'];
export type PathSettings = LensSettings['path'];
export type KernelSettings = LensSettings['kernel'];
export type ManageSettings = LensSettings['manage'];
