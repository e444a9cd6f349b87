/** Headline and sentence of the race, put into words from its finding. */
import type { StartStudy } from '../model/figures.ts';
import type { BootWords, NamedEnd, NamedTime } from '../model/words-boot.ts';
import { findingOf, type Finding, type TimedRow } from '../sim/boot-finding.ts';
import { formatDuration, formatRatio } from '../sim/boot-format.ts';
import type { BootRow, OtherVariant, Race } from '../sim/boot-race.ts';
import {
  fairRaces,
  sourcesFindingOf,
  type KnownEnd,
  type SourcesFinding,
} from '../sim/boot-sources.ts';
import { anatomyOf } from '../sim/boot-starts.ts';

/** @returns who timed which other variant */
export function timedOther({ study, timing }: OtherVariant, words: BootWords): string {
  const variant = timing.stack.split(':')[1];
  const name = variant === undefined ? timing.what : (words.variants[variant] ?? timing.what);
  return words.timedOther(study.short, name);
}

function named({ row, ms }: TimedRow, words: BootWords): NamedTime {
  // What nobody said is said once, in the sentence.
  const isSaid = row.timing !== undefined && row.timing.kind !== 'unsaid';
  const kind = isSaid ? words.kinds[row.timing.kind] : '';
  return { title: row.stack.shortTitle, time: formatDuration(ms), kind };
}

function namedEnd({ row, ms, sourced: { study, timing } }: KnownEnd, words: BootWords): NamedEnd {
  const time = { title: row.stack.shortTitle, time: formatDuration(ms) };
  const { what, machine } = timing;
  return { ...time, kind: words.kinds[timing.kind], what, study: study.short, machine };
}

function ratioOf(fast: TimedRow, slow: TimedRow): string {
  return formatRatio(slow.ms / fast.ms);
}

function headlineFor(finding: Finding, study: string, rowCount: number, words: BootWords): string {
  const say = words.headline;
  switch (finding.kind) {
    case 'none':
      return say.noneTimed(study);
    case 'bounds':
      return say.onlyBounds(study);
    case 'mixed':
      return say.mixed;
    case 'only':
      return say.only(named(finding.row, words), rowCount > 1);
    case 'alike':
      return say.alike(named(finding.fast, words), named(finding.slow, words));
    case 'nothing-boots':
    case 'wall-faster':
    case 'ratio':
      return say.extremes(named(finding.fast, words), named(finding.slow, words));
  }
}

/** Why the order is as it is, as far as the rows tell; else how far apart they are. */
function reasonFor(finding: Finding, words: BootWords): string {
  if (finding.kind === 'ratio') return words.sentence.ratio(ratioOf(finding.fast, finding.slow));
  if (finding.kind === 'nothing-boots')
    return words.sentence.nothingBoots(named(finding.row, words));
  if (finding.kind === 'wall-faster')
    return words.sentence.wallFaster(named(finding.walled, words), named(finding.fenced, words));
  return '';
}

/** Rows that share a short title, being variants of one stack, are told apart by the variant's name. */
function toldApart(rows: readonly BootRow[], words: BootWords): readonly BootRow[] {
  return rows.map((row) => {
    const { shortTitle, variant } = row.stack;
    const isAlone = rows.filter(({ stack }) => stack.shortTitle === shortTitle).length === 1;
    if (isAlone) return row;
    const name = words.variants[variant] ?? variant;
    return { ...row, stack: { ...row.stack, shortTitle: words.titleOf(shortTitle, name) } };
  });
}

/** Kinds of start: one for all rows, or who was started how. */
function kindsOf(rows: readonly BootRow[], words: BootWords): string {
  const titles = new Map<string, string[]>();
  for (const { timing, stack } of rows) {
    if (timing === undefined) continue;
    const kind = words.kinds[timing.kind];
    titles.set(kind, [...(titles.get(kind) ?? []), stack.shortTitle]);
  }
  const kinds = [...titles];
  if (kinds.length === 1) return kinds[0]?.[0] ?? '';
  return kinds.map(([kind, of]) => words.sentence.kindOf(kind, of)).join('; ');
}

/** Study with its year, said once. */
export function studyName(study: StartStudy): string {
  const { short, year } = study;
  return year === null || short.includes(String(year)) ? short : `${short} ${year}`;
}

function orangeOf(rows: readonly BootRow[], words: BootWords): string {
  const before = rows.some(({ anatomy }) => anatomy.kernel.startsWith('running'));
  // Where kernel and services share a stretch no orange is solid: the key says what it is.
  const after = rows.some(({ spans }) =>
    spans.some(({ phase }) => phase.runs === 'kernel' && phase.alsoRuns === undefined),
  );
  if (before && after) return words.sentence.orangeBoth;
  if (before) return words.sentence.orangeBefore;
  return after ? words.sentence.orangeAfter : '';
}

