/** Id and time of a statement. */
import type { StatementStamp } from '#lib/embed/course/xapi-statements.ts';

const VERSION_BYTE = 6;
const VARIANT_BYTE = 8;

export function stampNow(): StatementStamp {
  return { id: uuid(), timestamp: new Date().toISOString() };
}

/** A random UUID (RFC 9562, version 4). Not by `crypto.randomUUID`: on plain http there is none. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, at) => {
    if (at === VERSION_BYTE) return ((byte & 0x0f) | 0x40).toString(16).padStart(2, '0');
    if (at === VARIANT_BYTE) return ((byte & 0x3f) | 0x80).toString(16).padStart(2, '0');
    return byte.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
