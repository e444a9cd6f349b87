/** What the work around a talk is given, and what it opens. */
import type { DeckRole } from '#lib/state/deck.svelte.ts';
import type { Appearance } from '../appearance.svelte.ts';
import type { PresentPage, PresentPaths } from './present-page.ts';

/** What is open over the wall. */
export type Panel = 'overview' | 'help' | 'settings' | 'code';

/** What keys do to the picture itself. */
export interface PictureHands {
  zoomBy(factor: number): void;
  fit(): void;
  /** @returns how far a recording is scrolled a page on or back; null: there is no more of it that way */
  pageOf(by: 1 | -1): number | null;
}

export interface StagehandOptions {
  readonly role: DeckRole;
  /** null: the scene of the address. */
  readonly page: PresentPage | null;
  readonly paths: PresentPaths;
  readonly look: Appearance;
}
