/** The small font files: as fonts.css wants them, and enough for every word of ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CORE_FONTS, coreFont, readFaces } from '../../.ci/core-fonts.mjs';

const LIB = new URL('../../src/lib/', import.meta.url);
const faces = await readFaces();

test.each(CORE_FONTS)('%s is what `npm run fonts` writes', async (file) => {
  const { path, bytes } = await coreFont(file);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test.each(CORE_FONTS)('%s and the rest of its family have no character in common', (file) => {
  const core = new Set(faces.get(file)?.characters);
  const rest = faces.get(file.replace('-core', ''))?.characters ?? [];
  expect(core.size).toBeGreaterThan(100);
  expect(rest.length).toBeGreaterThan(100);
  expect(rest.filter((one) => core.has(one))).toEqual([]);
});

test('both families have the same letters in their files', () => {
  for (const part of ['', '-core']) {
    const [next, mono] = ['next', 'mono'].map((name) => faces.get(`${name}${part}.woff2`));
    expect(next?.characters.length).toBeGreaterThan(100);
    expect(mono).toEqual(next);
  }
});

test('no word of ours needs the rest', () => {
  const rest = new Set(faces.get('next.woff2')?.characters);
  const needing = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|json|md|svelte)$/.test(name) && !name.includes('.test.'))
    .flatMap((name) =>
      [...new Set(readFileSync(new URL(name, LIB), 'utf8'))]
        .filter((one) => rest.has(one))
        .map((one) => `${name}: ${one}`),
    );
  expect(needing).toEqual([]);
});
