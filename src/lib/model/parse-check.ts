/** "Check it yourself": a command that shows what a layer is, with output that is real. */
import * as v from 'valibot';
import { readData } from './data-issues.ts';
import type { DataResult } from './data-result.ts';
import { LAYER_KINDS } from './kinds.ts';
import type { LayerKind } from './kinds.ts';

/** Which layers a check speaks of: those of a stack at a place, or of a kind. */
export type CheckTarget =
  | {
      /** `id`, `id:variant` (the default variant too has to be named), or `*` for every stack. */
      readonly stack: string;
      /** Path below the stack; `*` stands for the number of an instance, e.g. `c*` + `/libs`. */
      readonly layer: string;
    }
  | { readonly stack: string; readonly kind: LayerKind };

/** The output was printed by the project's own script. */
export interface Recorded {
  readonly how: string;
  /** ISO date, e.g. 2026-11-23. */
  readonly date: string;
  readonly machine: string;
}

/** The output was printed by somebody else's machine, and they published it. */
export interface Quoted {
  readonly url: string;
  readonly title: string;
  readonly author?: string;
}

interface CheckWords {
  readonly id: string;
  /** What one does, as an imperative. */
  readonly title: string;
  readonly applies: readonly CheckTarget[];
  /** The lines to type. */
  readonly command: readonly string[];
  /** The lines that came back. */
  readonly output: readonly string[];
  /** What it proves, one or two sentences. */
  readonly shows: string;
}

export type Check = CheckWords & ({ readonly recorded: Recorded } | { readonly quoted: Quoted });

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const stack = v.pipe(v.string(), v.regex(/^(\*|[a-z0-9-]+(:[a-z0-9-]+)?)$/));

const targetSchema = v.union([
  v.strictObject({
    stack,
    layer: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\*?(\/[a-z0-9-]+\*?)*$/)),
  }),
  v.strictObject({ stack, kind: v.picklist(LAYER_KINDS) }),
]);

const entries = {
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  title: text(90),
  applies: v.pipe(v.array(targetSchema), v.minLength(1)),
  command: v.pipe(v.array(text(200)), v.minLength(1), v.maxLength(6)),
  output: v.pipe(v.array(v.pipe(v.string(), v.maxLength(240))), v.minLength(1), v.maxLength(24)),
  shows: text(220),
};

const recorded = v.strictObject({
  how: text(120),
  date: v.pipe(v.string(), v.isoDate()),
  machine: text(120),
});

const quoted = v.strictObject({
  url: v.pipe(v.string(), v.url(), v.startsWith('https://')),
  title: text(120),
  author: v.exactOptional(text(60)),
});

/** Exactly one of the two origins. */
const checkSchema: v.GenericSchema<Check> = v.lazy((input) =>
  typeof input === 'object' && input !== null && 'quoted' in input
    ? v.strictObject({ ...entries, quoted })
    : v.strictObject({ ...entries, recorded }),
);

const checksSchema = v.array(checkSchema);

/** @returns the checks of a file, or what is wrong with it by path. */
export function parseChecks(input: unknown): DataResult<readonly Check[]> {
  return readData(checksSchema, input);
}

/** What of a layer and its stack decides which checks fit. */
export interface CheckedLayer {
  /** Id of the stack, e.g. `vm-bare-metal`. */
  readonly stack: string;
  readonly variant: string;
  /** Full path of the layer, as in the model: `<stack>/<place>`. */
  readonly path: string;
  readonly kind: LayerKind;
}

/** How well a target fits; 0 when it does not, more for a place than for a kind. */
function fitOf(target: CheckTarget, layer: CheckedLayer): number {
  const named = `${layer.stack}:${layer.variant}`;
  const stackFit = target.stack === named ? 3 : target.stack === layer.stack ? 2 : 1;
  if (stackFit === 1 && target.stack !== '*') return 0;
  if ('kind' in target) return target.kind === layer.kind ? stackFit : 0;
  const place = layer.path.slice(layer.path.indexOf('/') + 1);
  return matchesPlace(target.layer, place) ? 3 + stackFit : 0;
}

/** `*` stands for the digits of an instance's number. */
function matchesPlace(pattern: string, place: string): boolean {
  const wanted = pattern.split('/');
  const parts = place.split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, at) =>
      part.endsWith('*')
        ? part.slice(0, -1) === (parts[at] ?? '').replace(/\d+$/, '')
        : part === parts[at],
    )
  );
}

/** @returns the checks that fit a layer, those written for its very place first. */
export function checksOf(checks: readonly Check[], layer: CheckedLayer): readonly Check[] {
  return checks
    .map((check, index) => {
      const fit = Math.max(...check.applies.map((target) => fitOf(target, layer)));
      return { check, fit, index };
    })
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.index - b.index)
    .map(({ check }) => check);
}
