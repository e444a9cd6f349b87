import { readFile } from 'node:fs/promises';
import type { PageServerLoad } from './$types';

/** Of the copyright line in LICENSE, which each version brings up to date. */
async function licenceYear(): Promise<number> {
  const [, year] = /Copyright \(c\) (\d{4})/.exec(await readFile('LICENSE', 'utf8')) ?? [];
  if (year === undefined) throw new Error('LICENSE has no line "Copyright (c) <year>"');
  return Number(year);
}

export const load: PageServerLoad = async () => {
  const { version }: { version: string } = JSON.parse(await readFile('package.json', 'utf8'));
  return { version, year: await licenceYear(), origin: process.env.ORIGIN || null };
};
