/** A stack file after parsing: parts put in, checked, trusted. Only `parseStack` makes it. */
import type { LayerSource } from './schema.ts';
import type { Relative } from './stack.ts';

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

/** Figures and relatives; what a variant gives stands instead of the stack's own. */
interface StackEvidence {
  readonly figures?: readonly string[];
  readonly relatives?: readonly Relative[];
}

export interface StackVariant extends Partial<StackTitles>, StackEvidence {
  readonly id: string;
  /** What a menu calls it. */
  readonly name: string;
  readonly ground: LayerNode;
}

export interface StackFile extends StackTitles, StackEvidence {
  readonly id: string;
  readonly defaultVariant: string;
  readonly variants: readonly StackVariant[];
}

/** The three ways in which a layer holds others. */
export const CHILD_SLOTS = ['inside', 'wraps', 'carries'] as const;
export type ChildSlot = (typeof CHILD_SLOTS)[number];
