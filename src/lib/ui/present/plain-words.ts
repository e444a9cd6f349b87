/** Words without marks, for who hears them and for names of buttons. */
import type { Inline } from '#lib/model/lesson/lesson.ts';

export function plainWords(parts: readonly Inline[]): string {
  return parts
    .map((part) => ('text' in part ? part.text : 'parts' in part ? plainWords(part.parts) : ''))
    .join('');
}
