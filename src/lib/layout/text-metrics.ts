/**
 * Text widths from the bundled font's advance table: pure, the same on every machine, and ready before
 * the font has loaded.
 */
import { FONT_ADVANCES, FONT_CHARS, FONT_WEIGHTS } from './font-metrics.ts';

const INDEX = new Map([...FONT_CHARS].map((char, index) => [char, index]));
/** A character outside the table (another script) is taken to be as wide as an em. */
const UNKNOWN_ADVANCE = 1000;

/**
 * @param text one line
 * @param sizePx font size
 * @param weight 200 to 800; between the measured weights the width is interpolated
 * @returns the width in px, kerning left out
 */
export function textWidth(text: string, sizePx: number, weight: number): number {
  const clamped = Math.min(800, Math.max(400, weight));
  const upper = FONT_WEIGHTS.findIndex((known) => known >= clamped);
  const lower = Math.max(0, FONT_WEIGHTS[upper] === clamped ? upper : upper - 1);
  const from = FONT_WEIGHTS[lower] ?? 400;
  const to = FONT_WEIGHTS[upper] ?? from;
  const share = to === from ? 0 : (clamped - from) / (to - from);
  let sum = 0;
  for (const char of text) {
    const index = INDEX.get(char);
    const a = index === undefined ? UNKNOWN_ADVANCE : (FONT_ADVANCES[lower]?.[index] ?? 0);
    const b = index === undefined ? UNKNOWN_ADVANCE : (FONT_ADVANCES[upper]?.[index] ?? a);
    sum += a + (b - a) * share;
  }
  return (sum * sizePx) / 1000;
}

/**
 * Breaks text into lines at spaces, greedily.
 * @returns null when a single word is wider than `maxWidthPx` or more than `maxLines` are needed
 */
export function wrapText(
  text: string,
  sizePx: number,
  weight: number,
  maxWidthPx: number,
  maxLines: number,
): readonly string[] | null {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(joined, sizePx, weight) <= maxWidthPx) {
      lines[lines.length - 1] = joined;
      continue;
    }
    if (textWidth(word, sizePx, weight) > maxWidthPx || lines.length === maxLines) return null;
    lines.push(word);
  }
  return lines;
}
