import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importWalls } from './.ci/import-walls.js';

/** Sizes at which a file or function has to be cut; data and tests may be long. */
const sizes = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
};

export default defineConfig(
  globalIgnores(['build/', '**/.svelte-kit/', '.cache/', 'test-results/', 'playwright-report/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommended,
  tseslint.configs.stylistic,
  svelte.configs.recommended,
  {
    name: 'strata/svelte-parser',
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    name: 'strata/general',
    rules: {
      ...sizes,
      eqeqeq: 'error',
      'no-var': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'prefer-const': 'error',
      'no-self-compare': 'error',
      'no-constant-condition': 'error',
      'no-fallthrough': 'error',
      'no-unreachable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // `typeof import('…')` is how a module that is loaded later gets its type.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        // `const { dropped: _dropped, ...rest }` is how a key is left out.
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    name: 'strata/svelte',
    files: ['**/*.svelte'],
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Props are taken apart with `let`; a rune's answer is not a constant.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$derived'] }],
      // A component's script is one function to the parser.
      'max-lines-per-function': 'off',
    },
  },
  {
    name: 'strata/state',
    files: ['src/**/*.{ts,svelte}'],
    rules: {
      // Lookups are plain Maps, replaced whole or not reactive at all: see the style of `state/`.
      'svelte/prefer-svelte-reactivity': 'off',
      // Only the query of the present address is ever pushed or replaced.
      'svelte/no-navigation-without-resolve': [
        'error',
        { ignorePushState: true, ignoreReplaceState: true },
      ],
    },
  },
  {
    name: 'strata/long-by-nature',
    files: ['**/*.test.ts', 'tests/**/*.{ts,mjs}', 'src/lib/content/**/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  importWalls,
);
