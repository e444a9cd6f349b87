/** An own number's value in words, the same wherever it is shown. */
import { ownWords } from '#lib/content/locales/en/own.ts';
import type { OwnNumber } from '#lib/model/own-numbers.ts';
import { mainValue, rangeBeside } from '../inspector/format-figure.ts';

/** @returns e.g. "812 ms (790 to 830 ms), 10 runs" */
export function valueText(number: OwnNumber): string {
  const range = rangeBeside(number);
  const words = ownWords.dialog;
  return [
    `${mainValue(number)}${range === '' ? '' : ` (${range})`}`,
    ...(number.runs === undefined ? [] : [words.runs(number.runs)]),
    ...((number.phases?.length ?? 0) > 1 ? [words.inPhases] : []),
  ].join(', ');
}
