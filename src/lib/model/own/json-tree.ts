/**
 * JSON with the line of every value, so that a message can name it. Reads one value after another, as
 * JSON lines and tools that print objects in a row give them; `NaN` and `Infinity` are read as numbers,
 * so that the message speaks of the number and not of a comma. Keys stand in Maps: `__proto__` is a key.
 */
import { shorten, type OwnIssue } from './own-issue.ts';
import { fromFirstBracket } from './own-lines.ts';

export type JsonNode =
  | JsonObject
  | { readonly kind: 'array'; readonly line: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'text'; readonly line: number; readonly value: string }
  | { readonly kind: 'number'; readonly line: number; readonly value: number }
  | { readonly kind: 'word'; readonly line: number; readonly value: boolean | null };

export interface JsonObject {
  readonly kind: 'object';
  readonly line: number;
  readonly entries: ReadonlyMap<string, JsonNode>;
}

/** `issue`: where reading stopped; the values before it are complete. */
export interface JsonReading {
  readonly values: readonly JsonNode[];
  readonly issue: OwnIssue | null;
}

/** Deeper than this no tool nests. */
const MAX_DEPTH = 24;
const NUMBER = /-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)|NaN/y;
const WORD = /true|false|null/y;
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class Stop extends Error {
  readonly issue: OwnIssue;
  constructor(issue: OwnIssue) {
    super(issue.code);
    this.issue = issue;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether another value follows. */
  get hasMore(): boolean {
    this.#skip();
    return this.#at < this.#text.length;
  }

  value(depth: number): JsonNode {
    this.#skip();
    const line = this.#line;
    if (depth > MAX_DEPTH) throw new Stop({ line, code: 'json-depth' });
    const first = this.#text[this.#at];
    if (first === '{') return this.#object(line, depth);
    if (first === '[') return this.#array(line, depth);
    if (first === '"') return { kind: 'text', line, value: this.#string() };
    const word = WORDS.get(this.#match(WORD) ?? '');
    if (word !== undefined) return { kind: 'word', line, value: word };
    const number = this.#match(NUMBER);
    if (number === null) throw this.#unexpected('a value');
    return { kind: 'number', line, value: Number(number) };
  }

  #object(line: number, depth: number): JsonObject {
    const entries = new Map<string, JsonNode>();
    this.#at += 1;
    for (let isFirst = true; !this.#takes('}'); isFirst = false) {
      if (!isFirst && !this.#takes(',')) throw this.#unexpected(', or }');
      this.#skip();
      if (this.#text[this.#at] !== '"') throw this.#unexpected('a key in quotation marks');
      const key = this.#string();
      if (!this.#takes(':')) throw this.#unexpected(':');
      entries.set(key, this.value(depth + 1));
    }
    return { kind: 'object', line, entries };
  }

  #array(line: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.#at += 1;
    while (!this.#takes(']')) {
      if (items.length > 0 && !this.#takes(',')) throw this.#unexpected(', or ]');
      items.push(this.value(depth + 1));
    }
    return { kind: 'array', line, items };
  }

  /** The string that begins here, its escapes resolved. */
  #string(): string {
    const start = this.#at;
    for (let at = start + 1; at < this.#text.length; at++) {
      const character = this.#text[at];
      if (character === '\\') at += 1;
      else if (character === '\n' || character === '\r') break;
      else if (character === '"') {
        this.#at = at + 1;
        return this.#unescape(this.#text.slice(start, at + 1));
      }
    }
    const isCut = !/[\r\n]/.test(this.#text.slice(start));
    const found = shorten(this.#text.slice(start), 24);
    throw new Stop({ line: this.#line, code: isCut ? 'json-cut' : 'json-syntax', found });
  }

  #unescape(literal: string): string {
    try {
      // A tab or another control character inside of quotation marks is a slip that harms nothing.

      return String(JSON.parse(literal.replace(/[\u0000-\u001f]/g, ' ')));
    } catch {
      throw new Stop({ line: this.#line, code: 'json-syntax', found: shorten(literal, 24) });
    }
  }

  #skip(): void {
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at];
      if (character === '\n') this.#line += 1;
      else if (character !== ' ' && character !== '\t' && character !== '\r') return;
    }
  }

  #takes(character: string): boolean {
    this.#skip();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0] ?? null;
    if (match !== null) this.#at += match.length;
    return match;
  }

  #unexpected(expected: string): Stop {
    const line = this.#line;
    if (this.#at >= this.#text.length) return new Stop({ line, code: 'json-cut', expected });
    const found = shorten(this.#text.slice(this.#at, this.#at + 40).split(/[\r\n]/)[0] ?? '', 24);
    return new Stop({ line, code: 'json-syntax', found, expected });
  }
}

/** Reads what stands from the first line with a bracket on. Never throws. */
export function readJson(text: string): JsonReading {
  const reader = new Reader(fromFirstBracket(text).replace(/^\ufeff/, ''));
  const values: JsonNode[] = [];
  try {
    while (reader.hasMore) values.push(reader.value(0));
    return { values, issue: null };
  } catch (error) {
    if (error instanceof Stop) return { values, issue: error.issue };
    throw error;
  }
}

/** @returns the text under a key; undefined when there is none */
export function textAt(object: JsonObject, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const node = object.entries.get(key);
    if (node?.kind === 'text') return node.value;
  }
  return undefined;
}
