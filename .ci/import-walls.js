/**
 * The one-direction rule as ESLint rules: which folder of src/lib may import which, and what the pure
 * folders may not touch. docs/architecture.md shows the same as a picture; a new edge needs an ADR.
 */

/** Folder → folders it may import besides itself. */
const MAY_IMPORT = {
  model: [],
  sim: ['model'],
  layout: ['model'],
  scene: ['model', 'sim', 'layout'],
  animation: ['model', 'layout', 'scene'],
  render: ['model', 'layout', 'scene', 'animation'],
  content: ['model'],
  embed: ['model', 'state'],
  state: ['model', 'sim', 'layout', 'scene', 'animation', 'render', 'content'],
  ui: ['model', 'sim', 'layout', 'scene', 'animation', 'render', 'content', 'state', 'embed'],
};
const FOLDERS = Object.keys(MAY_IMPORT);

/** Folders and files without DOM, clock, randomness or framework. */
const PURE = ['model', 'sim', 'layout', 'scene'].map((name) => `src/lib/${name}/**/*.ts`);
const PURE_BESIDES = ['src/lib/content/locales/**/*.ts', 'src/lib/embed/protocol.ts'];

const TESTS = ['**/*.test.ts'];

/** Imports that are wrong everywhere. */
const NEVER = [
  { regex: '^\\$lib(/|$)', message: 'Use #lib/… with the file extension.' },
  { regex: '^\\$app/stores$', message: 'Use $app/state.' },
  { regex: '^gsap(/|$)', message: 'Only animation/timeline-driver.ts imports gsap (ADR 0002).' },
];

const FRAMEWORK = {
  regex: '^(svelte|\\$app|@sveltejs|bits-ui|@lucide|d3-selection|d3-zoom|node:)',
  message: 'This folder is pure: no framework, no DOM.',
};

const D3_THAT_TOUCHES_THE_DOM = {
  name: 'd3',
  importNames: ['select', 'selectAll', 'zoom', 'drag', 'brush', 'transition', 'pointer', 'timer'],
  message: 'This folder is pure: take scales, shapes and arrays from d3, nothing that needs a DOM.',
};

const GLOBALS_OF_THE_RIM = [
  'document',
  'window',
  'self',
  'navigator',
  'location',
  'history',
  'screen',
  'performance',
  'Date',
  'fetch',
  'crypto',
  'localStorage',
  'sessionStorage',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'matchMedia',
  'getComputedStyle',
  'devicePixelRatio',
  'Image',
  'Path2D',
  'OffscreenCanvas',
  'DOMMatrix',
  'ResizeObserver',
  'IntersectionObserver',
  'MutationObserver',
  'process',
  'console',
].map((name) => ({ name, message: 'This folder is pure: hand the value in instead.' }));

const RANDOM = {
  object: 'Math',
  property: 'random',
  message: 'Same input, same output: use a seeded generator.',
};

/** Matches `#lib/<one of names>/…` and a relative path that climbs out into one of them. */
function folderPattern(names) {
  return `^(#lib/|(\\.\\./)+)(${names.join('|')})/`;
}

function importRules(patterns, paths = []) {
  // A dynamic import and an import type are imports too.
  const syntax = patterns.flatMap(({ regex, message }) => {
    const literal = regex.replaceAll('/', '\\/');
    return [
      { selector: `ImportExpression > Literal[value=/${literal}/]`, message },
      { selector: `TSImportType Literal[value=/${literal}/]`, message },
    ];
  });
  return {
    'no-restricted-imports': 'off',
    '@typescript-eslint/no-restricted-imports': ['error', { patterns, paths }],
    'no-restricted-syntax': ['error', ...syntax],
  };
}

function forbidden(folder) {
  const names = FOLDERS.filter((name) => name !== folder && !MAY_IMPORT[folder].includes(name));
  if (names.length === 0) return [];
  const allowed = MAY_IMPORT[folder].join(', ') || 'nothing of src/lib';
  const message = `${folder} may import ${allowed} (docs/architecture.md).`;
  return [{ regex: folderPattern(names), message }];
}

const ROUTES = {
  regex: '(^|/)routes/',
  message: 'src/lib does not know the routes.',
};

function folderWall(folder) {
  const isPure = ['model', 'sim', 'layout', 'scene'].includes(folder);
  const patterns = [...NEVER, ROUTES, ...forbidden(folder), ...(isPure ? [FRAMEWORK] : [])];
  return {
    name: `strata/wall/${folder}`,
    files: [`src/lib/${folder}/**/*.{ts,svelte}`],
    ignores: TESTS,
    rules: importRules(patterns, isPure ? [D3_THAT_TOUCHES_THE_DOM] : []),
  };
}

/** Flat-config objects; they must come after the general ones. */
export const importWalls = [
  {
    name: 'strata/everywhere',
    files: ['src/**/*.{ts,svelte}', 'tests/**/*.ts'],
    rules: { ...importRules(NEVER), 'no-restricted-properties': ['error', RANDOM] },
  },
  ...FOLDERS.map(folderWall),
  {
    name: 'strata/wall/gsap',
    files: ['src/lib/animation/timeline-driver.ts'],
    rules: importRules([
      ...NEVER.filter(({ regex }) => !regex.includes('gsap')),
      ROUTES,
      ...forbidden('animation'),
    ]),
  },
  {
    name: 'strata/wall/embed-protocol',
    files: ['src/lib/embed/protocol.ts'],
    rules: importRules([
      ...NEVER,
      ROUTES,
      FRAMEWORK,
      {
        regex: folderPattern(FOLDERS.filter((name) => name !== 'model' && name !== 'embed')),
        message:
          'The embed protocol imports the model alone, so that a host can build it by itself.',
      },
    ]),
  },
  {
    name: 'strata/pure',
    files: [...PURE, ...PURE_BESIDES],
    ignores: TESTS,
    rules: { 'no-restricted-globals': ['error', ...GLOBALS_OF_THE_RIM] },
  },
];
