/** Every lesson against the rest of the content: scenes, layers, figures, words. */
import { describe, expect, it } from 'vitest';
import { loadFigures } from '../content/figures.ts';
import { glossary, lessons } from '../content/lessons.ts';
import { findNamedScene } from '../content/named-scenes.ts';
import { loadStack } from '../content/stacks.ts';
import { beatsOf } from '../model/lesson/beats.ts';
import type { LessonStep } from '../model/lesson/lesson.ts';
import { stepRefs } from '../model/lesson/lesson-refs.ts';
import { sceneAfter } from '../model/lesson/pictures.ts';
import { resolveStack } from '../model/resolve.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import { findLayer } from '../model/stack.ts';
import { knownNames } from './known-names.ts';
import { figureSize } from './lesson-answers.ts';
import { reachOf } from './lesson-reach.ts';
import { decodeScene, encodeScene } from './url.ts';

const steps = lessons.flatMap((lesson) =>
  lesson.steps.map((step) => ({ name: `${lesson.id}, ${step.id}`, step })),
);

async function layerNames(scene: Scene, paths: readonly string[]): Promise<readonly string[]> {
  const stacks = await Promise.all(
    scene.stacks.map(async ({ id, variant }) => {
      const read = await loadStack(id);
      if (!read.ok) throw new Error(id);
      return resolveStack(read.value, { variant, n: scene.n });
    }),
  );
  return paths.map((path) => {
    const stack = stacks.find(({ key }) => key === path.split('/', 1)[0]);
    return (stack && findLayer(stack, path)?.name) ?? `no layer ${path}`;
  });
}

function queries(step: LessonStep): readonly string[] {
  return [...new Set(beatsOf(step).map(({ scene }) => scene))];
}

describe.each(steps)('$name', ({ step }) => {
  it('shows scenes that can be decoded without a notice, written as the address writes them', () => {
    for (const query of queries(step)) {
      const { scene, notices } = decodeScene(query, EMPTY_SCENE, knownNames);
      expect(notices).toEqual([]);
      expect(scene.stacks.length).toBeGreaterThan(0);
      expect(encodeScene(scene, EMPTY_SCENE)).toBe(query);
      if (step.lenses.length > 0) expect(step.lenses).toContain(scene.lens);
    }
  });

  it('points at layers that its scene has', async () => {
    for (const beat of beatsOf(step)) {
      const { scene } = decodeScene(beat.scene, EMPTY_SCENE, knownNames);
      const names = await layerNames(scene, beat.emphasis);
      expect(names.filter((name) => name.startsWith('no layer'))).toEqual([]);
    }
  });

  it('refers to figures, words and scenes that exist', async () => {
    const { figures, sources } = await loadFigures();
    const refs = stepRefs(step);
    expect(refs.figures.filter((id) => !figures.has(id))).toEqual([]);
    const cited = refs.figures.flatMap((id) => figures.get(id)?.sources ?? []);
    expect(cited.filter((id) => !sources.has(id))).toEqual([]);
    expect(refs.terms.filter((id) => !glossary.has(id))).toEqual([]);
    expect(refs.scenes.filter((id) => findNamedScene(id) === undefined)).toEqual([]);
  });

  it('asks what its figures can answer', async () => {
    const { question } = step;
    const { figures } = await loadFigures();
    if (question?.kind === 'place') {
      const { scene } = decodeScene(step.scene, EMPTY_SCENE, knownNames);
      const asked = [question.layer, ...Object.values(question.spots)];
      const names = await layerNames(scene, asked);
      expect(names.filter((name) => name.startsWith('no layer'))).toEqual([]);
      expect(Object.values(question.spots)).not.toContain(question.layer);
      expect(scene.lens).toBe('structure');
    }
    if (question?.kind === 'reach') {
      const query = sceneAfter(step) ?? '';
      const { places } = await reachOf(decodeScene(query, EMPTY_SCENE, knownNames).scene);
      expect(places.some(({ isReached }) => isReached)).toBe(true);
      expect(new Set(places.map(({ path }) => path)).size).toBe(places.length);
    }
    const sizeOf = (id: string) => figureSize(figures.get(id)) ?? NaN;
    if (question?.kind === 'guess') {
      expect(sizeOf(question.figure)).toBeGreaterThan(question.least);
      expect(sizeOf(question.figure)).toBeLessThan(question.most);
    }
    if (question?.kind === 'sort') {
      const sizes = question.options.map(({ id }) => sizeOf(id));
      expect(new Set(sizes).size).toBe(sizes.length);
      expect(new Set(question.options.map(({ id }) => figures.get(id)?.unit)).size).toBe(1);
    }
  });
});

describe('lessons', () => {
  it('have ids and titles', () => {
    expect(lessons.length).toBeGreaterThan(0);
    for (const { id, title, summary } of lessons) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      expect(title).not.toBe('');
      expect(summary).toMatch(/\.$/);
    }
  });

  it('use every word of the glossary that is there for them', () => {
    const used = new Set(steps.flatMap(({ step }) => stepRefs(step).terms));
    const unused = [...glossary.keys()].filter((id) => !used.has(id));
    expect(unused).toEqual([]);
  });
});
