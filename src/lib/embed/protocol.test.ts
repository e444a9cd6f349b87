import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import * as v from 'valibot';
import {
  CALLS,
  EVENTS,
  FRAME_MESSAGE,
  isFromHost,
  MAX_TEXT,
  METHODS,
  openMessage,
  readCall,
} from './protocol.ts';

const HEAD = { app: 'strata', v: 1 };
const read = (data: unknown) => readCall(openMessage(data));
const call = (type: string, fields: object = {}) => ({ ...HEAD, type, ...fields });

/** A good call of each kind. */
const GOOD: Readonly<Record<string, object>> = {
  seek: { t: 12.5 },
  goto: { step: 2 },
  setScene: { scene: 'vm-vs-container' },
  select: { layer: 'docker-linux/kernel' },
  setTheme: { theme: 'dark' },
  setLang: { lang: 'en-GB' },
  setMotion: { motion: 'reduce' },
  subscribe: { events: ['step', 'ended'] },
};

describe('a call', () => {
  it.each(METHODS)('%s is understood, as an object and as JSON', (type) => {
    const message = call(type, { ...GOOD[type], id: 'a1' });
    expect(read(message)).toEqual({ kind: 'call', call: message });
    expect(read(JSON.stringify(message))).toEqual({ kind: 'call', call: message });
  });

  it('keeps only the fields that belong to it', () => {
    const reading = read(call('play', { onload: '<img src=x onerror=alert(1)>' }));
    expect(reading).toEqual({ kind: 'call', call: call('play') });
  });

  it.each([
    ['seek', 't', {}],
    ['seek', 't', { t: '12' }],
    ['seek', 't', { t: -1 }],
    ['seek', 't', { t: Infinity }],
    ['seek', 't', { t: NaN }],
    ['goto', 'step', { step: 1.5 }],
    ['goto', 'step', { step: 0 }],
    ['goto', 'step', { step: 10n }],
    ['setScene', 'scene', { scene: '' }],
    ['setScene', 'scene', { scene: { stacks: 'docker-linux' } }],
    ['setScene', 'scene', { scene: 'x'.repeat(MAX_TEXT + 1) }],
    ['select', 'layer', {}],
    ['select', 'layer', { layer: ['docker-linux/kernel'] }],
    ['select', 'layer', { layer: 'x'.repeat(1e6) }],
    ['setTheme', 'theme', { theme: '<b>dark</b>' }],
    ['setLang', 'lang', { lang: 7 }],
    ['setMotion', 'motion', { motion: null }],
    ['subscribe', 'events', { events: 'step' }],
    ['subscribe', 'events', { events: ['step', 'keypress'] }],
    ['subscribe', 'events', { events: Array.from({ length: 1e6 }, () => 'step') }],
  ])('%s with a bad %s is answered with an error that names it', (type, field, fields) => {
    const reading = read(call(type, { ...fields, id: 3 }));
    expect(reading).toMatchObject({ kind: 'bad', id: 3, code: 'bad-value', field });
    const message = reading.kind === 'bad' ? reading.message : '';
    expect(message).toMatch(new RegExp(`^${field} must be .+; got `));
    expect(message.length).toBeLessThan(250);
  });

  it('of an unknown name is answered, what a frame sends is not', () => {
    expect(read(call('explode', { id: 1 }))).toMatchObject({ code: 'unknown-type', field: 'type' });
    for (const type of ['ready', 'resize', 'result', 'scene', 'error'])
      expect(read(call(type, { id: 1 }))).toEqual({ kind: 'ignored' });
  });

  it.each([
    ['no object', 7],
    ['nothing', null],
    ['text that is no JSON', '{"app":"strata"'],
    ['a list', [call('play')]],
    ['another app', { ...call('play'), app: 'other' }],
    ['another version', { ...call('play'), v: 2 }],
    ['no type', HEAD],
    ['a type that is no text', { ...HEAD, type: ['play'] }],
    ['an id that is neither text nor number', call('play', { id: {} })],
    ['an endless id', call('play', { id: 'x'.repeat(101) })],
    ['a prototype', `{"app":"strata","v":1,"type":"play","__proto__":{"isAdmin":true}}`],
    ['a constructor', call('play', { constructor: { prototype: {} } })],
    ['too much text', JSON.stringify(call('play', { more: 'x'.repeat(MAX_TEXT) }))],
    ['too deep', '{"a":'.repeat(3000)],
  ])('with %s is ignored', (_name, data) => {
    expect(read(data)).toEqual({ kind: 'ignored' });
  });
});

describe('any message', () => {
  const word = fc.constantFrom(...METHODS, ...EVENTS, 'ready', '__proto__', 'toString');
  const nearCall = fc.record(
    {
      app: fc.constantFrom<unknown>('strata', 'strata', 'strata', 'other'),
      v: fc.constantFrom<unknown>(1, 1, 1, '1', 2),
      type: fc.oneof(word, word, word, fc.string()),
      id: fc.oneof(fc.string(), fc.integer(), fc.jsonValue()),
      t: fc.oneof(fc.double(), fc.jsonValue()),
      step: fc.oneof(fc.integer(), fc.jsonValue()),
      scene: fc.jsonValue(),
      layer: fc.jsonValue(),
      theme: fc.oneof(fc.constant('dark'), fc.jsonValue()),
      lang: fc.jsonValue(),
      motion: fc.jsonValue(),
      events: fc.oneof(fc.array(word), fc.jsonValue()),
    },
    { requiredKeys: ['app', 'v', 'type'] },
  );
  const anything = fc.oneof(fc.jsonValue({ maxDepth: 8 }), fc.anything(), fc.string(), nearCall);

  it('throws nothing, and only what fits a schema is carried out', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (data, asText) => {
        const sent = asText ? JSON.stringify(data, (_, value) => strung(value)) : data;
        const reading = read(sent);
        if (reading.kind === 'call') {
          expect(v.is(CALLS[reading.call.type], reading.call)).toBe(true);
          expect(Object.getPrototypeOf(reading.call)).toBe(Object.prototype);
        }
        if (reading.kind === 'bad') expect(reading.message.length).toBeLessThan(300);
      }),
      { numRuns: 3000 },
    );
  });
});

function strung(value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

it('only the window around the frame is listened to, and only from its first origin', () => {
  const parent = {};
  const from = (source: unknown, origin: string) => ({ source, origin });
  expect(isFromHost(from(parent, 'https://a.example'), parent, null)).toBe(true);
  expect(isFromHost(from({}, 'https://a.example'), parent, null)).toBe(false);
  expect(isFromHost(from(null, 'https://a.example'), parent, null)).toBe(false);
  expect(isFromHost(from(parent, 'https://a.example'), parent, 'https://a.example')).toBe(true);
  expect(isFromHost(from(parent, 'https://b.example'), parent, 'https://a.example')).toBe(false);
});

it('what a frame sends has a schema to the last field', () => {
  const error = call('error', { id: 1, code: 'bad-value', field: 't', message: 't must be …' });
  expect(v.is(FRAME_MESSAGE, error)).toBe(true);
  expect(v.is(FRAME_MESSAGE, { ...error, stack: 'at line 1' })).toBe(false);
  const result = call('result', { id: 1, method: 'setTheme', value: { theme: 'dark' } });
  expect(v.is(FRAME_MESSAGE, result)).toBe(true);
  expect(v.is(FRAME_MESSAGE, { ...result, method: 'ping' })).toBe(false);
});
