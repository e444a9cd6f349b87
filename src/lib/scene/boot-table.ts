/** The race as a table: every timing that is drawn or counted, with all that belongs to it. */
import type { Source, StartStudy, StartTiming } from '../model/figures.ts';
import type { BootWords } from '../model/words-boot.ts';
import { formatDuration } from '../sim/boot-format.ts';
import { timingsOf } from '../sim/boot-study.ts';
import type { BootRow, Race } from '../sim/boot-race.ts';
import { studyName } from './boot-headline.ts';
import type { SummaryTable } from './picture.ts';

interface Facts {
  readonly sources: ReadonlyMap<string, Source>;
  readonly words: BootWords;
}

function sourceTitle(study: StartStudy, facts: Facts): string {
  return facts.sources.get(study.source)?.title ?? studyName(study);
}

function timingRow(row: BootRow, study: StartStudy, timing: StartTiming, facts: Facts): string[] {
  const { words } = facts;
  const time = (ms: number | undefined): string =>
    ms === undefined ? words.table.unknown : formatDuration(ms);
  const percentile = (ms: number | undefined, is: string | undefined): string =>
    is === undefined ? time(ms) : words.table.percentile(time(ms), Number(is.slice(1)));
  return [
    row.stack.title,
    timing.what,
    words.kinds[timing.kind],
    timing.from,
    timing.to,
    percentile(timing.lowMs, timing.lowIs),
    time(timing.typicalMs),
    percentile(timing.highMs, timing.highIs),
    timing.machine,
    sourceTitle(study, facts),
  ];
}

function rowsOf(row: BootRow, race: Race, facts: Facts): readonly string[][] {
  const { words } = facts;
  const pairs =
    race.view.kind === 'one'
      ? withStudy(race.view.study, row)
      : row.all.map(({ study, timing }) => ({ study, timing }));
  if (pairs.length > 0) {
    return pairs.map(({ study, timing }) => timingRow(row, study, timing, facts));
  }
  const blank = words.table.columns.slice(2).map(() => '');
  return [[row.stack.title, words.untimed(row.isUntimed), ...blank]];
}

function withStudy(study: StartStudy, row: BootRow) {
  return timingsOf(study, row.stack).map((timing) => ({ study, timing }));
}

/** Rows per stack: one per timing of the study shown, or of all studies. */
export function bootTable(race: Race, facts: Facts): SummaryTable {
  const { words } = facts;
  return {
    caption:
      race.view.kind === 'one'
        ? words.table.captionStudy(studyName(race.view.study))
        : words.table.captionAll,
    columns: words.table.columns,
    rows: race.rows.flatMap((row) => rowsOf(row, race, facts)),
  };
}
