/** What a lesson on paper is put together from: which pictures, which numbered sources, which links. */
import type { Figure, Source } from '#lib/model/figures.ts';
import type { Block, Inline, Lesson, LessonStep } from '#lib/model/lesson/lesson.ts';
import { stepRefs } from '#lib/model/lesson/lesson-refs.ts';
import { emphasisAfter, layerAsked, sceneAfter, sceneBefore } from '#lib/model/lesson/pictures.ts';
import type { LayerPath } from '#lib/model/stack.ts';

export type Paper = 'a4' | 'letter';

/** How the handout is asked for. */
export interface HandoutWish {
  readonly paper: Paper;
  readonly hasNotes: boolean;
  /** The answers stand at the end. */
  readonly hasAnswers: boolean;
}

/** A picture to be drawn. */
export interface HandoutPicture {
  readonly key: string;
  readonly query: string;
  readonly marked: readonly LayerPath[];
  /** A layer that is left out, where its place is asked for. */
  readonly missing: LayerPath | null;
  /** Narrow: its question stands beside it; null: it has the page's width. */
  readonly beside: Beside | null;
}

/** @returns what an address asks for; what it does not name is A4, without notes, with answers */
export function readWish(search: string): HandoutWish {
  const query = new URLSearchParams(search);
  return {
    paper: query.get('paper')?.toLowerCase() === 'letter' ? 'letter' : 'a4',
    hasNotes: query.get('notes') === '1',
    hasAnswers: query.get('answers') !== '0',
  };
}

/** @returns the query string of a handout, without `?`; what else the address says stays */
export function writeWish({ paper, hasNotes, hasAnswers }: HandoutWish, search: string): string {
  const query = new URLSearchParams(search);
  query.set('print', '1');
  if (hasNotes) query.set('notes', '1');
  else query.delete('notes');
  if (hasAnswers) query.delete('answers');
  else query.set('answers', '0');
  if (paper === 'letter') query.set('paper', 'letter');
  else query.delete('paper');
  return query.toString();
}

/** Key of the picture that a step begins with, and of the one that answers it. */
export const pictureKey = ({ id }: LessonStep, isAnswer = false): string =>
  isAnswer ? `${id}/answer` : id;

/** Stacks in a picture that has its question beside it. */
export type Beside = 'one' | 'two';

/** @returns how a step's question stands beside its picture, two steps on a page; null: it stands below */
export function besideOf(step: LessonStep): Beside | null {
  // A scale of powers of ten needs the page's width.
  if (step.question === null || step.question.kind === 'guess') return null;
  const query = new URLSearchParams(sceneBefore(step));
  const stacks = (query.get('stacks') ?? '').split(',').length;
  if (query.has('lens') || stacks > 2) return null;
  return stacks === 2 ? 'two' : 'one';
}

/**
 * @returns the pictures of a lesson: of each step what it asks about, or what it shows where it asks nothing;
 *   then the answers
 */
export function handoutPictures({ steps }: Lesson): readonly HandoutPicture[] {
  const first = steps.map((step): HandoutPicture => {
    const after = sceneAfter(step);
    const isShown = step.question === null && after !== null;
    return {
      key: pictureKey(step),
      query: isShown ? after : sceneBefore(step),
      marked: isShown ? emphasisAfter(step) : step.emphasis,
      missing: layerAsked(step),
      beside: besideOf(step),
    };
  });
  const answers = steps.flatMap((step): readonly HandoutPicture[] => {
    const isDrawn = layerAsked(step) !== null || step.lookAfter !== null;
    const query = sceneAfter(step) ?? (isDrawn ? step.scene : null);
    if (step.question === null || query === null) return [];
    const marked = emphasisAfter(step);
    return [{ key: pictureKey(step, true), query, marked, missing: null, beside: null }];
  });
  return [...first, ...answers];
}

/** A figure with its number in the list at the end. */
export interface NumberedFigure {
  readonly number: number;
  readonly figure: Figure;
  readonly sources: readonly Source[];
}

/**
 * @param hasNotes what the notes refer to counts as well
 * @returns the figures that the words name, numbered in reading order
 */
export function numberedFigures(
  { steps }: Lesson,
  figures: ReadonlyMap<string, Figure>,
  sources: ReadonlyMap<string, Source>,
  hasNotes: boolean,
): readonly NumberedFigure[] {
  const printed = hasNotes ? steps : steps.map((step) => ({ ...step, notes: [] }));
  const ids = [...new Set(printed.flatMap((step) => stepRefs(step).figures))];
  return ids
    .flatMap((id) => figures.get(id) ?? [])
    .map((figure, index) => ({
      number: index + 1,
      figure,
      sources: figure.sources.flatMap((id) => sources.get(id) ?? []),
    }));
}

/** A link that paper can only spell out. */
export interface PrintedLink {
  readonly href: string;
  readonly text: string;
}

/** @returns the addresses outside the site that the words name, each once */
export function printedLinks({ steps }: Lesson, hasNotes: boolean): readonly PrintedLink[] {
  const blocks = steps.flatMap((step): readonly Block[] => [
    ...step.body,
    ...(step.question?.ask ?? []),
    ...(step.question?.options.flatMap(({ label, says }): readonly Block[] => [
      { kind: 'paragraph', parts: label },
      ...says,
    ]) ?? []),
    ...step.reveal,
    ...(hasNotes ? step.notes : []),
  ]);
  const links = blocks.flatMap(inlinesOf).flatMap(linksOf);
  return [...new Map(links.map((link) => [link.href, link])).values()];
}

function inlinesOf(block: Block): readonly Inline[] {
  if (block.kind === 'paragraph') return block.parts;
  return block.kind === 'list' ? block.items.flat().flatMap(inlinesOf) : [];
}

function linksOf(inline: Inline): readonly PrintedLink[] {
  if (!('parts' in inline)) return [];
  const inner = inline.parts.flatMap(linksOf);
  return inline.kind === 'link'
    ? [{ href: inline.href, text: plainText(inline.parts) }, ...inner]
    : inner;
}

/** @returns words without marks */
export function plainText(parts: readonly Inline[]): string {
  return parts
    .map((part) => ('text' in part ? part.text : 'parts' in part ? plainText(part.parts) : ''))
    .join('');
}

/**
 * @param path of the lesson on this site
 * @param here address of the page
 * @returns the whole address; empty where the site stands on the reader's own machine: nobody else can open it
 */
export function onlineAddress(path: string, here: string): string {
  const { href, hostname } = new URL(path, here);
  return /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname) ? '' : href;
}
