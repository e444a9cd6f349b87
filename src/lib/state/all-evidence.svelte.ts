/** Every figure beside those that a lens asked for: what an inspector shows. */
import { EvidenceShelf, figureFiles } from './evidence.svelte.ts';

export class AllEvidence extends EvidenceShelf {
  /** Loads every figure, once. Never rejects. */
  loadAll(): Promise<void> {
    return this.once('all', async () => this.add(await (await figureFiles()).loadFigures()));
  }
}
