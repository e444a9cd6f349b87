/** Words of the Size lens. Numbers arrive formatted; a function only puts the words around them. */
import type { SizePart } from './size-data.ts';

/** A stack and how many of its instances fit, as the headline names it. */
export interface NamedFit {
  /** "51 VMs". */
  readonly text: string;
  readonly count: number;
  /** Short title, where the nouns do not tell the stacks apart; null: they do. */
  readonly title: string | null;
}

export interface NamedDisk {
  readonly title: string;
  readonly size: string;
}

export interface SizeWords {
  readonly disk: string;
  memory(host: string): string;
  each(title: string, size: string): string;
  readonly notMeasured: string;
  /** Under a host: what is not counted. */
  notCounted(names: readonly string[]): string;
  scale(size: string): string;
  used(size: string): string;
  percent(value: number): string;
  kernels(count: number, striped: number): string;
  roomFor(count: number): string;
  doNotFit(count: number): string;
  readonly full: string;
  commonPages(size: string): string;
  crowd(each: number): string;
  readonly storing: {
    readonly sharedLayers: string;
    readonly layersApart: string;
    readonly linkedClones: string;
    readonly wholeDisks: string;
    readonly single: string;
  };
  /** Beside a size that is assumed. */
  assumed(size: string): string;
  /** What a picture draws and nobody measured, a few words each. */
  readonly assumptions: {
    /** What each of the named programs takes. */
    programs(names: readonly string[], size: string): string;
    onDisk(name: string, size: string): string;
    inMemory(name: string, size: string): string;
    /** The one program that every instance runs. */
    chosen(size: string): string;
  };
  readonly pulls: Readonly<Record<'unpacked' | 'compressed', string>>;
  readonly legend: Readonly<Record<SizePart['role'] | 'wall' | 'unknown', string>>;
  readonly headline: {
    readonly empty: string;
    fit(host: string, fits: readonly NamedFit[]): string;
    disk(disks: readonly NamedDisk[]): string;
    readonly nothing: string;
  };
  readonly sentence: {
    readonly empty: string;
    program(size: string): string;
    compares(whats: readonly string[], pull: string): string;
    readonly memoryOff: string;
    memoryOn(parts: readonly string[]): string;
    ksm(percent: number): string;
    balloon(percent: number): string;
    clone(percent: number): string;
    readonly linked: string;
  };
  readonly twin: {
    part(name: string, size: string, image: string, origin: string): string;
    shared(name: string, size: string, images: readonly string[], origin: string): string;
    host(size: string, used: string, percent: string): string;
    instance(name: string, size: string, parts: readonly string[]): string;
    crowd(count: string, each: string, together: string): string;
    hostPart(name: string): string;
    readout(disk: string, memory: string): string;
  };
  readonly origins: Readonly<Record<'figure' | 'assumption' | 'program' | 'unknown', string>>;
  readonly table: {
    readonly caption: string;
    readonly what: string;
    readonly rows: {
      readonly compared: string;
      readonly disk: string;
      readonly unshared: string;
      readonly each: string;
      readonly eachParts: string;
      readonly fits: string;
      readonly there: string;
      readonly used: string;
      readonly memoryWhat: string;
    };
  };
  readonly fill: {
    readonly chapter: string;
    says(counts: readonly string[]): string;
  };
}
