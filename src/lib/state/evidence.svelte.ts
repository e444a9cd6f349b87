/** Figures, sources and studies: loaded when something shows a number. */
import type { Evidence } from '../content/evidence.ts';
import type { FigureShelf } from '../content/figures.ts';
import type { Figure, Source, StartStudy } from '../model/figures.ts';

const NOTHING: FigureShelf = { figures: new Map(), sources: new Map() };
const NO_EVIDENCE = { ...NOTHING, studies: [] };

/** A reader's own start times, and what stands in the place of their source. */
export interface OwnEvidence {
  readonly study: StartStudy;
  readonly source: Source;
}

export class EvidenceShelf {
  #shelf = $state.raw<FigureShelf>(NOTHING);
  #studies = $state.raw<readonly StartStudy[]>([]);
  #own = $state.raw<OwnEvidence | null>(null);
  /** What arrived, or failed. */
  #settled = $state.raw<readonly Evidence[]>([]);
  #hasFailed = $state(false);
  readonly #loads = new Map<Evidence, Promise<void>>();

  get figures(): ReadonlyMap<string, Figure> {
    return this.#shelf.figures;
  }
  get sources(): ReadonlyMap<string, Source> {
    const sources = this.#shelf.sources;
    const own = this.#own?.source;
    return own ? new Map([...sources, [own.id, own]]) : sources;
  }
  /** A reader's own start times stand first, so that they find room among the others. */
  get studies(): readonly StartStudy[] {
    return this.#own ? [this.#own.study, ...this.#studies] : this.#studies;
  }
  /** Shows a reader's own start times as one more study; null takes them away. */
  showOwn(own: OwnEvidence | null): void {
    this.#own = own;
  }
  /** What was asked for arrived, or failed: nothing more is waited for. */
  has(what: Evidence | undefined): boolean {
    return what === undefined || this.#settled.includes(what) || this.#isPartOfStarts(what);
  }
  /** A lens that draws no numbers is not drawn again when some arrive. */
  forLens(needs: Evidence | undefined): FigureShelf & { readonly studies: readonly StartStudy[] } {
    if (needs === undefined) return NO_EVIDENCE;
    const { figures, sources, studies } = this;
    return { figures, sources, studies };
  }
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Loads it, once; what failed is tried again when it is next asked for. Never rejects. */
  load(what: Evidence): Promise<void> {
    if (this.#isPartOfStarts(what)) return Promise.resolve();
    const running =
      this.#loads.get(what) ??
      this.#read(what).then(
        () => this.#settle(what, false),
        () => {
          this.#loads.delete(what);
          this.#settle(what, true);
        },
      );
    this.#loads.set(what, running);
    return running;
  }

  async #read(what: Evidence): Promise<void> {
    // Who looks at layers alone loads neither the numbers nor the code that reads them.
    const { readEvidence } = await import('../content/evidence.ts');
    const { figures, sources, studies } = await readEvidence(what);
    const before = this.#shelf;
    // In the order of their files, whichever part of one came first: lenses list them by it.
    const isPart = [...figures.keys()].every((id) => before.figures.has(id));
    // What came before stays.
    this.#shelf = {
      figures: isPart ? before.figures : new Map([...figures, ...before.figures]),
      // Only all of them together say where they lie.
      sources:
        what === 'all'
          ? new Map([...before.sources, ...sources])
          : new Map([...sources, ...before.sources]),
    };
    this.#studies = this.#withOthers(what, studies ?? []);
  }

  /** One study comes beside those that are there; all of them take their place. */
  #withOthers(what: Evidence, studies: readonly StartStudy[]): readonly StartStudy[] {
    if (what === 'starts') return studies;
    const have = new Set(this.#studies.map(({ id }) => id));
    return [...this.#studies, ...studies.filter(({ id }) => !have.has(id))];
  }

  /** A study of which all are there. */
  #isPartOfStarts(what: Evidence): boolean {
    return what.startsWith('study:') && this.#settled.includes('starts');
  }

  #settle(what: Evidence, hasFailed: boolean): void {
    this.#hasFailed = hasFailed;
    this.#settled = [...this.#settled, what];
  }
}
