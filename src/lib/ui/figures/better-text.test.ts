import { expect, test } from 'vitest';
import { figuresWords } from '#lib/content/locales/en/figures.ts';
import { loadFigures } from '#lib/content/figures.ts';
import { betterText } from './better-text.ts';

const { figures, sources } = await loadFigures();

test('the text names the figure, its value now, its source, and what is asked for', () => {
  const figure = figures.get('start.docker.lightvm');
  if (!figure) throw new Error('no such figure');
  const text = betterText(figure, sources, 'https://strata.test/figures?id=start.docker.lightvm');
  expect(text).toContain('start.docker.lightvm');
  expect(text).toMatch(/\b200 ms$/m);
  expect(text).toContain('Docker 1.13');
  expect(text).toContain('https://doi.org/10.1145/3132747.3132763');
  expect(text).toContain('https://strata.test/figures?id=start.docker.lightvm');
  for (const line of figuresWords.better.template) expect(text).toContain(line);
});

test('a bound is said as one', () => {
  const figure = figures.get('start.fc.spec');
  if (!figure) throw new Error('no such figure');
  expect(betterText(figure, sources, '')).toContain('Value now: at most 125 ms');
});
