/** The measuring kit's file, format 1: single runs per measurement, with the machine they ran on. */
import { OWN_KINDS, type OwnNumber } from '../own-numbers.ts';
import { readJson, textAt, type JsonNode, type JsonObject } from './json-tree.ts';
import { endsOfRuns, makeNumber } from './make-number.ts';
import {
  OwnFindings,
  shorten,
  type IssueData,
  type OwnContext,
  type OwnIssue,
  type OwnReading,
} from './own-issue.ts';
import { checkNumber, findUnit, tidy, UNITS_TO_NAME } from './own-quantity.ts';

/** The only format there is so far. */
const FORMAT = 1;
const MAX_RUNS = 1000;

/** The reader's word for the machine, else what the kit saw of it. */
function machineOf(kit: JsonObject): string {
  const machine = kit.entries.get('machine');
  if (machine?.kind !== 'object') return '';
  const name = textAt(machine, 'name')?.trim() ?? '';
  if (name !== '') return name;
  return ['cpu', 'os', 'kernel']
    .map((key) => textAt(machine, key)?.trim() ?? '')
    .filter((part) => part !== '')
    .join(', ');
}

function valuesOf(node: JsonNode | undefined): readonly number[] | OwnIssue | IssueData {
  if (node?.kind !== 'array' || node.items.length === 0)
    return { code: 'missing', field: 'values' };
  if (node.items.length > MAX_RUNS) {
    return { line: node.line, code: 'too-many', field: 'values', count: node.items.length };
  }
  const values: number[] = [];
  for (const item of node.items) {
    const found = item.kind === 'text' || item.kind === 'word' ? String(item.value) : item.kind;
    const value =
      item.kind === 'number'
        ? checkNumber(item.value, 'values')
        : ({ code: 'not-a-number', field: 'values', found: shorten(found) } as const);
    if (typeof value !== 'number') return { line: item.line, ...value };
    values.push(value);
  }
  return values;
}

function readMeasurement(
  node: JsonObject,
  machine: string,
  context: OwnContext,
  warn: (data: IssueData) => void,
): OwnNumber | OwnIssue | IssueData {
  const runs = valuesOf(node.entries.get('values'));
  if ('code' in runs) return runs;
  const unit = findUnit(textAt(node, 'unit') ?? '?');
  if (unit === undefined) {
    const found = shorten(textAt(node, 'unit') ?? '');
    return { code: 'unknown-unit', found, expected: UNITS_TO_NAME };
  }
  const name = textAt(node, 'kind') ?? 'other';
  const kind = OWN_KINDS.find((one) => one === name);
  if (kind === undefined) {
    return { code: 'unknown-kind', found: shorten(name), expected: OWN_KINDS.join(', ') };
  }
  const ref = textAt(node, 'stack') ?? '';
  const isStack = ref !== '' && context.isStack(ref);
  if (ref !== '' && !isStack) warn({ code: 'unknown-stack', found: shorten(ref) });
  const { low, typical, high } = endsOfRuns(runs.map((value) => tidy(value * unit.factor)));
  return makeNumber({
    kind,
    stack: isStack ? ref : null,
    what: textAt(node, 'what') ?? textAt(node, 'id') ?? '',
    typical,
    // One run has no range.
    ...(runs.length > 1 && { low, high }),
    unit: unit.unit,
    runs: runs.length,
    machine,
    tool: 'kit',
  });
}

function readSkipped(kit: JsonObject, findings: OwnFindings): void {
  const skipped = kit.entries.get('skipped');
  if (skipped?.kind !== 'array') return;
  for (const node of skipped.items) {
    if (node.kind !== 'object') continue;
    const [what, why] = [textAt(node, 'what') ?? '', textAt(node, 'why') ?? ''];
    findings.warn(node.line, { code: 'skipped', found: shorten(what), expected: shorten(why) });
  }
}

function readKit(kit: JsonNode, context: OwnContext, findings: OwnFindings): void {
  if (kit.kind !== 'object' || textAt(kit, 'strata') !== 'measurements') {
    return findings.issue(kit.line, { code: 'missing', field: 'strata' });
  }
  const format = kit.entries.get('format');
  if (format?.kind !== 'number' || format.value !== FORMAT) {
    const found = format?.kind === 'number' ? String(format.value) : '';
    return findings.issue(format?.line ?? kit.line, {
      code: 'kit-format',
      found,
      expected: String(FORMAT),
    });
  }
  const measurements = kit.entries.get('measurements');
  if (measurements?.kind !== 'array') {
    return findings.issue(kit.line, { code: 'missing', field: 'measurements' });
  }
  const machine = machineOf(kit);
  for (const node of measurements.items) {
    if (node.kind !== 'object') findings.issue(node.line, { code: 'not-a-row', found: node.kind });
    else {
      const warn = (data: IssueData): void => findings.warn(node.line, data);
      const read = readMeasurement(node, machine, context, warn);
      if ('line' in read) findings.issues.push(read);
      else findings.take(read, node.line);
    }
  }
  readSkipped(kit, findings);
}

/** Reads the measuring kit's file. Never throws. */
export function parseKit(text: string, context: OwnContext): OwnReading {
  const findings = new OwnFindings();
  const { values, issue } = readJson(text);
  if (issue !== null) findings.issues.push(issue);
  for (const value of values) readKit(value, context, findings);
  return findings.reading();
}
