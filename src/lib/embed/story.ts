/** The steps of what a frame shows, as hosts move through them. */
import type { Explorer } from '../state/explorer.svelte.ts';
import type { Playhead } from './messages.ts';

export function hasStory(explorer: Explorer): boolean {
  return explorer.durationMs > 0 && explorer.chapters.length > 0;
}

export function playheadOf({ player, chapters, durationMs }: Explorer): Playhead {
  return {
    t: Number(player.positionMs.toFixed(3)),
    step: player.chapterIndex + 1,
    steps: chapters.length,
    duration: durationMs,
    isPlaying: player.isPlaying,
  };
}

/** The last step is complete. */
export function isAtEnd(explorer: Explorer): boolean {
  return explorer.player.positionMs >= explorer.durationMs;
}

/** No step lies behind. */
export function isAtStart({ player, chapters }: Explorer): boolean {
  return player.positionMs <= (chapters[0]?.endMs ?? 0);
}

/** Plays to the end of the step ahead; at the last one it stays. */
export function stepOn(explorer: Explorer): void {
  const { player, picture } = explorer;
  if (isAtEnd(explorer)) return;
  // A race is read at its events; the way of a story is part of it.
  player.stepForward(picture?.clock?.byDecades === undefined ? 'play' : 'cut');
  explorer.timeChanged();
}

/** To the end of the step behind; at the first one it stays. */
export function stepBack(explorer: Explorer): void {
  if (isAtStart(explorer)) return;
  explorer.player.stepBack();
  explorer.timeChanged();
}

interface Part {
  readonly startMs: number;
  readonly endMs: number;
}

/** Where steps count as seconds: @returns 0 to the number of steps */
export function secondsAt(tMs: number, chapters: readonly Part[]): number {
  const found = chapters.findIndex(({ endMs }) => tMs < endMs);
  const chapter = chapters[found];
  if (chapter === undefined) return chapters.length;
  const share = (tMs - chapter.startMs) / (chapter.endMs - chapter.startMs);
  return Number((found + Math.min(1, Math.max(0, share))).toFixed(3));
}

/** The moment of {@link secondsAt}, ms; what lies beyond the story is its end. */
export function msAt(seconds: number, chapters: readonly Part[]): number {
  const whole = Math.floor(Math.max(0, seconds));
  const chapter = chapters[whole];
  if (chapter === undefined) return chapters.at(-1)?.endMs ?? 0;
  if (seconds === whole && whole > 0) return chapters[whole - 1]?.endMs ?? 0;
  return chapter.startMs + (Math.max(0, seconds) - whole) * (chapter.endMs - chapter.startMs);
}
