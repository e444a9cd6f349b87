/** Words of the Isolation lens. */
export interface IsolationWords {
  readonly headline: string;
  readonly sentence: string;
  readonly caption: string;
}
