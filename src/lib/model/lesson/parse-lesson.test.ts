import { describe, expect, it } from 'vitest';
import type { DataResult } from '../data-result.ts';
import { lessonMinutes, type Lesson } from './lesson.ts';
import { stepFigures, stepRefs } from './lesson-refs.ts';
import { parseGlossary, parseLesson } from './parse-lesson.ts';

const DATA = {
  order: 1,
  steps: [
    {
      id: 'one',
      minutes: 2,
      scene: 'stacks=process',
      emphasis: ['process/kernel'],
      shows: [{ id: 'slab', emphasis: ['process/kernel'] }],
    },
    {
      id: 'two',
      minutes: 3,
      scene: 'stacks=process',
      after: 'stacks=docker-linux',
      ask: { kind: 'choose', answer: 'right' },
    },
  ],
};

const WORDS = `# A lesson

What it is about.

## First {#one}

A [kernel](term:kernel) takes {figure:start.x}, *never* **less**; see
[a scene](scene:vm-vs-container) and \`uname -r\`.

- one
- two

### One kernel. {#wall}

It answers all.

### The slab {#show-slab}

Look at {figure:start.wall}.

### Notes {#notes}

Say {figure:start.notes}.

## Second, with *stress* {#two}

Before.

### Which one? {#wall}

Take your time.

### What do you think? {#ask}

Which one?

#### This one {#right}

Yes.

#### That one {#wrong}

No, {figure:start.y}.

### Revealed {#reveal}

After.
`;

function parse(words = WORDS, data: unknown = DATA): DataResult<Lesson> {
  return parseLesson('a-lesson', JSON.stringify(data), words, 'en.md');
}
function issuesOf(result: DataResult<Lesson>): readonly string[] {
  return result.ok ? [] : result.issues.map(({ path, message }) => `${path}: ${message}`);
}

describe('a lesson', () => {
  it('is put together from its steps and its words', () => {
    const result = parse();
    expect(issuesOf(result)).toEqual([]);
    if (!result.ok) return;
    const { value } = result;
    expect(value).toMatchObject({
      id: 'a-lesson',
      title: 'A lesson',
      summary: 'What it is about.',
    });
    expect(lessonMinutes(value)).toBe(5);
    const [one, two] = value.steps;
    expect(one?.body[0]).toEqual({
      kind: 'paragraph',
      parts: [
        { kind: 'text', text: 'A ' },
        { kind: 'term', id: 'kernel', parts: [{ kind: 'text', text: 'kernel' }] },
        { kind: 'text', text: ' takes ' },
        { kind: 'figure', id: 'start.x' },
        { kind: 'text', text: ', ' },
        { kind: 'emphasis', parts: [{ kind: 'text', text: 'never' }] },
        { kind: 'text', text: ' ' },
        { kind: 'strong', parts: [{ kind: 'text', text: 'less' }] },
        { kind: 'text', text: '; see ' },
        { kind: 'scene', id: 'vm-vs-container', parts: [{ kind: 'text', text: 'a scene' }] },
        { kind: 'text', text: ' and ' },
        { kind: 'code', text: 'uname -r' },
        { kind: 'text', text: '.' },
      ],
    });
    expect(one?.body[1]).toMatchObject({ kind: 'list', isOrdered: false });
    expect(one?.question).toBeNull();
    expect(two?.title).toBe('Second, with stress');
    expect(two?.after).toBe('stacks=docker-linux');
    expect(two?.question).toMatchObject({ kind: 'choose', answer: 'right' });
    expect(two?.question?.options.map(({ id }) => id)).toEqual(['right', 'wrong']);
    expect(two?.reveal).toHaveLength(1);
  });

  it('knows what its words refer to, and what of it readers see', () => {
    const result = parse();
    if (!result.ok) throw new Error('no lesson');
    const [one, two] = result.value.steps;
    if (!one || !two) throw new Error('no steps');
    expect(stepRefs(one)).toEqual({
      figures: ['start.x', 'start.wall', 'start.notes'],
      terms: ['kernel'],
      scenes: ['vm-vs-container'],
    });
    expect(stepFigures(one)).toEqual(['start.x']);
    expect(stepFigures(two)).toEqual(['start.y']);
  });
});

