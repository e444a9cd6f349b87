/**
 * The first thing that a frame does: it notes where it is, and keeps what its host says until the code
 * that understands it has come. Small, because it comes with every embed.
 */

/** A page around this one. */
export interface Host {
  readonly window: Window;
  /** Address of the frame as the host set it. */
  readonly src: string;
  /** Hands over what was kept; from then on nothing is kept. */
  take(): readonly MessageEvent[];
}

/** A deck says once that its slide is shown; nobody has to say much before the frame is ready. */
const MOST_KEPT = 20;

/** @returns the host, or null for a page on its own */
export function meetHost(): Host | null {
  const { parent } = window;
  if (parent === window) return null;
  const kept: MessageEvent[] = [];
  const keep = (event: MessageEvent): void => {
    if (event.source === parent && kept.length < MOST_KEPT) kept.push(event);
  };
  addEventListener('message', keep);
  return {
    window: parent,
    src: location.href,
    take() {
      removeEventListener('message', keep);
      return kept;
    },
  };
}
