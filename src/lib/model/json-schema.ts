/** The published JSON Schema of the stack format, made from the schema that the parser uses. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { layerSchema, nodeSchema, partUseSchema, STACK_FORMAT, stackSchema } from './schema.ts';

/** @returns a JSON Schema (draft 2020-12) for stack files. It knows shapes only, not the rules between layers. */
export function stackJsonSchema(): Record<string, unknown> {
  const schema = toJsonSchema(stackSchema, {
    target: 'draft-2020-12',
    definitions: { node: nodeSchema, layer: layerSchema, partUse: partUseSchema },
    // A lazy schema shows one branch only; the format has two, told apart by the key `part`.
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema === nodeSchema
        ? { anyOf: [{ $ref: '#/$defs/layer' }, { $ref: '#/$defs/partUse' }] }
        : undefined,
  });
  return { title: `Strata stack file, format ${STACK_FORMAT}`, ...schema };
}
