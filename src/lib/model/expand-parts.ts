/**
 * Puts the named parts of a stack file where they are used. Remembers for each layer where in the file
 * it was written, so that later checks can point there, not at the place of use.
 */
import { MAX_DEPTH, MAX_LAYERS } from './parse-limits.ts';
import type { LayerSource, StackNode } from './schema.ts';
import { CHILD_SLOTS } from './stack-file.ts';
import type { ChildSlot, LayerNode } from './stack-file.ts';
import { ISSUE_WORDS } from './stack-issues.ts';
import type { StackIssue } from './stack-issues.ts';

/** A tree without parts, or null when it could not be made; then there is at least one issue. */
export interface Expanded {
  readonly ground: LayerNode | null;
  /** Where each layer was written. */
  readonly writtenAt: ReadonlyMap<LayerNode, string>;
  readonly issues: readonly StackIssue[];
}

interface Context {
  readonly parts: ReadonlyMap<string, StackNode>;
  readonly writtenAt: Map<LayerNode, string>;
  readonly issues: StackIssue[];
  layers: number;
}

/** Where a node or a list of children was written, and which parts are being put in there. */
interface Origin {
  readonly at: string;
  readonly within: readonly string[];
}

interface Merged {
  readonly node: LayerSource;
  readonly origin: Origin;
  readonly slots: Readonly<Record<ChildSlot, Origin>>;
}

/**
 * @param at - where the node stands in the file, e.g. `variants[0].ground`
 */
export function expandParts(
  node: StackNode,
  at: string,
  parts: ReadonlyMap<string, StackNode>,
): Expanded {
  const context: Context = { parts, writtenAt: new Map(), issues: [], layers: 0 };
  const ground = expandNode(node, { at, within: [] }, 1, context);
  return { ground, writtenAt: context.writtenAt, issues: context.issues };
}

function expandNode(
  source: StackNode,
  origin: Origin,
  depth: number,
  context: Context,
): LayerNode | null {
  context.layers += 1;
  if (depth > MAX_DEPTH) return fail(context, origin.at, ISSUE_WORDS.tooDeep(MAX_DEPTH));
  // Said once: the counter stays above the limit, and each further node stops here at once.
  if (context.layers === MAX_LAYERS + 1)
    return fail(context, origin.at, ISSUE_WORDS.tooLarge(MAX_LAYERS));
  if (context.layers > MAX_LAYERS) return null;
  const merged = mergePart(source, origin, context);
  if (merged === null) return null;
  const children = (slot: ChildSlot): LayerNode[] =>
    (merged.node[slot] ?? []).flatMap((child, index) => {
      if (context.layers > MAX_LAYERS) return [];
      const { at, within } = merged.slots[slot];
      const childAt = `${at}.${slot}[${index}]`;
      return expandNode(child, { at: childAt, within }, depth + 1, context) ?? [];
    });
  const layer: LayerNode = {
    ...merged.node,
    inside: children('inside'),
    wraps: children('wraps'),
    carries: children('carries'),
  };
  context.writtenAt.set(layer, merged.origin.at);
  return layer;
}

/** Follows a part to the layer that it is; what the use says wins, and children keep their own origin. */
function mergePart(source: StackNode, origin: Origin, context: Context): Merged | null {
  if (!('part' in source)) {
    return { node: source, origin, slots: { inside: origin, wraps: origin, carries: origin } };
  }
  const { part, ...said } = source;
  const definition = context.parts.get(part);
  if (definition === undefined) {
    const known = [...context.parts.keys()].join(', ') || '-';
    return fail(context, `${origin.at}.part`, ISSUE_WORDS.unknownPart(part, known));
  }
  if (origin.within.includes(part)) {
    const chain = [...origin.within, part].join(' → ');
    return fail(context, `${origin.at}.part`, ISSUE_WORDS.partCycle(chain));
  }
  const inner = { at: `parts.${part}`, within: [...origin.within, part] };
  const base = mergePart(definition, inner, context);
  if (base === null) return null;
  const slots = { ...base.slots };
  for (const slot of CHILD_SLOTS) if (said[slot] !== undefined) slots[slot] = origin;
  return { node: { ...base.node, ...said }, origin: base.origin, slots };
}

function fail(context: Context, path: string, message: string): null {
  context.issues.push({ path, message });
  return null;
}
