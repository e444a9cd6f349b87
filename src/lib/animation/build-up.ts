/**
 * The build-up of a picture as cues. Order follows causes: within a chapter each part starts a moment
 * after the one before it in its own stack, and not before what it stands on is there; all stacks are
 * built side by side, so that what stands on the same floor comes at the same time. Every chapter begins with a short stillness, in which the
 * finished chapter before it can be looked at and on which stepping stops.
 */
import type { BuildPart } from '../scene/picture.ts';
import type { Cue, PoseProp } from './cue.ts';
import { MOTION } from './motion.ts';

/** Stillness at the start of every chapter but the first, ms. */
export const CHAPTER_REST_MS = 200;
/** No chapter is longer, whatever the number of its parts, ms. */
export const CHAPTER_MAX_MS = 2500;
/** How long a transient part of the last chapter stays before it leaves, ms. */
const TRANSIENT_HOLD_MS = 400;

/** Where a chapter lies on the playhead; at `endMs` its picture is complete and still. */
interface ChapterSpan {
  readonly startMs: number;
  readonly endMs: number;
}

export interface BuildUp {
  readonly cues: readonly Cue[];
  readonly chapters: readonly ChapterSpan[];
  readonly durationMs: number;
}

interface Entrance {
  readonly prop: PoseProp;
  readonly durationMs: number;
}

/** Words change at once. */
const SAY_MS = 1;

const ENTRANCES: Readonly<Record<BuildPart['how'], Entrance>> = {
  rise: { prop: 'rise', durationMs: MOTION.layerEnterMs },
  draw: { prop: 'draw', durationMs: MOTION.fenceDrawMs },
  fade: { prop: 'alpha', durationMs: MOTION.toggleMs },
  say: { prop: 'alpha', durationMs: SAY_MS },
};

/**
 * @param build parts in starting order; a part named twice is built once, in its first place.
 * @param chapterCount how many chapters there are, with or without parts.
 * @returns cues without overlaps and the chapters' places, all in whole ms.
 */
export function buildCues(build: readonly BuildPart[], chapterCount: number): BuildUp {
  const unique = uniqueParts(build, chapterCount);
  const parts = unique.filter(({ how }) => how !== 'say');
  const cues: Cue[] = [];
  const chapters: ChapterSpan[] = [];
  let startMs = 0;
  for (let chapter = 0; chapter < chapterCount; chapter += 1) {
    const isLast = chapter === chapterCount - 1;
    const leaving = parts.filter((part) => leavesIn(part, chapter, chapterCount));
    const own = parts.filter((part) => part.chapter === chapter);
    const restMs = chapter === 0 ? 0 : CHAPTER_REST_MS;
    let endMs = startMs + restMs;
    const last = isLast ? leaving : [];
    if (!isLast) endMs = leave(cues, leaving, endMs);
    endMs = enter(cues, own, endMs, startMs + CHAPTER_MAX_MS - exitTime(last));
    if (last.length > 0) endMs = leave(cues, last, endMs + TRANSIENT_HOLD_MS);
    if (endMs === startMs) endMs += CHAPTER_REST_MS;
    chapters.push({ startMs, endMs });
    startMs = endMs;
  }
  say(cues, unique, chapters);
  return { cues, chapters, durationMs: startMs };
}

/** @returns when a chapter's parts begin to come, after the stillness in which the one before is seen */
export function comesFromMs({ startMs }: Pick<ChapterSpan, 'startMs'>): number {
  return startMs === 0 ? 0 : startMs + CHAPTER_REST_MS;
}

