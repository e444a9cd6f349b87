/** Words of the Overhead view of the Path lens. */
export interface OverheadWords {
  readonly headline: string;
  readonly sentence: string;
  readonly caption: string;
}
