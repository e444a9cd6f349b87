import { readFile } from 'node:fs/promises';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { valueOf } from './src/lib/model/data-issues.ts';
import { parseAssumptions, parseSizes } from './src/lib/model/parse-sizes.ts';
import { parseStackText } from './src/lib/model/parse.ts';
import { stackHead, stackNames } from './src/lib/model/stack-heads.ts';

/**
 * An embed is a guest on somebody's page: few requests count there as much as few bytes. What every
 * page needs is put into one chunk instead of some twenty; lenses, animation, gestures, figures and
 * each stack stay chunks of their own, loaded when they are wanted.
 */
const STAGE = new RegExp(
  [
    String.raw`src/lib/model/(?!figure-|size-|own|words-size|words-own|parse|data-issues|schema|json-schema|stack-issues|check-stack|expand-parts|format-quantity|stack-heads)`,
    String.raw`src/lib/render/`,
    String.raw`src/lib/state/(?!own-|named-scenes|workbench|scene-)`,
    String.raw`src/lib/(layout|scene)/(?!boot-|figure-|size-)`,
    String.raw`src/lib/content/(registry|locales/en/(core|ui-core|structure))`,
    String.raw`src/lib/animation/(build-up|apply-pose|motion)`,
    String.raw`src/lib/ui/(stage|words)/`,
    String.raw`src/lib/ui/controls/(Timeline|Transport|FullscreenButton|time-scale)`,
    String.raw`src/lib/ui/(Logo|appearance)`,
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
                    groups: [{ name: 'stage', test: STAGE }],
                  },
                },
              },
            },
          },
  };
}

/**
 * Reads content files once, when the site is built, so that no page carries the parser for files that
 * cannot change any more: of a stack, `?parsed` is the stack or what is wrong with it and where, `?head`
 * what menus show of it, `?names` what an address can name; of a stack's sizes, `?sizes` is the checked
 * value; of any file, `?id` is its id.
 */
function readContent(): Plugin {
  const readers: Record<string, (text: string) => unknown> = {
    parsed: parseStackText,
    head: stackHead,
    names: stackNames,
    sizes: (text) => valueOf('content/sizes', parseSizes(JSON.parse(text))),
    assumptions: (text) => valueOf('size-assumptions.json', parseAssumptions(JSON.parse(text))),
    id: (text) => (JSON.parse(text) as { id?: unknown }).id,
  };
  return {
    name: 'strata-read-content',
    enforce: 'pre',
    async load(id) {
      const [file = '', query = ''] = id.split('.json?');
      const read = readers[query];
      if (read === undefined) return null;
      const path = `${file}.json`;
      this.addWatchFile(path);
      const value = JSON.stringify(read(await readFile(path, 'utf8')));
      return { code: `export default ${value};`, moduleType: 'js' };
    },
  };
}

export default defineConfig({
  plugins: [readContent(), sveltekit(), fewChunks()],
  test: {
    include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
    environment: 'node',
    // Property tests take as long as the machine takes: no time limit may decide what is right.
    testTimeout: 120_000,
  },
});
