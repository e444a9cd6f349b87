/** The kinds of namespace with what was seen inside and outside. Read and checked when the site is built. */
import type { DataResult } from '../model/data-result.ts';
import type { NamespaceShelf } from '../model/kernel/namespaces.ts';
import { onlyValue } from './only-value.ts';

const namespaceFile = import.meta.glob<DataResult<NamespaceShelf>>('./namespaces/namespaces.json', {
  eager: true,
  query: '?namespaces',
  import: 'default',
});

/** A mistake in the file throws here: names it, the path in it and what was expected. */
export const namespaceShelf: NamespaceShelf = onlyValue(namespaceFile);
