/** The only way from a data file to a tool: checked key by key, never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataResult } from '../data-result.ts';
import { ABI_FAMILIES } from '../kinds.ts';
import {
  ANSWERS,
  LAYER_ROLES,
  MOVES,
  VERBS,
  type Tool,
  type ToolRecord,
  type ToolWork,
} from './tool.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(40));
const stackRef = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?::[a-z0-9-]+)?$/));
const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const roles = v.pipe(v.array(v.picklist(LAYER_ROLES)), v.minLength(1));
const answer = v.picklist(ANSWERS);

const work: v.GenericSchema<ToolWork> = v.pipe(
  v.strictObject({
    stacks: v.pipe(v.array(stackRef), v.minLength(1)),
    usual: v.exactOptional(v.literal(true)),
    create: v.exactOptional(roles),
    place: v.exactOptional(roles),
    heal: v.exactOptional(roles),
    update: v.exactOptional(roles),
    carries: v.exactOptional(roles),
    families: v.exactOptional(v.pipe(v.array(v.picklist(ABI_FAMILIES)), v.minLength(1))),
  }),
  v.check(
    (one) => VERBS.some((verb) => one[verb] !== undefined),
    'a tool that works on a stack does something there',
  ),
  v.check(
    (one) => !VERBS.some((verb) => one[verb]?.some((role) => one.carries?.includes(role))),
    'what a tool manages it does not merely carry along',
  ),
);

const tool: v.GenericSchema<ToolRecord> = v.strictObject({
  id,
  name: text(40),
  short: v.exactOptional(text(16)),
  about: text(220),
  not: text(220),
  works: v.pipe(v.array(work), v.minLength(1)),
  restarts: v.strictObject({ here: answer, elsewhere: answer }),
  moves: v.picklist(MOVES),
  sources: v.pipe(
    v.array(
      v.strictObject({
        title: text(120),
        url: v.pipe(v.string(), v.url()),
        stacks: v.exactOptional(v.pipe(v.array(stackRef), v.minLength(1))),
      }),
    ),
    v.minLength(1),
  ),
});

/** @returns the tool of a file, or what is wrong with it by path. */
export function parseTool(input: unknown): DataResult<ToolRecord> {
  return readData(tool, input);
}

/** @returns of the tool what is drawn */
export function drawnTool(input: unknown): DataResult<Tool> {
  const read = parseTool(input);
  if (!read.ok) return read;
  const { about, not, sources, ...drawn } = read.value;
  return { ok: true, value: drawn };
}
