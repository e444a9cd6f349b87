/** `docker stats --no-stream`: memory in use per container, as a table or as JSON. */
import { readJson, textAt } from './json-tree.ts';
import { makeNumber } from './make-number.ts';
import { OwnFindings, shorten, type OwnReading } from './own-issue.ts';
import { printedLines } from './own-lines.ts';
import { parseBytes } from './own-quantity.ts';

const BYTES_PER_MIB = 2 ** 20;
const HEADER = /^\s*(?:CONTAINER|ID)\b.*\bMEM USAGE\s?\/\s?LIMIT\b/;
const AMOUNT = String.raw`(?:[-+]?[\d.,]+\s?[^\s\d/]*|--)`;
/** The first pair of the row is memory in use and its limit; network and disks come behind it. */
const PAIR = new RegExp(String.raw`(?:^|\s)(${AMOUNT})\s?\/\s?(${AMOUNT})(?=\s|$)`);

/** @returns whether a line is the header of such a table */
export function isStatsHeader(line: string): boolean {
  return HEADER.test(line);
}

/** Takes the part before the slash, `12.3MiB / 7.7GiB`. */
function take(findings: OwnFindings, line: number, what: string, usage: string): void {
  const used = usage.split('/')[0]?.trim() ?? '';
  const bytes = used === '--' ? 0 : parseBytes(used, 'MEM USAGE');
  if (typeof bytes !== 'number') findings.issue(line, bytes);
  // No container gets by without memory: a zero says that it is not counted.
  else if (bytes === 0) findings.warn(line, { code: 'not-counted', found: shorten(what) });
  else {
    const typical = bytes / BYTES_PER_MIB;
    findings.take(
      makeNumber({ kind: 'memory', what, typical, unit: 'MiB', tool: 'docker-stats' }),
      line,
    );
  }
}

/** Reads the table. Never throws. */
export function parseDockerStats(text: string): OwnReading {
  const findings = new OwnFindings();
  const lines = printedLines(text);
  const first = lines.findIndex((line) => isStatsHeader(line.text));
  const hasName = /\bNAME/.test(lines[first]?.text ?? '');
  for (const { line, text: content } of lines.slice(first + 1)) {
    // Stats of several calls, one after the other.
    if (isStatsHeader(content)) continue;
    const [id = '', name = ''] = content.trim().split(/\s+/);
    const usage = PAIR.exec(content.trim().slice(id.length));
    if (usage === null) findings.issue(line, { code: 'not-a-row', found: shorten(content) });
    else take(findings, line, hasName && name !== '--' ? name : id, usage[0]);
  }
  return findings.reading();
}

/** Reads JSON lines, objects in a row, or an array of them. Never throws. */
export function parseDockerStatsJson(text: string): OwnReading {
  const findings = new OwnFindings();
  const { values, issue } = readJson(text);
  for (const node of values.flatMap((value) => (value.kind === 'array' ? value.items : [value]))) {
    if (node.kind !== 'object') {
      findings.issue(node.line, { code: 'not-a-row', found: node.kind });
      continue;
    }
    const usage = textAt(node, 'MemUsage', 'mem_usage');
    const name = textAt(node, 'Name', 'name') ?? textAt(node, 'Container', 'ID', 'id') ?? '';
    if (usage === undefined) findings.issue(node.line, { code: 'missing', field: 'MemUsage' });
    else take(findings, node.entries.get('MemUsage')?.line ?? node.line, name, usage);
  }
  if (issue !== null) findings.issues.push(issue);
  return findings.reading();
}
