/** A number and its unit stay on one line. */
const BEFORE_UNIT = /(\d) (?=(?:ns|µs|ms|s|min|h|B|kB|MB|GB|TB|KiB|MiB|GiB|TiB|%)(?!\w))/g;

/** @returns the text with no-break spaces between numbers and units */
export function keepUnits(text: string): string {
  return text.replace(BEFORE_UNIT, '$1\u00a0');
}
