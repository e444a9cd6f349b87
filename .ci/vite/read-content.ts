/** What pages import of content files: read when the site is built, so that no page parses them again. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import {
  drawnAttack,
  drawnBarriers,
  drawnSettings,
  parseAttack,
  parseAttackSettings,
  parseBarriers,
  parseSurfaces,
} from '../../src/lib/model/isolation/parse-attacks.ts';
import { drawnTool, parseTool } from '../../src/lib/model/manage/parse-tool.ts';
import { parseKernels, parseNeedCases } from '../../src/lib/model/kernel/parse-needs.ts';
import {
  parseRunExamples,
  parseRunGrounds,
  parseRunHosts,
  parseWindowsBuilds,
} from '../../src/lib/model/kernel/parse-run.ts';
import { parseAnswers, parseNamespaces } from '../../src/lib/model/kernel/parse-kernel.ts';
import { parseGlossary, parseLesson } from '../../src/lib/model/lesson/parse-lesson.ts';
import { parseSelfCheck } from '../../src/lib/model/lesson/parse-self-check.ts';
import { parsePlan } from '../../src/lib/model/lesson/plan.ts';
import { parseTranscripts } from '../../src/lib/model/lesson/parse-transcripts.ts';
import { parseAssumptions, parseSizes } from '../../src/lib/model/parse-sizes.ts';
import { parseSummary } from '../../src/lib/model/summary/parse-summary.ts';
import { parseStackText } from '../../src/lib/model/parse.ts';
import {
  parseFigures,
  parseSources,
  parseStudy,
  sourceNames,
} from '../../src/lib/model/parse-figures.ts';
import type { DataResult } from '../../src/lib/model/data-result.ts';
import type { Source } from '../../src/lib/model/figures.ts';
import { drawnStack, stackHead, stackNames, titlesOf } from '../../src/lib/model/stack-heads.ts';

/**
 * Reads content files once, when the site is built, so that no page carries the parser for files that
 * cannot change any more: of a stack, `?parsed` is the stack or what is wrong with it and where, `?drawn`
 * the stack as far as a picture shows it, `?head` what menus show of it, `?names` what an address can
 * name, `?titles` its titles alone; of any file, `?id` is its id. The other queries are a file's contents, or what is wrong with them.
 */
export function readContent(): Plugin {
  const readers: Record<string, (text: string, file: string) => unknown> = {
    parsed: parseStackText,
    drawn: drawnStack,
    head: stackHead,
    names: stackNames,
    titles: titlesOf,
    sizes: (text) => parseSizes(JSON.parse(text)),
    assumptions: (text) => parseAssumptions(JSON.parse(text)),
    tool: (text) => parseTool(JSON.parse(text)),
    'tool-drawn': (text) => drawnTool(JSON.parse(text)),
    id: (text) => (JSON.parse(text) as { id?: unknown }).id,
    figures: (text) => parseFigures(JSON.parse(text)),
    sources: (text) => parseSources(JSON.parse(text)),
    'source-names': (text) => sourceNames(JSON.parse(text)),
    study: (text) => parseStudy(JSON.parse(text)),
    'study-alone': studyAlone,
    summary: (text) => parseSummary(JSON.parse(text)),
    answers: (text) => parseAnswers(JSON.parse(text)),
    namespaces: (text) => parseNamespaces(JSON.parse(text)),
    'run-hosts': (text) => parseRunHosts(JSON.parse(text)),
    'run-examples': (text) => parseRunExamples(JSON.parse(text)),
    'run-builds': (text) => parseWindowsBuilds(JSON.parse(text)),
    'run-grounds': (text) => parseRunGrounds(JSON.parse(text)),
    'run-kernels': (text) => parseKernels(JSON.parse(text)),
    'run-needs': (text) => parseNeedCases(JSON.parse(text)),
    'start-sources': startSources,
    'path-sources': pathSources,
    'way-figures': wayFigures,
    attack: (text) => parseAttack(JSON.parse(text)),
    'attack-drawn': (text) => drawnAttack(JSON.parse(text)),
    'attack-alone': (text) => drawnAttack(JSON.parse(text)),
    'attack-settings-drawn': (text) => drawnSettings(JSON.parse(text)),
    'barriers-drawn': (text) => drawnBarriers(JSON.parse(text)),
    'attack-settings': (text) => parseAttackSettings(JSON.parse(text)),
    barriers: (text) => parseBarriers(JSON.parse(text)),
    surfaces: (text) => parseSurfaces(JSON.parse(text)),
    'attack-sources': attackSources,
    glossary: (text) => parseGlossary(JSON.parse(text)),
    lesson: readLesson,
    plan: (text) => parsePlan(JSON.parse(text)),
    'self-check': (text) => parseSelfCheck(JSON.parse(text)),
    transcripts: (text) => parseTranscripts(JSON.parse(text)),
  };
  return {
    name: 'strata-read-content',
    enforce: 'pre',
    async load(id) {
      const [, full = '', query = ''] = CONTENT_FILE.exec(id) ?? [];
      const read = readers[query];
      if (read === undefined) return null;
      this.addWatchFile(full);
      if (query === 'lesson') this.addWatchFile(lessonData(full));
      const value = JSON.stringify(await read(await readFile(full, 'utf8'), full));
      return { code: `export default ${value};`, moduleType: 'js' };
    },
  };
}

