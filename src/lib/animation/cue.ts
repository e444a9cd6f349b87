/** Choreography as data: cues move one number of one target from one value to another. */

/** What can move. `rise`, `draw` and `alpha` run from 0 (absent) to 1 (at rest). */
export type PoseProp = 'rise' | 'draw' | 'alpha';

export type Ease = 'enter' | 'exit' | 'morph' | 'linear';

export interface Cue {
  readonly id: string;
  /** Layer path or item key. */
  readonly target: string;
  readonly prop: PoseProp;
  readonly atMs: number;
  readonly durationMs: number;
  readonly from: number;
  readonly to: number;
  readonly ease: Ease;
}

/** Where a target is between absent and at rest; a missing number means at rest (1). */
export interface Pose {
  readonly rise?: number;
  readonly draw?: number;
  readonly alpha?: number;
}

export type Poses = ReadonlyMap<string, Pose>;

/** A timeline that can be asked for any moment, in any order, with the same answer. */
export interface Timeline {
  readonly durationMs: number;
  poseAt(tMs: number): Poses;
  destroy(): void;
}
