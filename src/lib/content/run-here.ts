/**
 * What is known of hosts, images and Windows builds: the ground of "can this image run here?". The files
 * are read and checked when the site is built.
 */
import type { DataResult } from '../model/data-result.ts';
import type { SourceName } from '../model/figures.ts';
import type {
  RunExample,
  RunGrounds,
  RunHost,
  RunShelf,
  WindowsBuilds,
} from '../model/kernel/run-data.ts';
import { onlyValue } from './only-value.ts';

const hostFile = import.meta.glob<DataResult<readonly RunHost[]>>('./run-here/hosts.json', {
  eager: true,
  query: '?run-hosts',
  import: 'default',
});
const exampleFile = import.meta.glob<DataResult<readonly RunExample[]>>(
  './run-here/examples.json',
  { eager: true, query: '?run-examples', import: 'default' },
);
const buildFile = import.meta.glob<DataResult<WindowsBuilds>>('./run-here/windows-builds.json', {
  eager: true,
  query: '?run-builds',
  import: 'default',
});
const groundFile = import.meta.glob<DataResult<RunGrounds>>('./run-here/reasons.json', {
  eager: true,
  query: '?run-grounds',
  import: 'default',
});
const sourceFile = import.meta.glob<DataResult<readonly SourceName[]>>('./run-here/sources.json', {
  eager: true,
  query: '?source-names',
  import: 'default',
});

const grounds = onlyValue(groundFile);

export const runShelf: RunShelf = {
  hosts: onlyValue(hostFile),
  examples: onlyValue(exampleFile),
  builds: onlyValue(buildFile),
  reasonSources: new Map(grounds.reasons.map(({ id, sources }) => [id, sources])),
  needSources: new Map(grounds.needs.map(({ id, sources }) => [id, sources])),
  sources: new Map(onlyValue(sourceFile).map((one) => [one.id, one])),
};
