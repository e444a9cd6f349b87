/**
 * The words of a lesson: one heading for the lesson, one section per step, in it sections for what is
 * asked, revealed and noted. A section is named by the id at the end of its heading, `{#ask}`, so that
 * the heading itself can be in any language.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Heading, RootContent } from 'mdast';
import type { DataIssue } from '../data-result.ts';
import { WALL_SIGNS, WALL_WORDS } from './lesson.ts';
import type { Block, Inline, LessonOption, Reveal, WallWords } from './lesson.ts';
import { blocksOf, inlinesOf, lineOf, type Complain } from './parse-inline.ts';

/** The words of one step. */
export interface StepWords {
  readonly id: string;
  readonly line: number;
  readonly title: string;
  readonly body: readonly Block[];
  /** Absent: nothing is asked. */
  readonly ask: readonly Block[] | null;
  readonly options: readonly LessonOption[];
  readonly reveal: readonly Block[];
  readonly notes: readonly Block[];
  /** Absent: not said. */
  readonly wall: WallWords | null;
  /** Words of what is shown one after the other, by id, in the order of the file. */
  readonly shows: readonly Pick<Reveal, 'id' | 'name' | 'sentence'>[];
}

export interface LessonWords {
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly StepWords[];
  readonly issues: readonly DataIssue[];
}

interface Section {
  readonly heading: Heading | null;
  readonly nodes: readonly RootContent[];
}

const PARTS: ReadonlySet<string> = new Set(['ask', 'reveal', 'notes', 'wall']);
/** A part that is shown when its teacher asks for it: `{#show-kernel}`. */
const SHOW = 'show-';
const HEADING_ID = /\s*\{#([a-z0-9]+(?:[.-][a-z0-9]+)*)\}$/;

/**
 * @param file name for the messages
 * @returns the words, and what is wrong with them by file, step and line
 */
export function parseLessonWords(text: string, file: string): LessonWords {
  const issues: DataIssue[] = [];
  const complainOf =
    (step: string): Complain =>
    (line, message) => {
      issues.push({ path: `${file}, ${step}line ${line}`, message });
    };
  const top = complainOf('');
  const [before, ...rest] = split(fromMarkdown(text).children, 2);
  const [, lead] = split(before?.nodes ?? [], 1);
  if (!lead) top(1, 'expected a heading “# …” for the lesson, and its summary');
  const summary = blocksOf(lead?.nodes ?? [], top).flatMap((block) =>
    block.kind === 'paragraph' ? [plainText(block.parts)] : [],
  );
  return {
    title: lead?.heading ? plainText(inlinesOf(lead.heading.children, top)) : '',
    summary: summary.join(' '),
    steps: rest.map((section) => stepOf(section, complainOf)),
    issues,
  };
}

function stepOf(section: Section, complainOf: (step: string) => Complain): StepWords {
  const { id, label } = headOf(section, complainOf(''));
  const complain = complainOf(`step “${id}”, `);
  const [body, ...parts] = split(section.nodes, 3);
  const found = new Map<string, Section>();
  for (const part of parts) {
    const name = headOf(part, complain).id;
    if (!PARTS.has(name) && !name.startsWith(SHOW)) {
      const known = '{#wall}, {#ask}, {#reveal}, {#show-…} or {#notes}';
      complain(lineOfSection(part), `expected ${known}, got {#${name}}`);
    }
    if (found.has(name)) complain(lineOfSection(part), `a second {#${name}}`);
    found.set(name, part);
  }
  const ask = found.get('ask');
  if (ask && ask.nodes[0]?.type !== 'paragraph') {
    complain(lineOfSection(ask), 'expected a question under {#ask}: the wall shows it alone');
  }
  const [asked, ...options] = split(ask?.nodes ?? [], 4);
  const wall = found.get('wall');
  const blocks = (name: string) => blocksOf(found.get(name)?.nodes ?? [], complain);
  return {
    ...{ id, line: lineOfSection(section), title: plainText(label) },
    body: blocksOf(body?.nodes ?? [], complain),
    ask: ask ? blocksOf(asked?.nodes ?? [], complain) : null,
    options: options.map((option) => ({
      ...headOf(option, complain),
      says: blocksOf(option.nodes, complain),
    })),
    reveal: blocks('reveal'),
    notes: blocks('notes'),
    wall: wall ? wallOf(wall, complain) : null,
    shows: [...found].flatMap(([name, section]) => {
      if (!name.startsWith(SHOW)) return [];
      const sentence = sentenceOf(section, complain);
      return [{ id: name.slice(SHOW.length), name: labelOf(section, complain), sentence }];
    }),
  };
}

function wallOf(section: Section, complain: Complain): WallWords {
  const message = labelOf(section, complain);
  const sentence = sentenceOf(section, complain);
  const line = lineOfSection(section);
  const words = plainText(message).trim().split(/\s+/).length;
  if (words > WALL_WORDS) {
    complain(line, `expected a message of ${WALL_WORDS} words at most, got ${words}`);
  }
  if (sentence.length === 0) complain(line, 'expected a sentence under the message');
  return { message, sentence };
}

/** @returns the one paragraph of a section; nothing where it has none */
function sentenceOf(section: Section, complain: Complain): readonly Inline[] {
  const [first, ...others] = blocksOf(section.nodes, complain);
  if (first === undefined) return [];
  const line = lineOfSection(section);
  if (first.kind !== 'paragraph' || others.length > 0) {
    complain(line, 'expected one paragraph');
    return [];
  }
  const { length } = plainText(first.parts);
  if (length > WALL_SIGNS) {
    complain(line, `expected a sentence of ${WALL_SIGNS} signs at most, got ${length}`);
  }
  return first.parts;
}

function labelOf(section: Section, complain: Complain): readonly Inline[] {
  return headOf(section, complain).label;
}

/** @returns what stands before the first heading of a depth, then a section for each */
function split(nodes: readonly RootContent[], depth: number): readonly Section[] {
  const sections: { heading: Heading | null; nodes: RootContent[] }[] = [
    { heading: null, nodes: [] },
  ];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === depth)
      sections.push({ heading: node, nodes: [] });
    else sections.at(-1)?.nodes.push(node);
  }
  return sections;
}

/** The id at the end of a heading, and what stands before it. */
function headOf({ heading }: Section, complain: Complain): Pick<LessonOption, 'id' | 'label'> {
  const last = heading?.children.at(-1);
  const id = last?.type === 'text' ? HEADING_ID.exec(last.value)?.[1] : undefined;
  if (!heading || last?.type !== 'text' || id === undefined) {
    complain(heading ? lineOf(heading) : 0, 'expected an id at the end of the heading: {#id}');
    return { id: '', label: [] };
  }
  const words = { ...last, value: last.value.replace(HEADING_ID, '') };
  return { id, label: inlinesOf([...heading.children.slice(0, -1), words], complain) };
}

function lineOfSection({ heading }: Section): number {
  return heading ? lineOf(heading) : 0;
}

/** Words without marks, for titles and lists. */
function plainText(parts: readonly Inline[]): string {
  return parts
    .map((part) => ('text' in part ? part.text : 'parts' in part ? plainText(part.parts) : ''))
    .join('');
}
