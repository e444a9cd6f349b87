/** Figures, sources and studies: loaded when something shows a number. */
import type { Figure, Source, StartStudy } from '../model/figures.ts';

interface Evidence {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly studies: readonly StartStudy[];
}

async function fetchEvidence(): Promise<Evidence> {
  const [{ loadFigures }, { loadStudies }] = await Promise.all([
    import('../content/figures.ts'),
    import('../content/studies.ts'),
  ]);
  const [{ figures, sources }, studies] = await Promise.all([loadFigures(), loadStudies()]);
  return { figures, sources, studies };
}

const NOTHING: Evidence = { figures: new Map(), sources: new Map(), studies: [] };

export class EvidenceShelf {
  #evidence = $state.raw<Evidence>(NOTHING);
  #isLoaded = $state(false);
  #hasFailed = $state(false);
  #loading: Promise<void> | null = null;

  get figures(): ReadonlyMap<string, Figure> {
    return this.#evidence.figures;
  }
  get sources(): ReadonlyMap<string, Source> {
    return this.#evidence.sources;
  }
  get studies(): readonly StartStudy[] {
    return this.#evidence.studies;
  }
  /** Arrived, or failed for good: nothing more is waited for. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Loads once; never rejects. */
  load(): Promise<void> {
    this.#loading ??= this.#fetch();
    return this.#loading;
  }

  async #fetch(): Promise<void> {
    try {
      this.#evidence = await fetchEvidence();
      this.#hasFailed = false;
    } catch {
      this.#hasFailed = true;
      this.#loading = null;
    }
    this.#isLoaded = true;
  }
}