/** What is said of a stack changes when a chapter begins to come and when it stands; the first is there. */
function say(cues: Cue[], unique: readonly BuildPart[], chapters: readonly ChapterSpan[]): void {
  const before = new Map<string, string>();
  for (const { owner, chapter, how, isComing } of unique) {
    const span = chapters[chapter];
    if (how !== 'say' || span === undefined) continue;
    const stack = stackOf(owner);
    const replaced = before.get(stack);
    before.set(stack, owner);
    if (replaced === undefined) continue;
    const atMs = (isComing ? comesFromMs(span) : span.endMs) - SAY_MS;
    const base = { prop: 'alpha', atMs, durationMs: SAY_MS, ease: 'linear' } as const;
    cues.push({ ...base, id: `${replaced} gives way`, target: replaced, from: 1, to: 0 });
    cues.push({ ...base, id: `${owner} is said`, target: owner, from: 0, to: 1 });
  }
}

function stackOf(owner: string): string {
  return owner.split(/[/#]/, 1)[0] ?? '';
}

function uniqueParts(build: readonly BuildPart[], chapterCount: number): readonly BuildPart[] {
  const byOwner = new Map<string, BuildPart>();
  for (const part of build) {
    const isPlaced = part.chapter >= 0 && part.chapter < chapterCount;
    if (isPlaced && !byOwner.has(part.owner)) byOwner.set(part.owner, part);
  }
  return [...byOwner.values()];
}

/** A transient part is still to be seen at the end of its last chapter, and leaves as the next begins. */
function leavesIn(part: BuildPart, chapter: number, chapterCount: number): boolean {
  if (part.goneAfterChapter === undefined) return false;
  const after = Math.max(part.goneAfterChapter, part.chapter) + 1;
  return Math.min(after, chapterCount - 1) === chapter;
}

function exitTime(leaving: readonly BuildPart[]): number {
  if (leaving.length === 0) return 0;
  return TRANSIENT_HOLD_MS + Math.max(...leaving.map(exitMs));
}

function exitMs(part: BuildPart): number {
  return Math.round(ENTRANCES[part.how].durationMs * MOTION.exitFactor);
}

/** Adds the cues of parts that leave together; returns when the last one is gone. */
function leave(cues: Cue[], parts: readonly BuildPart[], atMs: number): number {
  let endMs = atMs;
  for (const part of parts) {
    const durationMs = exitMs(part);
    const { prop } = ENTRANCES[part.how];
    const id = `${part.owner} leaves`;
    cues.push({ id, target: part.owner, prop, atMs, durationMs, from: 1, to: 0, ease: 'exit' });
    endMs = Math.max(endMs, atMs + durationMs);
  }
  return endMs;
}

/**
 * Adds the cues of parts that come one after the other per stack, and none before what it stands on is
 * there; returns when the last one is up.
 */
function enter(cues: Cue[], parts: readonly BuildPart[], atMs: number, latestMs: number): number {
  const placeInStack = new Map<string, number>();
  const floorsBelow = new Map<string, number>();
  const places = parts.map(({ owner, on }) => {
    const stack = stackOf(owner);
    const place = placeInStack.get(stack) ?? 0;
    placeInStack.set(stack, place + 1);
    floorsBelow.set(owner, 1 + (floorsBelow.get(on ?? '') ?? -1));
    return place;
  });
  const lastPlace = Math.max(0, ...placeInStack.values()) - 1;
  const riseMs = MOTION.layerEnterMs * (1 + Math.max(0, ...floorsBelow.values()));
  const roomMs = Math.max(0, latestMs - atMs - riseMs);
  const staggerMs = lastPlace > 0 ? Math.min(MOTION.staggerMs, roomMs / lastPlace) : 0;
  const standsMs = new Map<string, number>();
  let endMs = atMs;
  parts.forEach(({ owner, on, how }, index) => {
    const { prop, durationMs } = ENTRANCES[how];
    const inTurnMs = atMs + Math.round(staggerMs * (places[index] ?? 0));
    const startsMs = Math.max(inTurnMs, standsMs.get(on ?? '') ?? 0);
    const base = { prop, durationMs, from: 0, to: 1, ease: 'enter' } as const;
    cues.push({ ...base, id: `${owner} comes`, target: owner, atMs: startsMs });
    standsMs.set(owner, startsMs + durationMs);
    endMs = Math.max(endMs, startsMs + durationMs);
  });
  return endMs;
}
