/** The kinds of namespace with what was seen inside and outside. */
import type { NamespaceShelf } from '../model/kernel/namespaces.ts';
import namespaces from './namespaces/namespaces.json';

export const namespaceShelf = namespaces as NamespaceShelf;
