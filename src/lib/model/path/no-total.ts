/** Why a path has no total time: no part was measured, some were not, or on different machines. */
export type NoTotal = 'none' | 'parts-missing' | 'not-comparable';
