/** A line of what a frame and the page around it said. */
export interface SaidLine {
  readonly key: number;
  /** `out`: the page to the frame. */
  readonly way: 'out' | 'in';
  readonly text: string;
}

const MOST_LINES = 40;

/** @returns the lines with one more, the latest first; the oldest are dropped */
export function withLine(
  lines: readonly SaidLine[],
  way: SaidLine['way'],
  text: string,
): readonly SaidLine[] {
  const key = (lines[0]?.key ?? 0) + 1;
  return [{ key, way, text }, ...lines].slice(0, MOST_LINES);
}
