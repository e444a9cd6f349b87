/** The only way from a recording's file to its transcripts: checked key by key, never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataResult } from '../data-result.ts';
import { SESSIONS, SIDES, type RecordedAnswer, type Transcript } from './transcript.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(40));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const lines = v.pipe(v.array(v.pipe(v.string(), v.maxLength(600))), v.maxLength(60));

const answer: v.GenericSchema<RecordedAnswer> = v.pipe(
  v.strictObject({
    output: lines,
    changed: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
    gone: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.check(
    ({ output, changed }) => changed.every((index) => index < output.length),
    'expected `changed` to name lines of `output`',
  ),
);

const transcript = v.strictObject({
  id,
  session: v.picklist(SESSIONS),
  typed: v.pipe(
    v.array(v.strictObject({ side: v.picklist(SIDES), command: text, output: lines })),
    v.minLength(1),
  ),
  asks: v.array(id),
  look: v.pipe(v.array(id), v.minLength(1)),
  asked: v.pipe(v.array(v.strictObject({ id, inside: answer, host: answer })), v.minLength(1)),
});

const file = v.strictObject({
  how: text,
  questions: v.record(id, text),
  transcripts: v.pipe(v.array(transcript), v.minLength(1)),
  calls: v.pipe(
    v.array(
      v.strictObject({
        call: text,
        times: v.pipe(v.number(), v.integer(), v.minValue(1)),
        process: v.pipe(v.number(), v.integer(), v.minValue(1)),
        does: v.array(id),
      }),
    ),
    v.minLength(1),
  ),
  conditions: v.strictObject({
    kernel: v.pipe(v.string(), v.regex(/^\d+\.\d+/)),
    host: text,
    files: text,
    versions: v.record(v.string(), text),
    date: v.pipe(v.string(), v.isoDate()),
  }),
});

type RecordingFile = v.InferOutput<typeof file>;

/** @returns the transcripts of a recording, in order, or what is wrong with them by path */
export function parseTranscripts(input: unknown): DataResult<readonly Transcript[]> {
  const read = readData(file, input);
  if (!read.ok) return read;
  const issues = read.value.transcripts.flatMap((one, index) =>
    unknownIn(one, read.value).map((message) => ({ path: `transcripts[${index}]`, message })),
  );
  const ids = read.value.transcripts.map((one) => one.id);
  for (const [index, { does }] of read.value.calls.entries()) {
    const lost = does.filter((name) => !ids.includes(name));
    for (const name of lost)
      issues.push({ path: `calls[${index}].does`, message: `no transcript “${name}”` });
  }
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, value: read.value.transcripts.map((one) => transcriptOf(one, read.value)) };
}

type TranscriptFile = RecordingFile['transcripts'][number];

function unknownIn({ look, asked }: TranscriptFile, { questions }: RecordingFile): string[] {
  const ids = asked.map((one) => one.id);
  return [
    ...look.filter((name) => !ids.includes(name)).map((name) => `“${name}” was not asked`),
    ...ids.filter((name) => questions[name] === undefined).map((name) => `no question “${name}”`),
  ];
}

function transcriptOf(one: TranscriptFile, { questions, calls, conditions }: RecordingFile) {
  const { id: name, session, typed, look } = one;
  return {
    ...{ id: name, session, typed, look, conditions },
    asked: one.asked.map((asked) => ({ ...asked, command: questions[asked.id] ?? '' })),
    // The last one shows the whole way.
    calls: session === 'runc' ? calls : calls.filter(({ does }) => does.includes(name)),
  };
}
