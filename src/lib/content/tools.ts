/**
 * Tools that manage stacks. A tool is one file in `tools/`: adding one needs no other change. The files are
 * read and checked when the site is built.
 */
import { valueOf, type DataResult } from '../model/data-result.ts';
import type { ToolRecord } from '../model/manage/tool.ts';

const files = import.meta.glob<DataResult<ToolRecord>>('./tools/*.json', {
  eager: true,
  query: '?tool',
  import: 'default',
});

/** In the order of their ids; a mistake in a file throws and names the file and the path in it. */
export const tools: readonly ToolRecord[] = Object.entries(files)
  .map(([path, read]) => valueOf(path, read))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
