/** The summary table of a page's scene, made when the page is prerendered: what it shows without scripts. */
import type { Component } from 'svelte';
import { en } from '#lib/content/locales/en/index.ts';
import { summary as words } from '#lib/content/locales/en/summary.ts';
import { loadFigures } from '#lib/content/figures.ts';
import { loadStack } from '#lib/content/stacks.ts';
import { summaries, summarySources } from '#lib/content/summaries.ts';
import { resolveStack } from '#lib/model/resolve.ts';
import { summaryTable, type StacksSummary } from '#lib/scene/summary/summary-table.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { baseScene } from '#lib/state/named-scenes.ts';
import SummaryGrid from './SummaryGrid.svelte';

export interface PrintedSummary {
  readonly table: StacksSummary;
  /** What shows it: it comes along, so that no page loads it for readers who have scripts. */
  readonly Grid: Component<{ table: StacksSummary }>;
}

/**
 * @param sceneId a named scene; null: the empty one
 * @returns null where the scene has no stacks
 * @throws {Error} when a stack or a figure cannot be read: a build must not go on with a hole in a page
 */
export async function printedSummary(sceneId: string | null): Promise<PrintedSummary | null> {
  const scene = baseScene(sceneId, knownNames);
  if (scene.stacks.length === 0) return null;
  const { figures, sources } = await loadFigures();
  const stacks = await Promise.all(
    scene.stacks.map(async ({ id, variant }) => {
      const read = await loadStack(id);
      if (!read.ok) throw new Error(`stack ${id}: ${read.issues[0]?.message ?? ''}`);
      return resolveStack(read.value, { variant, n: scene.n });
    }),
  );
  const table = summaryTable({
    ...{ stacks, summaries, figures, words, structureWords: en.structure },
    sources: new Map([...sources, ...summarySources]),
  });
  return { table, Grid: SummaryGrid };
}
