/** What the talking part asks of the frame around it. */
import type { Scene } from '../model/scene.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import type { SceneNotice } from './messages.ts';

/** A scene as a host wrote it, read. */
export interface ReadScene {
  readonly scene: Scene;
  /** What of it could not be used. */
  readonly notices: readonly SceneNotice[];
}

export interface Frame {
  readonly explorer: Explorer;
  /** Query string of what is shown at this moment. */
  query(): string;
  /**
   * @param text as `setScene` takes it
   * @param look what stays unless the scene names it
   * @returns null: there is no named scene of that id
   * @throws (rejects) when code that it needs does not arrive
   */
  readScene(
    text: string,
    look: Pick<Scene, 'theme' | 'lang' | 'motion'>,
  ): Promise<ReadScene | null>;
  /** Whether there are words in the language of a BCP 47 tag. */
  knowsLang(tag: string): boolean;
}
