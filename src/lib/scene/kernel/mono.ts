/** Widths of the bundled monospaced font, whose characters are all equally wide. */

/** Advance of one character as a share of the type size. */
const ADVANCE = 0.632;

/** @returns the width of one line, px */
export function monoWidth(text: string, sizePx: number): number {
  return [...text].length * ADVANCE * sizePx;
}

/**
 * Breaks at spaces and behind hyphens.
 * @returns null when a part is wider than `maxPx` or more than `maxLines` are needed
 */
export function monoWrap(
  text: string,
  sizePx: number,
  maxPx: number,
  maxLines: number,
): readonly string[] | null {
  const most = Math.floor(maxPx / (ADVANCE * sizePx));
  const lines: string[] = [''];
  for (const part of text.match(/[^\s-]+-?|-|\s+/g) ?? []) {
    const joined = `${lines.at(-1) ?? ''}${part}`;
    if (joined.trimEnd().length <= most) lines[lines.length - 1] = joined;
    else if (part.trim().length > most || lines.length === maxLines) return null;
    else lines.push(part.trimStart());
  }
  return lines.map((line) => line.trim());
}
