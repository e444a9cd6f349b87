/**
 * Kernel and distribution taken apart: what the thing that is handed over carries, and what it leaves to
 * the machine it runs on. Follows from who provides the layers of a stack.
 */
import type { AnswerShelf } from '../../model/kernel/answers.ts';
import { chainTo } from '../../model/kernel/answers.ts';
import type { Form, PieceId } from '../../model/kernel/words-apart.ts';
import { walkLayers, type Layer, type ResolvedStack } from '../../model/stack.ts';
import { whoAnswers, type Asked } from './who-answers.ts';

export interface Piece {
  readonly id: PieceId;
  /** The layer it is, where the stack names one. */
  readonly layer: Layer | null;
}

export interface Apart {
  readonly form: Form;
  /** Top first. */
  readonly carried: readonly Piece[];
  readonly left: readonly Piece[];
  /** The kernel that what is carried stands on, wherever it lies; null: none. */
  readonly kernel: Layer | null;
  /** What holds all that is carried, for its size: the image’s files, or the VM with its disk. */
  readonly files: Layer | null;
}

const CARRIED: Readonly<Record<Form, readonly PieceId[]>> = {
  image: ['manifest', 'config', 'app', 'tools', 'packages', 'shell', 'libc'],
  rootfs: ['app', 'services', 'tools', 'packages', 'shell', 'libc'],
  // One image for both ways to run it: its base layer holds a utility VM's files, used or not.
  windows: ['manifest', 'config', 'app', 'services', 'dlls', 'vm-files'],
  'windows-own': ['manifest', 'config', 'app', 'services', 'dlls', 'vm-files', 'kernel'],
  disk: [
    'app',
    'services',
    'tools',
    'packages',
    'shell',
    'libc',
    'kernel',
    'modules',
    'initrd',
    'loader',
  ],
  microvm: ['app', 'services', 'libc', 'own-kernel-file'],
  unikernel: ['app', 'library-os'],
  module: ['app'],
  program: ['app'],
};

const LEFT: Readonly<Record<Form, readonly PieceId[]>> = {
  image: ['kernel', 'modules', 'drivers', 'host-init', 'initrd', 'loader', 'firmware', 'hardware'],
  rootfs: ['kernel', 'modules', 'drivers', 'initrd', 'loader', 'firmware', 'hardware'],
  windows: ['kernel', 'drivers', 'loader', 'firmware', 'hardware'],
  'windows-own': ['devices', 'below', 'hardware'],
  disk: ['firmware', 'devices', 'below', 'hardware'],
  microvm: ['devices', 'below', 'hardware'],
  unikernel: ['devices', 'below', 'hardware'],
  module: [
    'runtime',
    'libc',
    'kernel',
    'modules',
    'drivers',
    'initrd',
    'loader',
    'firmware',
    'hardware',
  ],
  program: [
    'services',
    'shell',
    'libc',
    'kernel',
    'modules',
    'drivers',
    'initrd',
    'loader',
    'firmware',
    'hardware',
  ],
};

/** @returns what the first instance of a stack carries; null: there is no instance */
export function takenApart(stack: ResolvedStack, shelf: AnswerShelf): Apart | null {
  const [first] = whoAnswers(stack, shelf);
  if (first === undefined) return null;
  const form = formOf(first);
  const chain = chainTo(stack, first.asker.path);
  const answering = chain.findLast(({ kind }) => kind === 'kernel' || kind === 'sentry') ?? null;
  const kernel = form === 'unikernel' ? null : answering;
  // Under a Sentry there is the host's kernel too.
  const left =
    kernel?.kind === 'sentry'
      ? LEFT[form].flatMap((id): readonly PieceId[] => (id === 'kernel' ? [id, 'below'] : [id]))
      : LEFT[form];
  const pieceOf = (id: PieceId): Piece => ({ id, layer: layerOf(id, stack, first, chain, kernel) });
  return {
    form,
    kernel,
    files: form === 'disk' ? first.instance : first.files,
    carried: CARRIED[form].map(pieceOf),
    left: left.map(pieceOf),
  };
}

function formOf({ instance, files, wall, noShell, asker, isImage }: Asked): Form {
  if (noShell === 'library-os') return 'unikernel';
  if (noShell === 'module') return 'module';
  if (instance.path === asker.path) return 'program';
  // A utility VM of its own boots the kernel that fits the image.
  if (isImage && files?.family === 'nt')
    return wall?.instance === undefined ? 'windows' : 'windows-own';
  if (isImage) return 'image';
  if (instance.kind !== 'wall') return 'rootfs';
  return instance.instance?.noun === 'microvm' ? 'microvm' : 'disk';
}

/** The layer that a piece is; each layer is one piece at most. */
function layerOf(
  id: PieceId,
  stack: ResolvedStack,
  { instance, asker, files }: Asked,
  chain: readonly Layer[],
  kernel: Layer | null,
): Layer | null {
  switch (id) {
    case 'app':
      return asker;
    case 'libc':
    case 'dlls':
      return files ?? chain.findLast(({ kind }) => kind === 'libs') ?? null;
    case 'services':
      return servicesOf(instance, files);
    case 'library-os':
      return chain.findLast(({ kind }) => kind === 'library-os') ?? null;
    case 'kernel':
    case 'own-kernel-file':
      return kernel;
    case 'runtime':
      return chain.findLast(({ kind }) => kind === 'emulator') ?? null;
    case 'below':
      return belowOf(chain, kernel);
    case 'hardware':
      return stack.ground;
    default:
      return null;
  }
}

/** System services that came with the files. */
function servicesOf(instance: Layer, files: Layer | null): Layer | null {
  for (const from of [instance, ...(files === null ? [] : [files])])
    for (const [layer] of walkLayers(from))
      if (layer.kind === 'userland' && layer.relation === 'under') return layer;
  return null;
}

/** The hypervisor, or the host's kernel, that the instance's wall stands on. */
function belowOf(chain: readonly Layer[], kernel: Layer | null): Layer | null {
  const floor = chain.filter(
    (layer) => layer !== kernel && (layer.kind === 'kernel' || layer.kind === 'hypervisor'),
  );
  return floor.at(-1) ?? null;
}
