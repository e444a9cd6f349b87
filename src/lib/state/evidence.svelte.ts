/** Figures, sources and studies: loaded when something shows a number. */
import type { FigureShelf } from '../content/figures.ts';
import type { Figure, Source, StartStudy } from '../model/figures.ts';

/** What a lens can ask for: the start-up times with their studies, or the sizes. */
export type Evidence = 'starts' | 'sizes';

/** Code that reads figures. */
export const figureFiles = () => import('../content/figures.ts');

const NOTHING: FigureShelf = { figures: new Map(), sources: new Map() };

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
  #settled = $state.raw<readonly (Evidence | 'all')[]>([]);
  #hasFailed = $state(false);
  readonly #loads = new Map<Evidence | 'all', Promise<void>>();

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
    return what === undefined || this.#settled.includes(what);
  }
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Loads what a lens needs, once. Never rejects. */
  load(what: Evidence | undefined): Promise<void> | undefined {
    if (what === 'starts') return this.loadStarts();
    return (
      what && this.once(what, async () => this.add(await (await figureFiles()).loadSizeFigures()))
    );
  }

  /** Loads studies and start-up times, once. Never rejects. */
  loadStarts(): Promise<void> {
    return this.once('starts', async () => {
      // Who looks at layers alone loads neither the numbers nor the code that reads them.
      const [{ loadStartFigures }, { allStudies }] = await Promise.all([
        figureFiles(),
        import('../content/studies.ts'),
      ]);
      this.add(await loadStartFigures());
      this.#studies = allStudies();
    });
  }

  /** What came before stays. */
  protected add({ figures, sources }: FigureShelf): void {
    const before = this.#shelf;
    this.#shelf = {
      figures: new Map([...before.figures, ...figures]),
      sources: new Map([...before.sources, ...sources]),
    };
  }

  /** What failed is tried again when it is next asked for. */
  protected once(what: Evidence | 'all', load: () => Promise<void>): Promise<void> {
    const running =
      this.#loads.get(what) ??
      load().then(
        () => this.#settle(what, false),
        () => {
          this.#loads.delete(what);
          this.#settle(what, true);
        },
      );
    this.#loads.set(what, running);
    return running;
  }

  #settle(what: Evidence | 'all', hasFailed: boolean): void {
    this.#hasFailed = hasFailed;
    this.#settled = [...this.#settled, what];
  }
}