describe('what is wrong is told by file, step and line', () => {
  const withStep = (index: number, change: object): unknown => ({
    ...DATA,
    steps: DATA.steps.map((step, at) => (at === index ? { ...step, ...change } : step)),
  });

  it.each([
    [
      'HTML',
      WORDS.replace('Before.', '<b>Before</b>.'),
      'en.md, step “two”, line 27: a lesson holds no html',
    ],
    [
      'an image',
      WORDS.replace('Before.', '![x](https://a.b/c.png)'),
      'en.md, step “two”, line 27: a lesson holds no image',
    ],
    [
      'a quotation',
      WORDS.replace('Before.', '> Before.'),
      'en.md, step “two”, line 27: a lesson holds no blockquote',
    ],
    [
      'an unknown mark',
      WORDS.replace('{figure:start.x}', '{number:3}'),
      'en.md, step “one”, line 7: expected {figure:<id>}, got {number:3}',
    ],
    [
      'a link to nowhere',
      WORDS.replace('(term:kernel)', '(javascript:alert)'),
      'en.md, step “one”, line 7: expected a link to https://…, term:<id>, scene:<id> or page:<id>, got “javascript:alert”',
    ],
    [
      'an answer without a question',
      WORDS.replace(/(\{#ask\}\n+)[^#]+/, '$1'),
      'en.md, step “two”, line 33: expected a question under {#ask}: the wall shows it alone',
    ],
    [
      'a link to a page that the site has not',
      WORDS.replace('(term:kernel)', '(page:kits)'),
      'en.md, step “one”, line 7: expected one of the pages figures, kit, learn, teach, got “kits”',
    ],
    [
      'an unknown section',
      WORDS.replace('{#notes}', '{#hints}'),
      'en.md, step “one”, line 21: expected {#wall}, {#ask}, {#reveal}, {#show-…} or {#notes}, got {#hints}',
    ],
    [
      'a heading without an id',
      WORDS.replace(' {#wrong}', ''),
      'en.md, step “two”, line 41: expected an id at the end of the heading: {#id}',
    ],
    [
      'no title',
      WORDS.replace('# A lesson', ''),
      'en.md, line 1: expected a heading “# …” for the lesson, and its summary',
    ],
    [
      'a step that is missing',
      WORDS.replace('{#two}', '{#three}'),
      'en.md, step “two”: expected “## … {#two}” as section 2, got {#three}',
    ],
    [
      'a step without words for the wall',
      WORDS.replace('### Which one? {#wall}\n\nTake your time.', ''),
      'en.md, step “two”, line 25: expected a section “### … {#wall}”',
    ],
    [
      'a message too long for the wall',
      WORDS.replace('Which one? {#wall}', 'Which one of all these do you take? {#wall}'),
      'en.md, step “two”, line 29: expected a message of 6 words at most, got 8',
    ],
    [
      'a sentence too long for the wall',
      WORDS.replace('Take your time.', 'Take your time. '.repeat(8)),
      'en.md, step “two”, line 29: expected a sentence of 100 signs at most, got 127',
    ],
    [
      'words without their reveal',
      WORDS.replace('{#show-slab}', '{#show-wall}'),
      'en.md, step “one”, line 5: lesson.json shows {#show-slab}, the words {#show-wall}',
    ],
    [
      'an answer that is missing',
      WORDS.replace('{#right}', '{#other}'),
      'en.md, step “two”, line 25: expected an option {#right}, the answer',
    ],
    [
      'nothing to ask',
      WORDS.replace('{#ask}', '{#reveal}').replace('### Revealed {#reveal}', ''),
      'en.md, step “two”, line 25: expected a section “### … {#ask}”',
    ],
  ])('%s', (_what, words, issue) => {
    expect(issuesOf(parse(words))).toContain(issue);
  });

  it.each([
    ['minutes', withStep(1, { minutes: 0 }), 'lesson.json, step “two”, steps[1].minutes: '],
    [
      'a question mark',
      withStep(0, { scene: '?stacks=process' }),
      'lesson.json, step “one”, steps[0].scene: expected a query',
    ],
    [
      'a selector',
      withStep(0, { emphasis: ['.kernel > b'] }),
      'lesson.json, step “one”, steps[0].emphasis[0]: ',
    ],
    ['an unknown key', withStep(0, { script: 'x' }), 'lesson.json, step “one”, steps[0].script: '],
    [
      'an unknown lens',
      withStep(0, { lenses: ['x-ray'] }),
      'lesson.json, step “one”, steps[0].lenses[0]: ',
    ],
    [
      'a second step of one id',
      withStep(1, { id: 'one' }),
      'lesson.json, step “one”: a second step of this id',
    ],
    [
      'an ask without words',
      withStep(0, { ask: { kind: 'sort' } }),
      'en.md, step “one”, line 5: expected a section “### … {#ask}”',
    ],
    [
      'words without an ask',
      withStep(1, { ask: undefined }),
      'en.md, step “two”, line 25: lesson.json has no `ask`',
    ],
    [
      'a guess without its answers',
      withStep(1, { ask: { kind: 'guess', figure: 'a.b', least: 1, most: 10 } }),
      'en.md, step “two”, line 25: expected the options {#low}',
    ],
    [
      'a guess without room',
      withStep(1, { ask: { kind: 'guess', figure: 'a.b', least: 1, most: 2 } }),
      'lesson.json, step “two”, steps[1].ask: expected `most`',
    ],
    [
      'a place that is no answer',
      withStep(1, { ask: { kind: 'place', layer: 'process/kernel', answer: 'gone' } }),
      'en.md, step “two”, line 25: expected an option {#gone}, the answer',
    ],
    [
      'a place in the picture for no option',
      withStep(1, {
        ask: {
          ...{ kind: 'place', layer: 'process/kernel', answer: 'right' },
          spots: { gone: 'process/hardware' },
        },
      }),
      'en.md, step “two”, line 25: expected an option {#gone}, which `spots` names',
    ],
    [
      'a place for no layer',
      withStep(1, { ask: { kind: 'place', layer: 'kernel', answer: 'right' } }),
      'lesson.json, step “two”, steps[1].ask.layer: ',
    ],
    [
      'a break-in without its answers',
      withStep(1, { ask: { kind: 'reach' } }),
      'en.md, step “two”, line 25: expected the options {#less}, {#right} and {#more}',
    ],
  ])('%s', (_what, data, issue) => {
    const issues = issuesOf(parse(WORDS, data));
    expect(issues.filter((one) => one.startsWith(issue))).not.toEqual([]);
  });

  it('a file that is no JSON', () => {
    const result = parseLesson('a-lesson', '{', WORDS, 'en.md');
    expect(issuesOf(result)[0]).toMatch(/^lesson\.json: /);
  });

  it('a word of the glossary', () => {
    expect(parseGlossary([{ id: 'kernel', term: 'Kernel', says: 'x' }]).ok).toBe(true);
    const result = parseGlossary([{ id: 'kernel', term: '' }]);
    expect(result.ok ? [] : result.issues.map(({ path }) => path)).toEqual([
      '[0].term',
      '[0].says',
    ]);
  });
});
