/**
 * Own numbers in a link: JSON with a version, deflated, in base64url. This module brings the compressor
 * along, so it is loaded only when a link has own numbers or is to have them.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { fromRows, toRows, type CheckedOwn } from '../model/own/check-own.ts';
import type { OwnContext } from '../model/own/own-issue.ts';
import type { OwnNumber } from '../model/own-numbers.ts';

const VERSION = 1;
/** Longest value of `own`: what stays of an address bar when the rest of a scene has its place. */
export const MAX_OWN_LENGTH = 12_000;
/** A value that unpacks to more was not made here, bytes. */
const MAX_UNPACKED = 400_000;

/** @returns the value of `own`; null when it would be longer than a link can carry */
export function encodeOwn(numbers: readonly OwnNumber[]): string | null {
  const packed = deflateSync(strToU8(JSON.stringify([VERSION, toRows(numbers)])), { level: 9 });
  // The second argument keeps each byte one character.
  const text = btoa(strFromU8(packed, true))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  return text.length > MAX_OWN_LENGTH ? null : text;
}

function unpack(text: string): unknown {
  const packed = strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);
  // Room for one byte more than is allowed: what is written beyond it is lost, and the text too long.
  const room = inflateSync(packed, { out: new Uint8Array(MAX_UNPACKED + 1) });
  if (room.length > MAX_UNPACKED) throw new RangeError('own: unpacks to too much');
  return JSON.parse(strFromU8(room));
}

/**
 * @param text value of `own`
 * @returns the numbers, and how many of its entries could not be used; null when nothing of it can be
 *   read. Never throws, and never unpacks more than a fixed number of bytes.
 */
export function decodeOwn(text: string, context: OwnContext): CheckedOwn | null {
  if (text.length > MAX_OWN_LENGTH || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    const unpacked = unpack(text);
    if (!Array.isArray(unpacked) || unpacked[0] !== VERSION) return null;
    const checked = fromRows(unpacked[1], context);
    return checked.numbers.length === 0 ? null : checked;
  } catch {
    return null;
  }
}
