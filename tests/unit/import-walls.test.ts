import { ESLint } from 'eslint';
import { describe, expect, test, vi } from 'vitest';

// Loading ESLint and its parsers takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const eslint = new ESLint();

/** What the project's own configuration says about `code` if it stood in `filePath`. */
async function rulesBrokenBy(code: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath, warnIgnored: true });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const IMPORT = '@typescript-eslint/no-restricted-imports';
const MODEL = 'src/lib/model/made-up.ts';

describe('imports go one way', () => {
  test.each([
    [MODEL, `export { paint } from '#lib/render/canvas/paint.ts';`],
    [MODEL, `export { buildScene } from '../scene/build-scene.ts';`],
    [MODEL, `import type { Words } from '../content/locales/en/index.ts';\nexport type W = Words;`],
    [
      'src/lib/scene/structure/made-up.ts',
      `export { Player } from '../../state/player.svelte.ts';`,
    ],
    ['src/lib/layout/made-up.ts', `export { race } from '#lib/sim/boot-race.ts';`],
    ['src/lib/animation/made-up.ts', `export { paint } from '../render/canvas/paint.ts';`],
    ['src/lib/content/made-up.ts', `export { layout } from '../layout/stack-layout.ts';`],
    ['src/lib/state/made-up.svelte.ts', `export { default as A } from '../ui/Stage.svelte';`],
    ['src/lib/embed/protocol.ts', `export { Player } from '../state/player.svelte.ts';`],
    ['src/lib/ui/made-up.ts', `export { load } from '../../routes/+page.ts';`],
  ])('%s refuses %s', async (filePath, code) => {
    expect(await rulesBrokenBy(code, filePath)).toEqual([IMPORT]);
  });

  test.each([
    ['src/lib/scene/made-up.ts', `export { layoutStack } from '../layout/stack-layout.ts';`],
    ['src/lib/scene/structure/made-up.ts', `export { look } from '../display-list.ts';`],
    ['src/lib/state/made-up.ts', `export { en } from '#lib/content/locales/en/index.ts';`],
    ['src/lib/ui/made-up.ts', `export { Player } from '#lib/state/player.svelte.ts';`],
  ])('%s accepts %s', async (filePath, code) => {
    expect(await rulesBrokenBy(code, filePath)).toEqual([]);
  });

  test('a dynamic import and an import type are imports too', async () => {
    expect(await rulesBrokenBy(`export const a = import('../ui/a.ts');`, MODEL)).toContain(
      'no-restricted-syntax',
    );
    expect(await rulesBrokenBy(`export type A = import('../ui/a.ts').A;`, MODEL)).toContain(
      'no-restricted-syntax',
    );
  });
});

describe('the pure folders stay pure', () => {
  test.each([
    ['no-restricted-globals', `export const a = document.title;`],
    ['no-restricted-globals', `export const a = Date.now();`],
    ['no-restricted-globals', `export const a = performance.now();`],
    ['no-restricted-properties', `export const a = Math.random();`],
    [IMPORT, `export { tick } from 'svelte';`],
    [IMPORT, `export { page } from '$app/state';`],
    [IMPORT, `export { select } from 'd3';`],
  ])('%s for %s', async (rule, code) => {
    for (const folder of ['model', 'sim', 'layout', 'scene']) {
      expect(await rulesBrokenBy(code, `src/lib/${folder}/made-up.ts`)).toEqual([rule]);
    }
  });
});

describe('rules for the whole of src', () => {
  test.each([
    ['gsap outside its one module', 'src/lib/state/made-up.ts', `export { gsap } from 'gsap';`],
    ['$lib', 'src/routes/made-up.ts', `export { a } from '$lib/model/kinds.ts';`],
    ['$app/stores', 'src/routes/made-up.ts', `export { page } from '$app/stores';`],
  ])('%s is refused', async (_what, filePath, code) => {
    expect(await rulesBrokenBy(code, filePath)).toEqual([IMPORT]);
  });

  test('the timeline driver may import gsap', async () => {
    const code = `export { gsap } from 'gsap';`;
    expect(await rulesBrokenBy(code, 'src/lib/animation/timeline-driver.ts')).toEqual([]);
  });

  test('{@html} is refused', async () => {
    const code = `<p>{@html '<b>a</b>'}</p>\n`;
    expect(await rulesBrokenBy(code, 'src/lib/ui/MadeUp.svelte')).toContain(
      'svelte/no-at-html-tags',
    );
  });

  test('any is refused', async () => {
    expect(await rulesBrokenBy(`export let a: any;`, MODEL)).toContain(
      '@typescript-eslint/no-explicit-any',
    );
  });
});
