/**
 * Room for labels: each label that goes on the stage takes its box, and a label that would touch
 * another, or leave its bounds, is refused. So labels never overlap by construction; who comes first
 * wins, and the caller offers shorter forms until one fits.
 */
import type { Box } from './box.ts';
import { textWidth } from './text-metrics.ts';

/** The part of a text that says how much room it takes. */
interface Label {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Share of the font size above and below the baseline. */
const ASCENT = 0.77;
const DESCENT = 0.23;
/** Empty px kept beside a label. */
const AIR = 3;
/** Labels on one line are two things: in large type 3 px would read as a space, or as less. */
const AIR_SHARE = 0.75;
const LARGE_PX = 20;

function airBeside(sizePx: number): number {
  return sizePx < LARGE_PX ? AIR : AIR_SHARE * sizePx;
}

/** @returns the box of one line of text, px */
export function labelBox(label: Label): Box {
  const w = textWidth(label.text, label.size, label.weight);
  const shift = label.anchor === 'start' ? 0 : label.anchor === 'end' ? w : w / 2;
  const y = label.y - label.size * ASCENT;
  return { x: label.x - shift, y, w, h: label.size * (ASCENT + DESCENT) };
}

function meet(a: Box, b: Box, air: number): boolean {
  return (
    a.x < b.x + b.w + air &&
    b.x < a.x + a.w + air &&
    a.y < b.y + b.h - 0.01 &&
    b.y < a.y + a.h - 0.01
  );
}

function holds(outer: Box, inner: Box): boolean {
  const slack = 0.01;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.w <= outer.x + outer.w + slack &&
    inner.y + inner.h <= outer.y + outer.h + slack
  );
}

export interface LabelRoom {
  /** Takes room for all of `labels` inside `bounds`, or for none of them. */
  take(labels: readonly Label[], bounds?: Box): boolean;
  /**
   * @returns true when every label would fit; takes nothing.
   * @param except boxes of labels that would make way
   */
  fits(labels: readonly Label[], bounds?: Box, except?: readonly Box[]): boolean;
  /** Keeps a box free of labels. */
  block(box: Box): void;
}

/** @param stage no label leaves it */
export function createRoom(stage: Box, taken: readonly Box[] = []): LabelRoom {
  const boxes: Box[] = [...taken];
  const fits: LabelRoom['fits'] = (labels, bounds = stage, except = []) =>
    labels.every((label) => {
      const box = labelBox(label);
      const clash = (other: Box): boolean =>
        meet(box, other, airBeside(label.size)) &&
        !except.some((away) => away.x === other.x && away.y === other.y);
      return holds(stage, box) && holds(bounds, box) && !boxes.some(clash);
    });
  return {
    fits,
    take(labels, bounds) {
      if (!fits(labels, bounds)) return false;
      for (const label of labels) boxes.push(labelBox(label));
      return true;
    },
    block(box) {
      boxes.push(box);
    },
  };
}

/** @returns true when two boxes share more than a border */
export function boxesMeet(a: Box, b: Box): boolean {
  return meet(a, b, 0);
}
