/** A reader's own start times as one more study, so that the race can be run from them. */
import type { StartKind, StartPhase, StartStudy, StartTiming } from '../model/figures.ts';
import type { OwnNumber, OwnPhaseName } from '../model/own-numbers.ts';
import type { OwnStudyWords } from '../model/words-own.ts';
import { OWN_STUDY } from '../model/boot-settings.ts';

const MS_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['µs', 1e-3],
  ['ns', 1e-6],
]);

/** Whose code runs in a phase; firmware, loader and initrd in the colour of what is neither kernel nor app. */
const RUNS: Readonly<Record<OwnPhaseName, StartPhase['runs']>> = {
  firmware: 'userland',
  loader: 'userland',
  kernel: 'kernel',
  initrd: 'userland',
  userspace: 'userland',
};

/** Whether a number can stand on the time axis: a start, of a stack, with a value above zero. */
function isTimed(number: OwnNumber): boolean {
  const last = number.typical ?? number.high ?? number.low ?? 0;
  return (
    number.kind === 'start' && number.stack !== null && last > 0 && MS_PER_UNIT.has(number.unit)
  );
}

/** What was there before, as the reader said; a kernel that boots started from nothing. */
function kindOf({ start, phases }: OwnNumber): StartKind {
  return start ?? (phases?.some(({ name }) => name === 'kernel') ? 'cold' : 'unsaid');
}

function timingOf(number: OwnNumber, index: number, words: OwnStudyWords): StartTiming[] {
  const { stack, low, typical, high, unit } = number;
  const msPerUnit = MS_PER_UNIT.get(unit) ?? NaN;
  if (stack === null) return [];
  const phases = (number.phases ?? []).map(({ name, ms }): StartPhase => ({
    id: name,
    label: words.phases[name],
    runs: RUNS[name],
    typicalMs: ms,
  }));
  // A lower end of zero is no more than a clock that did not tick.
  const hasLow = low !== undefined && low > 0;
  return [
    {
      id: `${OWN_STUDY}-${index + 1}`,
      stack,
      what: number.what,
      figure: `${OWN_STUDY}-${index + 1}`,
      ...(hasLow && { lowMs: low * msPerUnit }),
      ...(typical !== undefined && typical > 0 && { typicalMs: typical * msPerUnit }),
      ...(high !== undefined && { highMs: high * msPerUnit }),
      kind: kindOf(number),
      ...words.events[number.tool],
      machine: words.machine(number.machine, number.runs),
      phases,
      primary: true,
    },
  ];
}

/**
 * @param own whose measurements they are
 * @returns a study of the start times among the numbers that say their stack, in the order given; null
 *   when there are none
 */
export function ownStudy(
  numbers: readonly OwnNumber[],
  words: OwnStudyWords,
  own: 'reader' | 'link',
): StartStudy | null {
  const timed = numbers.filter(isTimed);
  const machines = new Set(timed.map(({ machine }) => machine));
  const [machine] = machines;
  const timings = timed.flatMap((number, index) => timingOf(number, index, words));
  if (timings.length === 0) return null;
  return {
    id: OWN_STUDY,
    title: words.title,
    short: words.short,
    year: null,
    own,
    machine: machines.size > 1 ? words.machines(machines.size) : words.machine(machine, undefined),
    source: OWN_STUDY,
    caveat: words.caveat,
    timings,
  };
}
