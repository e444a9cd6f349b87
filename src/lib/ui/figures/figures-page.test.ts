/** The page as it is written into the site, before any script runs. */
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { loadFigures } from '#lib/content/figures.ts';
import type { OwnNumber } from '#lib/model/own-numbers.ts';
import { ownNumbersFixture } from '#lib/scene/figure-chart/own-numbers.fixture.ts';
import FiguresPage from './FiguresPage.svelte';

const shelf = await loadFigures();

function page(own: readonly OwnNumber[]): string {
  const props = { figures: [...shelf.figures.values()], sources: [...shelf.sources.values()], own };
  // Marks of the compiler and attributes that scope styles say nothing to a reader.
  return render(FiguresPage, { props })
    .body.replace(/<!--.*?-->/g, '')
    .replace(/ class="[^"]*"/g, '');
}

/** What a row says, without its elements. */
function rows(html: string, mark: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<tr[^>]* ${mark}[^>]*>(.*?)</tr>`, 'gs'))].map(
    ([, inner = '']) => inner.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
  );
}

test('every figure is a row that names its source', () => {
  const said = rows(page([]), 'data-figure');
  expect(said.length).toBe(shelf.figures.size);
  const figures = [...shelf.figures.values()];
  for (const [index, row] of said.entries()) expect(row.trim(), figures[index]?.id).not.toBe('');
  const lightvm = said.find((row) => row.includes('docker run until the container has started'));
  expect(lightvm).toMatch(/Container 200 ms Docker 1\.13.* LightVM 2017/);
  expect(lightvm).toMatch(/Read in the source/);
});

test('without own measurements nothing speaks of them', () => {
  expect(rows(page([]), 'data-own')).toEqual([]);
  expect(page([])).not.toContain('Yours');
});

test('own measurements stand in tables of their own, each marked by a word and a shape', () => {
  const html = page(ownNumbersFixture);
  const said = rows(html, 'data-own');
  expect(said.length).toBe(ownNumbersFixture.length);
  for (const [index, row] of said.entries()) {
    expect(row).toMatch(/◇ Yours/);
    expect(row).toContain(ownNumbersFixture[index]?.what);
  }
  expect(said[0]).toMatch(/322 ms 301 to 388 ms my laptop, 20 runs/);
  expect(said[1]).toMatch(/at most 21 s the office server/);
  expect(html).toContain('Other measurements of yours');
  expect(rows(html, 'data-figure').length).toBe(shelf.figures.size);
});
