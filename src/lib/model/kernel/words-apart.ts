/** Words of the view `apart`. */
import type { Layer, ResolvedStack } from '../stack.ts';

/** What a distribution and what is under it are made of. */
export const PIECES = [
  'manifest',
  'config',
  'app',
  'services',
  'tools',
  'packages',
  'shell',
  'libc',
  'dlls',
  'vm-files',
  'library-os',
  'kernel',
  'own-kernel-file',
  'modules',
  'drivers',
  'initrd',
  'loader',
  'firmware',
  'host-init',
  'devices',
  'runtime',
  'below',
  'hardware',
] as const;
export type PieceId = (typeof PIECES)[number];

/** What is handed over: a container's image, a VM's disk, and so on. */
export type Form =
  | 'image'
  | 'rootfs'
  | 'windows'
  | 'windows-own'
  | 'disk'
  | 'microvm'
  | 'unikernel'
  | 'module'
  | 'program';

export interface ApartWords {
  headline(shown: readonly { readonly stack: ResolvedStack; readonly form: Form }[]): string;
  sentence(forms: readonly Form[]): string;
  /** Over what is carried, and over what is not. */
  readonly carries: Readonly<Record<Form, string>>;
  readonly leaves: Readonly<Record<Form, string>>;
  /** Longest form first; a piece that is a layer is called by its name where there is one. */
  piece(id: PieceId, layer: Layer | null): readonly string[];
  size(quantity: string, size: string): string;
  readonly chapters: readonly { readonly label: string; readonly says: string }[];
  readonly twin: { readonly carried: string; readonly left: string };
  readonly table: {
    readonly caption: string;
    readonly piece: string;
    readonly carried: string;
    readonly left: string;
    readonly none: string;
    name(id: PieceId): string;
  };
}
