/** A stack file after parsing: parts put in, checked, trusted. Only `parseStack` makes it. */
import type { LayerSource } from './schema.ts';

/** A layer of a file, its children never absent and never the use of a part. */
export interface LayerNode extends Omit<LayerSource, 'carries' | 'inside' | 'wraps'> {
  readonly carries: readonly LayerNode[];
  readonly inside: readonly LayerNode[];
  readonly wraps: readonly LayerNode[];
}

/** What a stack is called and says; a variant may say each of them differently. */
export interface StackTitles {
  readonly title: string;
  readonly shortTitle: string;
  readonly claim: string;
  readonly note: string;
  readonly summary: string;
  readonly readoutNote?: string;
}

export interface StackVariant extends Partial<StackTitles> {
  readonly id: string;
  /** What a menu calls it. */
  readonly name: string;
  readonly ground: LayerNode;
}

export interface StackFile extends StackTitles {
  readonly id: string;
  readonly defaultVariant: string;
  readonly variants: readonly StackVariant[];
}

/** The three ways in which a layer holds others. */
export const CHILD_SLOTS = ['inside', 'wraps', 'carries'] as const;
export type ChildSlot = (typeof CHILD_SLOTS)[number];
