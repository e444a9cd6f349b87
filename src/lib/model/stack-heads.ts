/** The few words of a stack file that are needed before the stack itself. */
import { parseStackText, type ParseResult } from './parse.ts';
import type { LayerNode } from './stack-file.ts';

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

/** Titles of a stack and of those of its variants that have one, by id. */
export function titlesOf(text: string): object | null {
  const result = parseStackText(text);
  if (!result.ok) return null;
  const { title, variants } = result.value;
  const own = variants.flatMap((one) => (one.title === undefined ? [] : [[one.id, one.title]]));
  return { title, ...(own.length > 0 && { variants: Object.fromEntries(own) }) };
}

/** Variants of a stack, by id. */
export function stackNames(text: string): object | null {
  const result = parseStackText(text);
  if (!result.ok) return null;
  const { defaultVariant, variants } = result.value;
  return { defaultVariant, variants: variants.map(({ id }) => id) };
}

/**
 * A stack as far as it is drawn: its layers without what is said of them beside the picture.
 * @returns as `parseStackText`
 */
export function drawnStack(text: string): ParseResult {
  const result = parseStackText(text);
  if (!result.ok) return result;
  const { figures: _figures, relatives: _relatives, ...file } = result.value;
  const variants = file.variants.map(
    ({ figures: _own, relatives: _others, ground, ...variant }) => ({
      ...variant,
      ground: drawnLayer(ground),
    }),
  );
  return { ok: true, value: { ...file, summary: '', variants } };
}

function drawnLayer(node: LayerNode): LayerNode {
  const { figures: _figures, cpuMode: _cpuMode, enforcedBy: _enforcedBy, ...drawn } = node;
  return {
    ...drawn,
    about: '',
    providedBy: '',
    ...(node.repeat?.each === undefined
      ? {}
      : { repeat: { ...node.repeat, each: node.repeat.each.map(drawnInstance) } }),
    inside: node.inside.map(drawnLayer),
    wraps: node.wraps.map(drawnLayer),
    carries: node.carries.map(drawnLayer),
  };
}

type Instance = NonNullable<NonNullable<LayerNode['repeat']>['each']>[number];

function drawnInstance({ layers, ...words }: Instance): Instance {
  return {
    ...drawnWords(words),
    ...(layers === undefined
      ? {}
      : {
          layers: Object.fromEntries(
            Object.entries(layers).map(([id, one]) => [id, drawnWords(one)]),
          ),
        }),
  };
}

function drawnWords<T extends Omit<Instance, 'layers'>>(words: T) {
  const { about: _about, providedBy: _by, figures: _figures, ...rest } = words;
  const { cpuMode: _cpuMode, enforcedBy: _enforcedBy, ...drawn } = rest;
  return drawn;
}
