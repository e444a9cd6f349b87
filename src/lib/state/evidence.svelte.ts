/** Figures, sources and studies: loaded when something shows a number. */
import type { FigureShelf } from '../content/figures.ts';
import type { Figure, Source, StartStudy } from '../model/figures.ts';

/** What a lens can ask for: the start-up times with their studies, or every figure. */
export type Evidence = 'starts' | 'figures';

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
  #hasStarts = $state(false);
  #hasAll = $state(false);
  #hasFailed = $state(false);
  #starts: Promise<void> | null = null;
  #all: Promise<void> | null = null;

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
    return what === undefined || (what === 'starts' ? this.#hasStarts : this.#hasAll);
  }
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Never rejects. */
  async load(what: Evidence | undefined): Promise<void> {
    if (what !== undefined) await (what === 'starts' ? this.loadStarts() : this.loadAll());
  }

  /** Loads studies and start-up times, once. Never rejects. */
  loadStarts(): Promise<void> {
    this.#starts ??= this.#attempt(async () => {
      // Who looks at layers alone loads neither the numbers nor the code that reads them.
      const [figureFiles, studyFiles] = await Promise.all([
        import('../content/figures.ts'),
        import('../content/studies.ts'),
      ]);
      const shelf = await figureFiles.loadStartFigures();
      // All figures may have come first.
      if (this.#shelf.figures.size < shelf.figures.size) this.#shelf = shelf;
      this.#studies = studyFiles.allStudies();
    }).then((worked) => {
      if (!worked) this.#starts = null;
      this.#hasStarts = true;
    });
    return this.#starts;
  }

  /** Loads every figure, once. Never rejects. */
  loadAll(): Promise<void> {
    this.#all ??= this.#attempt(async () => {
      const { loadFigures } = await import('../content/figures.ts');
      this.#shelf = await loadFigures();
    }).then((worked) => {
      if (!worked) this.#all = null;
      this.#hasAll = true;
    });
    return this.#all;
  }

  /** @returns whether it worked */
  async #attempt(load: () => Promise<void>): Promise<boolean> {
    try {
      await load();
      this.#hasFailed = false;
      return true;
    } catch {
      this.#hasFailed = true;
      return false;
    }
  }
}
