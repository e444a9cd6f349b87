/** A lesson that comes in: by a link, or as a file. */
import { replaceState } from '$app/navigation';
import { ownLesson } from '#lib/content/locales/en/own-lesson.ts';
import type { DataIssue, DataResult } from '#lib/model/data-result.ts';
import { parseOwnText, type OwnLesson } from '#lib/model/lesson/own-lesson.ts';
import { decodeOwnLesson, MINE } from '#lib/state/own-lesson-link.ts';

/** By which way it came. */
export type CameBy = 'file' | 'link';

export type Came =
  | { readonly kind: 'lesson'; readonly by: CameBy; readonly lesson: OwnLesson }
  | { readonly kind: 'bad'; readonly by: CameBy; readonly issues: readonly DataIssue[] };

/** A file larger than the longest lesson was not made here, bytes. */
const MAX_FILE = 2_000_000;

function cameFrom(by: CameBy, read: DataResult<OwnLesson>): Came {
  return read.ok
    ? { kind: 'lesson', by, lesson: read.value }
    : { kind: 'bad', by, issues: read.issues };
}

/** @returns what the address holds; null when it holds none */
export function linkedLesson(search: string): Came | null {
  const packed = new URLSearchParams(search).get(MINE);
  return packed === null ? null : cameFrom('link', decodeOwnLesson(packed));
}

/** Takes the lesson out of the address: what the reader makes of it would contradict it. */
export function withoutLink(): void {
  const query = new URLSearchParams(location.search);
  query.delete(MINE);
  const rest = query.toString();
  try {
    replaceState(`${location.pathname}${rest === '' ? '' : `?${rest}`}`, {});
  } catch {
    // A frame without an origin may not: the lesson does not depend on it.
  }
}

/** Reads a file. Never rejects. */
export async function openedFile(file: File): Promise<Came> {
  const { large, unreadable } = ownLesson.came;
  const refuse = (message: string): Came => ({
    ...{ kind: 'bad', by: 'file' },
    issues: [{ path: file.name, message }],
  });
  if (file.size > MAX_FILE) return refuse(large);
  try {
    return cameFrom('file', parseOwnText(await file.text()));
  } catch {
    return refuse(unreadable);
  }
}
