/** Words of the Kernel lens. */
export interface KernelWords {
  readonly headline: string;
  readonly sentence: string;
  readonly caption: string;
}
