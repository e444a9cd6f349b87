/** The small font files as their style sheet wants them: which characters, which weights. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import subsetFont from 'subset-font';
import { ROOT } from './run-command.mjs';

const DIR = path.join(ROOT, 'src/lib/ui/fonts');
export const CORE_FONTS = ['next-core.woff2', 'mono-core.woff2'];

/** `U+20-7E, U+A0` → every character of it. */
function charactersOf(range) {
  return range.split(',').flatMap((part) => {
    const [from, to = from] = part
      .trim()
      .replace(/^U\+/, '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
  });
}

/**
 * @returns {Promise<ReadonlyMap<string, { characters: readonly string[], weights: readonly [number, number] }>>}
 *   the faces of fonts.css by file
 */
export async function readFaces() {
  const css = await readFile(path.join(DIR, 'fonts.css'), 'utf8');
  return new Map(
    [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, face]) => {
      const [, file] = /url\('\.\/([^']+)'\)/.exec(face);
      const [, least, most] = /font-weight: (\d+) (\d+);/.exec(face);
      const [, range] = /unicode-range:([^;]+);/.exec(face);
      return [file, { characters: charactersOf(range), weights: [Number(least), Number(most)] }];
    }),
  );
}

/**
 * @param {string} file one of CORE_FONTS
 * @returns {Promise<{ path: string, bytes: Buffer, fromBytes: number }>} where it lies and what is to be in it
 */
export async function coreFont(file) {
  const whole = await readFile(path.join(DIR, file.replace('-core', '')));
  const { characters, weights } = (await readFaces()).get(file);
  const bytes = await subsetFont(whole, characters.join(''), {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: weights[0], max: weights[1] } },
  });
  return { path: path.join(DIR, file), bytes, fromBytes: whole.length };
}