const CONTENT_FILE = /^(.*\.(?:json|md))\?([a-z-]+)$/;

/** The file of steps that belongs to a lesson's words. */
function lessonData(words: string): string {
  return path.join(path.dirname(words), 'lesson.json');
}

async function readLesson(words: string, file: string): Promise<unknown> {
  const data = await readFile(lessonData(file), 'utf8');
  return parseLesson(path.basename(path.dirname(file)), data, words, path.basename(file));
}

/** Of all sources, those that a study names: the Boot lens needs no other. */
async function startSources(text: string, file: string): Promise<unknown> {
  const studies = await jsonOf(path.join(path.dirname(file), '..', 'studies'));
  return asCited(await namedSources(text, studies));
}

/** A study with its source, as pictures cite it. */
async function studyAlone(text: string, file: string): Promise<unknown> {
  const study = parseStudy(JSON.parse(text));
  if (!study.ok) return study;
  const all = path.join(path.dirname(file), '..', 'figures', 'sources.json');
  const sources = asCited(parseSources(JSON.parse(await readFile(all, 'utf8'))));
  if (!sources.ok) return sources;
  const own = sources.value.filter(({ id }) => id === study.value.source);
  return { ok: true, value: { study: study.value, sources: own } };
}

/** Of all sources, those that what the Path lens draws names. */
async function pathSources(text: string, file: string): Promise<unknown> {
  return asCited(await namedSources(text, [path.join(path.dirname(file), 'performance.json')]));
}

/** As a picture cites them. Where they lie, and notes on them, come with every source. */
function asCited(read: DataResult<readonly Source[]>): DataResult<readonly Source[]> {
  if (!read.ok) return read;
  return { ok: true, value: read.value.map(({ url: _url, note: _note, ...cited }) => cited) };
}

/** Of a file's figures, those that the way of an operation names. */
async function wayFigures(text: string, file: string): Promise<unknown> {
  const read = parseFigures(JSON.parse(text));
  if (!read.ok) return read;
  const ways = path.join(path.dirname(file), '..', '..', 'sim', 'path');
  const files = (await readdir(ways)).filter((name) => !name.endsWith('.test.ts'));
  const names = await wordsOf(files.map((name) => path.join(ways, name)));
  return { ok: true, value: read.value.filter(({ id }) => names.has(id)) };
}

/** Of all sources, those that attacks or what stands against them name. */
async function attackSources(text: string, file: string): Promise<unknown> {
  const figures = path.dirname(file);
  const content = path.join(figures, '..');
  const kinds = ['settings', 'barriers'].map((kind) => path.join(content, `attack-${kind}.json`));
  const attacks = await jsonOf(path.join(content, 'attacks'));
  return namedSources(text, [...attacks, ...kinds, path.join(figures, 'attack-surface.json')]);
}

async function jsonOf(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).map((name) => path.join(folder, name));
}

async function namedSources(
  text: string,
  naming: readonly string[],
): Promise<DataResult<readonly Source[]>> {
  const read = parseSources(JSON.parse(text));
  if (!read.ok) return read;
  const words = await wordsOf(naming);
  return { ok: true, value: read.value.filter(({ id }) => words.has(id)) };
}

/** All that stands between quotation marks in some files. */
async function wordsOf(files: readonly string[]): Promise<ReadonlySet<string>> {
  const words = new Set<string>();
  for (const file of files)
    for (const [, , word = ''] of (await readFile(file, 'utf8')).matchAll(/(["'])([^"'\n]+)\1/g))
      words.add(word);
  return words;
}
