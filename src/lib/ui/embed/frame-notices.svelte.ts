/** What a frame says over its picture: values that could not be used, parts that did not arrive. */
import type { Explorer } from '#lib/state/explorer.svelte.ts';
import type { Notice } from '#lib/state/url-notice.ts';

export class FrameNotices {
  readonly #explorer: Explorer;
  #found = $state.raw<readonly Notice[]>([]);
  #notes = $state.raw<readonly string[]>([]);
  #problems = $state.raw<readonly string[]>([]);
  #lateNotes = $state.raw<readonly string[]>([]);
  #dismissed = $state.raw<readonly string[]>([]);

  /** Made while a component starts: it follows the picture from there. */
  constructor(explorer: Explorer) {
    this.#explorer = explorer;
    $effect(() => {
      const broken = explorer.shelf.problems;
      if (broken.length === 0) return;
      void words().then(({ problemText }) => (this.#problems = broken.map(problemText)));
    });
    $effect(() => {
      const late = explorer.timeNotices;
      if (late.length === 0) return;
      void words().then(({ noticeText }) => (this.#lateNotes = late.map(noticeText)));
    });
  }

  /** For the page around: each notice of the scene that is shown. */
  get all(): readonly Notice[] {
    return [...this.#found, ...this.#explorer.timeNotices];
  }

  /** For the reader, without those that were put away. */
  get texts(): readonly string[] {
    const texts = [...this.#notes, ...this.#lateNotes, ...this.#problems];
    return texts.filter((one) => !this.#dismissed.includes(one));
  }

  /** A scene came, from the address or from the page around. */
  async tell(found: readonly Notice[]): Promise<void> {
    this.#found = found;
    this.#dismissed = this.#notes = [];
    if (found.length === 0) return;
    const { noticeText } = await words();
    this.#notes = found.map(noticeText);
  }

  dismiss(text: string): void {
    this.#dismissed = [...this.#dismissed, text];
  }
}

/** They come only when there is something to say. */
function words() {
  return import('../notice-text.ts');
}
