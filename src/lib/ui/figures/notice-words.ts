/** What could not be used of an address, in words. */
import { figuresWords } from '#lib/content/locales/en/figures.ts';
import type { Notice } from '#lib/state/url-notice.ts';

type Says = (param: string, value: string, used: string) => string;

/** @returns a sentence that names the parameter, its value and what stands instead */
export function noticeWords({ code, param, value, used }: Notice): string {
  const words: Partial<Record<Notice['code'], Says>> = figuresWords.notices;
  const says = words[code] ?? figuresWords.notices['unknown-value'];
  return says(param, value, used);
}
