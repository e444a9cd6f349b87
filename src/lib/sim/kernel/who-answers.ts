/**
 * Who answers when somebody types `cat /etc/os-release` and `uname -r`: the files of the instance, and the
 * nearest kernel under it. Files are no kernel and pass nothing on; an emulator passes the call on.
 */
import { chainTo, knownAnswer, type Answer, type AnswerShelf } from '../../model/kernel/answers.ts';
import type { NoShell } from '../../model/kernel/asked.ts';
import { walkLayers, type Layer, type LayerPath, type ResolvedStack } from '../../model/stack.ts';

export interface Asked {
  /** The container, VM, process or module in which it is typed. */
  readonly instance: Layer;
  /** The program that asks. */
  readonly asker: Layer;
  /** Whose files are read; null where there are none. */
  readonly files: Layer | null;
  /** The kernel or Sentry that answers; null where nobody can ask. */
  readonly by: Layer | null;
  readonly noShell: NoShell | null;
  /** Translates instructions on the way, and answers for the machine's name. */
  readonly emulator: Layer | null;
  /** The virtual machine in which the answering kernel runs, if any. */
  readonly wall: Layer | null;
  /** The files came as an image, not with a system that was installed. */
  readonly isImage: boolean;
  readonly name: Answer | null;
  readonly release: Answer | null;
  readonly machine: Answer | null;
}

/** @returns one entry per innermost instance, left to right */
export function whoAnswers(stack: ResolvedStack, shelf: AnswerShelf): readonly Asked[] {
  const asked: Asked[] = [];
  for (const [layer] of walkLayers(stack.ground)) {
    if (layer.instance === undefined || hasInstances(layer)) continue;
    const asker = programOf(layer);
    if (asker !== null) asked.push(askedIn(stack, layer, asker, shelf));
  }
  return asked;
}

function askedIn(stack: ResolvedStack, instance: Layer, asker: Layer, shelf: AnswerShelf): Asked {
  const under = chainTo(stack, asker.path).slice(0, -1).reverse();
  const floor = under.find(({ kind }) => kind === 'kernel' || kind === 'sentry');
  const libraryOs = under.find(({ kind }) => kind === 'library-os');
  const emulator = under.find(({ kind }) => kind === 'emulator') ?? null;
  const isModule = emulator !== null && asker.path === instance.path;
  const noShell: NoShell | null =
    libraryOs !== undefined ? 'library-os' : isModule ? 'module' : null;
  const by = noShell === null ? (floor ?? null) : null;
  const files = noShell === null ? (under.find(({ kind }) => kind === 'libs') ?? null) : null;
  const wall = by === null ? null : wallAround(stack, by);
  return {
    ...{ instance, asker, files, by, noShell, wall },
    isImage: files !== null && isInImage(under, files),
    emulator: noShell === null ? emulator : null,
    name: files && knownAnswer(shelf.names, stack, files, instance.instance?.index),
    release: by && knownAnswer(shelf.releases, stack, by, wall?.instance?.index),
    machine: noShell === null && emulator ? knownAnswer(shelf.machines, stack, emulator) : null,
  };
}

/** A fence holds an image; with services of Linux in it, it is a whole system, installed as one. */
function isInImage(under: readonly Layer[], files: Layer): boolean {
  const fence = under.find(({ kind }) => kind === 'fence');
  if (fence === undefined) return false;
  return files.family === 'nt' || !files.carries.some(({ kind }) => kind === 'userland');
}

/** @returns the nearest wall around a layer */
function wallAround(stack: ResolvedStack, layer: Layer): Layer | null {
  return chainTo(stack, layer.path).findLast(({ kind }) => kind === 'wall') ?? null;
}

function below(layer: Layer): readonly Layer[] {
  return [...layer.wraps, ...layer.carries];
}

function hasInstances(layer: Layer): boolean {
  return below(layer).some((child) => child.instance !== undefined || hasInstances(child));
}

/** The program of an instance, or the instance itself when it is one. */
function programOf(layer: Layer): Layer | null {
  if (layer.kind === 'app') return layer;
  for (const child of below(layer)) {
    const found = child.relation === 'transient' ? null : programOf(child);
    if (found !== null) return found;
  }
  return null;
}

export interface AskedCount {
  /** True number of instances in which it is asked, or could be. */
  readonly instances: number;
  /** True number of kernels and Sentries that answer. */
  readonly kernels: number;
  /** Of these, Sentries. */
  readonly sentries: number;
  /** Different names that the instances read; null when one of them is not known. */
  readonly names: number | null;
  /** Different strings that come back; null when one of them is not known. */
  readonly strings: number | null;
}

/** @returns how many ask and how many answer, with true instance numbers */
export function countAnswers(stack: ResolvedStack, asked: readonly Asked[]): AskedCount {
  const answering = asked.flatMap(({ by }) => (by === null ? [] : [by]));
  const kernels = new Map(answering.map((by) => [by.path, by]));
  const times = (layers: readonly Layer[]) =>
    trueCount(
      stack,
      layers.map(({ path }) => path),
    );
  const different = (texts: readonly (string | undefined)[]): number | null =>
    texts.length === 0 || texts.includes(undefined) ? null : new Set(texts).size;
  return {
    instances: times(asked.map(({ instance }) => instance)),
    kernels: times([...kernels.values()]),
    sentries: times([...kernels.values()].filter(({ kind }) => kind === 'sentry')),
    names: different(asked.map(({ name }) => name?.text)),
    strings: different(asked.map(({ release }) => release?.text)),
  };
}

/**
 * Counts layers of which not every instance was expanded: each stands for as many as its groups have more
 * than were expanded.
 */
function trueCount(stack: ResolvedStack, paths: readonly LayerPath[]): number {
  const first = paths[0];
  if (first === undefined) return 0;
  // Every layer given is of the same nesting: the first speaks for all.
  const share = chainTo(stack, first).reduce((times, { instance }) => {
    if (instance === undefined) return times;
    const group = stack.groups.find((one) => one.group === instance.group);
    return times * (instance.count / Math.max(1, group?.expanded ?? instance.count));
  }, 1);
  return Math.round(paths.length * share);
}
