/** What is counted: the tenants of a stack, and what they share. */
import type { Layer, LayerPath, ResolvedStack } from '../../model/stack.ts';
import type { BreakIn, Mark } from './break-in.ts';
import { withAll, type Spots } from './places.ts';

/** One tenant, or one part that serves them. */
export interface Part {
  readonly layer: Layer;
  /** Tenants: true. */
  readonly isTenant: boolean;
  /** How many it stands for: instances that were not made layers of are in the last one. */
  readonly count: number;
  readonly mark: Mark | null;
}

export interface Counted {
  readonly parts: readonly Part[];
  readonly total: number;
  /** Entered or reached. */
  readonly reached: number;
  /** Its memory can be read. */
  readonly read: number;
  readonly starved: number;
}

const SERVES: ReadonlySet<Layer['kind']> = new Set([
  'kernel',
  'hypervisor',
  'engine',
  'vmm',
  'app',
  'userland',
  'emulator',
]);

/** @returns tenants first, then what serves them, each with what the break-in did to it */
export function countParts(stack: ResolvedStack, { marks, spots }: BreakIn): Counted {
  const tenants = tenantsOf(spots);
  const inTenants = new Set(tenants.flatMap(withAll).map(({ path }) => path));
  const serving = [...spots.values()].filter(
    ({ layer, wall }) =>
      SERVES.has(layer.kind) &&
      !inTenants.has(layer.path) &&
      layer.relation !== 'inside' &&
      // In a control domain its kernel and the VMM stand for all.
      (wall?.kind !== 'control-domain' || layer.kind === 'kernel' || layer.kind === 'vmm'),
  );
  const parts: Part[] = [
    ...tenants.map((layer, at) => ({
      ...{ layer, isTenant: true, mark: markWithin(layer, marks) },
      count: 1 + (isLastOfGroup(tenants, at) ? hidden(layer, tenants) : 0),
    })),
    ...serving.map(({ layer }) => ({
      ...{ layer, isTenant: false, count: 1, mark: marks.get(layer.path) ?? null },
    })),
  ];
  const sum = (...wanted: readonly Mark[]) =>
    parts.reduce(
      (count, { mark, count: many }) => count + (mark && wanted.includes(mark) ? many : 0),
      0,
    );
  return {
    parts,
    total: parts.reduce((count, { count: many }) => count + many, 0),
    reached: sum('entered', 'reached'),
    read: sum('read'),
    starved: sum('starved'),
  };
}

/** The outermost repeated things that hold an app; of containers in VMs, the containers. */
function tenantsOf(spots: Spots): readonly Layer[] {
  const repeated = [...spots.values()]
    .map(({ layer }) => layer)
    .filter(({ instance }) => instance !== undefined);
  const innermost = repeated.filter(
    (layer) =>
      !withAll(layer)
        .slice(1)
        .some(({ instance }) => instance !== undefined),
  );
  return innermost;
}

function isLastOfGroup(tenants: readonly Layer[], at: number): boolean {
  return groupOf(tenants[at]) !== groupOf(tenants[at + 1]);
}

function groupOf(layer: Layer | undefined): string | undefined {
  return layer?.instance && `${layer.path.slice(0, -layer.id.length)}${layer.instance.group}`;
}

/** How many of its group were not made layers of. */
function hidden(layer: Layer, tenants: readonly Layer[]): number {
  const group = groupOf(layer);
  const drawn = tenants.filter((other) => groupOf(other) === group).length;
  return Math.max(0, (layer.instance?.count ?? 1) - drawn);
}

const RANK: Readonly<Record<Mark, number>> = { starved: 1, read: 2, reached: 3, entered: 4 };

/** The strongest mark of what stands in it. */
export function markWithin(layer: Layer, marks: ReadonlyMap<LayerPath, Mark>): Mark | null {
  let best: Mark | null = null;
  for (const { path } of withAll(layer)) {
    const mark = marks.get(path);
    if (mark !== undefined && (best === null || RANK[mark] > RANK[best])) best = mark;
  }
  return best;
}
