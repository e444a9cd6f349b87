/** Tools as far as they are drawn: who looks at a picture does not load what their cards tell. */
import type { DataResult } from '../model/data-result.ts';
import type { Tool } from '../model/manage/tool.ts';
import { valuesOf } from './by-id.ts';

const files = import.meta.glob<DataResult<Tool>>('./tools/*.json', {
  eager: true,
  query: '?tool-drawn',
  import: 'default',
});

/** In the order of their ids. */
export const drawnTools: readonly Tool[] = valuesOf(files).toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
);
