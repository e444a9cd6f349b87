/** What is counted: the tenants of a stack, and what they share. */
import type { AttackGain } from '../../model/isolation/attack-data.ts';
import type { Layer, LayerPath } from '../../model/stack.ts';
import type { BreakIn, Mark } from './break-in.ts';
import { withAll, type Spots } from './places.ts';

/** One tenant, or one part that serves them. */
export interface Part {
  readonly layer: Layer;
  /** Tenants: true. */
  readonly isTenant: boolean;
  /** How many it stands for: instances that were not made layers of are in the last one. */
  readonly count: number;
}

/**
 * `gained`: the attacker got from it what the attack is after; `taken`: where that is less than control,
 * but this part was taken over on the way; `spared`: neither.
 */
export type Fate = 'gained' | 'taken' | 'spared';

/** The parts of a stack at one moment: what is drawn, counted and said of them comes from here. */
export interface Tally {
  readonly parts: readonly {
    readonly part: Part;
    readonly mark: Mark | null;
    readonly fate: Fate;
  }[];
  readonly gained: number;
  readonly taken: number;
  readonly spared: number;
  readonly total: number;
}

function fateOf(mark: Mark | null, gains: AttackGain): Fate {
  if (mark === null) return 'spared';
  const wanted: Mark | null = gains === 'read' ? 'read' : gains === 'starve' ? 'starved' : null;
  return wanted === null || mark === wanted ? 'gained' : 'taken';
}

/** @param marks of the moment */
export function tallyOf(
  parts: readonly Part[],
  marks: ReadonlyMap<LayerPath, Mark>,
  gains: AttackGain,
): Tally {
  const marked = parts.map((part) => {
    const mark = part.isTenant
      ? markWithin(part.layer, marks)
      : (marks.get(part.layer.path) ?? null);
    return { part, mark, fate: fateOf(mark, gains) };
  });
  const sum = (wanted: Fate) =>
    marked.reduce((count, { fate, part }) => count + (fate === wanted ? part.count : 0), 0);
  const counts = { gained: sum('gained'), taken: sum('taken'), spared: sum('spared') };
  return { parts: marked, ...counts, total: counts.gained + counts.taken + counts.spared };
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

/** @returns tenants first, then what serves them */
export function partsOf({ spots }: Pick<BreakIn, 'spots'>): readonly Part[] {
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
  return [
    ...tenants.map((layer, at) => ({
      ...{ layer, isTenant: true },
      count: 1 + (isLastOfGroup(tenants, at) ? hidden(layer, tenants) : 0),
    })),
    ...serving.map(({ layer }) => ({ layer, isTenant: false, count: 1 })),
  ];
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
