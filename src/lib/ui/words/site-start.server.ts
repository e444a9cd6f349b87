/** Where the site will stand, as far as the build was told. */
import { base } from '$app/paths';

/** @returns what stands before each path: `ORIGIN`, if it is set, and the base path */
export function siteStart(): string {
  return `${process.env.ORIGIN ?? ''}${base}`;
}
