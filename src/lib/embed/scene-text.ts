/** A scene as a host writes it, taken apart. Pure, and without an import: a host's own code may use it. */

/** The scene that is changed, and what changes it. */
export interface SceneText {
  /** Id of a named scene; null: the empty one. */
  readonly id: string | null;
  /** Query string without `?`. */
  readonly query: string;
}

/**
 * @param text a query string with or without `?`, the id of a named scene, or the id, `?` and a query
 *   string: `lens=boot`, `?lens=boot`, `start-up-race`, `start-up-race?t=400`
 */
export function splitScene(text: string): SceneText {
  const mark = text.indexOf('?');
  if (mark === -1) return text.includes('=') ? { id: null, query: text } : { id: text, query: '' };
  return { id: text.slice(0, mark) || null, query: text.slice(mark + 1) };
}
