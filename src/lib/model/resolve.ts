/**
 * From a stack file to one stack as it is drawn: one variant, a number of instances, every path and
 * default filled in. Costs what is expanded, not what is counted.
 */
import { instanceNode, isInnermost } from './instances.ts';
import { isBoundary } from './kinds.ts';
import {
  countsOf,
  familyOf,
  GROUND_PLACE,
  placeAbove,
  privilegeOf,
  relationOf,
} from './layer-defaults.ts';
import type { Place } from './layer-defaults.ts';
import { MAX_INSTANCES } from './scene.ts';
import type { Repeat } from './schema.ts';
import type { Instance, InstanceGroup, Layer, LayerPath, ResolvedStack } from './stack.ts';
import type { ChildSlot, LayerNode, StackFile, StackVariant } from './stack-file.ts';
import { startOrder } from './start-order.ts';

export interface ResolveOptions {
  /** Variant id; absent or unknown: the stack's default. */
  readonly variant?: string | undefined;
  /** Instances of the innermost repeated groups, 1 to 100000; null: each group's own number. */
  readonly n?: number | null | undefined;
  /** Most instances of a group to make layers of; default 60. Nested groups share it. */
  readonly maxExpanded?: number | undefined;
}

/** More than this do not fit side by side on the widest stage at 20 px each, with three others. */
const DEFAULT_MAX_EXPANDED = 60;

interface Context {
  readonly n: number | null;
  readonly groups: InstanceGroup[];
}

/** Where a layer stands in the resolved tree. */
interface Spot {
  /** Path of the nearest boundary around it, or the stack's key. */
  readonly scope: string;
  /** Path of what it stands on, is part of or is wrapped by. */
  readonly parent: LayerPath;
  readonly slot: ChildSlot;
  readonly place: Place;
  /** How many instances a group may expand here. */
  readonly budget: number;
}

/**
 * @returns the stack with one variant chosen and its instances expanded. Pure; never throws for a file
 * that `parseStack` returned.
 */
export function resolveStack(file: StackFile, options: ResolveOptions = {}): ResolvedStack {
  const variant = findVariant(file, options.variant);
  const key = stackKey(file, variant.id);
  const context: Context = { n: clampInstances(options.n), groups: [] };
  const budget = Math.max(1, Math.floor(options.maxExpanded ?? DEFAULT_MAX_EXPANDED));
  const ground = buildLayer(
    variant.ground,
    { scope: key, parent: key, slot: 'carries', place: GROUND_PLACE, budget },
    context,
  );
  const readoutNote = variant.readoutNote ?? file.readoutNote;
  return {
    key,
    id: file.id,
    variant: variant.id,
    title: variant.title ?? file.title,
    shortTitle: variant.shortTitle ?? file.shortTitle,
    claim: variant.claim ?? file.claim,
    note: variant.note ?? file.note,
    summary: variant.summary ?? file.summary,
    ...(readoutNote === undefined ? {} : { readoutNote }),
    figures: variant.figures ?? file.figures ?? [],
    relatives: variant.relatives ?? file.relatives ?? [],
    ground,
    groups: context.groups,
    order: startOrder(ground),
  };
}

/** @returns the name of a stack in URLs and paths: `id`, or `id:variant` when it is not the default. */
export function stackKey(
  file: Pick<StackFile, 'id' | 'defaultVariant'>,
  variant: string | undefined,
): string {
  return variant === undefined || variant === file.defaultVariant
    ? file.id
    : `${file.id}:${variant}`;
}

function findVariant(file: StackFile, id: string | undefined): StackVariant {
  const variant =
    file.variants.find((candidate) => candidate.id === id) ??
    file.variants.find((candidate) => candidate.id === file.defaultVariant);
  if (variant === undefined) throw new Error(`${file.id} has no variant ${file.defaultVariant}`);
  return variant;
}

function clampInstances(n: number | null | undefined): number | null {
  if (n === null || n === undefined || Number.isNaN(n)) return null;
  return Math.min(MAX_INSTANCES, Math.max(1, Math.floor(n)));
}

function buildLayers(nodes: readonly LayerNode[], spot: Spot, context: Context): Layer[] {
  return nodes.flatMap((node) =>
    node.repeat === undefined
      ? buildLayer(node, spot, context)
      : buildInstances(node, node.repeat, spot, context),
  );
}

function buildInstances(node: LayerNode, repeat: Repeat, spot: Spot, context: Context): Layer[] {
  const { prefix: group, noun } = repeat;
  const count = context.n !== null && isInnermost(node) ? context.n : repeat.default;
  const expanded = Math.min(count, spot.budget);
  context.groups.push({ group, noun, count, expanded, parent: spot.parent });
  const inner = { ...spot, budget: Math.max(1, Math.floor(spot.budget / expanded)) };
  return Array.from({ length: expanded }, (_, index) =>
    buildLayer(instanceNode(node, index), inner, context, { group, noun, count, index }),
  );
}

function buildLayer(node: LayerNode, spot: Spot, context: Context, instance?: Instance): Layer {
  const path = `${spot.scope}/${node.id}`;
  const place = placeAbove(node, spot.place);
  const scope = isBoundary(node.kind) ? path : spot.scope;
  const children = (slot: ChildSlot) =>
    buildLayers(node[slot], { scope, parent: path, slot, place, budget: spot.budget }, context);
  const family = familyOf(node, spot.place);
  const privilege = privilegeOf(node, spot.place);
  return {
    path,
    id: node.id,
    kind: node.kind,
    relation: relationOf(node, spot.slot),
    name: node.name,
    ...(node.short === undefined ? {} : { short: node.short }),
    ...(node.detail === undefined ? {} : { detail: node.detail }),
    ...(node.lines === undefined ? {} : { lines: node.lines }),
    ...(family === undefined ? {} : { family }),
    ...(privilege === undefined ? {} : { privilege }),
    ...(node.cpuMode === undefined ? {} : { cpuMode: node.cpuMode }),
    providedBy: node.providedBy,
    counts: countsOf(node),
    about: node.about,
    figures: node.figures ?? [],
    ...(node.enforcedBy === undefined ? {} : { enforcedBy: node.enforcedBy }),
    inside: children('inside'),
    wraps: children('wraps'),
    carries: children('carries'),
    ...(instance === undefined ? {} : { instance }),
  };
}
