/** The figures as a table, on the screen and in docs/performance.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ what: string, value: string, limit: string, isOver: boolean }} Row
 */

const FILE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const BEGIN = '<!-- figures -->';
const END = '<!-- /figures -->';

/**
 * @param {string} what
 * @param {number} value
 * @param {{ limit?: number, unit?: string, digits?: number }} [options] without a limit the row informs
 * @returns {Row}
 */
export function row(what, value, { limit, unit = '', digits = 0 } = {}) {
  const format = (number) => `${number.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;
  return {
    what,
    value: format(value),
    limit: limit === undefined ? '' : `≤ ${format(limit)}`,
    isOver: limit !== undefined && value > limit,
  };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

function verdict({ limit, isOver }) {
  if (isOver) return 'OVER';
  return limit === '' ? '' : 'ok';
}

/** @param {readonly Row[]} rows */
function toCells(rows) {
  const cells = rows.map((item) => [item.what, item.value, item.limit, verdict(item)]);
  return [['What', 'Value', 'Limit', ''], ...cells];
}

/** A rule in Markdown has three dashes at least. */
const LEAST_WIDTH = 3;

function pad(cells) {
  const widths = cells[0].map((_, column) =>
    Math.max(LEAST_WIDTH, ...cells.map((line) => line[column].length)),
  );
  return cells.map((line) => line.map((text, column) => text.padEnd(widths[column])));
}

/** @param {readonly Row[]} rows */
export function printRows(rows) {
  console.log(
    `\n${pad(toCells(rows))
      .map((line) => line.join('  ').trimEnd())
      .join('\n')}\n`,
  );
  const over = rows.filter((item) => item.isOver).length;
  console.log(over === 0 ? 'Every value is within its limit.' : `${over} OVER the limit.`);
}

/** Puts the table between the markers of docs/performance.md. @param {readonly Row[]} rows */
export async function writeRows(rows, browserVersion) {
  const text = await readFile(FILE, 'utf8');
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`docs/performance.md has lost its markers ${BEGIN}`);
  const [head, ...body] = pad(toCells(rows)).map((line) => `| ${line.join(' | ')} |`);
  const rule = head.replace(/[^|]/g, '-').replaceAll('|-', '| ').replaceAll('-|', ' |');
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), no GPU needed`;
  const table = [head, rule, ...body].join('\n');
  const note = `Measured ${day}, Chromium ${browserVersion}, Node ${process.versions.node}, ${machine}.`;
  const block = `${BEGIN}\n\n${note}\n\n${table}\n\n${END}`;
  await writeFile(FILE, text.slice(0, from) + block + text.slice(to + END.length));
  console.log('Written to docs/performance.md.');
}
