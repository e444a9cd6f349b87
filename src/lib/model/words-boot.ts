/** Words of the Boot lens. Numbers arrive formatted; a function only puts the words around them. */
import type { StartKind, StartPhase } from './figures.ts';

/** A row as the headline names it. */
export interface NamedTime {
  readonly title: string;
  readonly time: string;
  /** Kind of its start, in words. */
  readonly kind: string;
}

/** The slowest or fastest time known of a row, and who measured it on what. */
export interface NamedEnd extends NamedTime {
  readonly what: string;
  /** The event at which the clock stopped, where it has to be said. */
  readonly until: string | null;
  /** An upper end that holds for so many percent of the runs; null: none longer is known. */
  readonly share: number | null;
  readonly study: string;
  readonly machine: string;
}

/** A range of all sources; an end that a source leaves open is null. */
export interface NamedSpread {
  readonly low: string | null;
  readonly high: string | null;
  /** `high` holds for so many percent of the runs; null: none longer is known. */
  readonly share: number | null;
  /** All clocks stopped when the command had ended, or when a guest's init started; null: when it was up. */
  readonly end: 'ended' | 'init' | null;
}

/** At what a clock stopped, or what it counted (`Stop` of `sim/boot-end.ts`). */
export type StopWord = 'up' | 'init' | 'ended' | 'resumed' | 'unsaid' | 'part' | 'cpu';

export interface BootWords {
  /** On the axis. */
  readonly start: string;
  readonly logNote: string;
  readonly logNoteShort: string;
  readonly logNoteLeast: string;
  readonly linearNote: string;

  /** Before the start line. */
  readonly kernelRunning: string;
  readonly hostKernel: string;
  readonly hypervisor: string;

  /** On and under a bar; `looks` says what `mixed` means: a stretch that a study does not split. */
  readonly oneTotal: string;
  /** The same on a short bar. */
  readonly oneTotalShort: string;
  /** Not in the study that is shown, or in none that there is. */
  untimed(isNowhere: boolean): string;
  /** The study timed another variant of the same family. */
  timedOther(study: string, variant: string): string;
  /** Names of variants by their id in a stack reference. */
  readonly variants: Readonly<Record<string, string>>;
  /** A short title with the name of the variant, where two on the stage share the title. */
  titleOf(title: string, variant: string): string;
  phase(label: string, duration: string): string;
  now(label: string): string;
  /** `now` where a row has no phases. */
  readonly starting: string;

  /** Right of the flag. */
  readonly oneValue: string;
  readonly noTypical: string;
  range(low: string, high: string): string;
  atMost(time: string): string;
  atLeast(time: string): string;
  /** So many percent of the runs took this time, or one of this range. */
  within(percent: number, time: string): string;
  /** The same beside the shortest time. */
  rangeWithin(low: string, percent: number, high: string): string;

  /** Under the axis. */
  readonly legend: string;
  readonly looks: Readonly<Record<StartPhase['runs'] | 'total' | 'mixed' | 'running', string>>;
  readonly lowToHigh: string;
  readonly typicalFinish: string;
  /** A dot in the view of all sources. */
  readonly typicalDot: string;
  source(reference: string): string;
  /** Under the view of all sources: its studies by name, or how many. */
  sources(studies: readonly string[]): string;
  sourcesCount(count: number): string;

  /** View of all sources. */
  moreInTable(count: number): string;
  /** The same where there is no table. */
  drawnOf(count: number, of: number): string;
  readonly kinds: Readonly<Record<StartKind, string>>;
  sourced(value: string, study: string, machine: string): string;
  readonly separator: string;