function studyHeadline(race: Race, study: StartStudy, words: BootWords, isShort: boolean) {
  const finding = findingOf(race.rows);
  const name = studyName(study);
  const timed = race.rows.filter(({ timing }) => timing !== undefined);
  const isHalf = timed.length < race.rows.length;
  const isCounted = isHalf && !['none', 'only'].includes(finding.kind);
  const found = headlineFor(finding, name, race.rows.length, words);
  const plain = isCounted ? words.headline.counted(found, timed.length, race.rows.length) : found;
  const namesStudy = finding.kind === 'none' || finding.kind === 'bounds';
  const headline = study.own === undefined || namesStudy ? plain : words.headline.own(plain, name);
  if (timed.length === 0) return { headline, sentence: '' };
  if (isShort) return { headline, sentence: words.sentence.studyShort(name, study.machine) };
  const parts = [
    words.sentence.study(name, study.machine, kindsOf(timed, words)),
    isHalf && !isCounted ? words.sentence.timed(timed.length, race.rows.length) : '',
    reasonFor(finding, words),
    orangeOf(timed, words),
  ];
  return { headline, sentence: parts.filter((part) => part !== '').join(' ') };
}

/**
 * @param isShort where there is little room: of the sentence only its first clause
 * @returns headline and sentence, both following from the rows alone
 */
export function describeRace(
  { rows, view }: Race,
  words: BootWords,
  isShort = false,
): { headline: string; sentence: string } {
  const race = { view, rows: toldApart(rows, words) };
  if (rows.length === 0) {
    return { headline: words.headline.empty, sentence: words.sentence.empty };
  }
  if (race.view.kind === 'one') return studyHeadline(race, race.view.study, words, isShort);
  const all = race.rows.flatMap((row) => row.all);
  if (all.length === 0) {
    const others = race.rows.flatMap(({ other }) => (other ? [timedOther(other, words)] : []));
    const sentence = others.length > 0 ? words.sentence.otherVariants(others) : '';
    return { headline: words.headline.noneTimedAnywhere, sentence };
  }
  return describeAll(race.rows, words, isShort);
}

/** The view of all sources: what studies say; a reader's own lines are beside it, and named as such. */
function describeAll(rows: readonly BootRow[], words: BootWords, isShort: boolean) {
  const owners = new Set(
    rows.flatMap(({ all }) =>
      all.flatMap(({ study }) => (study.own === undefined ? [] : [study.short])),
    ),
  );
  const sourced = rows.map((row) => ({
    ...row,
    all: row.all.filter(({ study }) => study.own === undefined),
  }));
  const marks = [...owners].map((owner) => words.sentence.ownMarks(owner)).join(' ');
  if (sourced.every(({ all }) => all.length === 0)) {
    return { headline: words.headline.onlyOwn, sentence: marks };
  }
  const { headline, sentence } = sourcesHeadline(sourced, words, isShort);
  return { headline, sentence: [sentence, marks].filter((part) => part !== '').join(' ') };
}

/** Headline and sentence of what studies say. */
function sourcesHeadline(rows: readonly BootRow[], words: BootWords, isShort: boolean) {
  const say = words.sentence;
  const finding = sourcesFindingOf(rows);
  const kinds = new Set(
    rows.flatMap(({ all }) => all.map(({ timing }) => words.kinds[timing.kind])),
  );
  const races = fairRaces(rows).map(({ study }) => studyName(study));
  const fair = races.length > 0 ? say.fairRaces(races) : '';
  const parts = isShort
    ? [say.allShort]
    : finding.kind === 'apart'
      ? [...whoIsFirst(finding, words), say.noRace, fair]
      : [say.all([...kinds]), fair];
  return {
    headline: sourcesFinding(finding, rows.length, words),
    sentence: parts.filter((part) => part !== '').join(' '),
  };
}

function sourcesFinding(finding: SourcesFinding, rowCount: number, words: BootWords): string {
  const say = words.headline;
  const time = (end: KnownEnd | undefined) => (end === undefined ? null : formatDuration(end.ms));
  switch (finding.kind) {
    case 'none':
      return say.noneTimedAnywhere;
    case 'only': {
      const { row, low, high } = finding;
      return say.spread(row.stack.shortTitle, time(low), time(high), rowCount > 1);
    }
    case 'apart':
      return say.apart(namedEnd(finding.fast, words), namedEnd(finding.slow, words));
    case 'overlap':
      return say.overlap;
  }
}

/** Whose times can be told apart, measured where, and why that is so. */
function whoIsFirst(finding: SourcesFinding, words: BootWords): readonly string[] {
  if (finding.kind !== 'apart') return [];
  const { fast, slow } = finding;
  return [
    words.sentence.apart(namedEnd(fast, words), namedEnd(slow, words)),
    whyApart(fast, slow, words),
    finding.isPartial ? words.sentence.othersOverlap : '',
  ];
}

/** What has to start for the slow one and not for the fast one; empty: the rows do not tell. */
function whyApart(fast: KnownEnd, slow: KnownEnd, words: BootWords): string {
  if (!fast.row.anatomy.nothingBoots) return '';
  const titles = [fast.row.stack.shortTitle, slow.row.stack.shortTitle] as const;
  switch (anatomyOf(slow.row.stack, slow.sourced.timing).kernel) {
    case 'sentry':
      return words.sentence.apartSentry(...titles);
    case 'guest':
    case 'library-os':
      return words.sentence.apartWhy(...titles);
    case 'running':
    case 'running-guest':
    case 'restored':
      return '';
  }
}
