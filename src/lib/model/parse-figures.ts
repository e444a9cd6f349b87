/** The only way from a data file to figures, sources and studies: checked key by key, never throws. */
import * as v from 'valibot';
import { readData } from './data-issues.ts';
import type { DataResult } from './data-result.ts';
import { fitsUnit } from './figure-measures.ts';
import { BASELINES, CONFIDENCES, FIGURE_CATEGORIES, FIGURE_MEASURES } from './figures.ts';
import type { Figure, Source, SourceName, StartPhase, StartStudy, StartTiming } from './figures.ts';
import { FIGURE_UNITS } from './format-quantity.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/), v.maxLength(60));
const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const url = v.pipe(v.string(), v.url(), v.regex(/^https?:/));
const stackRef = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?::[a-z0-9-]+)?$/));
const year = v.pipe(v.number(), v.integer(), v.minValue(1960), v.maxValue(2100));
const duration = v.pipe(v.number(), v.finite(), v.gtValue(0));

interface Ends {
  readonly low?: number | undefined;
  readonly typical?: number | undefined;
  readonly high?: number | undefined;
}

/** @returns true when there is a value and low ≤ typical ≤ high */
function isOrdered({ low, typical, high }: Ends): boolean {
  const values = [low, typical, high].filter((value) => value !== undefined);
  return values.length > 0 && values.every((value, at) => at === 0 || value >= values[at - 1]!);
}

const ORDER_MESSAGE = 'expected low, typical or high, and low ≤ typical ≤ high';

const MEASURE_MESSAGE =
  'the unit leaves open what is measured (%, ×, count), or does not fit: expected a measure of that unit';

const figureSchema: v.GenericSchema<Figure> = v.pipe(
  v.strictObject({
    id,
    category: v.picklist(FIGURE_CATEGORIES),
    measure: v.exactOptional(v.picklist(FIGURE_MEASURES)),
    against: v.exactOptional(v.picklist(BASELINES)),
    reference: v.exactOptional(id),
    load: v.exactOptional(text(40)),
    setUp: v.exactOptional(text(40)),
    unlike: v.exactOptional(text(60)),
    subject: v.array(stackRef),
    quantity: text(160),
    low: v.exactOptional(v.pipe(v.number(), v.finite())),
    typical: v.exactOptional(v.pipe(v.number(), v.finite())),
    high: v.exactOptional(v.pipe(v.number(), v.finite())),
    unit: v.picklist(FIGURE_UNITS),
    conditions: text(240),
    study: v.exactOptional(id),
    machine: v.exactOptional(text(80)),
    year: v.exactOptional(year),
    sources: v.pipe(v.array(id), v.minLength(1)),
    confidence: v.picklist(CONFIDENCES),
  }),
  v.check((figure) => isOrdered(figure), ORDER_MESSAGE),
  v.check((figure) => fitsUnit(figure), MEASURE_MESSAGE),
  v.check(
    ({ against, reference }) => reference === undefined || against !== undefined,
    'a figure with a reference says what that is',
  ),
);

const sourceSchema: v.GenericSchema<Source> = v.pipe(
  v.strictObject({
    id,
    short: text(40),
    title: text(200),
    authors: text(200),
    year: v.nullable(year),
    url: v.exactOptional(url),
    note: v.exactOptional(text(240)),
  }),
  v.check(
    (source) => source.url !== undefined || source.note !== undefined,
    'a source without a public address needs a note that says what it is',
  ),
);

const runs = v.picklist([
  'vmm',
  'hypervisor',
  'kernel',
  'userland',
  'engine',
  'app',
  'fence',
  'library-os',
]);

const phaseSchema: v.GenericSchema<StartPhase> = v.pipe(
  v.strictObject({
    id,
    label: text(48),
    runs,
    alsoRuns: v.exactOptional(v.pipe(v.array(runs), v.minLength(1))),
    figure: v.exactOptional(id),
    typicalMs: duration,
    derived: v.exactOptional(text(160)),
  }),
  v.check(
    ({ figure, derived }) => (figure === undefined) !== (derived === undefined),
    'a phase has either a figure or says how it is derived',
  ),
);

const timingSchema: v.GenericSchema<StartTiming> = v.pipe(
  v.strictObject({
    id,
    stack: stackRef,
    what: text(120),
    figure: id,
    lowMs: v.exactOptional(duration),
    lowIs: v.exactOptional(v.literal('p10')),
    typicalMs: v.exactOptional(duration),
    highMs: v.exactOptional(duration),
    highIs: v.exactOptional(v.picklist(['p90', 'p99'])),
    kind: v.picklist(['cold', 'warm', 'snapshot']),
    from: text(120),
    to: text(120),
    end: v.picklist(['app', 'system', 'init', 'ended', 'resumed', 'unsaid']),
    machine: text(120),
    phases: v.array(phaseSchema),
    primary: v.boolean(),
  }),
  v.check(
    ({ lowMs, typicalMs, highMs }) => isOrdered({ low: lowMs, typical: typicalMs, high: highMs }),
    ORDER_MESSAGE,
  ),
  v.check(
    ({ lowMs, lowIs, typicalMs, highMs, highIs }) =>
      (highIs === undefined || (highMs !== undefined && typicalMs !== undefined)) &&
      (lowIs === undefined || (lowMs !== undefined && highIs !== undefined)),
    'a percentile needs its value and a typical one, a low percentile a high one too',
  ),
);

const studySchema: v.GenericSchema<StartStudy> = v.strictObject({
  id,
  title: text(160),
  short: text(24),
  year,
  machine: text(120),
  source: id,
  caveat: v.exactOptional(text(300)),
  clock: v.exactOptional(v.picklist(['cpu', 'part'])),
  timings: v.pipe(v.array(timingSchema), v.minLength(1)),
});

const figuresSchema = v.array(figureSchema);
const sourcesSchema = v.array(sourceSchema);

/** @returns the figures of a file, or what is wrong with it by path. */
export function parseFigures(input: unknown): DataResult<readonly Figure[]> {
  return readData(figuresSchema, input);
}

/** @returns the sources of a file, or what is wrong with it by path. */
export function parseSources(input: unknown): DataResult<readonly Source[]> {
  return readData(sourcesSchema, input);
}

/** @returns the names of a file's sources, or what is wrong with it by path. */
export function sourceNames(input: unknown): DataResult<readonly SourceName[]> {
  const read = parseSources(input);
  return read.ok ? { ok: true, value: read.value.map(({ id, short }) => ({ id, short })) } : read;
}

/** @returns the study of a file, or what is wrong with it by path. */
export function parseStudy(input: unknown): DataResult<StartStudy> {
  return readData(studySchema, input);
}
