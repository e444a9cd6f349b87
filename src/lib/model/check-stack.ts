/** The rules of a stack that go beyond the shape of its file. */
import { instanceNode, patchableKeys } from './instances.ts';
import { isBoundary } from './kinds.ts';
import { GROUND_PLACE, isProgramSide, placeAbove, relationOf } from './layer-defaults.ts';
import type { Place } from './layer-defaults.ts';
import { CHILD_SLOTS } from './stack-file.ts';
import type { ChildSlot, LayerNode } from './stack-file.ts';
import { ISSUE_WORDS } from './stack-issues.ts';
import type { StackIssue } from './stack-issues.ts';

/** Reports one problem with a layer; `part` is the key within it, e.g. `.family`. */
type Report = (node: LayerNode, part: string, message: string) => void;

/**
 * @param writtenAt - where in the file each layer was written
 * @returns what is wrong with the stack; empty when it can be trusted.
 */
export function checkStack(
  ground: LayerNode,
  writtenAt: ReadonlyMap<LayerNode, string>,
): StackIssue[] {
  const issues: StackIssue[] = [];
  const report: Report = (node, part, message) =>
    issues.push({ path: `${writtenAt.get(node) ?? ''}${part}`, message });
  if (ground.kind !== 'hardware') report(ground, '.kind', ISSUE_WORDS.groundKind());
  checkLayers(ground, 'carries', report);
  checkIds([ground], report);
  checkFamilies(ground, ground, GROUND_PLACE, report);
  return issues;
}

function checkLayers(node: LayerNode, slot: ChildSlot, report: Report): void {
  checkShape(node, report);
  checkRelation(node, slot, report);
  checkRepeat(node, report);
  for (const childSlot of CHILD_SLOTS) {
    for (const child of node[childSlot]) {
      if (child.kind === 'hardware') report(child, '.kind', ISSUE_WORDS.hardwareAbove());
      checkLayers(child, childSlot, report);
    }
  }
}

function checkShape(node: LayerNode, report: Report): void {
  const { kind } = node;
  if (isBoundary(kind)) {
    if (node.carries.length > 0) report(node, '.carries', ISSUE_WORDS.boundaryCarries(kind));
    if (node.wraps.length === 0) report(node, '.wraps', ISSUE_WORDS.boundaryEmpty(kind));
  } else if (node.wraps.length > 0) {
    report(node, '.wraps', ISSUE_WORDS.slabWraps(kind));
  }
  if (node.inside.length > 0 && kind !== 'kernel')
    report(node, '.inside', ISSUE_WORDS.insideOutsideKernel(kind));
  if (kind === 'kernel' && node.family === undefined)
    report(node, '.family', ISSUE_WORDS.kernelFamily());
}

function checkRelation(node: LayerNode, slot: ChildSlot, report: Report): void {
  const relation = relationOf(node, slot);
  if ((relation === 'wraps') !== isBoundary(node.kind))
    report(node, '.relation', ISSUE_WORDS.wrapsRelation());
  if ((relation === 'inside') !== (slot === 'inside'))
    report(node, '.relation', ISSUE_WORDS.insideNotCarried());
  const standalone = relation === 'beside' || relation === 'transient' || relation === 'inside';
  if (standalone && node.carries.length > 0)
    report(node, '.carries', ISSUE_WORDS.besideCarries(relation));
}

function checkRepeat(node: LayerNode, report: Report): void {
  const { repeat } = node;
  if (repeat === undefined) return;
  if (!isBoundary(node.kind) && node.kind !== 'app')
    report(node, '.repeat', ISSUE_WORDS.repeatKind(node.kind));
  const known = isBoundary(node.kind) ? patchableKeys(node) : [];
  for (const [index, { layers = {}, without = [] }] of (repeat.each ?? []).entries()) {
    const keys = Object.keys(layers).map((key) => [key, `layers[${JSON.stringify(key)}]`] as const);
    const lacks = without.map((key, at) => [key, `without[${at}]`] as const);
    for (const [key, place] of [...keys, ...lacks]) {
      if (known.includes(key)) continue;
      const path = `.repeat.each[${index}].${place}`;
      report(node, path, ISSUE_WORDS.unknownLayer(key, known.join(', ') || '-'));
    }
    if (node.wraps.length > 0 && instanceNode(node, index).wraps.length === 0)
      report(node, `.repeat.each[${index}].without`, ISSUE_WORDS.boundaryEmpty(node.kind));
  }
}

/** Ids are unique within a boundary, however the layers stand on one another there. */
function checkIds(members: readonly LayerNode[], report: Report): void {
  const taken = new Set<string>();
  const layers = members.flatMap(withinSameBoundary);
  const prefixes = layers.flatMap((layer) => layer.repeat?.prefix ?? []);
  const prefixesSeen = new Set<string>();
  for (const layer of layers) {
    if (isBoundary(layer.kind)) checkIds(layer.wraps, report);
    const prefix = layer.repeat?.prefix;
    if (prefix !== undefined && prefixesSeen.has(prefix))
      report(layer, '.repeat.prefix', ISSUE_WORDS.duplicateId(prefix));
    if (prefix !== undefined) prefixesSeen.add(prefix);
    if (taken.has(layer.id)) report(layer, '.id', ISSUE_WORDS.duplicateId(layer.id));
    taken.add(layer.id);
    const group = prefixes.find((name) => isInstanceId(layer.id, name));
    if (group !== undefined) report(layer, '.id', ISSUE_WORDS.idTakenByRepeat(layer.id, group));
  }
}

function isInstanceId(id: string, prefix: string): boolean {
  return id.startsWith(prefix) && /^\d+$/.test(id.slice(prefix.length));
}

function withinSameBoundary(node: LayerNode): LayerNode[] {
  return [
    node,
    ...node.inside.flatMap(withinSameBoundary),
    ...node.carries.flatMap(withinSameBoundary),
  ];
}

/**
 * `written` is the layer as it stands in the file, `node` the same layer as one instance has it: a
 * clash may come from the words of one instance alone.
 */
function checkFamilies(written: LayerNode, node: LayerNode, place: Place, report: Report): void {
  const { family } = node;
  if (isProgramSide(node.kind) && family !== undefined && place.family !== undefined)
    if (family !== place.family)
      report(written, '.family', ISSUE_WORDS.familyClash(family, place.family));
  const instances = written.repeat?.each?.length ?? 1;
  for (let index = 0; index < instances; index += 1) {
    const instance = index === 0 && written.repeat === undefined ? node : instanceNode(node, index);
    const above = placeAbove(instance, place);
    for (const slot of CHILD_SLOTS) {
      // An instance may lack a layer: what it carries is written one floor up.
      const below = written[slot].flatMap(withinSameBoundary);
      for (const child of instance[slot]) {
        const writtenChild = below.find(({ id }) => id === child.id);
        if (writtenChild !== undefined) checkFamilies(writtenChild, child, above, report);
      }
    }
  }
}
