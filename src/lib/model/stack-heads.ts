/** The few words of a stack file that are needed before the stack itself. */
import { parseStackText } from './parse.ts';

/** Title and claim of a stack and its variants, for menus. A file with a mistake still has its id. */
export function stackHead(text: string): object | null {
  const result = parseStackText(text);
  if (!result.ok) return null;
  const { title, shortTitle, claim, defaultVariant, variants } = result.value;
  return {
    ...{ title, shortTitle, claim, defaultVariant },
    variants: variants.map(
      ({ ground: _layers, figures: _figures, relatives: _relatives, ...words }) => words,
    ),
  };
}

/** Variants of a stack, by id. */
export function stackNames(text: string): object | null {
  const result = parseStackText(text);
  if (!result.ok) return null;
  const { defaultVariant, variants } = result.value;
  return { defaultVariant, variants: variants.map(({ id }) => id) };
}
