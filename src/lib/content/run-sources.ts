/** Where answers about hosts and images are written, in full: pictures name them alone (`run-here.ts`). */
import type { DataResult } from '../model/data-result.ts';
import type { Source } from '../model/figures.ts';
import { byId } from './by-id.ts';
import { onlyValue } from './only-value.ts';

const file = import.meta.glob<DataResult<readonly Source[]>>('./run-here/sources.json', {
  eager: true,
  query: '?sources',
  import: 'default',
});

export const runSources: ReadonlyMap<string, Source> = byId(onlyValue(file));
