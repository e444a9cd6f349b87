/**
 * Figures and their sources, in chunks that load when something shows a number. A figure is an entry of
 * a file in `figures/`: adding one needs no other change.
 */
import { valueOf } from '../model/data-issues.ts';
import { parseFigures, parseSources } from '../model/parse-figures.ts';
import type { Figure, Source } from '../model/figures.ts';

export interface FigureShelf {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly sources: ReadonlyMap<string, Source>;
}

const startFile = import.meta.glob<unknown>('./figures/start.json', { import: 'default' });
const otherFiles = import.meta.glob<unknown>(
  ['./figures/*.json', '!./figures/start.json', '!./figures/sources.json'],
  { import: 'default' },
);
const sourceFile = import.meta.glob<unknown>('./figures/sources.json', { import: 'default' });

type Files = Readonly<Record<string, () => Promise<unknown>>>;

let start: Promise<FigureShelf> | null = null;
let all: Promise<FigureShelf> | null = null;

/**
 * The start-up times alone, all that the Boot lens needs.
 * @throws (rejects) when a file does not arrive or has a mistake; the next call tries again
 */
export function loadStartFigures(): Promise<FigureShelf> {
  start ??= readShelf(startFile).catch((error: unknown) => {
    start = null;
    throw error;
  });
  return start;
}

/**
 * Every figure.
 * @throws (rejects) when a file does not arrive or has a mistake; the next call tries again
 */
export function loadFigures(): Promise<FigureShelf> {
  all ??= readShelf({ ...startFile, ...otherFiles }).catch((error: unknown) => {
    all = null;
    throw error;
  });
  return all;
}

async function readShelf(files: Files): Promise<FigureShelf> {
  const read = Object.entries(files).map(async ([path, load]) =>
    valueOf(path, parseFigures(await load())),
  );
  const sources = Object.entries(sourceFile).map(async ([path, load]) =>
    valueOf(path, parseSources(await load())),
  );
  return {
    figures: byId((await Promise.all(read)).flat()),
    sources: byId((await Promise.all(sources)).flat()),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
