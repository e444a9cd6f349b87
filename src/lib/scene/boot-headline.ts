/** Headline and sentence of the race, put into words from its finding. */
import type { StartStudy } from '../model/figures.ts';
import type { BootWords, NamedTime } from '../model/words-boot.ts';
import { findingOf, type Finding, type TimedRow } from '../sim/boot-finding.ts';
import { formatDuration, formatRatio } from '../sim/boot-format.ts';
import type { BootRow, Race, SourcedTiming } from '../sim/boot-race.ts';

function named({ row, ms }: TimedRow): NamedTime {
  return { title: row.stack.shortTitle, time: formatDuration(ms) };
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
      return say.only(named(finding.row), rowCount > 1);
    case 'alike':
      return say.alike(named(finding.fast), named(finding.slow));
    case 'nothing-boots':
      return say.nothingBoots(named(finding.row));
    case 'wall-faster':
      return say.wallFaster(named(finding.walled), named(finding.fenced));
    case 'ratio':
      return say.ratio(
        named(finding.fast),
        named(finding.slow),
        ratioOf(finding.fast, finding.slow),
      );
  }
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
  // A stretch that the study does not split is drawn neutral: there is no orange to speak of.
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
  const plain = headlineFor(finding, name, race.rows.length, words);
  const namesStudy = finding.kind === 'none' || finding.kind === 'bounds';
  const headline = study.own === undefined || namesStudy ? plain : words.headline.own(plain, name);
  if (timed.length === 0) return { headline, sentence: '' };
  if (isShort) return { headline, sentence: words.sentence.studyShort(name, study.machine) };
  const ratio = finding.kind === 'nothing-boots' || finding.kind === 'wall-faster';
  const parts = [
    words.sentence.study(name, study.machine, kindsOf(timed, words)),
    timed.length < race.rows.length ? words.sentence.timed(timed.length, race.rows.length) : '',
    ratio ? words.sentence.ratio(ratioOf(finding.fast, finding.slow)) : '',
    orangeOf(timed, words),
  ];
  return { headline, sentence: parts.filter((part) => part !== '').join(' ') };
}

/** The view of all sources: a reader's own lines are counted apart and named. */
function describeAll(
  all: readonly SourcedTiming[],
  words: BootWords,
  isShort: boolean,
): { headline: string; sentence: string } {
  const sourced = all.filter(({ study }) => study.own === undefined);
  const owners = new Set(
    all.flatMap(({ study }) => (study.own === undefined ? [] : [study.short])),
  );
  const studies = new Set(sourced.map(({ study }) => study.id)).size;
  const machines = new Set(sourced.map(({ timing }) => timing.machine)).size;
  const kinds = [...new Set(all.map(({ timing }) => words.kinds[timing.kind]))];
  const { headline, sentence } = words;
  const marks = [...owners].map((owner) => sentence.ownMarks(owner));
  return {
    headline:
      owners.size === 0
        ? headline.all(studies, machines)
        : studies === 0
          ? headline.onlyOwn
          : headline.allAndOwn(studies, machines),
    sentence: [isShort ? sentence.allShort : sentence.all(kinds), ...marks].join(' '),
  };
}

/**
 * @param isShort where there is little room: of the sentence only its first clause
 * @returns headline and sentence, both following from the rows alone
 */
export function describeRace(
  race: Race,
  words: BootWords,
  isShort = false,
): { headline: string; sentence: string } {
  if (race.rows.length === 0) {
    return { headline: words.headline.empty, sentence: words.sentence.empty };
  }
  if (race.view.kind === 'one') return studyHeadline(race, race.view.study, words, isShort);
  const all = race.rows.flatMap((row) => row.all);
  if (all.length === 0) return { headline: words.headline.noneTimedAnywhere, sentence: '' };
  return describeAll(all, words, isShort);
}
