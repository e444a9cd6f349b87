/** What a figure measures, and its values in the one unit in which figures of a measure are compared. */
import { FIGURE_MEASURES } from './figures.ts';
import type { Figure, FigureMeasure } from './figures.ts';
import { formatMs, formatQuantity } from './format-quantity.ts';
import type { FigureUnit } from './format-quantity.ts';

interface UnitScale {
  /** Measures a figure in this unit can have; with more than one the figure has to say which. */
  readonly measures: readonly FigureMeasure[];
  /** Base units in one of this unit. */
  readonly perUnit: number;
}

const BYTES_PER_MIB = 2 ** 20;
const BYTES_PER_MB = 1e6;

const SCALES: Readonly<Record<FigureUnit, UnitScale>> = {
  ms: { measures: ['time'], perUnit: 1 },
  µs: { measures: ['time'], perUnit: 1e-3 },
  ns: { measures: ['time'], perUnit: 1e-6 },
  MB: { measures: ['size'], perUnit: 1 },
  MiB: { measures: ['size'], perUnit: BYTES_PER_MIB / BYTES_PER_MB },
  GB: { measures: ['size'], perUnit: 1000 },
  '%': { measures: ['change', 'share'], perUnit: 1 },
  '×': { measures: ['times-as-long', 'times-as-fast'], perUnit: 1 },
  count: {
    measures: ['system-calls', 'capabilities', 'devices', 'hypercalls', 'references'],
    perUnit: 1,
  },
  lines: { measures: ['lines'], perUnit: 1 },
  cycles: { measures: ['cycles'], perUnit: 1 },
  'thousand IOPS': { measures: ['iops'], perUnit: 1 },
  'Gbit/s': { measures: ['bandwidth'], perUnit: 1 },
};

/** The unit in which figures of a measure stand on an axis. */
const BASE_UNITS: Readonly<Record<FigureMeasure, FigureUnit>> = {
  time: 'ms',
  size: 'MB',
  change: '%',
  share: '%',
  'times-as-long': '×',
  'times-as-fast': '×',
  'system-calls': 'count',
  capabilities: 'count',
  devices: 'count',
  hypercalls: 'count',
  references: 'count',
  lines: 'lines',
  cycles: 'cycles',
  iops: 'thousand IOPS',
  bandwidth: 'Gbit/s',
};

type Measured = Pick<Figure, 'measure' | 'unit'>;

function scaleOf(unit: string): UnitScale | undefined {
  return Object.hasOwn(SCALES, unit) ? SCALES[unit as FigureUnit] : undefined;
}

/**
 * @returns what a figure measures: its own word, else what its unit says; null where neither tells, as
 *   with a bare percentage
 */
export function measureOf({ measure, unit }: Measured): FigureMeasure | null {
  if (measure !== undefined) return measure;
  const measures = scaleOf(unit)?.measures ?? [];
  return measures.length === 1 ? (measures[0] ?? null) : null;
}

/** @returns true when unit and measure go together and say what is measured */
export function fitsUnit(figure: Measured): boolean {
  const measure = measureOf(figure);
  return measure !== null && scaleOf(figure.unit)?.measures.includes(measure) === true;
}

/** @returns the value in the base unit of its measure: ms, MB (a million bytes), or as it is */
export function toBase(value: number, unit: string): number {
  return value * (scaleOf(unit)?.perUnit ?? 1);
}

/** @returns true when only whole numbers make sense: things that are counted */
export function isCount(measure: FigureMeasure): boolean {
  return BASE_UNITS[measure] === 'count' || measure === 'lines';
}

/** Order in which the measures of a category follow each other. */
export function measureRank(measure: FigureMeasure): number {
  return FIGURE_MEASURES.indexOf(measure);
}

/**
 * @param value in the base unit of the measure
 * @returns e.g. "10 ms", "2.5 kB", "1 GB", "−20 %", "3 ×"
 */
export function formatBase(value: number, measure: FigureMeasure, lang = 'en'): string {
  if (measure === 'time') return formatMs(value);
  if (measure !== 'size') return formatQuantity(value, BASE_UNITS[measure], lang);
  if (value !== 0 && Math.abs(value) < 0.9995) return formatQuantity(value * 1000, 'kB', lang);
  if (Math.abs(value) >= 1000) return formatQuantity(value / 1000, 'GB', lang);
  return formatQuantity(value, 'MB', lang);
}
