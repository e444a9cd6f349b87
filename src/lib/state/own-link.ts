/**
 * Own numbers in a link: JSON with a version, deflated, in base64url. This module brings the compressor
 * along, so it is loaded only when a link has own numbers or is to have them.
 */
import { fromRows, toRows, type CheckedOwn } from '../model/own/check-own.ts';
import type { OwnContext } from '../model/own/own-issue.ts';
import type { OwnNumber } from '../model/own-numbers.ts';
import { MAX_PACKED_LENGTH, pack, unpack } from './own-pack.ts';

const VERSION = 1;
/** Longest value of `own`. */
export const MAX_OWN_LENGTH = MAX_PACKED_LENGTH;

/** @returns the value of `own`; null when it would be longer than a link can carry */
export function encodeOwn(numbers: readonly OwnNumber[]): string | null {
  return pack([VERSION, toRows(numbers)]);
}

/**
 * @param text value of `own`
 * @returns the numbers, and how many of its entries could not be used; null when nothing of it can be
 *   read. Never throws, and never unpacks more than a fixed number of bytes.
 */
export function decodeOwn(text: string, context: OwnContext): CheckedOwn | null {
  try {
    const unpacked = unpack(text);
    if (!Array.isArray(unpacked) || unpacked[0] !== VERSION) return null;
    const checked = fromRows(unpacked[1], context);
    return checked.numbers.length === 0 ? null : checked;
  } catch {
    return null;
  }
}
