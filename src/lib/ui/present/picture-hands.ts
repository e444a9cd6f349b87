/** What keys do to the picture itself. */
export interface PictureHands {
  zoomBy(factor: number): void;
  fit(): void;
  /** @returns how far a recording is scrolled a page on or back; null: there is no more of it that way */
  pageOf(by: 1 | -1): number | null;
}
