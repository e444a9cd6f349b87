/** What is wrong with a data file of figures, studies or checks: by path, one line each. */
import * as v from 'valibot';
import type { DataResult } from './data-result.ts';

/** Reads untrusted data by a schema. Never throws. */
export function readData<T>(schema: v.GenericSchema<unknown, T>, input: unknown): DataResult<T> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  const issues = result.issues.map((issue) => ({
    path: dataPath(issue.path ?? []),
    message: issue.message,
  }));
  return { ok: false, issues };
}

function dataPath(items: readonly v.IssuePathItem[]): string {
  let path = '';
  for (const { key } of items) {
    if (typeof key === 'number') path += `[${key}]`;
    else path += path === '' ? String(key) : `.${String(key)}`;
  }
  return path;
}
