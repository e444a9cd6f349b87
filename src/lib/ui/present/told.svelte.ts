/** What the speaker is to know: said plainly, with a way on, until it is dismissed. */

export interface Told {
  readonly id: string;
  readonly text: string;
  /** An address that opens beside this page. */
  readonly way?: { readonly label: string; readonly href: string };
}

export class ToldThings {
  #all = $state.raw<readonly Told[]>([]);
  readonly #once = new Set<string>();

  get all(): readonly Told[] {
    return this.#all;
  }
  say(told: Told): void {
    this.#all = [...this.#all.filter(({ id }) => id !== told.id), told];
  }
  /** Says it once in a visit. */
  sayOnce(told: Told): void {
    if (this.#once.has(told.id)) return;
    this.#once.add(told.id);
    this.say(told);
  }
  unsay(id: string): void {
    this.#all = this.#all.filter((one) => one.id !== id);
  }
  /** Whoever goes on has read it; where there is a way on, it stays. */
  forgetPassing(): void {
    this.#all = this.#all.filter(({ way }) => way !== undefined);
  }
  clear(): void {
    this.#all = [];
  }
}
