/**
 * What is known of hosts, images, Windows builds and user spaces: the ground of "can this image run
 * here?" and of "which kernel does it need?". The files are read and checked when the site is built.
 */
import { valueOf, type DataResult } from '../model/data-result.ts';
import type { Source } from '../model/figures.ts';
import type { KnownKernel, NeedCase, NeedsShelf } from '../model/kernel/needs-data.ts';
import type {
  RunExample,
  RunGrounds,
  RunHost,
  RunShelf,
  WindowsBuilds,
} from '../model/kernel/run-data.ts';

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
const kernelFile = import.meta.glob<DataResult<readonly KnownKernel[]>>('./run-here/kernels.json', {
  eager: true,
  query: '?run-kernels',
  import: 'default',
});
const caseFile = import.meta.glob<DataResult<readonly NeedCase[]>>('./run-here/needs.json', {
  eager: true,
  query: '?run-needs',
  import: 'default',
});
const sourceFile = import.meta.glob<DataResult<readonly Source[]>>('./run-here/sources.json', {
  eager: true,
  query: '?sources',
  import: 'default',
});

/** The only file of a glob. A mistake in it throws: names the file, the path in it and what was expected. */
function only<T>(files: Readonly<Record<string, DataResult<T>>>): T {
  const [entry] = Object.entries(files);
  if (entry === undefined) throw new Error('a file of content/run-here is missing');
  return valueOf(...entry);
}

const grounds = only(groundFile);

export const runShelf: RunShelf = {
  hosts: only(hostFile),
  examples: only(exampleFile),
  builds: only(buildFile),
  reasonSources: new Map(grounds.reasons.map(({ id, sources }) => [id, sources])),
  needSources: new Map(grounds.needs.map(({ id, sources }) => [id, sources])),
  sources: new Map(only(sourceFile).map((one) => [one.id, one])),
};

export const needsShelf: NeedsShelf = { kernels: only(kernelFile), cases: only(caseFile) };
