/** What the controls of "can it run here?" show of a scene's settings. */
import { runShelf } from '#lib/content/run-here.ts';
import type { RunHost } from '#lib/model/kernel/run-data.ts';
import type { KernelSettings } from '#lib/model/settings.ts';
import { MOST_IMAGES, usualImages } from '#lib/scene/kernel/run-asked.ts';
import { readImage } from '#lib/sim/kernel/run-image.ts';

/** @returns the chosen host; the first where none of that name is known */
export function shownHost({ host }: KernelSettings): RunHost {
  const found = runShelf.hosts.find(({ id }) => id === host) ?? runShelf.hosts[0];
  if (found === undefined) throw new Error('content/run-here/hosts.json names no host');
  return found;
}

/** @returns the platforms of the images that are tried */
export function shownImages(settings: KernelSettings): readonly string[] {
  const named = settings.images.split(',').filter((one) => readImage(one) !== null);
  const shown = named.length > 0 ? [...new Set(named)] : usualImages(shownHost(settings));
  return shown.slice(0, MOST_IMAGES);
}

/** @returns the setting with one image more or fewer; the last one stays, and there is room for so many */
export function withImage(settings: KernelSettings, platform: string, isOn: boolean): string {
  const shown = shownImages(settings);
  const rest = shown.filter((one) => one !== platform);
  const next = isOn ? [...rest, platform] : rest;
  const kept = next.length === 0 ? shown : next.slice(-MOST_IMAGES);
  const usual = usualImages(shownHost(settings));
  return kept.join() === usual.join() ? '' : kept.join();
}
