/**
 * The embed's own client, apart from the site's: who meets an embed on somebody's page has nothing of the
 * site in store, and a chunk that both share would carry what only the site needs. It is built in two forms.
 *
 * - `--mode modules`: ES modules, for every frame that may load them (`build/_app/immutable/embed/`).
 * - `--mode frame` and `--mode courses`: classic scripts. They start where module scripts may not: in a
 *   frame without an origin (`sandbox="allow-scripts"`) on a host that sends no CORS headers, and in a
 *   single file that is opened from a disk. `frame` is the embed, `courses` all other entries.
 *
 * Classic output, in `build/classic/`:
 * - `manifest.json` (`ClassicManifest` in `plugin.ts`): entries, and per chunk its imports, dynamic
 *   imports, style sheets, bytes and the source that it answers for (`module`).
 * - chunks, each `strata.define(id, function (require, module, exports) {…})`; a dynamic import in them
 *   is `strata.load(id)`, which takes a chunk that is there, and else fetches `id.js` from the loader's folder.
 * - `loader-….js`: the runtime and a table of the embed's chunks, for pages. `runtime-….js`: the runtime
 *   alone, for a file that carries all chunks it needs and must not ask for any.
 * - fonts as chunks: whatever needs one imports it. Style sheets name no file.
 *
 * A page puts the loader, `imports` of the entry (all the way down) and the entry into `<script src>`
 * elements and then calls `strata.run(id)`: see `routes/embed/[[scene]]/starter.ts`.
 *
 * A single file is, in this order: the style sheets of all its chunks in one `<style>`; the element and
 * data that the entry reads; the text of `runtime`; `strata.root="https://…"` (start of the site, for
 * links); the texts of the chunks, in any order; `strata.run(id)`. Inside an inline script `</script`
 * has to be written `<\/script`, and `<!--` as `<\!--`.
 *
 * `$app/paths`, `$app/navigation` and `$app/environment` are those of `app/`. A further entry is one
 * line of `entries.mjs`.
 */
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { FRAME_STAGE, STACKS } from '../../vite.config.ts';
import { plainIcons } from '../vite/plain-icons.ts';
import { readContent } from '../vite/read-content.ts';
import { ENTRIES } from './entries.mjs';
import { classicScripts } from './plugin.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FONTS = 'src/lib/ui/fonts';
/** What sets type by the width of the monospaced font. */
const MONO_USER = 'src/lib/scene/kernel/mono.ts';

/** Classic scripts, fonts among them. @param framed the entry that pages start */
function fontsAsChunks(framed: string | null): Plugin {
  return classicScripts({
    root: ROOT,
    framed,
    fonts: [
      {
        name: 'font-next',
        family: 'Atkinson Hyperlegible Next',
        weight: '400 800',
        file: `${FONTS}/next-core.woff2`,
      },
      {
        name: 'font-mono',
        family: 'Atkinson Hyperlegible Mono',
        weight: '400 800',
        file: `${FONTS}/mono-core.woff2`,
      },
    ],
    fontsOf: ({ entry, modules }) => [
      ...(entry === null ? [] : ['font-next']),
      ...((entry !== null && entry !== 'embed') || modules.includes(MONO_USER)
        ? ['font-mono']
        : []),
    ],
  });
}

/** Beside what every page of the site starts with: what most pictures share is too small for requests. */
const START = new RegExp(
  [
    FRAME_STAGE.source,
    String.raw`src/lib/content/(?:locales/plural|only-value|by-id|evidence|figures\.ts)`,
    // Nearly every frame shows it.
    String.raw`src/lib/content/stacks/docker-linux\.json\?drawn`,
    'rolldown/runtime',
  ].join('|'),
);
/** What reads and writes addresses. */
const ADDRESS =
  /src\/lib\/(?:state\/(?:url\.|url-|known-names)|content\/registry|ui\/embed\/address)/;
/** What a reader presses. */
const CONTROLS =
  /src\/lib\/ui\/(?:embed\/(?:EmbedControls|FramePager)|controls\/(?:Timeline|Transport|FullscreenButton|time-scale))/;
/** Small stacks beside a row: before what only an overhead takes. */
const MINI = /src\/lib\/(?:scene\/(?:drawn\/mini|boot-ink)|layout\/boot-room)/;
/** A race of one study. */
const RACE =
  /src\/lib\/(?:scene\/boot-(?!all|views)|sim\/boot-|layout\/boot-|content\/(?:locales\/en\/boot|study-alone)|state\/lens-boot-one)/;
/** What an overhead is drawn from. */
const PATHS =
  /src\/lib\/(?:content\/figures\/(?:performance\.json\?figures|sources\.json\?path-sources)|model\/format-quantity|scene\/path\/overhead|state\/lens-overhead)/;
/** The way of one operation: its numbers come with what draws it. */
const WAY =
  /src\/lib\/(?:state\/lens-path|(?:scene|sim)\/path\/(?!overhead)|model\/path\/route|content\/(?:locales\/en\/path(?!-ui)|figures\/performance\.json\?way-figures))/;
