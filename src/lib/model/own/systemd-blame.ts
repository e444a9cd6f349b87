/** `systemd-analyze blame`: how long each unit took to start, slowest first. */
import { makeNumber } from './make-number.ts';
import { OwnFindings, shorten, type OwnReading } from './own-issue.ts';
import { printedLines } from './own-lines.ts';
import { parseDuration } from './own-quantity.ts';

const UNIT = String.raw`\S+\.(?:service|device|mount|automount|socket|target|swap|timer|path|slice|scope)`;
const ROW = new RegExp(String.raw`^\s*(\S.*?)\s+(${UNIT})\s*$`);

/** @returns whether a line is a row of the list */
export function isBlameRow(line: string): boolean {
  const [, duration = ''] = ROW.exec(line) ?? [];
  return /^\d[\d.,]*\s?(?:ms|s|us|min|h|d)\b/.test(duration);
}

/** Reads what `systemd-analyze blame` prints. Never throws. */
export function parseSystemdBlame(text: string): OwnReading {
  const findings = new OwnFindings();
  for (const { line, text: content } of printedLines(text)) {
    const [, duration, what] = ROW.exec(content) ?? [];
    if (duration === undefined || what === undefined) {
      findings.issue(line, { code: 'not-a-row', found: shorten(content) });
      continue;
    }
    const typical = parseDuration(duration);
    if (typeof typical !== 'number') findings.issue(line, { ...typical, field: what });
    else {
      findings.take(
        makeNumber({ kind: 'other', what, typical, unit: 'ms', tool: 'systemd-blame' }),
        line,
      );
    }
  }
  return findings.reading();
}
