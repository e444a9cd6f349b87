/** What is put into one chunk by its folder must be wanted where that chunk is loaded. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { FRAME_STAGE, STAGE } from '../../vite.config.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Of these folders a page imports what it needs; what pictures are drawn with comes with their lens. */
const STATIC = /^src\/lib\/(?:state|content|ui)\//;

/** The scripts in a file, without types. */
function codeOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  const script = file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code).join('\n')
    : text;
  const compilerOptions = { verbatimModuleSyntax: true, target: ts.ScriptTarget.ESNext };
  return ts.transpileModule(script, { compilerOptions }).outputText;
}

const STATIC_IMPORT = /^(?:import|export)\b[^;'"()]*['"]([^'"]+)['"]/gm;
const ANY_IMPORT = /\b(?:import|export)\b[^;'"]*['"]([^'"]+)['"]/g;

function importsOf(file: string, pattern: RegExp): readonly string[] {
  if (!/\.(?:ts|svelte)$/.test(file)) return [];
  return [...codeOf(file).matchAll(pattern)].flatMap(([, name = '']) => {
    const [plain = ''] = name.split('?');
    if (plain.startsWith('#lib/')) return [path.join(ROOT, 'src/lib', plain.slice(5))];
    return plain.startsWith('.') ? [path.join(path.dirname(file), plain)] : [];
  });
}

/** All that a file imports, all the way down, as paths from the root. */
function reachedFrom(entry: string, pattern = STATIC_IMPORT): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [path.join(ROOT, entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const name = path.relative(ROOT, file);
    if (seen.has(name) || !existsSync(file)) continue;
    seen.add(name);
    waiting.push(...importsOf(file, pattern));
  }
  return seen;
}

const files = readdirSync(path.join(ROOT, 'src/lib'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/lib/${name}`)
  .filter((name) => STATIC.test(name) && /(?<!\.test|\.fixture)\.(?:ts|svelte)$/.test(name));

/** Files that come with a page's first chunk although the page wants them later, if ever. */
function dragged(entry: string, chunk: RegExp): readonly string[] {
  const wanted = reachedFrom(entry);
  const everWanted = reachedFrom(entry, ANY_IMPORT);
  expect(everWanted.size).toBeGreaterThan(wanted.size);
  return files.filter((name) => chunk.test(name) && everWanted.has(name) && !wanted.has(name));
}

test('the chunk of every page of pictures holds nothing that Explore does not start with', () => {
  const wanted = reachedFrom('src/lib/ui/explore/ExploreShell.svelte');
  expect(wanted.size).toBeGreaterThan(100);
  expect(files.filter((name) => STAGE.test(name) && !wanted.has(name))).toEqual([]);
});

test('the chunk of frames holds nothing that a frame does not start with', () => {
  expect(dragged('src/routes/embed/[[scene]]/wake.ts', FRAME_STAGE)).toEqual([]);
});
