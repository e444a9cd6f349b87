/** House rules about the files themselves, which no linter sees. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

const sources = await listFiles('src');
const markdown = [
  ...(await listFiles('docs')),
  ...(await readdir(ROOT)).filter((name) => name.endsWith('.md')),
].filter((file) => file.endsWith('.md'));

/** Targets of the links and pictures of a Markdown text, without those outside of the project. */
function localLinks(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(https?:|mailto:|#)/.test(target));
}

describe('names', () => {
  test('no file or folder has a name that says nothing, or means something to SvelteKit', () => {
    const bad = /(^|\/)(utils?|helpers?|common|server|remote)(\/|\.[^/]*$)/;
    const kept = sources.filter((file) => !path.basename(file).startsWith('+'));
    expect(kept.filter((file) => bad.test(file))).toEqual([]);
  });

  test('modules are kebab-case, components PascalCase', () => {
    const modules = sources.filter((file) => file.startsWith('src/lib/'));
    const wrong = modules.filter((file) => {
      const name = path.basename(file);
      if (name.endsWith('.svelte')) return !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(name);
      return name.endsWith('.ts') && !/^[a-z0-9-]+(\.[a-z]+)*\.ts$/.test(name);
    });
    expect(wrong).toEqual([]);
  });
});

describe('package-lock.json', () => {
  test('names no registry, so that any may be used', async () => {
    const text = await readFile(path.join(ROOT, 'package-lock.json'), 'utf8');
    expect(text).not.toContain('"resolved": "http');
  });

  test('lists each optional package of its packages, or npm ci refuses it', async () => {
    const text = await readFile(path.join(ROOT, 'package-lock.json'), 'utf8');
    const lock = JSON.parse(text) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const places = new Set(Object.keys(lock.packages));
    const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) =>
          !places.has(`${place}/node_modules/${name}`) && !places.has(`node_modules/${name}`),
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('documents', () => {
  test.each(markdown)('%s links to files that exist', async (file) => {
    const text = await readFile(path.join(ROOT, file), 'utf8');
    const dead = localLinks(text).filter((target) => {
      const [place = ''] = target.split('#');
      return !existsSync(path.join(ROOT, path.dirname(file), place));
    });
    expect(dead).toEqual([]);
  });
});
