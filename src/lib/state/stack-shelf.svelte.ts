/** The stack files that have arrived, and what went wrong with the others. */
import type { ParseResult } from '../model/parse.ts';
import type { StackFile } from '../model/stack-file.ts';

/** A stack that could not be loaded or read. */
export interface StackProblem {
  readonly id: string;
  /** Where in its file; empty: the file as a whole. */
  readonly path: string;
  readonly message: string;
}

export class StackShelf {
  readonly #loadStack: (id: string) => Promise<ParseResult>;
  #files = $state.raw<ReadonlyMap<string, StackFile>>(new Map());
  #problems = $state.raw<readonly StackProblem[]>([]);

  /** @param loadStack never rejects */
  constructor(loadStack: (id: string) => Promise<ParseResult>) {
    this.#loadStack = loadStack;
  }

  /** By stack id. */
  get files(): ReadonlyMap<string, StackFile> {
    return this.#files;
  }
  get problems(): readonly StackProblem[] {
    return this.#problems;
  }

  /** @returns true when nothing has to be waited for: each stack is there or is known to be broken. */
  has(ids: readonly string[]): boolean {
    return ids.every((id) => this.#files.has(id) || this.#problems.some((one) => one.id === id));
  }

  /** Loads what is missing, together. Never rejects: what fails is among the problems. */
  async load(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#files.has(id));
    if (missing.length === 0) return;
    const results = await Promise.all(
      missing.map(async (id) => [id, await this.#loadStack(id)] as const),
    );
    const files = new Map(this.#files);
    const problems = this.#problems.filter((one) => !missing.includes(one.id));
    for (const [id, result] of results) {
      if (result.ok) files.set(id, result.value);
      else problems.push(...result.issues.slice(0, 1).map((issue) => ({ id, ...issue })));
    }
    this.#files = files;
    this.#problems = problems;
  }

  /** Forgets a problem, so that the next load tries again. */
  forget(id: string): void {
    this.#problems = this.#problems.filter((one) => one.id !== id);
  }
}
