/** Recognises what was pasted, and reads it. */
import { MAX_OWN_NUMBERS } from '../own-numbers.ts';
import {
  isImagesHeader,
  isImagesRow,
  parseDockerImages,
  parseDockerImagesJson,
} from './docker-images.ts';
import { isStatsHeader, parseDockerStats, parseDockerStatsJson } from './docker-stats.ts';
import { parseHyperfine, parseHyperfineCsv } from './hyperfine.ts';
import { readJson } from './json-tree.ts';
import { parseKit } from './kit.ts';
import { isCsvHeader, parseOwnCsv } from './own-csv.ts';
import {
  shorten,
  type IssueData,
  type OwnContext,
  type OwnIssue,
  type OwnReading,
} from './own-issue.ts';
import { linesOf, printedLines } from './own-lines.ts';
import { parseSystemdAnalyze } from './systemd-analyze.ts';
import { isBlameRow, parseSystemdBlame } from './systemd-blame.ts';

/** What can be read, by the name under which a reader is told. */
export const OWN_FORMATS = [
  'hyperfine-json',
  'hyperfine-csv',
  'systemd-analyze',
  'systemd-blame',
  'docker-images',
  'docker-images-json',
  'docker-stats',
  'docker-stats-json',
  'kit',
  'csv',
] as const;
export type OwnFormat = (typeof OWN_FORMATS)[number];

/** Longest text that is looked at, in characters. */
export const MAX_PASTE_LENGTH = 1_000_000;

const PARSERS: Readonly<Record<OwnFormat, (text: string, context: OwnContext) => OwnReading>> = {
  'hyperfine-json': parseHyperfine,
  'hyperfine-csv': parseHyperfineCsv,
  'systemd-analyze': parseSystemdAnalyze,
  'systemd-blame': parseSystemdBlame,
  'docker-images': parseDockerImages,
  'docker-images-json': parseDockerImagesJson,
  'docker-stats': parseDockerStats,
  'docker-stats-json': parseDockerStatsJson,
  kit: parseKit,
  csv: parseOwnCsv,
};

type Detected =
  | { readonly ok: true; readonly format: OwnFormat }
  | { readonly ok: false; readonly issue: OwnIssue };

function no(line: number | null, data: IssueData): Detected {
  return { ok: false, issue: { line, ...data } };
}

/** Of JSON the keys tell; they are looked for in the text, so that a file cut off is recognised too. */
function detectJson(text: string, line: number): Detected {
  const head = text.slice(0, 20_000);
  const has = (key: string): boolean => head.includes(`"${key}"`);
  const { values, issue } = readJson(text);
  const format: OwnFormat | null =
    /"strata"\s*:\s*"measurements"/.test(head) || (has('measurements') && has('machine'))
      ? 'kit'
      : has('MemUsage') || has('mem_usage')
        ? 'docker-stats-json'
        : has('Size') && (has('Repository') || has('RepoTags') || has('repository'))
          ? 'docker-images-json'
          : has('results') || (has('command') && has('median'))
            ? 'hyperfine-json'
            : null;
  if (format !== null) return { ok: true, format };
  if (issue !== null && values.length === 0) return { ok: false, issue };
  const [first] = values;
  const keys = first?.kind === 'object' ? [...first.entries.keys()].slice(0, 6) : [];
  return no(line, { code: 'unknown-json', found: shorten(keys.join(', ')) });
}

function detectText(text: string): Detected {
  const lines = printedLines(text);
  const [first] = lines;
  if (first === undefined) return no(null, { code: 'empty' });
  const some = (test: (line: string) => boolean): boolean => lines.some((line) => test(line.text));
  if (some(isImagesHeader)) return { ok: true, format: 'docker-images' };
  if (some(isStatsHeader)) return { ok: true, format: 'docker-stats' };
  if (/^command,mean,stddev,/.test(first.text)) return { ok: true, format: 'hyperfine-csv' };
  if (/Startup finished in |Bootup is not yet finished/.test(text)) {
    return { ok: true, format: 'systemd-analyze' };
  }
  if (isCsvHeader(first.text)) return { ok: true, format: 'csv' };
  if (some(isBlameRow)) return { ok: true, format: 'systemd-blame' };
  if (some(isImagesRow)) return { ok: true, format: 'docker-images' };
  if (/Time \((?:mean|abs)|Benchmark #?\d+:/.test(text)) {
    return no(first.line, { code: 'hyperfine-text', found: shorten(first.text) });
  }
  return no(first.line, { code: 'unknown-format', found: shorten(first.text) });
}

/** @returns which format a text is in, or what was found instead and on which line. Never throws. */
export function detectFormat(text: string): Detected {
  if (text.length > MAX_PASTE_LENGTH) {
    return no(null, { code: 'too-long', count: MAX_PASTE_LENGTH });
  }
  const first = linesOf(text).find((line) => line.text.trim() !== '');
  if (first === undefined) return no(null, { code: 'empty' });

  const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/;
  const bad = linesOf(text).find((line) => binary.test(line.text));
  if (bad !== undefined) return no(bad.line, { code: 'binary', found: shorten(bad.text, 24) });
  const start = first.text.trimStart();
  if (/^<(?:!doctype|\?xml|html|head|body|div|pre|table|p|span)\b/i.test(start)) {
    return no(first.line, { code: 'html', found: shorten(start) });
  }
  // A line of a prompt may stand before JSON.
  const printed = printedLines(text)[0]?.text.trimStart() ?? '';
  return /^[[{]/.test(start) || /^[[{]/.test(printed)
    ? detectJson(text, first.line)
    : detectText(text);
}

/** Keeps the first {@link MAX_OWN_NUMBERS}. */
function limited(reading: OwnReading): OwnReading {
  const count = reading.numbers.length;
  if (count <= MAX_OWN_NUMBERS) return reading;
  return {
    ...reading,
    numbers: reading.numbers.slice(0, MAX_OWN_NUMBERS),
    warnings: [...reading.warnings, { line: null, code: 'too-many', count }],
  };
}

/** A text as far as it could be read; `format` is null when it was not recognised. */
export type OwnPaste = OwnReading & { readonly format: OwnFormat | null };

/**
 * Reads what a reader pasted or what a file holds.
 * @returns numbers, or what is wrong and on which line. Never throws.
 */
export function readOwn(text: string, context: OwnContext): OwnPaste {
  const detected = detectFormat(text);
  if (!detected.ok) {
    return { ok: false, format: null, issues: [detected.issue], numbers: [], warnings: [] };
  }
  const { format } = detected;
  return { ...limited(PARSERS[format](text, context)), format };
}
