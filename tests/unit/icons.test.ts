/** Icons become plain markup when the site is built (vite.config.ts): with a size, a fill, and no more. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SRC = new URL('../../src/', import.meta.url);
const IMPORT = /import (\w+) from '@lucide\/svelte\/icons\//g;

/** Each use of an icon in the pages, and what else is set there. */
const uses = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svelte'))
  .flatMap((name) => {
    const text = readFileSync(new URL(name, SRC), 'utf8');
    const icons = [...text.matchAll(IMPORT)].map(([, icon = '']) => icon);
    const tags = icons.length === 0 ? [] : [...icons, 'Icon'];
    return tags.flatMap((tag) =>
      [...text.matchAll(new RegExp(`<${tag}\\b([^>]*)>`, 'g'))].map(([, set = '']) => ({
        use: `${name}: <${tag}>`,
        others: set.replace(/size=\{\d+\}|fill="\w+"|\/$/g, '').trim(),
      })),
    );
  });

test('icons are found', () => {
  expect(uses.length).toBeGreaterThan(20);
});

test.each(uses.map(({ use, others }) => [use, others] as const))('%s', (_use, others) => {
  expect(others).toBe('');
});
