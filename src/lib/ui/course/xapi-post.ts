/** The way of statements to the page around this one. */
import { HostLink, originAround, type HostWindow } from '#lib/embed/host-link.ts';
import type { XapiMessage, XapiStatement } from '#lib/embed/messages.ts';

/**
 * @param origin the only one to be told; null: that of the page around, where the browser names it
 * @returns what sends a statement; where no origin is known, it is lost
 */
export function createXapiPost(
  host: HostWindow,
  origin: string | null,
): (statement: XapiStatement) => void {
  const link = new HostLink(host, origin, originAround());
  return (statement) => {
    const message: XapiMessage = { app: 'strata', v: 1, type: 'xapi', statement };
    link.send(message);
  };
}
