/** Which kernels a stack is said to have: every lens that draws stacks says it. */
import type { KernelFacts } from '../../model/kernel-facts.ts';
import type { Overlay } from '../../model/scene.ts';
import type { Layer, ResolvedStack } from '../../model/stack.ts';
import type { Readout } from '../../model/words-structure.ts';

/** @returns whether a layer is drawn with these switches, once all is built */
export function drawnWith(overlays: ReadonlySet<Overlay>): (layer: Layer) => boolean {
  return (layer) => layer.kind !== 'engine' || overlays.has('engine');
}

/** @returns the readout as one line, e.g. "1 kernel: shared by 4 containers" */
export function readoutText({ count, note, extra }: Readout): string {
  const clauses = [note, extra ?? ''].filter((clause) => clause !== '');
  return clauses.length === 0 ? count : `${count}: ${clauses.join('; ')}`;
}

/** A readout that stands unchanged until the next one of its stack takes its place. */
export interface ReadoutSpan {
  readonly kernels: KernelFacts;
  readonly readout: Readout;
  readonly fromChapter: number;
  /** Said while that chapter comes, before anything new is counted. */
  readonly isComing: boolean;
}

/** Owner of the painted readout of a span: the build-up brings it and takes it away. */
export function spanOwner(stack: ResolvedStack, span: ReadoutSpan): string {
  return `${stack.key}#said${span.fromChapter}${span.isComing ? 'coming' : ''}`;
}
