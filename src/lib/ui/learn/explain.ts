/** What the words of a lesson need to explain themselves: figures, terms, and who opens a popover. */
import { createContext } from 'svelte';
import type { Figure, Source } from '#lib/model/figures.ts';
import type { GlossaryTerm } from '#lib/model/lesson/lesson.ts';
import type { LessonPageData } from './lesson-page.ts';

/** What is explained in place. */
export type Explained =
  | { readonly kind: 'term'; readonly term: GlossaryTerm }
  | { readonly kind: 'figure'; readonly figure: Figure };

export interface Explainer {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly terms: ReadonlyMap<string, GlossaryTerm>;
  /** Opens what explains, at the button. */
  open(what: Explained, anchor: HTMLElement): void;
  /** The button whose explanation is open. */
  readonly anchor: HTMLElement | null;
  /** On paper: the number of a figure in the list of sources. */
  readonly numberOf?: (figure: string) => number | undefined;
}

export const [getExplainer, setExplainer] = createContext<Explainer>();

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** @returns what a lesson refers to, by id */
export function shelvesOf(
  page: Pick<LessonPageData, 'figures' | 'sources' | 'terms'>,
): Pick<Explainer, 'figures' | 'sources' | 'terms'> {
  return {
    figures: byId(page.figures),
    sources: byId(page.sources),
    terms: byId(page.terms),
  };
}
