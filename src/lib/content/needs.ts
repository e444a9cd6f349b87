/** What is known of user spaces and of kernels: the ground of "which kernel does it need?". */
import type { DataResult } from '../model/data-result.ts';
import type { KnownKernel, NeedCase, NeedsShelf } from '../model/kernel/needs-data.ts';
import { onlyValue } from './only-value.ts';

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

export const needsShelf: NeedsShelf = {
  kernels: onlyValue(kernelFile),
  cases: onlyValue(caseFile),
};
