/** One sentence at a time for the live region: at once when asked for, seldom while playing. */

/** While playing, no more than one announcement in this time, ms; the latest wins. */
const QUIET_MS = 5000;

export class Announcer {
  #text = $state('');
  #lastMs = -Infinity;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** What the live region holds. */
  get text(): string {
    return this.#text;
  }

  /** @param isPatient may wait, e.g. because the picture is playing */
  say(text: string, isPatient = false): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const waitMs = isPatient ? this.#lastMs + QUIET_MS - performance.now() : 0;
    if (waitMs <= 0) this.#speak(text);
    else this.#timer = setTimeout(() => this.#speak(text), waitMs);
  }

  destroy(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #speak(text: string): void {
    this.#timer = null;
    this.#lastMs = performance.now();
    this.#text = text;
  }
}
