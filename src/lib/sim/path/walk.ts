/** Builds a route hop by hop: down, back the same way, and through an outer hypervisor. */
import type { Border, CaseWord, Hop, Place, RouteNote, Stop } from '../../model/path/route.ts';
import type { Layer } from '../../model/stack.ts';

interface Leg {
  readonly to: Stop;
  readonly border: Border | null;
  /** How the same border is crossed on the way back. */
  readonly backBorder: Border | null;
}

/** Places of which only the way down knows: nothing is done there when the work comes back. */
const DOWN_ONLY: ReadonlySet<Place> = new Set([
  'libs',
  'files',
  'overlay',
  'sentry-overlay',
  'translate',
  'filter',
]);

const BACK: Readonly<Record<Border, Border>> = {
  call: 'return',
  trap: 'return',
  return: 'call',
  wake: 'call',
  signal: 'call',
  handover: 'handover',
  exit: 'enter',
  enter: 'exit',
  leave: 'enter',
  doorbell: 'interrupt',
  interrupt: 'doorbell',
};

export class Walk {
  readonly #start: Stop;
  readonly #legs: Leg[] = [];
  readonly cases: CaseWord[] = [];
  readonly notes: RouteNote[] = [];
  readonly related: string[] = [];
  isOpen = false;

  constructor(app: Layer) {
    this.#start = { layer: app.path, place: 'app' };
  }

  /** Goes on to a place; a layer that the stack does not have is passed over. */
  to(layer: Layer | null, place: Place, border: Border | null = null, back?: Border): this {
    if (layer === null) return this;
    const backBorder = border === null ? null : (back ?? BACK[border]);
    this.#legs.push({ to: { layer: layer.path, place }, border, backBorder });
    return this;
  }

  says(...cases: readonly CaseWord[]): this {
    this.cases.push(...cases);
    return this;
  }

  warns(...notes: readonly RouteNote[]): this {
    this.notes.push(...notes);
    return this;
  }

  near(...figures: readonly string[]): this {
    this.related.push(...figures);
    return this;
  }

  /**
   * The way down and the way back over the same places.
   * @param via whom an interrupt of the hardware reaches first, where that is not who rang
   */
  hops(via: Stop | null): { readonly hops: readonly Hop[]; readonly down: number } {
    const down = this.#legs.map(({ to, border }, at): Hop => ({
      from: this.#legs[at - 1]?.to ?? this.#start,
      ...{ to, border, way: 'down' },
    }));
    return { hops: [...down, ...this.#back(via)], down: down.length };
  }

  #back(via: Stop | null): readonly Hop[] {
    const hops: Hop[] = [];
    let from = this.#legs.at(-1)?.to ?? this.#start;
    let carried: Border | null = null;
    const go = (to: Stop, border: Border | null): void => {
      hops.push({ from, to, border, way: 'back' });
      from = to;
    };
    for (let at = this.#legs.length - 1; at >= 0; at -= 1) {
      const to = this.#legs[at - 1]?.to ?? this.#start;
      let border: Border | null = this.#legs[at]?.backBorder ?? carried;
      carried = null;
      if (border === 'interrupt' && via !== null) {
        go(via, 'interrupt');
        border = 'enter';
      }
      const next = this.#legs[at - 1];
      if (next !== undefined && DOWN_ONLY.has(to.place) && !(border && next.backBorder)) {
        carried = border;
      } else go(to, border);
    }
    return hops;
  }
}

/**
 * The same hops when the machine is itself a VM: every exit reaches the outer hypervisor first, and every
 * entry, doorbell and interrupt passes it.
 */
export function nestedHops(hops: readonly Hop[], outer: Stop): readonly Hop[] {
  const between: Partial<Record<Border, readonly [Border, Border]>> = {
    exit: ['exit', 'enter'],
    enter: ['exit', 'enter'],
    doorbell: ['exit', 'doorbell'],
    interrupt: ['interrupt', 'enter'],
  };
  return hops.flatMap((hop): readonly Hop[] => {
    const two = hop.border === null ? undefined : between[hop.border];
    if (two === undefined) return [hop];
    return [
      { ...hop, to: outer, border: two[0] },
      { ...hop, from: outer, border: two[1] },
    ];
  });
}
