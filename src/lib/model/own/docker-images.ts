/** `docker images`, `docker image ls`, `podman images`: sizes of images, as a table or as JSON. */
import { readJson, textAt, type JsonObject } from './json-tree.ts';
import { makeNumber } from './make-number.ts';
import { OwnFindings, shorten, type OwnReading } from './own-issue.ts';
import { printedLines, type PastedLine } from './own-lines.ts';
import { checkNumber, parseBytes } from './own-quantity.ts';
import type { OwnNumber } from '../own-numbers.ts';
import type { IssueData } from './own-issue.ts';

const BYTES_PER_MB = 1e6;
const HEADER = /^\s*(?:REPOSITORY\s+TAG\b|IMAGE(?:\/TAGS)?\s+ID\s+DISK USAGE\b)/;
const ID = String.raw`(?:sha256:)?[0-9a-f]{12,64}`;
const SIZE = String.raw`[-+]?[\d.,]+\s?[^\s\d]*`;
/** REPOSITORY TAG [DIGEST] ID CREATED SIZE. */
const ROW = new RegExp(
  String.raw`^\s*(\S+)\s+(\S+)\s+(?:(?:sha256:[0-9a-f]{12,64}|<none>)\s+)?(${ID})\s+(.+?)\s+(${SIZE})(?:\s+\(virtual [^)]*\))?\s*$`,
);
/** nerdctl: the size is followed by that of the blobs. */
const ROW_WITH_BLOBS = new RegExp(
  String.raw`^\s*(\S+)\s+(\S+)\s+(${ID})\s+(.+?)\s+(${SIZE})\s+${SIZE}\s*$`,
);
/** IMAGE ID, DISK USAGE, CONTENT SIZE, EXTRA. */
const WIDE_ROW = new RegExp(String.raw`^\s*(\S+)\s+(${ID})\s+(${SIZE})\s+${SIZE}(?:\s+\S+)*\s*$`);

/** @returns whether a line is the header of such a table */
export function isImagesHeader(line: string): boolean {
  return HEADER.test(line);
}

/** @returns whether a line is a row of such a table */
export function isImagesRow(line: string): boolean {
  return ROW.test(line) || WIDE_ROW.test(line);
}

function nameOf(repository: string, tag: string, id: string): string {
  if (repository === '<none>' || repository === '') return `<none> ${id.slice(0, 19)}`;
  return tag === '<none>' || tag === ''
    ? `${repository} ${id.slice(0, 19)}`
    : `${repository}:${tag}`;
}

function imageNumber(what: string, bytes: number | IssueData): OwnNumber | IssueData {
  if (typeof bytes !== 'number') return bytes;
  const typical = bytes / BYTES_PER_MB;
  return makeNumber({ kind: 'size', what, typical, unit: 'MB', tool: 'docker-images' });
}

type ReadRow = (line: string) => OwnNumber | IssueData | null;

function rowReader(header: string): ReadRow {
  if (/^\s*IMAGE/.test(header)) {
    return (line) => {
      const [, image, id, size] = WIDE_ROW.exec(line) ?? [];
      if (image === undefined || id === undefined || size === undefined) return null;
      const isUntagged = image === '<untagged>' || image === '<none>';
      return imageNumber(isUntagged ? `${image} ${id}` : image, parseBytes(size, 'DISK USAGE'));
    };
  }
  const pattern = /BLOB SIZE\s*$/.test(header) ? ROW_WITH_BLOBS : ROW;
  return (line) => {
    const [, repository, tag, id, , size] = pattern.exec(line) ?? [];
    if (repository === undefined || tag === undefined || id === undefined || size === undefined) {
      return null;
    }
    return imageNumber(nameOf(repository, tag, id), parseBytes(size, 'SIZE'));
  };
}

/** Platforms under an image of the tree view. */
function isBranch({ text }: PastedLine): boolean {
  return /^\s*[├└│]/.test(text);
}

/** Reads the table. Rows alone, without their header, are read too. Never throws. */
export function parseDockerImages(text: string): OwnReading {
  const findings = new OwnFindings();
  const lines = printedLines(text);
  const first = lines.findIndex((line) => isImagesHeader(line.text));
  const rows = first < 0 ? lines : lines.slice(first + 1);
  const read = rowReader(lines[first]?.text ?? '');
  for (const row of rows.filter((line) => !isBranch(line))) {
    const found = read(row.text);
    if (found !== null) findings.take(found, row.line);
    else findings.issue(row.line, { code: 'not-a-row', found: shorten(row.text) });
  }
  return findings.reading();
}

/** The size in bytes: docker gives a text, podman a number. */
function sizeOf(image: JsonObject): number | IssueData {
  const node = image.entries.get('Size');
  if (node?.kind === 'text') return parseBytes(node.value, 'Size');
  if (node?.kind === 'number') return checkNumber(node.value, 'Size');
  return { code: 'missing', field: 'Size' };
}

function jsonName(image: JsonObject): string {
  const id = textAt(image, 'ID', 'Id') ?? '';
  const repository = textAt(image, 'Repository', 'repository');
  if (repository !== undefined) return nameOf(repository, textAt(image, 'Tag', 'tag') ?? '', id);
  const names = image.entries.get('Names') ?? image.entries.get('RepoTags');
  const first = names?.kind === 'array' ? names.items[0] : undefined;
  return first?.kind === 'text' ? first.value : `<none> ${id.slice(0, 12)}`;
}

/** Reads JSON lines, objects in a row, or an array of them. Never throws. */
export function parseDockerImagesJson(text: string): OwnReading {
  const findings = new OwnFindings();
  const { values, issue } = readJson(text);
  for (const node of values.flatMap((value) => (value.kind === 'array' ? value.items : [value]))) {
    if (node.kind !== 'object') findings.issue(node.line, { code: 'not-a-row', found: node.kind });
    else {
      const line = node.entries.get('Size')?.line ?? node.line;
      findings.take(imageNumber(jsonName(node), sizeOf(node)), line);
    }
  }
  if (issue !== null) findings.issues.push(issue);
  return findings.reading();
}
