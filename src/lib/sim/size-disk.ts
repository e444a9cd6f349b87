/** What lies on the disk: one image or disk per program, equal layers stored once where sharing is on. */
import type { SizeSettings } from '../model/settings.ts';
import type { DiskSizes, SizeImage, StackSizes } from '../model/size-data.ts';
import { sizePart, type SizeKnown, type SizedPart } from './size-values.ts';

/** A stored part and the programs that stand on it. */
export interface StoredPart extends SizedPart {
  /** Stable among the parts of one stack: its digest, or the image it belongs to. */
  readonly key: string;
  /** Places of its images among all, consecutive. */
  readonly from: number;
  readonly to: number;
  /** Parts under it, 0 for the lowest. */
  readonly level: number;
}

export interface DiskState {
  readonly what: string;
  readonly sharing: DiskSizes['sharing'];
  /** Equal parts are stored once. */
  readonly isShared: boolean;
  readonly images: readonly SizeImage[];
  readonly stored: readonly StoredPart[];
  /** MB of what is measured or assumed. */
  readonly totalMb: number;
  /** MB if nothing were shared. */
  readonly sumMb: number;
  /** Some part is not measured: the total is a lower bound. */
  readonly isPartial: boolean;
}

/** @returns what is on the disk, or null where nothing is known of it. */
export function diskState(sizes: StackSizes | undefined, known: SizeKnown): DiskState | null {
  const disk = sizes?.disk[known.settings.pull];
  if (disk === undefined) return null;
  const isShared = sharesDisk(disk, known.settings);
  const stored = storeAll(disk.images, isShared, known);
  const total = (parts: readonly StoredPart[], times: (part: StoredPart) => number) =>
    parts.reduce((sum, part) => sum + (part.mb ?? 0) * times(part), 0);
  return {
    what: disk.what,
    sharing: disk.sharing,
    isShared,
    images: disk.images,
    stored,
    totalMb: total(stored, () => 1),
    sumMb: total(stored, ({ from, to }) => to - from + 1),
    isPartial: stored.some(({ mb }) => mb === null),
  };
}

function sharesDisk({ sharing }: DiskSizes, settings: SizeSettings): boolean {
  return sharing === 'layers' ? settings.share : settings.linked;
}

/**
 * Stores images one after the other: a part whose digest lies in the same place of the image before it is
 * already there. Equal parts lie side by side and at the same height: their images must stand together.
 */
function storeAll(
  images: readonly SizeImage[],
  isShared: boolean,
  known: SizeKnown,
): readonly StoredPart[] {
  const stored = new Map<string, StoredPart>();
  images.forEach((image, at) => {
    let isSame = isShared;
    image.parts.forEach((part, level) => {
      const key = part.digest ?? `${image.id}-${part.id}`;
      const there = stored.get(key);
      isSame &&= part.digest !== undefined && there?.to === at - 1 && there.level === level;
      if (isSame && there !== undefined) stored.set(key, { ...there, to: at });
      else {
        const own = there === undefined ? key : `${image.id}-${part.id}`;
        stored.set(own, { ...sizePart(part, known), key: own, from: at, to: at, level });
      }
    });
  });
  return [...stored.values()];
}
