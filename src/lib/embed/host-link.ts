/** The way to the host: who is heard, and where what the frame says goes. */
import { isFromHost } from './protocol.ts';

/** The host's window, as far as a frame may use it. */
export type HostWindow = Pick<Window, 'postMessage'>;

/** What a page without an origin (a file, a sandbox) is called; nothing can be sent to it by that name. */
const OPAQUE = 'null';

export class HostLink {
  readonly #host: HostWindow;
  readonly #around: string | null;
  #origin: string | null;

  /**
   * @param origin the only origin that is listened to; null: that of the first message
   * @param around the host's origin as the browser tells it; null where it does not
   */
  constructor(host: HostWindow, origin: string | null, around: string | null) {
    this.#host = host;
    this.#origin = origin;
    this.#around = around;
  }

  hears(event: { readonly source: unknown; readonly origin: string }): boolean {
    return isFromHost(event, this.#host, this.#origin);
  }

  /** A message was understood: its origin is the host's from now on. */
  accept(event: { readonly origin: string }): void {
    this.#origin ??= event.origin;
  }

  /** To the host's origin alone. While that is not known, nothing is sent. */
  send(message: unknown): void {
    const origin = this.#origin ?? this.#around;
    if (origin !== null) this.#host.postMessage(message, origin === OPAQUE ? '*' : origin);
  }

  /** To whoever holds the frame: for what tells nothing about a reader. */
  sendToAny(message: unknown): void {
    this.#host.postMessage(message, '*');
  }
}

/** @returns the host's origin as the browser tells it, or null */
export function originAround(): string | null {
  // Not every browser has the list.
  const around = 'ancestorOrigins' in location ? location.ancestorOrigins.item(0) : null;
  if (around !== null) return around;
  const { referrer } = document;
  return URL.canParse(referrer) ? new URL(referrer).origin : null;
}
