/**
 * The time axis of the race: from the start line (time 0) to a round end that covers everything drawn.
 * On the log axis time 0 has no place: everything up to the first label lies on the start line.
 */
import { nice, ticks } from 'd3';

interface Tick {
  readonly ms: number;
  readonly x: number;
  readonly labelled: boolean;
}

export interface TimeAxis {
  readonly kind: 'log' | 'linear';
  /** Time at the start line: 0 on the linear axis, the first label on the log axis. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly x0: number;
  readonly x1: number;
  /** Labelled and minor ticks, in order; the start line comes first. */
  readonly ticks: readonly Tick[];
  /** World x of a time; clamped to the axis, never falling with time. */
  x(ms: number): number;
  /** True when a time lies left of what the axis shows. */
  isOff(ms: number): boolean;
}

const MINUTE = 60_000;
const STEPS = [1, 2, 5];

/** The smallest round time that is not below `ms`: 1, 2, 5 of a decade, then whole minutes and hours. */
export function roundUp(ms: number): number {
  for (const round of [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1440].map((n) => n * MINUTE)) {
    if (ms <= round && ms > 50_000) return round;
  }
  const decade = 10 ** Math.floor(Math.log10(ms));
  for (const step of [...STEPS, 10]) {
    const round = Number((decade * step).toPrecision(1));
    if (round >= ms) return round;
  }
  return decade * 10;
}

function decadeAtOrBelow(ms: number): number {
  return Number((10 ** Math.floor(Math.log10(ms) + 1e-9)).toPrecision(1));
}

/** @returns the first label: a power of ten that leaves the earliest finish some room on its left */
function logStart(times: readonly number[], toMs: number): number {
  const first = Math.min(...times);
  const start = decadeAtOrBelow(first * 0.9);
  return Math.min(start, decadeAtOrBelow(toMs / 100));
}

function logTicks(fromMs: number, toMs: number): { ms: number; labelled: boolean }[] {
  const ticks: { ms: number; labelled: boolean }[] = [];
  for (let decade = fromMs; decade <= toMs; decade = Number((decade * 10).toPrecision(1))) {
    const seconds = decade >= 100_000;
    for (let step = 1; step < 10; step += 1) {
      const ms = Number((decade * step).toPrecision(1));
      if (ms > toMs) break;
      ticks.push({ ms, labelled: step === 1 && !seconds });
    }
  }
  for (const ms of [MINUTE, 10 * MINUTE, 60 * MINUTE]) {
    if (ms >= toMs || ms <= fromMs) continue;
    const at = ticks.find((tick) => tick.ms === ms);
    if (at) at.labelled = true;
    else ticks.push({ ms, labelled: true });
  }
  const end = ticks.find((tick) => tick.ms === toMs);
  if (end) end.labelled = true;
  else ticks.push({ ms: toMs, labelled: true });
  return ticks.sort((a, b) => a.ms - b.ms);
}

/**
 * @param finishes times that must be seen apart from the start line (typical values, first phases), ms
 * @param reach times that must lie on the axis (upper ends), ms
 */
export function timeAxis(
  kind: 'log' | 'linear',
  finishes: readonly number[],
  reach: readonly number[],
  x0: number,
  x1: number,
): TimeAxis {
  const most = Math.max(...reach, ...finishes, 0);
  const shown = finishes.length > 0 ? finishes : reach;
  if (kind === 'linear') return linearAxis(most > 0 ? most : 1000, x0, x1);
  const toMs = most > 0 ? roundUp(most) : 10_000;
  const fromMs = shown.length > 0 ? logStart(shown, toMs) : 1;
  const scale = scaleTo(Math.log, fromMs, toMs, x0, x1);
  const x = (ms: number): number => (ms > fromMs ? scale(ms) : x0);
  const placed = logTicks(fromMs, toMs).map((tick) => ({ ...tick, x: x(tick.ms) }));
  return { kind, fromMs, toMs, x0, x1, ticks: placed, x, isOff: (ms) => ms < fromMs };
}

function linearAxis(most: number, x0: number, x1: number): TimeAxis {
  const count = Math.max(2, Math.min(8, Math.floor((x1 - x0) / 110)));
  const [, toMs] = nice(0, most, count);
  const scale = scaleTo((ms) => ms, 0, toMs, x0, x1);
  const x = (ms: number): number => (ms > 0 ? scale(ms) : x0);
  const placed = ticks(0, toMs, count).map((ms) => ({ ms, x: x(ms), labelled: true }));
  return { kind: 'linear', fromMs: 0, toMs, x0, x1, ticks: placed, x, isOff: (ms) => ms < 0 };
}

/**
 * From a time to its place, clamped to both ends. Not d3's scales: for this division they bring along
 * the mixing of colours and the formatting of numbers, a tenth of all the code that the Boot lens needs.
 */
function scaleTo(
  transform: (ms: number) => number,
  ...[fromMs, toMs, x0, x1]: [fromMs: number, toMs: number, x0: number, x1: number]
): (ms: number) => number {
  const from = transform(fromMs);
  const length = transform(toMs) - from;
  return (ms) => {
    const share = (transform(Math.min(toMs, Math.max(fromMs, ms))) - from) / length;
    return x0 * (1 - share) + x1 * share;
  };
}
