/**
 * Builds `@strata/embed`, what other pages take to show, drive and hear a picture: two modules without
 * dependencies, both as one classic script, their types, and the files that make a package of them. The site serves the same files,
 * and once more under `v1/`: that address stays what it is as long as version 1 of the messages is spoken.
 */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, runPackage } from './run-command.mjs';

const SOURCE = path.join(ROOT, 'src/lib/embed');
const MODULES = ['embed', 'element'];
/** What a page loads without `type="module"`; its global is `strata`. */
const CLASSIC = 'strata';
/** Declarations that make up the package's types: where `tsc` puts them, and what they are called. */
const TYPES = ['sdk/embed.d.ts', 'sdk/element.d.ts', 'messages.d.ts'];

/** Each file whole: a page needs one, and one request. */
async function bundle(name, dir) {
  const isClassic = name === CLASSIC;
  // Not above: a fresh clone reads this file before anything is installed.
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'es2022',
      outDir: dir,
      emptyOutDir: false,
      // Vite leaves the white space of a library to whoever bundles it; pages load this one as it is.
      rolldownOptions: { output: { minify: true } },
      lib: {
        entry: path.join(SOURCE, 'sdk', `${isClassic ? 'classic' : name}.ts`),
        formats: [isClassic ? 'iife' : 'es'],
        name: CLASSIC,
        fileName: () => `${name}.js`,
      },
    },
    ...(isClassic && { define: { 'import.meta.url': 'document.currentScript.src' } }),
  });
}

/** Types as a package has them: side by side, and naming each other as modules. */
async function declare(dir) {
  const cache = path.join(ROOT, '.cache');
  await mkdir(cache, { recursive: true });
  const emitted = await mkdtemp(path.join(cache, 'sdk-types-'));
  try {
    const project = path.join(ROOT, 'src/lib/tsconfig.sdk.json');
    const code = await runPackage('typescript/bin/tsc', ['-p', project, '--outDir', emitted]);
    if (code !== 0) throw new Error('The types of the SDK could not be made; see above.');
    for (const file of TYPES) {
      const text = await readFile(path.join(emitted, file), 'utf8');
      const named = text.replace(/(['"])\.{1,2}\/([\w-]+)\.ts\1/g, `$1./$2.js$1`);
      await writeFile(path.join(dir, path.basename(file)), named);
    }
  } finally {
    await rm(emitted, { recursive: true, force: true });
  }
}

async function describe(dir) {
  const site = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const entry = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  const description = {
    name: '@strata/embed',
    version: site.version,
    description: 'Shows a Strata picture in a page, drives it and listens to it.',
    license: site.license,
    type: 'module',
    main: './embed.js',
    types: './embed.d.ts',
    exports: {
      '.': entry('embed'),
      './element': entry('element'),
      './package.json': './package.json',
    },
    sideEffects: ['./element.js', './strata.js'],
    files: [...MODULES, CLASSIC].map((name) => `${name}.js`).concat('*.d.ts'),
  };
  await writeFile(path.join(dir, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
  await copyFile(path.join(SOURCE, 'sdk/README.md'), path.join(dir, 'README.md'));
  await copyFile(path.join(ROOT, 'LICENSE'), path.join(dir, 'LICENSE'));
}

/**
 * @param {string} dir folder that becomes the package; what was in it is removed
 * @throws {Error} when a module or its types cannot be built
 */
export async function buildSdk(dir) {
  await rm(dir, { recursive: true, force: true });
  await mkdir(path.join(dir, 'v1'), { recursive: true });
  for (const name of [...MODULES, CLASSIC]) {
    await bundle(name, dir);
    await copyFile(path.join(dir, `${name}.js`), path.join(dir, 'v1', `${name}.js`));
  }
  await declare(dir);
  await describe(dir);
}
