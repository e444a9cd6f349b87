/** A value as text for a link, and back: JSON, deflated, in base64url. Brings the compressor along. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** Longest text: what stays of an address bar when the rest of a scene has its place. */
export const MAX_PACKED_LENGTH = 12_000;
/** A text that unpacks to more was not made here, bytes. */
const MAX_UNPACKED = 400_000;

/** @returns the text; null when it would be longer than a link can carry */
export function pack(value: unknown): string | null {
  const packed = deflateSync(strToU8(JSON.stringify(value)), { level: 9 });
  // The second argument keeps each byte one character.
  const text = btoa(strFromU8(packed, true))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  return text.length > MAX_PACKED_LENGTH ? null : text;
}

/** @throws when the text was not made by `pack`; never unpacks more than a fixed number of bytes */
export function unpack(text: string): unknown {
  if (text.length > MAX_PACKED_LENGTH || !/^[A-Za-z0-9_-]+$/.test(text)) {
    throw new RangeError('not a packed value');
  }
  const packed = strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);
  // Room for one byte more than is allowed: what is written beyond it is lost, and the text too long.
  const room = inflateSync(packed, { out: new Uint8Array(MAX_UNPACKED + 1) });
  if (room.length > MAX_UNPACKED) throw new RangeError('unpacks to too much');
  return JSON.parse(strFromU8(room));
}
