/** Headline and sentence of the race, put into words from its finding. */
import type { StartStudy } from '../model/figures.ts';
import type { BootWords, NamedEnd, NamedSpread, NamedTime } from '../model/words-boot.ts';
import { findingOf, type Finding, type TimedRow } from '../sim/boot-finding.ts';
import { commonStop } from '../sim/boot-end.ts';
import { formatDuration, formatRatio } from '../sim/boot-format.ts';
import type { BootRow, OtherVariant, Race } from '../sim/boot-race.ts';
import {
  fairRaces,
  sourcesFindingOf,
  type KnownEnd,
  type Spread,
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

function namedEnd(end: KnownEnd, endsDiffer: boolean, words: BootWords): NamedEnd {
  const { row, ms, share } = end;
  const { study, timing } = end.sourced;
  const { what, machine, to } = timing;
  const until = endsDiffer && timing.end !== 'unsaid' ? to : null;
  const time = { title: row.stack.shortTitle, time: formatDuration(ms), share };
  return { ...time, kind: words.kinds[timing.kind], what, until, study: study.short, machine };
}

function ratioOf(fast: TimedRow, slow: TimedRow): string {
  return formatRatio(slow.ms / fast.ms);
}

function headlineFor(finding: Finding, race: OneRace, words: BootWords): string {
  const say = words.headline;
  const { study, rows } = race;
  const name = (row: TimedRow) => named(row, words);
  switch (finding.kind) {
    case 'none':
      return say.noneTimed(studyName(study));
    case 'bounds':
      return say.onlyBounds(studyName(study));
    case 'mixed':
      return say.mixed;
    case 'only': {
      const stop = commonStop(study, timingsIn([finding.row.row]));
      return say.only(name(finding.row), stop === 'mixed' ? 'unsaid' : stop, rows.length > 1);
    }
    case 'alike':
      return say.alike(name(finding.fast), name(finding.slow), stopIn(race));
    case 'overlap':
      return say.noWinner(name(finding.fast), name(finding.slow));
    case 'nothing-boots':
    case 'wall-faster':
    case 'ratio': {
      const { firsts, lasts } = finding;
      return say.extremes(firsts.map(name), lasts.map(name), study.clock === 'cpu');
    }
  }
}

/** A race of one study. */
interface OneRace {
  readonly study: StartStudy;
  readonly rows: readonly BootRow[];
}

function timingsIn(rows: readonly BootRow[]) {
  return rows.flatMap(({ timing }) => (timing?.typicalMs === undefined ? [] : [timing]));
}

/** At what the clocks of the rows with a typical time stopped. */
function stopIn({ study, rows }: OneRace) {
  return commonStop(study, timingsIn(rows));
}

/** What the clocks counted, around a headline that does not say it itself. */
function withClock(headline: string, finding: Finding, race: OneRace, words: BootWords): string {
  const say = words.headline;
  if (finding.kind === 'none' || finding.kind === 'bounds') return headline;
  const stop = stopIn(race);
  if (stop === 'cpu') return say.cpu(headline);
  if (finding.kind === 'only') return headline;
  if (stop === 'mixed') return say.endsDiffer(headline);
  return stop === 'ended' && finding.kind !== 'alike' ? say.toEnd(headline) : headline;
}

/** Parts of a start, each with what it is: a ranking would make starts of them. */
function partsHeadline({ rows }: OneRace, words: BootWords): string {
  const parts = new Map(
    timingsIn(rows).map(({ id, what, typicalMs = 0 }) => {
      // What was left out is said in the row.
      const [head = what] = what.split(';');
      return [id, { what: head, time: formatDuration(typicalMs) }];
    }),
  );
  return words.headline.parts([...parts.values()]);
}

/** Who shares the first or the last place. */
function sharedPlaces(finding: Finding, words: BootWords): readonly string[] {
  if (!('firsts' in finding)) return [];
  const titles = (rows: readonly TimedRow[]) => rows.map(({ row }) => row.stack.shortTitle);
  const { firsts, lasts } = finding;
  return [
    ...(firsts.length > 1 ? [words.sentence.overlapFirst(titles(firsts))] : []),
    ...(lasts.length > 1 ? [words.sentence.overlapLast(titles(lasts))] : []),
  ];
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
  const isAlone = finding.kind === 'only' && study.clock !== 'part';
  const isCounted = isHalf && finding.kind !== 'none' && !isAlone;
  const one = { study, rows: race.rows };
  const isPart = study.clock === 'part' && timingsIn(race.rows).length > 0;
  const found = isPart
    ? partsHeadline(one, words)
    : withClock(headlineFor(finding, one, words), finding, one, words);
  const plain = isCounted ? words.headline.counted(found, timed.length, race.rows.length) : found;
  const namesStudy = finding.kind === 'none' || finding.kind === 'bounds';
  const headline = study.own === undefined || namesStudy ? plain : words.headline.own(plain, name);
  if (timed.length === 0) return { headline, sentence: '' };
  if (isShort) return { headline, sentence: words.sentence.studyShort(name, study.machine) };
  const order = isPart ? [] : [...sharedPlaces(finding, words), reasonFor(finding, words)];
  const parts = [
    words.sentence.study(name, study.machine, kindsOf(timed, words)),
    isHalf && !isCounted ? words.sentence.timed(timed.length, race.rows.length) : '',
    ...order,
    // The rows say it too: two lines have no room for it beside an order that wants to be explained.
    order.filter((part) => part !== '').length > 1 ? '' : orangeOf(timed, words),
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

/** The rows without a reader's own lines. */
export function publishedOf(rows: readonly BootRow[]): readonly BootRow[] {
  return rows.map((row) => ({
    ...row,
    all: row.all.filter(({ study }) => study.own === undefined),
  }));
}

/** The view of all sources: what studies say; a reader's own lines are beside it, and named as such. */
function describeAll(rows: readonly BootRow[], words: BootWords, isShort: boolean) {
  const owners = new Set(
    rows.flatMap(({ all }) =>
      all.flatMap(({ study }) => (study.own === undefined ? [] : [study.short])),
    ),
  );
  const sourced = publishedOf(rows);
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
  switch (finding.kind) {
    case 'none':
      return say.noneWhole;
    case 'only': {
      const { row, spreads, endsDiffer, isUnnamed } = finding;
      const said = say.spread(row.stack.shortTitle, spreads.map(namedSpread), rowCount > 1);
      const ends = endsDiffer ? say.endsDiffer(said) : said;
      return isUnnamed ? say.noMachine(ends) : ends;
    }
    case 'apart': {
      const { fast, slow, endsDiffer } = finding;
      const said = say.apart(namedEnd(fast, false, words), namedEnd(slow, false, words));
      return endsDiffer ? say.endsDiffer(said) : said;
    }
    case 'unnamed':
      return say.unnamed;
    case 'overlap':
      return say.overlap;
  }
}

function namedSpread({ low, high, end }: Spread): NamedSpread {
  const time = (end: KnownEnd | undefined) => (end === undefined ? null : formatDuration(end.ms));
  return { low: time(low), high: time(high), share: high?.share ?? null, end };
}

/** Whose times can be told apart, measured where, and why that is so. */
function whoIsFirst(finding: SourcesFinding, words: BootWords): readonly string[] {
  if (finding.kind !== 'apart') return [];
  const { fast, slow, endsDiffer } = finding;
  const name = (end: KnownEnd) => namedEnd(end, endsDiffer, words);
  return [
    words.sentence.apart(name(fast), name(slow)),
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
