/** hyperfine's `--export-json` and `--export-csv`: how long a command takes, in seconds. */
import { csvParseRows } from 'd3';
import type { OwnNumber } from '../own-numbers.ts';
import { readJson, textAt, type JsonNode, type JsonObject } from './json-tree.ts';
import { endsOfRuns, makeNumber } from './make-number.ts';
import { OwnFindings, type IssueData, type OwnIssue, type OwnReading } from './own-issue.ts';
import { checkNumber, parseOwnNumber } from './own-quantity.ts';

const MS_PER_SECOND = 1000;

/** A number of the result, or an issue with its line; undefined: not there, or null. */
function numberAt(result: JsonObject, key: string): number | OwnIssue | undefined {
  const node = result.entries.get(key);
  if (node === undefined || (node.kind === 'word' && node.value === null)) return undefined;
  const checked =
    node.kind === 'number'
      ? checkNumber(node.value, key)
      : ({ code: 'not-a-number', field: key, found: foundOf(node) } as const);
  return typeof checked === 'number' ? checked : { line: node.line, ...checked };
}

function foundOf(node: JsonNode): string {
  return node.kind === 'text' || node.kind === 'word' ? String(node.value) : node.kind;
}

/** The single runs, if all of them are given as numbers. */
function runsOf(result: JsonObject): readonly number[] | OwnIssue | undefined {
  const times = result.entries.get('times');
  if (times?.kind !== 'array' || times.items.length === 0) return undefined;
  const runs: number[] = [];
  for (const item of times.items) {
    const value = item.kind === 'number' ? checkNumber(item.value, 'times') : null;
    if (value === null) {
      return { line: item.line, code: 'not-a-number', field: 'times', found: foundOf(item) };
    }
    if (typeof value !== 'number') return { line: item.line, ...value };
    runs.push(value);
  }
  return runs;
}

function failedRuns(result: JsonObject): number {
  const codes = result.entries.get('exit_codes');
  if (codes?.kind !== 'array') return 0;
  return codes.items.filter((code) => code.kind !== 'number' || code.value !== 0).length;
}

interface Ends {
  readonly low: number | undefined;
  readonly typical: number | undefined;
  readonly high: number | undefined;
  readonly isMean: boolean;
}

/** Least, median and most in seconds: as exported, else from the single runs, else the mean. */
function endsOf(result: JsonObject, runs: readonly number[] | undefined): Ends | OwnIssue {
  const read: Partial<Record<string, number>> = {};
  for (const key of ['min', 'median', 'mean', 'max']) {
    const value = numberAt(result, key);
    if (typeof value === 'object') return value;
    if (value !== undefined) read[key] = value;
  }
  const own = runs === undefined ? undefined : endsOfRuns(runs);
  const median = read['median'] ?? own?.typical;
  return {
    low: read['min'] ?? own?.low,
    typical: median ?? read['mean'],
    high: read['max'] ?? own?.high,
    isMean: median === undefined && read['mean'] !== undefined,
  };
}

function inMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * MS_PER_SECOND;
}

function numberFrom(
  what: string,
  { low, typical, high }: Omit<Ends, 'isMean'>,
  runs?: number,
): OwnNumber | IssueData {
  if (typical === undefined) return { code: 'missing', field: 'median' };
  return makeNumber({
    kind: 'start',
    what,
    low: inMs(low),
    typical: inMs(typical),
    high: inMs(high),
    unit: 'ms',
    runs,
    tool: 'hyperfine',
  });
}

function readResult(node: JsonNode, findings: OwnFindings): void {
  if (node.kind !== 'object') {
    findings.issue(node.line, { code: 'not-a-row', found: foundOf(node) });
    return;
  }
  const runs = runsOf(node);
  if (runs !== undefined && 'code' in runs) return void findings.issues.push(runs);
  const ends = endsOf(node, runs);
  if ('code' in ends) return void findings.issues.push(ends);
  const what = textAt(node, 'command') ?? '';
  const line = node.entries.get('command')?.line ?? node.line;
  const before = findings.numbers.length;
  findings.take(numberFrom(what, ends, runs?.length), line);
  if (findings.numbers.length === before) return;
  if (ends.isMean) findings.warn(line, { code: 'mean-used', found: what });
  const failed = failedRuns(node);
  if (failed > 0) findings.warn(line, { code: 'failed-runs', found: what, count: failed });
}

/** Reads hyperfine's JSON export. Never throws. */
export function parseHyperfine(text: string): OwnReading {
  const findings = new OwnFindings();
  const { values, issue } = readJson(text);
  if (issue !== null) findings.issues.push(issue);
  for (const value of values) {
    const results = value.kind === 'object' ? value.entries.get('results') : undefined;
    if (results?.kind !== 'array')
      findings.issue(value.line, { code: 'missing', field: 'results' });
    else for (const result of results.items) readResult(result, findings);
  }
  return findings.reading();
}

/** Reads hyperfine's CSV export. Never throws. */
export function parseHyperfineCsv(text: string): OwnReading {
  const findings = new OwnFindings();
  const [header = [], ...rows] = csvParseRows(text.trimEnd());
  let line = 1;
  for (const row of rows) {
    line += 1;
    if (row.length !== header.length) {
      findings.issue(line, { code: 'cells', count: row.length, expected: String(header.length) });
      continue;
    }
    const cell = (name: string): number | IssueData | undefined => {
      const value = row[header.indexOf(name)];
      return value === undefined || value === '' ? undefined : parseOwnNumber(value, name);
    };
    const [low, median, mean, high] = ['min', 'median', 'mean', 'max'].map(cell);
    const wrong = [low, median, mean, high].find((value) => typeof value === 'object');
    if (typeof wrong === 'object') findings.issue(line, wrong);
    else {
      const number = (value: typeof low) => (typeof value === 'number' ? value : undefined);
      const what = row[header.indexOf('command')] ?? '';
      const typical = number(median) ?? number(mean);
      findings.take(numberFrom(what, { low: number(low), typical, high: number(high) }), line);
      if (median === undefined) findings.warn(line, { code: 'mean-used', found: what });
    }
  }
  return findings.reading();
}
