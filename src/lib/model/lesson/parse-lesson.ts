/** The only way from the files of a lesson to the lesson: checked key by key, never throws. */
import * as v from 'valibot';
import { readData } from '../data-issues.ts';
import type { DataIssue, DataResult } from '../data-result.ts';
import { LENSES } from '../scene.ts';
import { GUESS_OPTIONS, REACH_OPTIONS } from './lesson.ts';
import type { GlossaryTerm, Lesson, Question } from './lesson.ts';
import { hasBreakIn } from './pictures.ts';
import type { LessonStep, WallWords } from './lesson.ts';
import { parseLessonWords, type StepWords } from './parse-words.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(60));
const figureId = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/), v.maxLength(60));
const query = v.pipe(v.string(), v.regex(/^[^?\s]+$/, 'expected a query string without “?”'));
const layerPath = v.pipe(v.string(), v.regex(/^[a-z0-9:-]+(?:\/[a-z0-9-]+)+$/));
const amount = v.pipe(v.number(), v.finite(), v.gtValue(0));

const ask = v.variant('kind', [
  v.strictObject({ kind: v.literal('choose'), answer: id }),
  v.pipe(
    v.strictObject({ kind: v.literal('guess'), figure: figureId, least: amount, most: amount }),
    v.check(
      ({ least, most }) => most >= 10 * least,
      'expected `most` to be 10 times `least` or more',
    ),
  ),
  v.strictObject({ kind: v.literal('sort') }),
  v.strictObject({
    kind: v.literal('place'),
    answer: id,
    layer: layerPath,
    spots: v.exactOptional(v.record(id, layerPath)),
  }),
  v.strictObject({ kind: v.literal('reach') }),
]);

const show = v.strictObject({
  id,
  scene: v.exactOptional(query),
  emphasis: v.exactOptional(v.pipe(v.array(layerPath), v.maxLength(8))),
});

const step = v.strictObject({
  id,
  minutes: v.pipe(v.number(), v.minValue(0.5), v.maxValue(30)),
  spare: v.exactOptional(v.literal(true)),
  scene: query,
  after: v.exactOptional(query),
  emphasis: v.exactOptional(v.pipe(v.array(layerPath), v.maxLength(8))),
  lookAfter: v.exactOptional(v.pipe(v.array(layerPath), v.maxLength(8))),
  lenses: v.exactOptional(v.array(v.picklist(LENSES))),
  transcript: v.exactOptional(id),
  ask: v.exactOptional(ask),
  shows: v.exactOptional(v.pipe(v.array(show), v.maxLength(6))),
});

const lessonFile = v.strictObject({
  order: v.number(),
  steps: v.pipe(v.array(step), v.minLength(1), v.maxLength(40)),
});

type LessonFile = v.InferOutput<typeof lessonFile>;
type StepFile = LessonFile['steps'][number];

const DATA = 'lesson.json';

/**
 * @param lessonId name of the folder
 * @param data text of `lesson.json`
 * @param words text of the Markdown file
 * @param wordsFile its name, for the messages
 */
export function parseLesson(
  lessonId: string,
  data: string,
  words: string,
  wordsFile: string,
): DataResult<Lesson> {
  const json = readJsonText(data);
  if (!json.ok) return json;
  const file = readData(lessonFile, json.value);
  if (!file.ok) return { ok: false, issues: file.issues.map((one) => named(one, json.value)) };
  const read = parseLessonWords(words, wordsFile);
  const issues = [...read.issues, ...orderIssues(file.value.steps, read.steps, wordsFile)];
  const steps = file.value.steps.flatMap((stepFile, index): readonly LessonStep[] => {
    const said = read.steps[index];
    if (said?.id !== stepFile.id) return [];
    const question = questionOf(stepFile, said);
    const path = `${wordsFile}, step “${said.id}”, line ${said.line}`;
    if (typeof question === 'string') issues.push({ path, message: question });
    const problem = showsProblem(stepFile, said);
    if (problem !== null) issues.push({ path, message: problem });
    if (said.wall === null) {
      issues.push({ path, message: 'expected a section “### … {#wall}”' });
      return [];
    }
    return [joined(stepFile, said, said.wall, typeof question === 'string' ? null : question)];
  });
  if (issues.length > 0) return { ok: false, issues };
  const { title, summary } = read;
  return { ok: true, value: { id: lessonId, order: file.value.order, title, summary, steps } };
}

const glossary = v.array(
  v.strictObject({
    id,
    term: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    says: v.pipe(v.string(), v.minLength(1), v.maxLength(320)),
  }),
);

