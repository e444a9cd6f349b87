/** Tells a listener how far the picture's story is. */
import { untrack } from 'svelte';
import { en } from '#lib/content/locales/en/index.ts';
import type { Explorer } from '#lib/state/explorer.svelte.ts';
import type { Announcer } from '../announcer.svelte.ts';

/** An event of a race is told when it has happened, a step of another story when it begins. */
export function tellSteps(explorer: Explorer, announcer: Announcer): void {
  const step = $derived.by(() => {
    const { tMs, doneIndex, chapterIndex } = explorer.player;
    if (tMs === null) return null;
    return explorer.scene.lens === 'boot' ? doneIndex : chapterIndex;
  });
  $effect(() => {
    if (step === null) return;
    const { chapters } = explorer;
    const chapter = chapters[step];
    if (!chapter) return;
    const says = en.ui.time.status(step + 1, chapters.length, chapter.label, chapter.says);
    // Who plays hears the latest, when there is time.
    untrack(() => announcer.say(says, explorer.player.isPlaying));
  });
}
