/** Which study times which of the chosen stacks, and which one the race is run from. */
import type { StartStudy, StartTiming } from '../model/figures.ts';
import { ALL_STUDIES } from '../model/boot-settings.ts';
import type { ResolvedStack } from '../model/stack.ts';

/** A choice in the study switch: how many of the chosen stacks it timed. */
export interface StudyChoice {
  readonly id: string;
  readonly short: string;
  readonly timed: number;
}

/** What the rows are drawn from: one study, or every timing with its machine named. */
export type StudyView =
  { readonly kind: 'one'; readonly study: StartStudy } | { readonly kind: 'all' };

function parseRef(ref: string): { id: string; variant: string | undefined } {
  const colon = ref.indexOf(':');
  if (colon < 0) return { id: ref, variant: undefined };
  return { id: ref.slice(0, colon), variant: ref.slice(colon + 1) };
}

/** @returns true when the timing speaks of this stack: same family, and same variant if it names one. */
export function fitsStack(timing: StartTiming, stack: ResolvedStack): boolean {
  const { id, variant } = parseRef(timing.stack);
  return id === stack.id && (variant === undefined || variant === stack.variant);
}

/** @returns the study's timings of this stack, the one that is drawn first. */
export function timingsOf(study: StartStudy, stack: ResolvedStack): readonly StartTiming[] {
  const rank = (timing: StartTiming): number =>
    (timing.primary ? 0 : 2) + (timing.stack.includes(':') ? 0 : 1);
  return study.timings
    .filter((timing) => fitsStack(timing, stack))
    .map((timing, index) => ({ timing, index }))
    .sort((a, b) => rank(a.timing) - rank(b.timing) || a.index - b.index)
    .map(({ timing }) => timing);
}

/** @returns a timing of the same family in another variant, for the words of a row without one. */
export function otherVariantOf(study: StartStudy, stack: ResolvedStack): StartTiming | undefined {
  const others = study.timings.filter(
    (timing) => parseRef(timing.stack).id === stack.id && !fitsStack(timing, stack),
  );
  return others.find((timing) => timing.primary) ?? others[0];
}

function countTimed(study: StartStudy, stacks: readonly ResolvedStack[]): number {
  return stacks.filter((stack) => study.timings.some((timing) => fitsStack(timing, stack))).length;
}

/**
 * @param wanted the study that the scene names: it stays, so that a switch can show it
 * @returns the studies that make a race of the chosen stacks, in the order given: those that timed two of
 *   them or more; of a reader's own measurements one is enough
 */
export function studiesFor(
  stacks: readonly ResolvedStack[],
  studies: readonly StartStudy[],
  wanted: string | null = null,
): readonly StudyChoice[] {
  return studies.flatMap((study) => {
    const { id, short, own } = study;
    const timed = countTimed(study, stacks);
    const isRace = timed >= (own === undefined ? 2 : 1);
    return isRace || id === wanted ? [{ id, short, timed }] : [];
  });
}

/**
 * @returns true when no study of several timed this stack; of one study alone that cannot be told
 */
export function isUntimed(stack: ResolvedStack, studies: readonly StartStudy[]): boolean {
  const published = studies.filter(({ own }) => own === undefined);
  return published.length > 1 && studies.every((study) => countTimed(study, [stack]) === 0);
}

/**
 * @param wanted study id, `all`, or null for the study that timed most of the stacks (at least 2; the
 *   first among equals), else all of them. An id that no study has counts as null.
 */
export function chooseStudy(
  wanted: string | null,
  stacks: readonly ResolvedStack[],
  studies: readonly StartStudy[],
): StudyView {
  if (wanted === ALL_STUDIES) return { kind: 'all' };
  const named = studies.find((study) => study.id === wanted);
  if (named !== undefined) return { kind: 'one', study: named };
  let best: StartStudy | undefined;
  let most = 1;
  for (const study of studies) {
    // A reader's own measurements are shown when asked for, never in the place of a study; a part is no race.
    if (study.own !== undefined || study.clock === 'part') continue;
    const timed = countTimed(study, stacks);
    if (timed > most) [best, most] = [study, timed];
  }
  return best === undefined ? { kind: 'all' } : { kind: 'one', study: best };
}