/** Reads the words that lessons explain. Never throws. */
export function parseGlossary(input: unknown): DataResult<readonly GlossaryTerm[]> {
  return readData(glossary, input);
}

function readJsonText(text: string): DataResult<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, issues: [{ path: DATA, message: String(error) }] };
  }
}

/** Names the step that an issue lies in. */
function named({ path, message }: DataIssue, input: unknown): DataIssue {
  const index = Number(/^steps\[(\d+)\]/.exec(path)?.[1] ?? -1);
  const steps = v.safeParse(v.object({ steps: v.array(v.object({ id: v.string() })) }), input);
  const stepId = steps.success ? steps.output.steps[index]?.id : undefined;
  return { path: `${DATA}, ${stepId === undefined ? '' : `step “${stepId}”, `}${path}`, message };
}

/** Both files tell the same steps in the same order, each once. */
function orderIssues(
  files: readonly StepFile[],
  words: readonly StepWords[],
  wordsFile: string,
): readonly DataIssue[] {
  const issues: DataIssue[] = [];
  const ids = files.map((one) => one.id);
  for (const [index, one] of ids.entries()) {
    if (ids.indexOf(one) !== index) {
      issues.push({ path: `${DATA}, step “${one}”`, message: 'a second step of this id' });
    }
    const said = words[index];
    if (said?.id === one) continue;
    const message = `expected “## … {#${one}}” as section ${index + 1}, got ${said ? `{#${said.id}}` : 'none'}`;
    issues.push({ path: `${wordsFile}, step “${one}”`, message });
    break;
  }
  for (const extra of words.slice(files.length)) {
    issues.push({ path: `${wordsFile}, step “${extra.id}”`, message: `not a step of ${DATA}` });
  }
  return issues;
}

function joined(
  file: StepFile,
  said: StepWords,
  wall: WallWords,
  question: Question | null,
): LessonStep {
  const { id: stepId, minutes, scene, after = null, emphasis = [], lenses = [] } = file;
  const { transcript = null, lookAfter = null } = file;
  const { title, body, reveal, notes } = said;
  const shows = said.shows.map((words, index) => ({
    ...words,
    scene: file.shows?.[index]?.scene ?? null,
    emphasis: file.shows?.[index]?.emphasis ?? [],
  }));
  return {
    ...{ id: stepId, title, minutes, scene, after, emphasis, lookAfter, lenses, transcript },
    ...{ wall, shows, body, question, reveal, notes },
    ...(file.spare && { isSpare: true }),
  };
}

/** What is shown one after the other has its words in both files, in one order. */
function showsProblem({ shows = [] }: StepFile, said: StepWords): string | null {
  const inData = shows.map((one) => `{#show-${one.id}}`).join(' ');
  const inWords = said.shows.map((one) => `{#show-${one.id}}`).join(' ');
  return inData === inWords
    ? null
    : `${DATA} shows ${inData || 'nothing'}, the words ${inWords || 'nothing'}`;
}

/** @returns the question, null where nothing is asked, or what is wrong with it */
function questionOf(file: StepFile, said: StepWords): Question | null | string {
  const { ask: asked } = file;
  if (!asked) return said.ask === null ? null : `${DATA} has no \`ask\` for what is asked`;
  if (said.ask === null) return 'expected a section “### … {#ask}”';
  const ids = said.options.map((option) => option.id);
  if (new Set(ids).size < ids.length) return 'two options of one id';
  const words = { ask: said.ask, options: said.options };
  if (asked.kind === 'guess' || asked.kind === 'reach') {
    const wanted = asked.kind === 'guess' ? GUESS_OPTIONS : REACH_OPTIONS;
    if (wanted.some((one) => !ids.includes(one)) || ids.length !== wanted.length) {
      const [first, second, third] = wanted;
      return `expected the options {#${first}}, {#${second}} and {#${third}}`;
    }
    return asked.kind === 'reach' && !hasBreakIn(file.scene)
      ? 'expected a scene with lens=isolation for what is reached'
      : { ...words, ...asked };
  }
  if (ids.length < 2) return 'expected two options or more, “#### … {#id}”';
  if (asked.kind === 'sort') return { ...words, ...asked };
  if (!ids.includes(asked.answer)) return `expected an option {#${asked.answer}}, the answer`;
  if (asked.kind === 'choose') return { ...words, ...asked };
  const { spots = {} } = asked;
  const odd = Object.keys(spots).find((one) => !ids.includes(one));
  return odd === undefined
    ? { ...words, ...asked, spots }
    : `expected an option {#${odd}}, which \`spots\` names`;
}
