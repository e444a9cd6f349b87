/** What menus show of the stacks, before any of them is loaded. */
import { stackIds } from './registry.ts';

/** What menus show of a variant; absent titles are the stack's own. */
interface VariantTitles {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly shortTitle?: string;
  readonly claim?: string;
}

/** What menus show of a stack before it is loaded. */
export interface StackHead {
  readonly title: string;
  readonly shortTitle: string;
  readonly claim: string;
  readonly defaultVariant: string;
  readonly variants: readonly VariantTitles[];
}

const heads = import.meta.glob<StackHead>('./stacks/*.json', {
  eager: true,
  query: '?head',
  import: 'default',
});

/** Titles of every stack by id. */
export const stackTitles: Readonly<Record<string, StackHead>> = Object.fromEntries(
  stackIds.flatMap((id) => {
    const head = heads[`./stacks/${id}.json`];
    return head === undefined ? [] : [[id, head]];
  }),
);
