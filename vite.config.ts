import { readFile } from 'node:fs/promises';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { parseStackText } from './src/lib/model/parse.ts';

/**
 * An embed is a guest on somebody's page: few requests count there as much as few bytes. What every
 * page needs is put into two chunks instead of some twenty; lenses, animation, gestures, figures and
 * each stack stay chunks of their own, loaded when they are wanted.
 */
const FRAMEWORK = /node_modules\/(svelte|clsx|esm-env)\//;
const STAGE = new RegExp(
  [
    String.raw`src/lib/model/(?!parse|data-issues|schema|json-schema|stack-issues|check-stack|expand-parts|format-quantity)`,
    String.raw`src/lib/(render|state)/`,
    String.raw`src/lib/(layout|scene)/(?!boot-)`,
    String.raw`src/lib/content/(registry|named-scenes|locales/en/(index|ui|structure)|scenes)`,
    String.raw`src/lib/animation/(build-up|apply-pose|motion)`,
    String.raw`src/lib/ui/(stage|words)/`,
    String.raw`src/lib/ui/controls/(Timeline|Transport|ZoomButtons|SummaryTableView|time-scale)`,
    String.raw`src/lib/ui/(Logo|Notices|appearance|notice-text)`,
    String.raw`src/lib/ui/explore/Pager`,
  ].join('|'),
);

function fewChunks(): Plugin {
  return {
    name: 'strata-few-chunks',
    config: (_config, { command, isSsrBuild }) =>
      command !== 'build' || isSsrBuild
        ? {}
        : {
            build: {
              rolldownOptions: {
                output: {
                  codeSplitting: {
                    includeDependenciesRecursively: true,
                    groups: [
                      { name: 'framework', test: FRAMEWORK, priority: 2 },
                      { name: 'stage', test: STAGE, priority: 1 },
                    ],
                  },
                },
              },
            },
          },
  };
}

/**
 * `stack.json?parsed` is what the parser makes of a stack file: the stack, or what is wrong with it and
 * where. Read here, once, instead of in every page.
 */
function parsedStacks(): Plugin {
  const suffix = '?parsed';
  return {
    name: 'strata-parsed-stacks',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(`.json${suffix}`)) return null;
      const file = id.slice(0, -suffix.length);
      this.addWatchFile(file);
      const result = parseStackText(await readFile(file, 'utf8'));
      return { code: `export default ${JSON.stringify(result)};`, moduleType: 'js' };
    },
  };
}

export default defineConfig({
  plugins: [parsedStacks(), sveltekit(), fewChunks()],
  test: {
    include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
    environment: 'node',
  },
});
