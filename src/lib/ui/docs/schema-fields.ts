/** What a message has to be like, for people: read from its schema, when the site is built. */
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

/** A field of a message. */
export interface Field {
  readonly name: string;
  readonly type: string;
}

/** A message as far as it is described. */
export interface Shape {
  readonly type: string;
  readonly fields: readonly Field[];
}

/** What every message carries. */
const ENVELOPE: readonly string[] = ['app', 'v', 'type'];

/** @returns each kind of message that the schema lets pass */
export function shapesOf(schema: GenericSchema): readonly Shape[] {
  const { oneOf, ...alone } = toJsonSchema(schema, { errorMode: 'ignore' });
  return (oneOf ?? [alone]).flatMap((one) => shapesIn(one));
}

function shapesIn(schema: JsonSchema | boolean): readonly Shape[] {
  if (typeof schema === 'boolean') return [];
  if (schema.oneOf) return schema.oneOf.flatMap((one) => shapesIn(one));
  const type = propertyOf(schema, 'type')?.const;
  return [{ type: String(type), fields: fieldsIn(schema) }];
}

/** @returns the properties of an object, without what every message carries */
function fieldsIn({ properties = {}, required = [] }: JsonSchema): readonly Field[] {
  return Object.entries(properties)
    .filter(([name]) => !ENVELOPE.includes(name))
    .map(([name, of]) => ({
      name: required.includes(name) ? name : `${name}?`,
      type: typeOf(of),
    }));
}

/**
 * @param answers schema of every answer: a `method`, and its `value`
 * @returns fields of each method's value
 */
export function answersOf(answers: GenericSchema): ReadonlyMap<string, readonly Field[]> {
  const found = new Map<string, readonly Field[]>();
  const visit = (schema: JsonSchema | boolean): void => {
    if (typeof schema === 'boolean') return;
    schema.oneOf?.forEach(visit);
    const method = propertyOf(schema, 'method')?.const;
    const value = propertyOf(schema, 'value');
    if (typeof method === 'string' && value) found.set(method, fieldsIn(value));
  };
  visit(toJsonSchema(answers, { errorMode: 'ignore' }));
  return found;
}

/** @returns the words that a field of a message may be */
export function wordsOf(schema: GenericSchema, type: string, field: string): readonly string[] {
  const found: string[] = [];
  const visit = (one: JsonSchema | boolean): void => {
    if (typeof one === 'boolean') return;
    one.oneOf?.forEach(visit);
    if (propertyOf(one, 'type')?.const !== type) return;
    found.push(...(propertyOf(one, field)?.enum ?? []).map(String));
  };
  visit(toJsonSchema(schema, { errorMode: 'ignore' }));
  return found;
}

function propertyOf({ properties }: JsonSchema, name: string): JsonSchema | null {
  const found = properties?.[name];
  return typeof found === 'object' ? found : null;
}

/** As TypeScript writes it. */
function typeOf(schema: JsonSchema | boolean): string {
  if (typeof schema === 'boolean') return 'unknown';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one)).join(' | ');
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.type === 'array') return listOf(schema);
  if (schema.type === 'object') {
    const inner = fieldsIn(schema).map(({ name, type }) => `${name}: ${type}`);
    return `{ ${inner.join(', ')} }`;
  }
  return schema.type === 'integer' ? 'number' : String(schema.type ?? 'unknown');
}

function listOf({ items }: JsonSchema): string {
  if (items === undefined || Array.isArray(items)) return 'unknown[]';
  const one = typeOf(items);
  return one.includes(' | ') ? `(${one})[]` : `${one}[]`;
}
