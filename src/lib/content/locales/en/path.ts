/** English words of the Path lens. */
import type { NamedCount, PathWords } from '../../../model/path/words.ts';
import { pluralsOf } from '../plural.ts';
import { borders, cases, notes, ops, places } from './path-parts.ts';
import { digits } from './structure.ts';

const plural = pluralsOf('en');
const BORDERS = { one: 'border', other: 'borders' };

function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** Where a title has a comma of its own, none stands between titles. */
function titled(titles: readonly string[], join: (titles: readonly string[]) => string): string {
  return titles.some((title) => title.includes(',')) ? titles.join('; ') : join(titles);
}

function counted({ borders: count, isOpen }: NamedCount): string {
  const known = count === 0 ? 'no border' : plural(count, BORDERS);
  return isOpen ? `at least ${known}` : known;
}

function bare({ borders: count, isOpen }: NamedCount): string {
  return `${isOpen ? 'at least ' : ''}${count === 0 ? 'none' : digits.format(count)}`;
}

export const path: PathWords = {
  ...{ ops, borders, places, cases, notes },
  kernels: (count, striped, isLibrary) => {
    const user = isLibrary
      ? plural(striped, { one: 'library OS', other: 'library OSes' })
      : `${digits.format(striped)} in user space`;
    if (striped === 0) return count === 0 ? 'asks no kernel' : plural(count, KERNELS);
    return count === 0 ? user : `${plural(count, KERNELS)}, ${user}`;
  },
  counts: (down, back, isOpen) =>
    down + back === 0
      ? 'no border'
      : `${isOpen ? 'at least ' : ''}${plural(down, BORDERS)} down, ${digits.format(back)} back`,
  time: {
    notMeasured: 'not measured',
    range: (low, high) => `${low} to ${high}`,
    about: (value) => `about ${value}`,
    pair: (range) => `${range}, with the entry`,
    total: (range) => `there and back: ${range}`,
    noTotal: {
      none: 'time: not measured',
      'parts-missing': 'no total: most parts are not measured',
      'not-comparable': 'no total: parts from different machines',
    },
  },
  strip: {
    at: (step) => (step === 0 ? 'start' : `step ${digits.format(step)}`),
    axis: 'One block per step: lengths are steps, not time.',
    back: 'way back',
    legend: 'Heavy bar: a border. Under a block: its time, where a source has one.',
  },
  headline: {
    empty: 'Pick a first stack',
    counts: (noun, counts) => {
      const said = counts.map((one, at) => {
        const count = at === 0 ? counted(one) : bare(one);
        return counts.length === 1
          ? count
          : `${count} (${titled(one.titles, (titles) => titles.join(', '))})`;
      });
      const where = counts.length === 1 ? `: ${titled(counts[0]?.titles ?? [], list)}` : '';
      return `On its way down, ${noun} crosses ${list(said)}${where}.`;
    },
  },
  sentence: {
    empty: 'The Path lens follows one operation down through each stack, and back.',
    says: (op) =>
      `${op} A diamond is a border: another owner, or another mode of the CPU. The thin arrow is the way back.`,
  },
  step: {
    label: (names) => list(names),
    start: 'The program is about to start it.',
    one: (title, what) => `${title}: ${what}.`,
    what: (border, layer, place) => `${border === null ? '' : `${border} to `}${layer}, ${place}`,
    done: (title) => `${title}: back in the program.`,
  },
  twin: {
    reached: (name, steps, stops) =>
      `${name}, reached in ${steps.length === 1 ? 'step' : 'steps'} ${list(steps.map((step) => digits.format(step)))}: ${list(stops)}`,
    past: (name) => `${name}, not on the way`,
    outer: 'outer hypervisor',
    oneOf: (count) => `One of ${count} is drawn.`,
  },
  table: {
    caption: 'The way of one operation through each stack, step by step',
    step: 'Step',
    stepOf: (step, isBack) => `${digits.format(step)}${isBack ? ', way back' : ''}`,
    rows: {
      case: 'Case',
      kernels: 'Kernels on the way down',
      borders: 'Borders',
      time: 'Time',
      notes: 'To be known',
    },
    ended: '–',
    none: 'no program',
  },
};

const KERNELS = { one: 'kernel', other: 'kernels' };
