/** Durations as text: three significant digits at most, in the unit a reader would say. */

interface Split {
  readonly value: string;
  readonly unit: string;
}

/** At most three significant digits, no trailing zeros, never an exponent. */
function digits(value: number): string {
  if (value >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

function split(ms: number): Split {
  if (ms === 0) return { value: '0', unit: 'ms' };
  if (ms < 0.9995) return { value: digits(ms * 1000), unit: 'µs' };
  if (ms < 999.5) return { value: digits(ms), unit: 'ms' };
  return { value: digits(ms / 1000), unit: 's' };
}

/**
 * @param ms a duration in milliseconds, 0 or more
 * @returns e.g. "3.5 ms", "26.9 µs", "1.5 s", "3 min 48 s"
 */
export function formatDuration(ms: number): string {
  if (ms >= 119_500 || ms === 60_000) {
    const seconds = Math.round(ms / 1000);
    const rest = seconds % 60;
    const minutes = `${(seconds - rest) / 60} min`;
    return rest === 0 ? minutes : `${minutes} ${rest} s`;
  }
  const { value, unit } = split(ms);
  return `${value} ${unit}`;
}

/**
 * Both ends of a range; the unit is said once when it is the same.
 * @param join puts the two together in the reader's language, e.g. "1 to 9 ms"
 */
export function formatSpan(
  lowMs: number,
  highMs: number,
  join: (low: string, high: string) => string,
): string {
  if (
    lowMs > 0 &&
    highMs < 119_500 &&
    highMs !== 60_000 &&
    split(lowMs).unit === split(highMs).unit
  ) {
    return join(split(lowMs).value, formatDuration(highMs));
  }
  return join(formatDuration(lowMs), formatDuration(highMs));
}

/** @returns how many times one duration is another: one decimal below 10, two digits above 20. */
export function formatRatio(ratio: number): string {
  if (ratio < 9.95) return String(Number(ratio.toFixed(1)));
  if (ratio < 19.5) return String(Math.round(ratio));
  return String(Math.round(Number(ratio.toPrecision(2))));
}

/** Tick marks and the time flag: a whole tick without a fraction, the flag with three digits. */
export function formatClock(ms: number): string {
  if (ms >= 119_500) return formatDuration(ms);
  if (ms >= 1000) return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
  if (ms >= 100) return `${Math.round(ms)} ms`;
  if (ms >= 1) return `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
  return formatDuration(ms);
}

/** @returns the axis label of a tick: "100 ms", "1 s", "2 min" */
export function formatTick(ms: number): string {
  if (ms >= 60_000 && ms % 60_000 === 0) return `${ms / 60_000} min`;
  return formatDuration(ms);
}
