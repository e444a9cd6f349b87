/**
 * A break-in as numbered steps: each goes one way of the attack graph that the attack opens under the
 * given settings, and what is reached in the end is the closure over what those places own. Pure.
 */
import type {
  Attack,
  AttackSetting,
  AttackStep,
  BarrierKind,
  SettingId,
} from '../../model/isolation/attack-data.ts';
import type { Layer, LayerPath, ResolvedStack } from '../../model/stack.ts';
import { spotsOf, withAll, type Spot, type Spots } from './places.ts';
import { meansStack, type States } from './states.ts';
import { targetOf, type Missing } from './targets.ts';
import { callBarrier, closure } from './ways.ts';

/** `entered`: where it began; `read`: its memory leaks; `starved`: it gets less, but is not taken over. */
export type Mark = 'entered' | 'reached' | 'read' | 'starved';

export interface Hop {
  /** Number of the step, as in the attack's own list; 1-based. */
  readonly number: number;
  readonly step: AttackStep | null;
  readonly to: Layer;
  /** What is reached with it. */
  readonly adds: ReadonlySet<LayerPath>;
  readonly mark: Mark;
  /** All that the last place owns: no step of the attack. */
  readonly ownsAll?: true;
}

export interface Stop {
  /** The step that fails, or that finds nothing beyond. */
  readonly number: number;
  /** The barrier that holds; null: what the attack needs is not there. */
  readonly barrier: BarrierKind | null;
  /** Where it stands. */
  readonly at: Layer;
  /** The setting to which it is owed, and what that does. */
  readonly setting?: { readonly setting: AttackSetting; readonly because: string };
  /** What the stack does not have: then there are no hops, unless the entry was asked for. */
  readonly missing?: Missing;
  /** Why a barrier holds that no setting put up. */
  readonly because?: string;
}

export interface BreakIn {
  readonly entry: Layer;
  readonly attack: Attack | null;
  readonly hops: readonly Hop[];
  readonly stop: Stop | null;
  readonly marks: ReadonlyMap<LayerPath, Mark>;
  readonly spots: Spots;
}

export interface BreakInInput {
  readonly stack: ResolvedStack;
  /** null: somebody is in the entered layer, whatever the way. */
  readonly attack: Attack | null;
  readonly entry: Layer;
  /** Somebody says that this layer is entered, whether the attack is made for the stack or not. */
  readonly isAsked?: boolean;
  readonly states: States;
  readonly settings: ReadonlyMap<SettingId, AttackSetting>;
}

/** @returns true when a setting adds to the namespaces: system-call filter, capabilities, security module */
export function isConfined(
  states: States,
  settings: ReadonlyMap<SettingId, AttackSetting>,
): boolean {
  return [...settings.values()].some(
    ({ id, barrier, hardens }) => barrier === 'confinement' && states(id) === hardens,
  );
}

export function breakIn(input: BreakInInput): BreakIn {
  const { stack, attack, entry } = input;
  const spots = spotsOf(stack);
  const hops = firstHops(spots, entry, attack);
  const reached = new Set(hops.flatMap(({ adds }) => [...adds]));
  const walk: Walk = { input, spots, hops, reached, stop: null };
  if (attack !== null) {
    attack.steps.slice(1).forEach((step, at) => {
      if (walk.stop === null) go(walk, attack, step, at + 2);
    });
    limit(walk, attack);
  }
  // Where nothing is there to be attacked, nobody came in.
  if (walk.stop?.missing !== undefined && input.isAsked !== true) {
    walk.hops = [];
    walk.stop = { ...walk.stop, number: 1 };
  }
  walk.stop ??= beyond(walk);
  if (!isApp(entry)) renumber(walk);
  return { entry, attack, spots, hops: walk.hops, stop: walk.stop, marks: marksOf(walk.hops) };
}

/** Who begins elsewhere goes steps of their own: 1, 2, 3 whatever the attack calls them. */
function renumber(walk: Walk): void {
  const last = walk.hops.at(-1)?.number;
  walk.hops = walk.hops.map((hop, at) => ({ ...hop, number: at + 1 }));
  const count = walk.hops.length;
  if (walk.stop !== null)
    walk.stop = { ...walk.stop, number: walk.stop.number === last ? count : count + 1 };
}

/** Into an app with its own files; elsewhere into the layer, and then all that it owns. */
function firstHops(spots: Spots, entry: Layer, attack: Attack | null): Hop[] {
  const owned = closure(spots, [entry]);
  const first = { number: 1, to: entry, mark: 'entered' } as const;
  if (isApp(entry)) return [{ ...first, step: attack?.steps[0] ?? null, adds: owned }];
  const only: Hop = { ...first, step: null, adds: new Set([entry.path]) };
  if (owned.size === 1) return [only];
  return [only, { number: 2, step: null, to: entry, adds: owned, mark: 'reached', ownsAll: true }];
}

interface Walk {
  readonly input: BreakInInput;
  readonly spots: Spots;
  hops: Hop[];
  readonly reached: Set<LayerPath>;
  stop: Stop | null;
}

