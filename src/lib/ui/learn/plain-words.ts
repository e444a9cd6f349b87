import type { Inline } from '#lib/model/lesson/lesson.ts';

/** @returns words without their marks, for a name; of a figure nothing */
export function plainWords(parts: readonly Inline[]): string {
  return parts
    .map((part) => ('text' in part ? part.text : 'parts' in part ? plainWords(part.parts) : ''))
    .join('');
}
