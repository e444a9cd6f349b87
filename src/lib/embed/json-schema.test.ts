import { expect, test } from 'vitest';
import { messagesJsonSchema } from './json-schema.ts';
import { EVENTS, METHODS } from './protocol.ts';

test('has every call and every message, and stands for itself', () => {
  const schema = JSON.stringify(messagesJsonSchema());
  for (const name of [...METHODS, ...EVENTS, 'ready', 'resize', 'xapi', 'result'])
    expect(schema).toContain(`"type":{"const":"${name}"}`);
  expect(messagesJsonSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: {
      call: { oneOf: expect.arrayContaining([expect.objectContaining({ type: 'object' })]) },
      message: { oneOf: expect.anything() },
    },
  });
  // One document: a `$schema` or a reference inside would lead elsewhere.
  expect(schema.match(/"\$schema"/g)).toHaveLength(1);
  expect(schema.match(/"\$ref":"(?!#\/\$defs\/(?:call|message)")/g)).toBeNull();
});