function isApp({ kind }: Layer): boolean {
  return kind === 'app';
}

function spotOf({ spots, input }: Walk): Spot {
  const spot = spots.get(input.entry.path);
  if (spot === undefined) throw new Error(`no layer ${input.entry.path}`);
  return spot;
}

/** One step of the attack, or what stops it. */
function go(walk: Walk, attack: Attack, step: AttackStep, number: number): void {
  const spot = spotOf(walk);
  const { entry, stack } = walk.input;
  const last = walk.hops.at(-1)?.to ?? entry;
  const add = (to: Layer, adds: ReadonlySet<LayerPath>): void => {
    const mark = markOf(attack, number);
    walk.hops.push({ number, step, to, adds, mark });
    for (const path of adds) walk.reached.add(path);
  };
  // Who begins further down does not need the steps that lead there.
  const isPastIt = !isApp(entry) && step.at !== 'everything';
  if (isPastIt && (step.at === 'app' || entry.kind === 'sentry')) return;
  if (!isApp(entry) && step.at === 'everything' && last === entry) return;
  const found = targetOf(walk.spots, spot, step.at, last, attack, meansAny(attack, stack));
  // Nor those that are not for this place: it is somebody else's way in.
  if (isPastIt && ('missing' in found || ('to' in found && walk.reached.has(found.to.path))))
    return;
  const stopped = needStop(walk, attack, number);
  if ('missing' in found)
    walk.stop = { number, barrier: null, at: spot.floor ?? entry, missing: found.missing };
  else if (stopped !== null) walk.stop = stopped;
  else if ('barrier' in found) walk.stop = { number, barrier: found.barrier, at: found.at };
  else add(found.to, addsOf(walk, attack, step, found.to));
}

function meansAny(attack: Attack, stack: ResolvedStack): boolean {
  return attack.stacks.some((name) => meansStack(name, stack));
}

/** In a control attack the last place and all it owns; in the others what they read or starve. */
function markOf(attack: Attack, number: number): Mark {
  const lastPlace = attack.steps.findLastIndex(({ at }) => at !== 'everything') + 1;
  if (number < Math.max(2, lastPlace) || attack.gains === 'control') return 'reached';
  return attack.gains === 'read' ? 'read' : 'starved';
}

function addsOf(
  { spots, input }: Walk,
  attack: Attack,
  step: AttackStep,
  to: Layer,
): ReadonlySet<LayerPath> {
  const wall = spots.get(input.entry.path)?.wall;
  // Two steps in one place: only the last of them takes it.
  if (attack.steps[attack.steps.indexOf(step) + 1]?.at === step.at) return new Set();
  if (step.at === 'everything' || (attack.gains === 'control' && !endsInAll(attack))) {
    // A VMM owns its own VM, whichever the drawn one stands for.
    const own = to.kind === 'vmm' && wall ? [to, ...withAll(wall)] : null;
    return own === null ? closure(spots, [to]) : new Set(own.map(({ path }) => path));
  }
  return new Set([to.path]);
}

function endsInAll(attack: Attack): boolean {
  return attack.steps.at(-1)?.at === 'everything';
}

/** @returns the setting that ends the attack at this step, if any */
function needStop({ input, spots }: Walk, attack: Attack, number: number): Stop | null {
  for (const { setting: id, is, stops, because } of attack.needs) {
    const setting = input.settings.get(id);
    if (stops !== number || input.states(id) === is || setting === undefined) continue;
    const spot = spots.get(input.entry.path);
    const barrier = setting.barrier ?? attack.breaks[0] ?? 'process';
    const sentry = barrier === 'user-space-kernel' ? spot?.sentry : null;
    const wall = barrier === 'vm' || barrier === 'machine' ? spot?.wall : null;
    const at = sentry ?? wall ?? spot?.fences.at(-1) ?? spot?.layer ?? input.entry;
    return { number, barrier, at, setting: { setting, because } };
  }
  return null;
}

/** Settings that leave the attack possible but make what it gains smaller. */
function limit(walk: Walk, attack: Attack): void {
  const { input, spots } = walk;
  const active = (attack.limits ?? []).filter(({ setting, is }) => input.states(setting) === is);
  const spot = spotOf(walk);
  for (const { setting: id, to, because } of active) {
    const allowed = allowedBy(spots, spot, to);
    const setting = input.settings.get(id);
    if (allowed === null || setting === undefined) continue;
    const isBeyond = walk.hops.some(({ adds }) => [...adds].some((path) => !allowed.has(path)));
    if (!isBeyond) continue;
    const at = (to === 'vm' ? spot.wall : (spot.fences[0] ?? spot.wall)) ?? spot.layer;
    const number = afterLast(walk.hops.at(-1));
    walk.hops = walk.hops.map((hop) => ({
      ...hop,
      to: allowed.has(hop.to.path) ? hop.to : input.entry,
      adds: new Set([...hop.adds].filter((path) => allowed.has(path))),
    }));
    walk.stop = { number, barrier: barrierOf(to), at, setting: { setting, because } };
  }
}

