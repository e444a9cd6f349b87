import { messagesJsonSchema } from '#lib/embed/json-schema.ts';

export const prerender = true;

/** The JSON Schema of the messages between a frame and the page around it, for those who write hosts. */
export function GET(): Response {
  return new Response(`${JSON.stringify(messagesJsonSchema(), null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
}
