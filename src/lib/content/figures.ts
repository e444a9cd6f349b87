/**
 * Figures and their sources, in chunks that load when something shows a number. A figure is an entry of
 * a file in `figures/`: adding one needs no other change.
 */
import { valueOf } from '../model/data-result.ts';
import type { DataResult } from '../model/data-result.ts';
import type { Figure, Source } from '../model/figures.ts';

export interface FigureShelf {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly sources: ReadonlyMap<string, Source>;
}

// Read when the site is built (vite.config.ts), as stacks are.
const sizeFiles = import.meta.glob<DataResult<readonly Figure[]>>(
  ['./figures/size.json', './figures/memory.json'],
  { query: '?figures', import: 'default' },
);
const pathFiles = import.meta.glob<DataResult<readonly Figure[]>>('./figures/performance.json', {
  query: '?figures',
  import: 'default',
});
/** What the way of an operation takes, as far as it was measured. */
const wayFiles = import.meta.glob<DataResult<readonly Figure[]>>('./figures/performance.json', {
  query: '?way-figures',
  import: 'default',
});
const allFiles = import.meta.glob<DataResult<readonly Figure[]>>(
  ['./figures/*.json', '!./figures/sources.json'],
  { query: '?figures', import: 'default' },
);
const sourceFile = import.meta.glob<DataResult<readonly Source[]>>('./figures/sources.json', {
  query: '?sources',
  import: 'default',
});
/** The sources of start-up times alone, as pictures cite them. */
const startSourceFile = import.meta.glob<DataResult<readonly Source[]>>('./figures/sources.json', {
  query: '?start-sources',
  import: 'default',
});

/** The sources of what was measured of crossings and overhead alone, as pictures cite them. */
const pathSourceFile = import.meta.glob<DataResult<readonly Source[]>>('./figures/sources.json', {
  query: '?path-sources',
  import: 'default',
});

type Files<T> = Readonly<Record<string, () => Promise<DataResult<readonly T[]>>>>;

let all: Promise<FigureShelf> | null = null;

/**
 * The sources of the studies that timed starts: their times stand in the studies themselves.
 * @throws (rejects) when a file does not arrive or has a mistake; the next call tries again
 */
export function loadStartSources(): Promise<FigureShelf> {
  return readShelf({}, startSourceFile);
}

/**
 * The sizes on disk and in memory, all that the Size lens draws; their sources come with every figure.
 * @throws (rejects) when a file does not arrive or has a mistake; the next call tries again
 */
export function loadSizeFigures(): Promise<FigureShelf> {
  return readShelf(sizeFiles, {});
}

/**
 * What was measured of crossings and of overhead, all that the Path lens draws, with the sources: a mark
 * names its study.
 * @throws (rejects) when a file does not arrive or has a mistake; the next call tries again
 */
export function loadPathFigures(): Promise<FigureShelf> {
  return readShelf(pathFiles, pathSourceFile);
}

/**
 * The same without their sources: what the way of one operation is drawn with.
 * @throws (rejects) when a file does not arrive or has a mistake; the next call tries again
 */
export function loadWayFigures(): Promise<FigureShelf> {
  return readShelf(wayFiles, {});
}

/**
 * Every figure.
 * @throws (rejects) when a file does not arrive or has a mistake; the next call tries again
 */
export function loadFigures(): Promise<FigureShelf> {
  all ??= readShelf(allFiles, sourceFile).catch((error: unknown) => {
    all = null;
    throw error;
  });
  return all;
}

async function readShelf(figures: Files<Figure>, sources: Files<Source>): Promise<FigureShelf> {
  const [figureList, sourceList] = await Promise.all([readFiles(figures), readFiles(sources)]);
  return { figures: byId(figureList), sources: byId(sourceList) };
}

async function readFiles<T>(files: Files<T>): Promise<readonly T[]> {
  const read = Object.entries(files).map(async ([path, load]) => valueOf(path, await load()));
  return (await Promise.all(read)).flat();
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
