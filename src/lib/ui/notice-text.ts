/** Notices in words, each once. */
import { en } from '#lib/content/locales/en/index.ts';
import { stackTitles } from '#lib/content/stack-titles.ts';
import type { StackProblem } from '#lib/state/stack-shelf.svelte.ts';
import type { Notice } from '#lib/state/url-notice.ts';

export function noticeText(notice: Notice): string {
  if (notice.code === 'too-many-stacks' || notice.code === 'too-many-side-by-side') {
    const { value, used } = notice;
    return en.notices.byCode[notice.code]({
      ...notice,
      value: titlesOf(value),
      used: titlesOf(used),
    });
  }
  return en.notices.byCode[notice.code](notice);
}

/** @param stacks as in an address */
function titlesOf(stacks: string): string {
  const titles = stacks.split(',').map((ref) => {
    const [id = '', name] = ref.split(':');
    const head = stackTitles[id];
    const variant = head?.variants.find((one) => one.id === name);
    return variant?.title ?? head?.title ?? ref;
  });
  return titles.join(', ');
}

export function problemText({ id, path, message }: StackProblem): string {
  return en.notices.stackFailed(stackTitles[id]?.title ?? id, path, message);
}
