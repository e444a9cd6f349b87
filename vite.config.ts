import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { plainIcons } from './.ci/vite/plain-icons.ts';
import { readContent } from './.ci/vite/read-content.ts';

/**
 * An embed is a guest on somebody's page: few requests count there as much as few bytes. What every
 * page needs is put into one chunk instead of some twenty; lenses, animation, gestures, figures and
 * each stack stay chunks of their own, loaded when they are wanted.
 */
/** Of layout and scene, what no lens has to itself. */
const PICTURE = (without: string): string =>
  String.raw`src/lib/(layout|scene)/(?!boot-|figure-|size-|structure-lens|node-name|tight|(?:isolation|path|kernel|manage|summary|drawn)/|structure/(?:alike|annotations|build|extras|inside-names|key-to-looks|leaders|plan|rail|said|table|transients|wall-sizes${without}))`;
const STATE = (without: string): string =>
  String.raw`src/lib/state/(?!own-|extras|lens-|lesson-|deck|talk|wall-|named-scenes|still-scenes|asked-theme|puzzle|right-option|workbench|scene-${without})`;
const PARTS = [
  String.raw`src/lib/model/(?!figure-|size-data|lesson/|(?:isolation|path|kernel|manage|summary)/(?!settings)|own|words-size|words-own|parse|data-issues|schema|json-schema|stack-issues|check-stack|expand-parts|format-quantity|stack-heads)`,
  String.raw`src/lib/render/(?!forced-theme|parallel-dom/twin-neighbours)`,
  String.raw`src/lib/content/(stack-loader|stacks-drawn|locales/en/(core|ui-core|structure(?!-table|-said)))`,
  String.raw`src/lib/animation/(build-up|apply-pose|motion)`,
  String.raw`src/lib/ui/(stage/(?!stage-keys|LayerTip)|words/(?!SceneHead|scene-words|scene-page))`,
  String.raw`src/lib/ui/(Logo|appearance)`,
];
const CONTROLS = String.raw`src/lib/ui/controls/(Timeline|Transport|FullscreenButton|time-scale)`;
const WHOLE_STACKS = '|crowd|labels|sizes|stack-items|texts';
/** What an address can name. */
const NAMES = String.raw`src/lib/content/registry`;
export const STAGE = new RegExp(
  [...PARTS, NAMES, STATE('|embed-options|url-embed'), PICTURE(WHOLE_STACKS), CONTROLS].join('|'),
);
/** What draws whole stacks: a race does without. */
export const STACKS =
  /src\/lib\/scene\/(?:drawn\/(?:marks|stacks)|structure\/(?:crowd|labels|sizes|stack-items|texts))/;
/**
 * The same for a frame: its controls and what reads addresses come after its picture, and what draws whole
 * stacks is apart.
 */
export const FRAME_STAGE = new RegExp(
  [...PARTS, STATE('|known-names|url-|url\\.'), PICTURE(WHOLE_STACKS)].join('|'),
);

/** What the router needs to start: read in a task before the picture's own code. */
const RUNTIME = /node_modules\/(?:svelte|@sveltejs\/kit|esm-env|clsx|devalue)\//;

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
                      { name: 'svelte', test: RUNTIME },
                      { name: 'stage', test: STAGE },
                      { name: 'stacks', test: STACKS },
                    ],
                  },
                },
              },
            },
          },
  };
}

export default defineConfig({
  plugins: [readContent(), plainIcons(), sveltekit(), fewChunks()],
  test: {
    include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
    environment: 'node',
    isolate: false,
    maxWorkers: '100%',
    // Property tests take as long as the machine takes: no time limit may decide what is right.
    testTimeout: 120_000,
  },
});