/** What a race needs, at once. */
const STARTS =
  /src\/lib\/content\/(?:studies\.ts|studies\/.*\?study$|figures\/sources\.json\?start-sources)/;

/** Words and answers of the kernel's own pictures. */
const KERNEL =
  /src\/lib\/(?:content\/(?:locales\/en\/kernel(?:-apart|-namespaces)?\.|answers)|model\/kernel\/answers|sim\/kernel\/who-answers)/;
/** Who answers a call: one picture. */
const ASK =
  /src\/lib\/(?:state\/lens-kernel-ask|scene\/kernel\/(?:ask-|routes|term-)|sim\/kernel\/ask-story)/;
/** What a user space needs, which images run: a picture each, and the sources that are asked for beside it. */
const NEEDS =
  /src\/lib\/(?:state\/lens-kernel-needs|content\/(?:needs|run-here\/(?:kernels|needs)\.json|locales\/en\/kernel-needs)|scene\/kernel\/needs-|sim\/kernel\/needs)/;
const RUN =
  /src\/lib\/(?:state\/lens-kernel-data|content\/(?:run-here(?:\.ts|\/(?:hosts|examples|windows-builds|reasons)\.json|\/sources\.json\?source-names)|locales\/en\/kernel-run)|scene\/kernel\/run-(?:items|floors|type))/;
/** A break-in, whichever it is. */
const BREAK_IN =
  /src\/lib\/(?:(?:scene|sim)\/isolation\/|content\/(?:locales\/en\/isolation(?!-ui)|attack-(?:defences|(?:settings|barriers)\.json\?[a-z-]+-drawn)))/;
/** What an image and memory weigh. */
const WEIGHTS = /src\/lib\/(?:content\/figures\/(?:memory|size)\.json\?figures|sim\/format-bytes)/;

/** The lens that most frames show, in one. */
const STRUCTURE =
  /src\/lib\/(?:state\/lens-structure|scene\/structure-lens|scene\/structure\/(?:build|plan|said|transients)|content\/locales\/en\/structure-said)/;

/** What a frame and the page around it tell each other. */
const TALK =
  /src\/lib\/(?:ui\/embed\/(?:Talk|scene-from-host)|embed\/(?!sdk|course|meet-host|messages)|state\/named-scenes)|node_modules\/valibot/;

/** Pieces that come together in a page, where each is a request. */
const BORDERS = {
  includeDependenciesRecursively: true,
  groups: [
    { name: 'stage', test: START },
    { name: 'stacks', test: STACKS },
    { name: 'starts', test: STARTS },
    { name: 'address', test: ADDRESS },
    { name: 'controls', test: CONTROLS },
    { name: 'mini', test: MINI },
    { name: 'race', test: RACE },
    { name: 'paths', test: PATHS },
    { name: 'way', test: WAY },
    { name: 'leaders', test: /src\/lib\/scene\/structure\/leaders/ },
    { name: 'structure', test: STRUCTURE },
    { name: 'mono', test: /src\/lib\/scene\/kernel\/mono/ },
    { name: 'terminals', test: /src\/lib\/scene\/kernel\/(?:legend|terminals)/ },
    { name: 'kernel', test: KERNEL },
    { name: 'ask', test: ASK },
    // First, since what a user space needs is told with it.
    { name: 'run', test: RUN },
    { name: 'needs', test: NEEDS },
    { name: 'size-text', test: /src\/lib\/scene\/size-text/ },
    { name: 'break-in', test: BREAK_IN },
    { name: 'weights', test: WEIGHTS },
    { name: 'talk', test: TALK },
  ],
};

const { embed, ...courses } = ENTRIES;

export default defineConfig(({ mode }) => {
  const isClassic = mode !== 'modules';
  return {
    root: ROOT,
    base: './',
    publicDir: false,
    resolve: {
      alias: ['paths', 'navigation', 'environment'].map((name) => ({
        find: `$app/${name}`,
        replacement: path.join(import.meta.dirname, `app/${name}.ts`),
      })),
    },
    // A classic script has no address that a chunk could ask for.
    ...(isClassic
      ? { define: { 'import.meta.resolve': 'undefined', 'import.meta.url': '""' } }
      : {}),
    plugins: [
      readContent(),
      plainIcons(),
      svelte({ configFile: false, compilerOptions: { runes: true } }),
      ...(isClassic ? [fontsAsChunks(mode === 'frame' ? 'embed' : null)] : []),
    ],
    build: {
      outDir: `.cache/client/${mode}`,
      emptyOutDir: true,
      manifest: !isClassic,
      // The little that is left to load later is no reason for requests: a page has its sheet in it.
      cssCodeSplit: isClassic,
      assetsDir: '',
      modulePreload: isClassic ? false : { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: mode === 'courses' ? courses : { embed },
        output: {
          ...(isClassic ? { format: 'cjs', exports: 'named' } : { format: 'es' }),
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
          ...(mode === 'courses' ? {} : { codeSplitting: BORDERS }),
        },
      },
    },
  };
});
