/** What is wrong with a data file of figures, studies or checks: by path, one line each. */
import * as v from 'valibot';

/** One problem: where in the file (`[3].sources[0]`) and what was expected. */
export interface DataIssue {
  readonly path: string;
  readonly message: string;
}

export type DataResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly DataIssue[] };

/** Reads untrusted data by a schema. Never throws. */
export function readData<T>(schema: v.GenericSchema<T>, input: unknown): DataResult<T> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  const issues = result.issues.map((issue) => ({
    path: dataPath(issue.path ?? []),
    message: issue.message,
  }));
  return { ok: false, issues };
}

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

function dataPath(items: readonly v.IssuePathItem[]): string {
  let path = '';
  for (const { key } of items) {
    if (typeof key === 'number') path += `[${key}]`;
    else path += path === '' ? String(key) : `.${String(key)}`;
  }
  return path;
}
