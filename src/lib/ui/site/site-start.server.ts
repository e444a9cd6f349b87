/** Where the site will stand, as far as the build was told. */
import { existsSync } from 'node:fs';
import { base } from '$app/paths';

const CARDS = 'static/cards';

/** @returns whether the picture of a named scene has been made (`npm run cards`) */
export function hasCard(id: string | undefined): boolean {
  return id !== undefined && existsSync(`${CARDS}/${id}.png`);
}

/** @returns what stands before each path: `ORIGIN`, if it is set, and the base path */
export function siteStart(): string {
  return `${process.env.ORIGIN ?? ''}${base}`;
}
