/** What the page of a lesson says, made when the site is built. */
import { loadFigures } from '#lib/content/figures.ts';
import { findLesson, glossary, lessons } from '#lib/content/lessons.ts';
import { transcriptsOf } from '#lib/content/transcripts.ts';
import type { Figure, Source } from '#lib/model/figures.ts';
import { lessonMinutes, type GlossaryTerm, type Lesson } from '#lib/model/lesson/lesson.ts';
import { stepRefs } from '#lib/model/lesson/lesson-refs.ts';
import { sceneAfter, scenesOf } from '#lib/model/lesson/pictures.ts';
import type { Transcript } from '#lib/model/lesson/transcript.ts';
import { EMPTY_SCENE, type Scene } from '#lib/model/scene.ts';
import type { TwinNode } from '#lib/scene/picture.ts';
import { reachOf, type Reach } from '#lib/state/lesson-reach.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { decodeScene } from '#lib/state/url.ts';
import { sceneWords } from '../words/scene-words.ts';

/** A layer and what stands in it, as words. */
export interface LayerWords {
  readonly name: string;
  readonly children: readonly LayerWords[];
}

/** What a picture of a lesson says. */
export interface PictureWords {
  readonly headline: string;
  readonly sentence: string;
  readonly stacks: readonly {
    readonly key: string;
    readonly title: string;
    readonly readout: string;
    readonly layers: readonly LayerWords[];
  }[];
}

export interface LessonPageData {
  readonly lesson: Lesson;
  /** Those that the lesson refers to, with their sources. */
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  readonly terms: readonly GlossaryTerm[];
  /** What was recorded, by id. */
  readonly transcripts: Readonly<Record<string, Transcript>>;
  /** By the query of a scene. */
  readonly pictures: Readonly<Record<string, PictureWords>>;
  /** How far the break-ins go that are asked about, by step. */
  readonly reaches: Readonly<Record<string, Reach>>;
  /** The lesson that follows in the list; null: none. */
  readonly next: Pick<Lesson, 'id' | 'title'> | null;
}

/**
 * @returns the page of a lesson; null when there is no such lesson
 * @throws {Error} when the lesson refers to what does not exist
 */
export async function lessonPage(id: string): Promise<LessonPageData | null> {
  const lesson = findLesson(id);
  if (!lesson) return null;
  const refs = lesson.steps.map(stepRefs);
  const shelf = await loadFigures();
  const figures = listed(
    refs.flatMap((ref) => ref.figures),
    shelf.figures,
  );
  const queries = new Set(lesson.steps.flatMap(scenesOf));
  return {
    lesson,
    figures,
    sources: listed(
      figures.flatMap((figure) => figure.sources),
      shelf.sources,
    ),
    terms: listed(
      refs.flatMap((ref) => ref.terms),
      glossary,
    ),
    transcripts: transcriptsOf(lesson),
    pictures: Object.fromEntries(
      await Promise.all([...queries].map(async (query) => [query, await pictureWords(query)])),
    ) as Record<string, PictureWords>,
    reaches: Object.fromEntries(
      await Promise.all(
        lesson.steps
          .filter(({ question }) => question?.kind === 'reach')
          .map(async (step) => [step.id, await reachOf(sceneOf(sceneAfter(step) ?? step.scene))]),
      ),
    ) as Record<string, Reach>,
    next: nextLesson(lesson),
  };
}

function nextLesson({ id }: Lesson): LessonPageData['next'] {
  const next = lessons[lessons.findIndex((one) => one.id === id) + 1];
  return next === undefined ? null : { id: next.id, title: next.title };
}

/** @returns the scene of a query string of a lesson */
export function sceneOf(query: string): Scene {
  return decodeScene(query, EMPTY_SCENE, knownNames).scene;
}

async function pictureWords(query: string): Promise<PictureWords> {
  const { headline, sentence, stacks } = await sceneWords(sceneOf(query));
  return {
    headline,
    sentence,
    stacks: stacks.map(({ key, title, readout, layers }) => ({
      ...{ key, title, readout },
      layers: layers.map(layerWords),
    })),
  };
}

function layerWords({ name, children }: TwinNode): LayerWords {
  return { name, children: children.map(layerWords) };
}

/** Each thing once, in the order of its first mention. */
function listed<T>(ids: readonly string[], things: ReadonlyMap<string, T>): readonly T[] {
  return [...new Set(ids)].map((id) => {
    const thing = things.get(id);
    if (thing === undefined) throw new Error(`a lesson names “${id}”, which does not exist`);
    return thing;
  });
}

/** What lists say of a lesson. */
export interface LessonHead {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** Ids of its steps. */
  readonly steps: readonly string[];
}

/** @returns every lesson, in the order of lists */
export function lessonHeads(): readonly LessonHead[] {
  return lessons.map(({ id, title, summary, steps }) => ({
    ...{ id, title, summary },
    minutes: lessonMinutes({ steps }),
    steps: steps.map((step) => step.id),
  }));
}
