/** Tells a listener what a change of the scene brought. */
import type { Explorer } from '#lib/state/explorer.svelte.ts';
import type { Announcer } from '../announcer.svelte.ts';
import { newsOf, type Told } from './scene-news.ts';

/** Call it while a component is set up: it listens as long as that stands. */
export function tellNews(explorer: Explorer, announcer: Announcer): void {
  let last: Told | null = null;
  $effect(() => {
    const { picture, scene } = explorer;
    if (picture === null) return;
    const stacks = new Map(explorer.stacks.map(({ stack }) => [stack.key, stack.title]));
    const told = { lens: scene.lens, headline: picture.headline, stacks };
    const news = last === null ? '' : newsOf(last, told);
    last = told;
    if (news !== '') announcer.say(news);
  });
}
