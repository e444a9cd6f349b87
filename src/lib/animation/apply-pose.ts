/**
 * Puts poses onto a display list. A box grows from its foot and stays where it stands; what stands on
 * it does not move. Fences and walls are drawn up to a part of their height. What is written on or hung
 * onto a layer appears in the last third of its way. Items that no pose speaks of keep their identity,
 * so that later stages can see that they have not changed.
 */
import type { BoxItem, DisplayList, Item, Look } from '../scene/display-list.ts';
import type { Pose, Poses } from './cue.ts';

/** Boxes that are written onto a layer rather than being its body. */
const APPLIED_LOOKS: ReadonlySet<Look> = new Set<Look>(['badge', 'band', 'panel']);
/** Progress at which labels begin to appear. */
const LABELS_FROM = 2 / 3;
/** A slab lower than this shows no teeth, px: they would be as high as the slab. */
const TEETH_MIN_HEIGHT_PX = 10;

/**
 * @param poses by layer path or by item key; a missing target is at rest.
 * @returns the list itself when nothing is posed, else a list without the items that are absent.
 */
export function applyPose(list: DisplayList, poses: Poses): DisplayList {
  if (poses.size === 0) return list;
  const items: Item[] = [];
  let isChanged = false;
  for (const item of list.items) {
    const posed = poseItem(item, poses);
    if (posed !== item) isChanged = true;
    if (posed !== null) items.push(posed);
  }
  return isChanged ? { ...list, items } : list;
}

function poseItem(item: Item, poses: Poses): Item | null {
  const ofOwner = item.owner === undefined ? undefined : poses.get(item.owner);
  const posed = ofOwner === undefined ? item : poseOne(item, ofOwner);
  const ofKey = item.key === item.owner ? undefined : poses.get(item.key);
  return posed === null || ofKey === undefined ? posed : poseOne(posed, ofKey);
}

/**
 * One item in one pose.
 * @returns null when it is absent, the item itself when it is at rest.
 */
export function poseOne(item: Item, { rise = 1, draw = 1, alpha = 1 }: Pose): Item | null {
  const progress = Math.min(rise, draw);
  if (progress <= 0 || alpha <= 0) return null;
  if (progress === 1 && alpha === 1) return item;
  const faded = fade(item, alpha);
  if (progress === 1) return faded;
  if (faded.t === 'box' && !APPLIED_LOOKS.has(faded.look)) return growBox(faded, progress);
  if (faded.t === 'fence' || faded.t === 'wall') {
    return { ...faded, draw: (faded.draw ?? 1) * progress };
  }
  const labelAlpha = (progress - LABELS_FROM) / (1 - LABELS_FROM);
  return labelAlpha <= 0 ? null : fade(faded, labelAlpha);
}

/**
 * The item at a part of its own alpha.
 * @param alpha 0 to 1; at 1 the item itself is returned.
 */
export function fade(item: Item, alpha: number): Item {
  return alpha === 1 ? item : { ...item, alpha: (item.alpha ?? 1) * alpha };
}

/** The box at `progress` (0 to 1) of its height, standing on the same foot. */
function growBox(item: BoxItem, progress: number): BoxItem {
  const { x, y, w, h } = item.box;
  const grown = { ...item, box: { x, y: y + h * (1 - progress), w, h: h * progress } };
  if (grown.teeth === undefined || grown.box.h >= TEETH_MIN_HEIGHT_PX) return grown;
  const { teeth: _dropped, ...toothless } = grown;
  return toothless;
}
