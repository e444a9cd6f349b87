import { expect, test } from 'vitest';
import { stackJsonSchema } from './json-schema.ts';
import { LAYER_KINDS } from './kinds.ts';

test('knows layers, parts and every kind', () => {
  const schema = stackJsonSchema();
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    required: expect.arrayContaining(['format', 'id', 'variants']),
    $defs: {
      node: { anyOf: [{ $ref: '#/$defs/layer' }, { $ref: '#/$defs/partUse' }] },
      layer: {
        properties: {
          kind: { enum: [...LAYER_KINDS] },
          carries: { items: { $ref: '#/$defs/node' } },
        },
      },
      partUse: { required: ['part'], additionalProperties: false },
    },
  });
});

test('is closed: every reference has its definition', () => {
  const text = JSON.stringify(stackJsonSchema());
  const names = [...text.matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name ?? '');
  const { $defs } = stackJsonSchema() as { $defs: Record<string, unknown> };
  for (const name of names) expect(Object.keys($defs)).toContain(name);
});
