import { valueOf, type DataResult } from '../model/data-result.ts';

/**
 * @param files what a glob for one file found
 * @returns the file's value
 * @throws {Error} for a mistake in the file: names it, the path in it and what was expected
 */
export function onlyValue<T>(files: Readonly<Record<string, DataResult<T>>>): T {
  const [entry] = Object.entries(files);
  if (entry === undefined) throw new Error('a file of content is missing');
  return valueOf(...entry);
}
