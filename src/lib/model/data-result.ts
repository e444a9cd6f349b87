/**
 * What reading a data file gave: a value, or what is wrong with it. Apart from the reading itself, which a
 * page does without, where its files were read when the site was built.
 */

/** One problem: where in the file (`[3].sources[0]`) and what was expected. */
export interface DataIssue {
  readonly path: string;
  readonly message: string;
}

export type DataResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly DataIssue[] };

/** @returns the issues as text, a line each, after the name of the file. */
function describeIssues(file: string, issues: readonly DataIssue[]): string {
  return issues.map(({ path, message }) => `${file} ${path}: ${message}`).join('\n');
}

/**
 * @param file name for the message
 * @returns the value of a result.
 * @throws {Error} that names the file and every issue, when there is no value
 */
export function valueOf<T>(file: string, result: DataResult<T>): T {
  if (!result.ok) throw new Error(describeIssues(file, result.issues));
  return result.value;
}
