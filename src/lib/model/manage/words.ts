/** Words of the Manage lens. */
export interface ManageWords {
  readonly headline: string;
  readonly sentence: string;
  readonly caption: string;
}
