/** What every lens is: a pure function from stacks, settings and size to a picture. */
import type { StartStudy, Source, Figure } from '../model/figures.ts';
import type { Scene } from '../model/scene.ts';
import type { ResolvedStack } from '../model/stack.ts';
import type { Words } from '../model/words.ts';
import type { Picture } from './picture.ts';
import type { Steps } from './steps.ts';
import type { StructureExtras } from './structure/extras.ts';

/** Which sizes of type and stroke apply, and how much may be shown. */
export type Shell = 'explore' | 'embed' | 'mobile' | 'projector';

/** `W`: the words of the lens itself beside those of every picture. */
export interface LensInput<W extends Words = Words> {
  readonly scene: Scene;
  /** The stacks to draw, already resolved. On a phone Structure gets one of them. */
  readonly stacks: readonly ResolvedStack[];
  /** Those of the whole scene, where not all are drawn: what is said compares with them. */
  readonly all?: readonly ResolvedStack[];
  /** Index of stacks[0] among all stacks of the scene: A, B, C… */
  readonly firstIndex: number;
  /** Size of the stage in CSS px. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly shell: Shell;
  readonly words: W;
  readonly studies: readonly StartStudy[];
  readonly figures: ReadonlyMap<string, Figure>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Annotations and rails; absent: none are drawn. */
  readonly extras?: StructureExtras | undefined;
}

/** Makes the picture in steps. @throws never: a lens that cannot draw something says so in its picture. */
export type LensRenderer<W extends Words = Words> = (input: LensInput<W>) => Steps<Picture>;
