/** What a change of the scene says to who cannot see it: stacks that came and went, the lens, the finding. */
import { en } from '#lib/content/locales/en/index.ts';
import type { Lens } from '#lib/model/scene.ts';

/** As much of a scene as is told. */
export interface Told {
  readonly lens: Lens;
  readonly headline: string;
  /** Titles by key, in order. */
  readonly stacks: ReadonlyMap<string, string>;
}

/** @returns one or two sentences; empty when nothing that is told has changed */
export function newsOf(before: Told, after: Told): string {
  const words = en.ui.news;
  const parts = [
    before.lens === after.lens ? '' : words.lens(en.ui.header.lenses[after.lens]),
    stackNews(before.stacks, after.stacks),
    before.headline === after.headline ? '' : after.headline,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function stackNews(before: Told['stacks'], after: Told['stacks']): string {
  const words = en.ui.news;
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, title]) => title);
  const come = [...after].filter(([key]) => !before.has(key)).map(([, title]) => title);
  const [goneOne] = gone;
  const [comeOne] = come;
  if (gone.length === 1 && come.length === 1) return words.replaced(goneOne ?? '', comeOne ?? '');
  if (come.length > 0) return words.added(come, after.size);
  if (gone.length > 0) return words.removed(gone, after.size);
  const isMoved = [...before.keys()].join() !== [...after.keys()].join();
  return isMoved ? words.order([...after.values()]) : '';
}