  readonly headline: {
    readonly empty: string;
    noneTimed(study: string): string;
    readonly noneTimedAnywhere: string;
    onlyBounds(study: string): string;
    only(row: NamedTime, stop: StopWord, others: boolean): string;
    /** The fastest and the slowest of a study; several where ranges overlap, so that none of them is named. */
    extremes(firsts: readonly NamedTime[], lasts: readonly NamedTime[], isCpu: boolean): string;
    alike(fast: NamedTime, slow: NamedTime, stop: StopWord | 'mixed'): string;
    /** The ranges of the first and of the last overlap. */
    noWinner(fast: NamedTime, slow: NamedTime): string;
    /** A study of parts of a start: how long each took; nothing is ranked. */
    parts(parts: readonly { readonly what: string; readonly time: string }[]): string;
    /** Before a headline that speaks of CPU time. */
    cpu(headline: string): string;
    /** After a headline whose times reach to the end of a command. */
    toEnd(headline: string): string;
    /** After a headline whose clocks stopped at different kinds of event. */
    endsDiffer(headline: string): string;
    /** A headline that speaks of a part of the rows alone, with how many these are. */
    counted(headline: string, count: number, of: number): string;
    /** Rows that were brought back from a snapshot stand beside rows that started. */
    readonly mixed: string;
    /** All sources: every time of the one is shorter than every time of the other. */
    apart(fast: NamedEnd, slow: NamedEnd): string;
    readonly overlap: string;
    /** All sources: some time comes without a machine. */
    readonly unnamed: string;
    /** All sources, one stack timed. */
    spread(title: string, spreads: readonly NamedSpread[], others: boolean): string;
    /** After a headline of all sources, of which some source names no machine. */
    noMachine(headline: string): string;
    /** All sources: parts, CPU times and snapshots alone. */
    readonly noneWhole: string;
    /** Before a headline that speaks of a reader's own measurements alone. */
    own(headline: string, study: string): string;
    readonly onlyOwn: string;
  };
  readonly sentence: {
    readonly empty: string;
    /** `kinds` is one kind of start, or names the rows by kind. */
    study(name: string, machine: string, kinds: string): string;
    /** The first clause of `study`, where there is little room. */
    studyShort(name: string, machine: string): string;
    kindOf(kind: string, titles: readonly string[]): string;
    timed(count: number, of: number): string;
    ratio(ratio: string): string;
    /** Ranges of rows overlap, so that none of them is named the first (the last). */
    overlapFirst(titles: readonly string[]): string;
    overlapLast(titles: readonly string[]): string;
    nothingBoots(row: NamedTime): string;
    wallFaster(walled: NamedTime, fenced: NamedTime): string;
    readonly orangeBefore: string;
    readonly orangeAfter: string;
    readonly orangeBoth: string;
    all(kinds: readonly string[]): string;
    /** Whose times are compared, with study and machine. */
    apart(fast: NamedEnd, slow: NamedEnd): string;
    /** Nothing has to boot for the fast one, a VM for the slow one. */
    apartWhy(fast: string, slow: string): string;
    /** Nothing has to boot for the fast one; for the slow one a kernel in user space starts, without a VM. */
    apartSentry(fast: string, slow: string): string;
    readonly othersOverlap: string;
    /** @param timed as `timedOther` says it, of each stack of which another variant was timed */
    readonly otherVariants: (timed: readonly string[]) => string;
    readonly noRace: string;
    /** Studies that timed one of the stacks beside others, or several of them. */
    fairRaces(studies: readonly string[]): string;
    /** Which lines are a reader's own. */
    ownMarks(study: string): string;
    /** `all` where there is little room. */
    readonly allShort: string;
  };
  readonly table: {
    captionStudy(study: string): string;
    readonly captionAll: string;
    readonly columns: readonly string[];
    readonly unknown: string;
    percentile(time: string, percent: number): string;
  };
  readonly says: {
    phaseDone(title: string, phase: string, time: string): string;
    finished(title: string, time: string, stop: StopWord): string;
    moment(time: string, parts: readonly string[]): string;
    running(title: string, phase: string | null): string;
    /** `isUp`: all of them are up at their finish. */
    finishedCount(finished: number, of: number, isUp: boolean): string;
    /** Readout of a row in the twin. */
    row(what: string, figure: string, study: string): string;
  };
}
