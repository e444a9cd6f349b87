/** The stacks that an own number may be of, for a menu: every family, and each of its variants. */
import { stackIds, stackNames } from '#lib/content/registry.ts';
import { stackTitles } from '#lib/content/stack-titles.ts';
import type { StackRef } from '#lib/model/stack.ts';

export interface StackOption {
  /** As in a URL, the variant named where there are several. */
  readonly value: string;
  readonly label: string;
}

export const STACK_OPTIONS: readonly StackOption[] = stackIds.flatMap((id) => {
  const head = stackTitles[id];
  const title = head?.title ?? id;
  const variants = head?.variants ?? [];
  if (variants.length < 2) return [{ value: id, label: title }];
  return variants.map((variant) => ({
    value: `${id}:${variant.id}`,
    label: `${variant.title ?? title}: ${variant.name}`,
  }));
});

/** @returns a stack's title, with its variant where one is named */
export function stackLabel(ref: string): string {
  const option = STACK_OPTIONS.find(({ value }) => value === ref);
  return option?.label ?? stackTitles[ref.split(':')[0] ?? '']?.title ?? ref;
}

/** @returns the stack as a scene names it: the variant that stands for the family is not written */
export function refOf(text: string): StackRef {
  const [id = '', variant] = text.split(':');
  return variant === undefined || stackNames[id]?.defaultVariant === variant
    ? { id }
    : { id, variant };
}
