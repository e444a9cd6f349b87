import { stackJsonSchema } from '#lib/model/json-schema.ts';

export const prerender = true;

/** The JSON Schema of the stack file format, for editors and for those who write stacks. */
export function GET(): Response {
  return new Response(`${JSON.stringify(stackJsonSchema(), null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
}
