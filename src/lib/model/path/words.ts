/** Words of the Path lens. */
export interface PathWords {
  readonly headline: string;
  readonly sentence: string;
  readonly caption: string;
}
