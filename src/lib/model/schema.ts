/**
 * The stack file format, version 1, as readers write it: JSON, checked key by key. What no schema can
 * say (ids are unique, parts exist, families fit) is checked afterwards, see `check-stack.ts`. The
 * published JSON Schema is made from this one.
 */
import * as v from 'valibot';
import { ABI_FAMILIES, LAYER_KINDS, PRIVILEGES, RELATIONS } from './kinds.ts';
import type { AbiFamily, LayerKind, Privilege, Relation } from './kinds.ts';
import { INSTANCE_NOUNS } from './stack.ts';
import type { InstanceNoun, KernelCount } from './stack.ts';

/** The format version this code reads. */
export const STACK_FORMAT = 1;

const KERNEL_COUNTS = ['kernel', 'striped', 'none'] as const;

const MAX_REPEAT = 100_000;

/** Words about one layer that an instance or a use of a part may say differently. */
export interface LayerWords {
  readonly name?: string;
  readonly short?: string;
  readonly detail?: string;
  readonly lines?: readonly string[];
  readonly family?: AbiFamily;
  readonly privilege?: Privilege;
  readonly cpuMode?: string;
  readonly providedBy?: string;
  readonly about?: string;
  readonly figures?: readonly string[];
  readonly enforcedBy?: string;
}

/**
 * One of a group of alike. `layers` is keyed by ids below the boundary, e.g. `app` or `vm/kernel`;
 * `without` names those that this one does not have: what they carry stands in their place.
 */
interface EachInstance extends LayerWords {
  readonly layers?: Readonly<Record<string, LayerWords>>;
  readonly without?: readonly string[];
}

/** How often a boundary or an app is there, and how the instances differ. */
export interface Repeat {
  readonly prefix: string;
  readonly noun: InstanceNoun;
  readonly default: number;
  /** Taken in turn, from the start again when there are more instances. */
  readonly each?: readonly EachInstance[];
}

/** What a layer and the use of a part have in common. */
interface NodeTree {
  readonly counts?: KernelCount;
  readonly relation?: Relation;
  readonly carries?: readonly StackNode[];
  readonly inside?: readonly StackNode[];
  readonly wraps?: readonly StackNode[];
  readonly repeat?: Repeat;
}

/** A layer as written in a file. */
export interface LayerSource extends LayerWords, NodeTree {
  readonly id: string;
  readonly kind: LayerKind;
  readonly name: string;
  readonly providedBy: string;
  readonly about: string;
}

/** The use of a named part; whatever is given here replaces what the part says about its own root. */
export interface PartUse extends LayerWords, NodeTree {
  readonly part: string;
  readonly id?: string;
}

export type StackNode = LayerSource | PartUse;

const idSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/),
  v.maxLength(40),
  v.description('Lower-case letters, digits and single hyphens, e.g. library-os.'),
);
const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const stackIdSchema = v.pipe(idSchema, v.title('Stack id'));

const wordEntries = {
  name: v.exactOptional(text(40)),
  short: v.exactOptional(v.pipe(text(12), v.description('For narrow boxes.'))),
  detail: v.exactOptional(v.pipe(text(40), v.description('Second line under the name.'))),
  lines: v.exactOptional(v.pipe(v.array(text(10)), v.minLength(1), v.maxLength(4))),
  family: v.exactOptional(v.picklist(ABI_FAMILIES)),
  privilege: v.exactOptional(v.picklist(PRIVILEGES)),
  cpuMode: v.exactOptional(text(80)),
  providedBy: v.exactOptional(text(60)),
  about: v.exactOptional(v.pipe(text(400), v.description('One or two sentences.'))),
  figures: v.exactOptional(v.pipe(v.array(text(60)), v.maxLength(8))),
  enforcedBy: v.exactOptional(text(120)),
};
const wordsSchema = v.strictObject(wordEntries);

