/**
 * The display list: everything that is on the stage, as plain, serialisable data in world
 * coordinates (CSS px of the fitted picture, y down). The same list feeds the canvas painter, the hit
 * test, the twin and the snapshot tests. Knows no colours: `look` and `ink` name design tokens.
 */
import type { AbiFamily } from '../model/kinds.ts';
import type { Box } from '../layout/box.ts';
import type { LayerPath } from '../model/stack.ts';

export type { Box };

/** Fill, border and texture of a layer, by token name. */
export type Look =
  | 'hardware'
  | 'hypervisor'
  | 'kernel'
  | 'userland'
  | 'libs'
  | 'app'
  | 'engine'
  | 'sentry'
  | 'vmm'
  | 'emulator'
  | 'library-os'
  /** Dashed 4 4 outline, no fill: not yet there, not stored, not known. */
  | 'ghost'
  /** Outline only, solid, thin (a control domain's edge). */
  | 'partition'
  /** The tint inside a fence. */
  | 'fence-tint'
  /** Paper, to cover what is behind (the inside of a wall). */
  | 'paper'
  /** Ink block with inverse text (the A, B, C badges, the time flag). */
  | 'badge'
  /** Hatched band for uncertainty, no border. */
  | 'band'
  /** Soft raised card. */
  | 'panel'
  /** Outline and crosshatch over what an attacker has reached; over a kernel's solid fill in its text colour. */
  | 'reached'
  | 'reached-kernel'
  /** Outline around what holds. */
  | 'safe'
  /** Solid, with inverse text: tags, step numbers, the bar across a path that was stopped. */
  | 'tag-reached'
  | 'tag-safe'
  /** What was typed and what came back. */
  | 'terminal';

/** Text and line colour, by token name. */
export type Ink =
  | 'ink'
  | 'secondary'
  | 'tertiary'
  | 'line'
  | 'line-strong'
  | 'ground'
  | 'link'
  | 'fence'
  | 'wall'
  | 'kernel'
  /** What comes from an image's own files. */
  | 'libs'
  | 'reached'
  | 'safe'
  | 'on-kernel'
  | 'on-badge'
  | 'paper'
  | 'ghost'
  /** Text colour of the look it stands on (`on` names the look). */
  | 'on-look';

interface Base {
  /** Stable across scenes: the same thing has the same key in every lens. */
  readonly key: string;
  /** Layer this belongs to: follows its pose, selection and visibility. */
  readonly owner?: LayerPath;
  /** Paint order; items of equal z are painted in batches by look. Integer. */
  readonly z: number;
  /** 0 to 1, default 1. */
  readonly alpha?: number;
}

/** A layer's body, or any other box. */
export interface BoxItem extends Base {
  readonly t: 'box';
  readonly box: Box;
  readonly look: Look;
  /** Corner radius in px. */
  readonly radius: number;
  /** Teeth that rise from the top edge, over [from, to] in px from the box's left. */
  readonly teeth?: readonly Teeth[];
  /** Paint as outline only, dashed: before the layer has started. */
  readonly ghost?: boolean;
  /** A layer of the model: gets a twin. */
  readonly layer?: boolean;
  /** Left edge fades to nothing (a kernel that already runs). */
  readonly fadeLeft?: boolean;
}

export interface Teeth {
  readonly family: AbiFamily;
  readonly from: number;
  readonly to: number;
}

/** A dashed fence, open at the bottom; posts go `foot` px below the box and end in a dot. */
export interface FenceItem extends Base {
  readonly t: 'fence';
  readonly box: Box;
  readonly foot: number;
  /** 0 to 1: drawn from the foot up. Default 1. */
  readonly draw?: number;
  readonly layer?: boolean;
  readonly ghost?: boolean;
}

/** A brick wall around a box, open at the bottom; legs go `leg` px below the box. */
export interface WallItem extends Base {
  readonly t: 'wall';
  readonly box: Box;
  readonly thickness: number;
  readonly leg: number;
  /** 0 to 1: laid from the foot up. Default 1. */
  readonly draw?: number;
  readonly layer?: boolean;
  readonly ghost?: boolean;
}

/** cgroup gauge: `fill` is use, `limit` the crossbar, both 0 to 1. Illustrative, not a figure. */
export interface GaugeItem extends Base {
  readonly t: 'gauge';
  readonly box: Box;
  readonly fill: number;
  readonly limit: number;
}

export interface TextItem extends Base {
  readonly t: 'text';
  /** Anchor point; y is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** px */
  readonly size: number;
  readonly weight: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly ink: Ink;
  /** Look it stands on: colours `on-look` ink, and gives textured looks a knock-out outline. */
  readonly on?: Look;
  /** Knock-out in paper, for text over lines. */
  readonly halo?: boolean;
  readonly mono?: boolean;
  /** Turned by -90° around the anchor; on the privilege rail only. */
  readonly turned?: boolean;
  /** Widest it may get, px; only a guard for when the bundled font is missing. */
  readonly maxWidth?: number;
  /** A text that tells an answer: what stands in its place as long as the question is open. */
  readonly hushed?: Pick<TextItem, 'text' | 'x' | 'y' | 'size'>;
}

export interface PathItem extends Base {
  readonly t: 'path';
  readonly points: readonly (readonly [number, number])[];
  readonly ink: Ink;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly arrow?: 'end';
  readonly dot?: 'start' | 'end';
}

export type IconName =
  'chip' | 'hypervisor' | 'kernel' | 'chevron' | 'flag' | 'flag-open' | 'arrow-left';

/** SVG path data on a grid of 16: what is drawn with the icons' stroke, and what is filled. */
export interface IconShape {
  readonly stroke?: string;
  readonly fill?: string;
}

export interface IconItem extends Base {
  readonly t: 'icon';
  /** One of the common icons, or a shape that a lens brings along. */
  readonly icon: IconName | IconShape;
  /** Top left. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly ink: Ink;
  readonly on?: Look;
}

/** The ground line with its hatch below. */
export interface GroundItem extends Base {
  readonly t: 'ground';
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
}

export type Item =
  BoxItem | FenceItem | WallItem | GaugeItem | TextItem | PathItem | IconItem | GroundItem;

export interface DisplayList {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}
