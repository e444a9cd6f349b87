import { resolve } from '$app/paths';

/** @returns where Explore shows a named scene. Not for frames: what it imports brings the router along. */
export function exploreHref(scene: string): string {
  return resolve('/explore/[[scene]]', { scene });
}