const repeatSchema = v.strictObject({
  prefix: v.pipe(v.string(), v.regex(/^[a-z]{1,8}$/)),
  noun: v.picklist(INSTANCE_NOUNS),
  default: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_REPEAT)),
  each: v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({
          ...wordEntries,
          layers: v.exactOptional(v.record(v.string(), wordsSchema)),
          without: v.exactOptional(
            v.pipe(
              v.array(text(80)),
              v.minLength(1),
              v.maxLength(8),
              v.description('Layers that this one lacks; what they carry stands in their place.'),
            ),
          ),
        }),
      ),
      v.minLength(1),
      v.maxLength(24),
    ),
  ),
});

/** Which of the two a node is shows in its keys, so that issues speak of the one that was meant. */
export const nodeSchema: v.GenericSchema<StackNode> = v.lazy((input) =>
  typeof input === 'object' && input !== null && Object.hasOwn(input, 'part')
    ? partUseSchema
    : layerSchema,
);

const nodesSchema = v.pipe(v.array(nodeSchema), v.maxLength(40));
const treeEntries = {
  counts: v.exactOptional(v.picklist(KERNEL_COUNTS)),
  relation: v.exactOptional(v.picklist(RELATIONS)),
  carries: v.exactOptional(v.pipe(nodesSchema, v.description('Stands on it, left to right.'))),
  inside: v.exactOptional(v.pipe(nodesSchema, v.description('Strips that are part of a kernel.'))),
  wraps: v.exactOptional(v.pipe(nodesSchema, v.description('What a boundary stands around.'))),
  repeat: v.exactOptional(repeatSchema),
};

export const layerSchema: v.GenericSchema<LayerSource> = v.strictObject({
  ...wordEntries,
  ...treeEntries,
  id: idSchema,
  kind: v.picklist(LAYER_KINDS),
  name: v.pipe(text(40), v.description('{n} stands for the number of the instance.')),
  providedBy: text(60),
  about: text(400),
});

export const partUseSchema: v.GenericSchema<PartUse> = v.strictObject({
  ...wordEntries,
  ...treeEntries,
  part: idSchema,
  id: v.exactOptional(idSchema),
});

const titles = {
  title: text(60),
  shortTitle: text(14),
  claim: v.pipe(text(45), v.description('One finding.')),
  note: v.pipe(text(90), v.description('One or two sentences under the claim.')),
  summary: text(500),
};
const readoutNote = v.exactOptional(
  v.pipe(text(90), v.description('A clause that the readout adds.')),
);

/** A stack as in a URL: `docker-linux`, `vm-bare-metal:xen`. */
const STACK_REF = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?::[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?$/;

const relativeSchema = v.strictObject({
  stack: v.pipe(v.string(), v.regex(STACK_REF), v.description('Stack, or stack:variant.')),
  says: v.pipe(text(110), v.description('What is one step further there, as one sentence.')),
});
const evidence = {
  figures: v.exactOptional(
    v.pipe(
      v.array(text(60)),
      v.maxLength(16),
      v.description('Figures of the stack as a whole, most telling first.'),
    ),
  ),
  relatives: v.exactOptional(
    v.pipe(
      v.array(relativeSchema),
      v.minLength(1),
      v.maxLength(5),
      v.description('Stacks one step away.'),
    ),
  ),
};

const variantSchema = v.strictObject({
  id: idSchema,
  name: v.pipe(text(40), v.description('What a menu calls the variant.')),
  title: v.exactOptional(titles.title),
  shortTitle: v.exactOptional(titles.shortTitle),
  claim: v.exactOptional(titles.claim),
  note: v.exactOptional(titles.note),
  summary: v.exactOptional(titles.summary),
  readoutNote,
  ...evidence,
  ground: nodeSchema,
});

export const stackSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  format: v.literal(STACK_FORMAT),
  id: stackIdSchema,
  ...titles,
  readoutNote,
  ...evidence,
  defaultVariant: idSchema,
  variants: v.pipe(v.array(variantSchema), v.minLength(1), v.maxLength(12)),
  parts: v.exactOptional(v.record(idSchema, nodeSchema)),
});

/** A stack file as written, its parts not yet put in. */
export type StackSource = v.InferOutput<typeof stackSchema>;
