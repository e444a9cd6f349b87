/** Notices in words, each once. */
import { en } from '#lib/content/locales/en/index.ts';
import { stackTitles } from '#lib/content/stack-titles.ts';
import type { StackProblem } from '#lib/state/stack-shelf.svelte.ts';
import type { Notice } from '#lib/state/url-notice.ts';

export function noticeText(notice: Notice): string {
  return en.notices.byCode[notice.code](notice);
}

export function problemText({ id, path, message }: StackProblem): string {
  return en.notices.stackFailed(stackTitles[id]?.title ?? id, path, message);
}
