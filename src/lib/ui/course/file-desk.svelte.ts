/** A file on its way: fetched once, put together again whenever a choice changes. */
import { MissingFile } from './classic-files.ts';
import type { OnProgress } from './collect-parts.ts';

/** A file that can be saved. */
export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Why there is none. */
export interface FileProblem {
  readonly kind: 'offline' | 'missing';
  /** Of what did not arrive; empty: something else went wrong. */
  readonly address: string;
}

/** A file as a link offers it. */
export interface SavedFile {
  readonly name: string;
  readonly href: string;
  readonly bytes: number;
}

export class FileDesk<Parts> {
  done = $state(0);
  /** 0: not known yet. */
  total = $state(0);
  problem = $state.raw<FileProblem | null>(null);
  parts = $state.raw<Parts | null>(null);
  file = $state.raw<SavedFile | null>(null);
  readonly #collect: (onprogress: OnProgress) => Promise<Parts>;
  #making = 0;

  constructor(collect: (onprogress: OnProgress) => Promise<Parts>) {
    this.#collect = collect;
  }

  /** Fetches what the file consists of; after a failure, again. Never rejects. */
  async fetch(): Promise<void> {
    this.problem = null;
    this.done = this.total = 0;
    try {
      this.parts = await this.#collect((done, total) => {
        this.done = done;
        this.total = total;
      });
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  /** Puts the file together; of two at once, the later one counts. Never rejects. */
  async make(make: (parts: Parts) => Promise<MadeFile>): Promise<void> {
    const { parts } = this;
    if (parts === null) return;
    const turn = (this.#making += 1);
    try {
      const { name, type, content } = await make(parts);
      if (turn !== this.#making) return;
      this.#forget();
      const blob = new Blob([content], { type });
      this.file = { name, href: URL.createObjectURL(blob), bytes: blob.size };
    } catch (error) {
      if (turn === this.#making) this.problem = problemOf(error);
    }
  }

  destroy(): void {
    this.#making += 1;
    this.#forget();
  }

  #forget(): void {
    if (this.file !== null) URL.revokeObjectURL(this.file.href);
    this.file = null;
  }
}

function problemOf(error: unknown): FileProblem {
  const address = error instanceof MissingFile ? error.address : '';
  return { kind: navigator.onLine ? 'missing' : 'offline', address };
}
