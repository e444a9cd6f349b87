/** What can go wrong with a stage; the words for it are in the catalogue, under the code. */
export type StageErrorCode =
  /** The browser gave no canvas or no 2D context: show the table instead. */
  | 'no-canvas'
  /** Painting threw: the last good picture stays, the loop has stopped. */
  | 'paint-failed';

export class StageError extends Error {
  readonly code: StageErrorCode;

  constructor(code: StageErrorCode, cause?: unknown) {
    super(`stage: ${code}`, { cause });
    this.name = 'StageError';
    this.code = code;
  }
}