function barrierOf(to: 'self' | 'user' | 'vm'): BarrierKind {
  return to === 'vm' ? 'vm' : to === 'user' ? 'user-namespace' : 'confinement';
}

function allowedBy(
  spots: Spots,
  { layer, floor, fences, wall }: Spot,
  to: 'self' | 'user' | 'vm',
): ReadonlySet<LayerPath> | null {
  const paths = (layers: readonly Layer[]) =>
    new Set(layers.flatMap(withAll).map(({ path }) => path));
  if (to === 'vm') return wall === null ? null : paths([wall]);
  if (to === 'self') return paths([fences.at(-1) ?? wall ?? layer]);
  // The account that runs the containers: all fences on that kernel, and not the kernel.
  const own = [...spots.values()].filter(
    (one) => one.layer.kind === 'fence' && one.floor === floor && one.fences.length === 0,
  );
  return own.length === 0 ? null : paths(own.map((one) => one.layer));
}

/** Of all that is taken over the kernel or hypervisor that most stands on; else the last place. */
function widest({ hops, spots }: Walk, last: Layer): Layer {
  const taken = hops.filter(({ mark }) => mark !== 'read').flatMap(({ adds }) => [...adds]);
  const slabs = taken.flatMap((path) => {
    const layer = spots.get(path)?.layer;
    return layer && SLABS.has(layer.kind) && layer.relation !== 'inside' ? [layer] : [];
  });
  const sizeOf = (layer: Layer): number => withAll(layer).length;
  const [best] = slabs.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  // A VMM stands outside its guest's kernel.
  return best !== undefined && withAll(best).some(({ path }) => path === last.path) ? best : last;
}

const SLABS: ReadonlySet<Layer['kind']> = new Set(['kernel', 'hypervisor', 'library-os']);

/** What the data say of the wall that this attack does not cross. */
function vmLimit({ attack, states }: BreakInInput): string | undefined {
  return attack?.limits?.find(({ to, setting, is }) => to === 'vm' && states(setting) === is)
    ?.because;
}

/** A step that wanted everything ends at what holds; any other is followed by one that fails. */
function afterLast(last: Hop | undefined): number {
  if (last === undefined) return 1;
  return last.step?.at === 'everything' || last.ownsAll === true ? last.number : last.number + 1;
}

/** What holds beyond the last place, if anything of the machine is left. */
function beyond(walk: Walk): Stop | null {
  const { spots, hops, input } = walk;
  const taken = new Set(hops.flatMap(({ adds }) => [...adds]));
  const isAll = [...spots.values()].every(
    ({ layer }) => taken.has(layer.path) || !countsAsPlace(layer),
  );
  const last = hops.at(-1);
  if (isAll || last === undefined) return null;
  const spot = spots.get(widest(walk, last.to).path);
  if (spot === undefined) return null;
  const number = afterLast(last);
  const stop = (barrier: BarrierKind, at: Layer): Stop => {
    const because = barrier === 'vm' ? vmLimit(input) : undefined;
    return { number, barrier, at, ...(because === undefined ? {} : { because }) };
  };
  const { layer, wall, fences } = spot;
  switch (layer.kind) {
    case 'kernel':
    case 'library-os':
    case 'wall': {
      // Beside a control domain there is only the hypervisor, and that is no tenant's wall.
      const own = layer.kind === 'wall' ? layer : wall;
      return own?.kind === 'wall' ? stop('vm', own) : null;
    }
    case 'control-domain':
    case 'sentry':
      return stop('confinement', fences.at(-1) ?? layer);
    case 'engine':
      return stop(fences.length > 0 ? 'user-namespace' : 'process', fences[0] ?? layer);
    case 'hardware':
    case 'hypervisor':
      return null;
    default: {
      const linked = spot.floor?.kind === 'library-os' ? wall : null;
      if (linked !== null) return stop('vm', linked);
      const barrier = callBarrier(spot, isConfined(input.states, input.settings));
      return stop(barrier, spot.runtime ?? spot.sentry ?? fences.at(-1) ?? layer);
    }
  }
}

/** Slabs and programs; boundaries and files follow from them, the hardware is never taken over. */
export function countsAsPlace({ kind }: Layer): boolean {
  return !NO_PLACES.has(kind);
}

const NO_PLACES: ReadonlySet<Layer['kind']> = new Set([
  'hardware',
  'libs',
  'fence',
  'wall',
  'control-domain',
]);

const RANK: Readonly<Record<Mark, number>> = { starved: 1, read: 2, reached: 3, entered: 4 };

/** @returns the strongest mark of every layer, up to and with the hop `until` */
export function marksOf(hops: readonly Hop[], until = Infinity): ReadonlyMap<LayerPath, Mark> {
  const marks = new Map<LayerPath, Mark>();
  hops.forEach(({ adds, mark }, at) => {
    if (at > until) return;
    for (const path of adds) {
      const before = marks.get(path);
      if (before === undefined || RANK[before] < RANK[mark]) marks.set(path, mark);
    }
  });
  return marks;
}
