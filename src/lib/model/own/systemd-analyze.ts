/** `systemd-analyze [time]` and the same sentence in the journal: how long a start took, phase by phase. */
import { OWN_PHASES, type OwnPhase } from '../own-numbers.ts';
import { makeNumber } from './make-number.ts';
import { OwnFindings, shorten, type IssueData, type OwnReading } from './own-issue.ts';
import { printedLines } from './own-lines.ts';
import { DURATION, parseDuration } from './own-quantity.ts';

const FINISHED = /Startup finished in (.+)$/;
const UNFINISHED = /Bootup is not yet finished/;
const REACHED = new RegExp(String.raw`(\S+\.target) reached (?:after|in) (${DURATION})`);
const PART = /^(.+?)\s*\(([^()]+)\)$/;
/** Phases and total are rounded one by one, ms. */
const ROUNDING_MS = 5;

interface Start {
  readonly totalMs: number;
  readonly phases: readonly OwnPhase[];
}

/** One addend, `11.894s (userspace)`, or a bare duration, which has no name. */
function readPart(text: string): { readonly ms: number; readonly name: string } | IssueData {
  const [, duration = text, name = ''] = PART.exec(text.trim()) ?? [];
  const ms = parseDuration(duration);
  return typeof ms === 'number' ? { ms, name } : ms;
}

/** The addends and the total of the sentence; phases only if all are known. */
function readStart(sentence: string, warn: (data: IssueData) => void): Start | IssueData {
  const [sum = '', total] = sentence.replace(/[.`\s]+$/, '').split(/\s=\s/);
  const phases: OwnPhase[] = [];
  let addedMs = 0;
  let isComplete = true;
  for (const text of sum.split(/\s\+\s/)) {
    const part = readPart(text);
    if ('code' in part) return part;
    addedMs += part.ms;
    const name = OWN_PHASES.find((phase) => phase === part.name);
    if (name !== undefined && part.ms > 0) phases.push({ name, ms: part.ms });
    else if (part.ms > 0) {
      isComplete = false;
      if (part.name !== '') warn({ code: 'unknown-phase', found: shorten(part.name) });
    }
  }
  const totalMs = total === undefined ? addedMs : parseDuration(total);
  if (typeof totalMs !== 'number') return totalMs;
  if (Math.abs(totalMs - addedMs) <= ROUNDING_MS) {
    return { totalMs, phases: isComplete ? phases : [] };
  }
  warn({ code: 'sum', found: `${Math.round(addedMs)} ms`, expected: `${Math.round(totalMs)} ms` });
  return { totalMs, phases: [] };
}

/** Reads what `systemd-analyze` prints. Lines that say something else are passed over. Never throws. */
export function parseSystemdAnalyze(text: string): OwnReading {
  const findings = new OwnFindings();
  for (const { line, text: content } of printedLines(text)) {
    const sentence = FINISHED.exec(content)?.[1];
    if (sentence !== undefined) {
      const start = readStart(sentence, (data) => findings.warn(line, data));
      if ('code' in start) findings.issue(line, start);
      else {
        const { totalMs: typical, phases } = start;
        const what = 'systemd-analyze';
        findings.take(
          makeNumber({ kind: 'start', what, typical, unit: 'ms', phases, tool: 'systemd-analyze' }),
          line,
        );
      }
      continue;
    }
    if (UNFINISHED.test(content)) findings.issue(line, { code: 'not-finished' });
    const [, target, after] = REACHED.exec(content) ?? [];
    if (target === undefined || after === undefined) continue;
    const typical = parseDuration(after);
    if (typeof typical !== 'number') continue;
    const what = `systemd-analyze: ${target}`;
    findings.take(
      makeNumber({ kind: 'other', what, typical, unit: 'ms', tool: 'systemd-analyze' }),
      line,
    );
  }
  return findings.reading();
}
