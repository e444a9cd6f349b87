/** The published JSON Schema of the messages, made from the schemas that frames and tests check them with. */
import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { CALLS, FRAME_MESSAGE, METHODS } from './protocol.ts';

const CONFIG: ConversionConfig = { target: 'draft-2020-12', errorMode: 'ignore' };

/**
 * @returns a JSON Schema (draft 2020-12): what a page may send to a frame (`#/$defs/call`, and each call by
 *   its name in it), and what a frame sends to the page (`#/$defs/message`)
 */
export function messagesJsonSchema(): Record<string, unknown> {
  const calls = METHODS.map((name) => bare(toJsonSchema(CALLS[name], CONFIG)));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Messages between a Strata frame and the page around it, version 1',
    anyOf: [{ $ref: '#/$defs/call' }, { $ref: '#/$defs/message' }],
    $defs: {
      call: { description: 'From the page to the frame', oneOf: calls },
      message: {
        description: 'From the frame to the page',
        ...bare(toJsonSchema(FRAME_MESSAGE, CONFIG)),
      },
    },
  };
}

/** The whole says which draft it is. */
function bare({ $schema: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
