/** Own numbers in a frame on another page: those of its link alone; this browser's are not read. */
import type { Explorer } from '#lib/state/explorer.svelte.ts';
import { knownNames } from '#lib/state/known-names.ts';
import type { KnownNames } from '#lib/state/url.ts';
import type { Notice } from '#lib/state/url-notice.ts';
import { OwnDesk } from './own-desk.svelte.ts';

/** What the frame goes on with. */
interface OwnInFrame {
  readonly names: KnownNames;
  readonly notices: readonly Notice[];
  /** Puts the numbers behind a query, for the way to the full view. */
  withLink(query: string): string;
}

/**
 * @param search the frame's query
 * @throws (rejects) when the code does not arrive
 */
export async function openInFrame(explorer: Explorer, search: string): Promise<OwnInFrame> {
  const desk = new OwnDesk(true);
  const notices = await desk.open(search);
  explorer.evidence.showOwn(desk.evidence);
  return {
    names: desk.known(knownNames),
    notices,
    withLink: (query) => desk.withLink(query),
  };
}
