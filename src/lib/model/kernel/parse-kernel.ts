/** The only way from a data file to printed answers and namespaces: checked key by key, never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataResult } from '../data-result.ts';
import { ABI_FAMILIES } from '../kinds.ts';
import type { AnswerShelf, KnownAnswer } from './answers.ts';
import { NAMESPACES, type NamespaceFacts, type NamespaceShelf } from './namespaces.ts';

const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:[-:][a-z0-9]+)*$/));
const page = v.strictObject({
  url: v.pipe(v.string(), v.url(), v.startsWith('https://')),
  title: text(160),
});

const known: v.GenericSchema<KnownAnswer> = v.strictObject({
  match: v.strictObject({
    stacks: v.exactOptional(v.pipe(v.array(id), v.minLength(1))),
    files: v.exactOptional(text(40)),
    family: v.exactOptional(v.picklist(ABI_FAMILIES)),
    detail: v.exactOptional(text(40)),
  }),
  texts: v.pipe(v.array(text(60)), v.minLength(1)),
  origin: v.union([
    v.strictObject({ check: id, recorded: text(160) }),
    v.strictObject({ check: v.exactOptional(id), quoted: page }),
    v.strictObject({ stated: page }),
  ]),
});

const answers: v.GenericSchema<AnswerShelf> = v.strictObject({
  names: v.array(known),
  releases: v.array(known),
  machines: v.array(known),
});

const lines = v.pipe(v.array(text(200)), v.maxLength(8));
const side = v.strictObject({ command: v.pipe(lines, v.minLength(1)), output: lines });
const link = v.pipe(v.string(), v.regex(/^[a-z]+:\[\d+\]$/));

const namespace: v.GenericSchema<NamespaceFacts> = v.pipe(
  v.strictObject({
    id: v.picklist(NAMESPACES),
    flag: v.pipe(v.string(), v.regex(/^CLONE_NEW[A-Z]+$/)),
    since: v.pipe(v.string(), v.regex(/^\d+\.\d+(\.\d+)?$/)),
    docker: v.picklist(['yes', 'rootless', 'v2', 'engine29']),
    // The script that recorded this kind, where it is not the file's: for who records anew.
    how: v.exactOptional(text(120)),
    enter: text(160),
    inside: side,
    host: side,
    links: v.strictObject({ inside: link, host: link }),
  }),
  v.check(({ links }) => links.inside !== links.host, 'a new namespace has a number of its own'),
  v.transform(({ how: _how, ...facts }) => facts),
);

const namespaces: v.GenericSchema<NamespaceShelf> = v.strictObject({
  machine: text(120),
  how: text(120),
  date: v.pipe(v.string(), v.isoDate()),
  sources: v.pipe(v.array(v.strictObject({ ...page.entries, by: text(80) })), v.minLength(1)),
  kinds: v.pipe(v.array(namespace), v.length(NAMESPACES.length)),
});

/** @returns the printed answers of a file, or what is wrong with it by path */
export function parseAnswers(input: unknown): DataResult<AnswerShelf> {
  return readData(answers, input);
}

/** @returns the kinds of namespace of a file, or what is wrong with it by path */
export function parseNamespaces(input: unknown): DataResult<NamespaceShelf> {
  return readData(namespaces, input);
}
