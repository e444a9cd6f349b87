/** What happens in a race, in time order: phase borders and finishes, as chapters and in words. */
import type { StartStudy } from '../model/figures.ts';
import type { BootWords } from '../model/words-boot.ts';
import { stopOf } from '../sim/boot-end.ts';
import { formatClock, formatDuration } from '../sim/boot-format.ts';
import { phaseAt, stateAt, type BootRow, type Race } from '../sim/boot-race.ts';
import type { Chapter } from './picture.ts';

interface Event {
  readonly id: string;
  readonly ms: number;
  readonly label: string;
  readonly says: string;
}

function phaseEvents(row: BootRow, words: BootWords): readonly Event[] {
  const { key, shortTitle } = row.stack;
  return row.spans.slice(0, -1).map(({ phase, endMs }) => ({
    id: `${key}/${phase.id}`,
    ms: endMs,
    label: `${shortTitle}: ${phase.label}`,
    says: words.says.phaseDone(shortTitle, phase.label, formatDuration(endMs)),
  }));
}

/** @param study the one that is shown; null: all sources */
function eventsOf(row: BootRow, shown: StartStudy | null, words: BootWords): readonly Event[] {
  const { key, shortTitle } = row.stack;
  if (row.all.length > 0) {
    return row.all.flatMap(({ study, timing }) => {
      if (timing.typicalMs === undefined) return [];
      const title = `${shortTitle} (${study.short})`;
      const time = formatDuration(timing.typicalMs);
      const says = words.says.finished(title, time, stopOf(study, timing));
      return [{ id: `${key}/${timing.id}`, ms: timing.typicalMs, label: title, says }];
    });
  }
  const { timing } = row;
  const ms = timing?.typicalMs;
  if (timing === undefined || ms === undefined) return [];
  const stop = stopOf(shown ?? {}, timing);
  const says = words.says.finished(shortTitle, formatDuration(ms), stop);
  return [...phaseEvents(row, words), { id: `${key}/up`, ms, label: shortTitle, says }];
}

/** Events at the same moment become one chapter. */
export function chaptersOf(race: Race, words: BootWords): readonly Chapter[] {
  const shown = race.view.kind === 'one' ? race.view.study : null;
  const events = race.rows
    .flatMap((row) => eventsOf(row, shown, words))
    .map((event, index) => ({ event, index }))
    .sort((a, b) => a.event.ms - b.event.ms || a.index - b.index)
    .map(({ event }) => event);
  const chapters: Chapter[] = [];
  for (const event of events) {
    const last = chapters.at(-1);
    if (last !== undefined && last.endMs === event.ms) {
      const says = `${last.says} ${event.says}`;
      chapters[chapters.length - 1] = { ...last, label: `${last.label}, ${event.label}`, says };
      continue;
    }
    const startMs = last?.endMs ?? 0;
    chapters.push({ id: event.id, label: event.label, says: event.says, startMs, endMs: event.ms });
  }
  return chapters;
}

/** Whether a row is up at its finish: the clock of a part, or of a whole command, tells something else. */
function isUpAtFinish(view: Race['view']): (row: BootRow) => boolean {
  return ({ timing, all }) => {
    if (view.kind === 'all') return all.some((one) => stopOf(one.study, one.timing) === 'up');
    return timing !== undefined && stopOf(view.study, timing) === 'up';
  };
}

/** @returns the state of the race at `tMs` in words, for the status line */
export function saysAt(race: Race, tMs: number, words: BootWords): string {
  const known = race.rows.filter((row) => row.finishMs !== undefined);
  const finished = known.filter((row) => stateAt(row, tMs) === 'finished');
  const running = known.filter((row) => stateAt(row, tMs) === 'running');
  const parts = [
    words.says.finishedCount(finished.length, known.length, known.every(isUpAtFinish(race.view))),
    ...(race.view.kind === 'one'
      ? running.map((row) =>
          words.says.running(row.stack.shortTitle, phaseAt(row, tMs)?.phase.label ?? null),
        )
      : []),
  ];
  return words.says.moment(formatClock(tMs), parts);
}
