/** How long something took, as course systems write it. */

const MS_PER_HOUR = 3_600_000;
const MS_PER_MINUTE = 60_000;
/** Four digits of hours are all there is. */
const MOST_MS = 9999 * MS_PER_HOUR;

/** @returns a SCORM 1.2 time span, `HHHH:MM:SS.SS`; what is longer than it can say is cut */
export function scormTimespan(ms: number): string {
  const whole = Math.min(Math.max(0, Math.round(ms / 10) * 10), MOST_MS);
  const hours = Math.floor(whole / MS_PER_HOUR);
  const minutes = Math.floor((whole % MS_PER_HOUR) / MS_PER_MINUTE);
  const hundredths = Math.round((whole % MS_PER_MINUTE) / 10);
  const seconds = `${padded(Math.floor(hundredths / 100), 2)}.${padded(hundredths % 100, 2)}`;
  return `${padded(hours, 4)}:${padded(minutes, 2)}:${seconds}`;
}

/** @returns an ISO 8601 duration in seconds, to a hundredth, `PT12.5S` */
export function isoDuration(ms: number): string {
  return `PT${Math.max(0, Math.round(ms / 10)) / 100}S`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
