/** What can be wrong with a stack file, in words for its author: one table, so that the words stay together. */

/** One problem: where in the file (`variants[0].ground.carries[1].kind`) and what was expected. */
export interface StackIssue {
  readonly path: string;
  readonly message: string;
}

export const ISSUE_WORDS = {
  expected: (expected: string, received: string) => `expected ${expected}, got ${received}`,
  missing: () => 'is required but missing',
  unknownKey: () => 'is not a key of this format; check the spelling',
  tooLong: (max: string, received: string) => `expected at most ${max}, got ${received}`,
  tooShort: (min: string, received: string) => `expected at least ${min}, got ${received}`,
  pattern: (pattern: string, received: string) =>
    `expected text that matches ${pattern}, got ${received}`,
  newerFormat: (format: string, known: number) =>
    `format ${format} needs a newer Strata; this one reads format ${known}`,
  tooDeep: (max: number) => `nested too deeply; at most ${max} layers may stand in one another`,
  tooLarge: (max: number) => `too large; a stack may have at most ${max} layers`,
  notJson: (reason: string) => `is not JSON: ${reason}`,
  unknownPart: (part: string, known: string) => `there is no part "${part}"; known parts: ${known}`,
  partCycle: (chain: string) => `a part must not contain itself (${chain})`,
  duplicateId: (id: string) => `the id "${id}" is taken by another layer within the same boundary`,
  idTakenByRepeat: (id: string, prefix: string) =>
    `the id "${id}" could be an instance of the group "${prefix}" within the same boundary`,
  boundaryCarries: (kind: string) => `nothing stands on a ${kind}; put it into "wraps"`,
  boundaryEmpty: (kind: string) =>
    `expected "wraps" with at least one layer: a ${kind} stands around something`,
  slabWraps: (kind: string) =>
    `a ${kind} stands around nothing; only fence, wall and control-domain have "wraps"`,
  kernelFamily: () => 'a kernel needs a family: linux, nt, xnu or bsd',
  familyClash: (own: string, kernel: string) =>
    `is built for ${own} but stands on a kernel of family ${kernel}`,
  insideOutsideKernel: (kind: string) => `only a kernel has parts "inside" it, not a ${kind}`,
  insideNotCarried: () => 'relation "inside" is for layers listed under "inside" of a kernel',
  wrapsRelation: () =>
    'relation "wraps" is for fence, wall and control-domain, and they have no other',
  besideCarries: (relation: string) => `nothing stands on a layer that is "${relation}"`,
  groundKind: () => 'the ground of a stack must be a layer of kind hardware',
  hardwareAbove: () => 'hardware can only be the ground of a stack',
  repeatKind: (kind: string) => `only a boundary or an app can be repeated, not a ${kind}`,
  unknownVariant: (id: string, known: string) =>
    `there is no variant "${id}"; known variants: ${known}`,
  duplicateVariant: (id: string) => `the variant "${id}" is there twice`,
  unknownLayer: (path: string, known: string) =>
    `there is no layer "${path}" in an instance; known: ${known}`,
} as const;
