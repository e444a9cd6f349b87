/**
 * What a lens hands to everything above it: a display list at rest, how it is built or played, and
 * what it says in words. `at(tMs)` is a pure function of time.
 */
import type { LayerKind } from '../model/kinds.ts';
import type { Lens, Overlay } from '../model/scene.ts';
import type { LayerPath } from '../model/stack.ts';
import type { Box, DisplayList } from './display-list.ts';

/** A stop on the timeline. */
export interface Chapter {
  readonly id: string;
  readonly label: string;
  /** Playhead at which the chapter is complete, ms. */
  readonly endMs: number;
  readonly startMs: number;
  /** What a listener is told when the chapter is reached. */
  readonly says: string;
}

/** A node of the twin: what a layer is called and what stands in it, in reading order (bottom up). */
export interface TwinNode {
  readonly path: LayerPath;
  readonly kind: LayerKind;
  /** Accessible name: says what the picture says. */
  readonly name: string;
  readonly children: readonly TwinNode[];
}

/** One stack's column or row: title, and where it lies. */
export interface TwinStack {
  readonly key: string;
  readonly title: string;
  /** The readout in words, e.g. "1 kernel, shared by 4 containers and the engine". */
  readonly readout: string;
  readonly layers: readonly TwinNode[];
  /** World box of the painted title, where the title's menu button goes; absent: no title painted. */
  readonly titleBox?: Box;
}

/** When a layer appears in the build-up; parts are listed in the order in which they start. */
export interface BuildPart {
  readonly owner: LayerPath;
  /** Index into the chapters. */
  readonly chapter: number;
  /**
   * Slabs and programs rise from what they stand on, fences and walls are drawn from the foot up; what is
   * said of a stack takes the place of what was said before once the chapter stands.
   */
  readonly how: 'rise' | 'draw' | 'fade' | 'say';
  /** What it stands on or is a part of: it comes when that stands. */
  readonly on?: LayerPath;
  /** Said while the chapter comes. */
  readonly isComing?: true;
  /** A transient part is there only until the end of this chapter (runc, jailer). */
  readonly goneAfterChapter?: number;
}

/** Name and sentence of a chapter of the build-up. */
export interface BuildChapter {
  readonly label: string;
  readonly says: string;
}

/** What is said when a chapter of the build-up is complete. */
export interface Saying {
  readonly headline: string;
  readonly sentence: string;
  /** One per stack. */
  readonly readouts: readonly string[];
  /** What is said while the chapter still comes: nothing is counted before it stands. */
  readonly coming?: Saying;
}

export interface SummaryTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A value of a setting that could not be used. */
export interface UnusedValue {
  /** As it stands in an address: `isolation.attack`. */
  readonly param: string;
  readonly value: string;
  /** What is used instead; empty: nothing. */
  readonly used: string;
}

export interface Picture {
  readonly lens: Lens;
  /** At rest: the lens's picture when no playhead is given. */
  readonly rest: DisplayList;
  /** `rest` plus the transient parts that are there only while the picture is built up. */
  readonly buildList: DisplayList;
  /** The finding, computed from what is shown. */
  readonly headline: string;
  readonly sentence: string;
  readonly stacks: readonly TwinStack[];
  readonly table: SummaryTable;
  /** Ids of the sources of the numbers that are drawn, where the picture itself does not name them. */
  readonly sources?: readonly string[];
  /** What is drawn and nobody measured, a few words each. */
  readonly assumed?: readonly string[];
  /** Values of settings that name nothing this lens knows, and what is shown instead. */
  readonly unused?: readonly UnusedValue[];
  /** Overlays for which this picture has no room, whether they are on or not. */
  readonly noRoomFor?: readonly Overlay[];
  /** Build-up in starting order; empty for a lens that computes its own frames. */
  readonly build: readonly BuildPart[];
  /** Names and sentences of the build-up's chapters, in order. */
  readonly buildChapters: readonly BuildChapter[];
  /** What is said at each of these chapters in place of what is said at rest. */
  readonly buildSays: readonly Saying[];
  /** A lens whose time is data (Boot) computes the frame itself; null: posed from `build`. */
  readonly clock: LensClock | null;
}

/** A lens that computes its own frames from simulated time. */
export interface LensClock {
  /** Its time spans orders of magnitude: a slider goes by decades. */
  readonly byDecades?: boolean;
  readonly durationMs: number;
  readonly chapters: readonly Chapter[];
  /** A moment in words, where its time is data. */
  format?(tMs: number): string;
  /** Pure: the display list at simulated time `tMs`. */
  at(tMs: number): DisplayList;
  /** What is happening at `tMs`, in words, for the status line. */
  says(tMs: number): string;
}
