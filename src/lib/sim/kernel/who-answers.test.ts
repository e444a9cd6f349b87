import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerShelf } from '../../content/answers.ts';
import { stackIds, stackNames } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import { kernelFacts } from '../../model/kernel-facts.ts';
import { resolveStack } from '../../model/resolve.ts';
import { walkLayers, type Layer, type ResolvedStack } from '../../model/stack.ts';
import type { StackFile } from '../../model/stack-file.ts';
import { ASK_MS, askChapters, askStateAt } from './ask-story.ts';
import { takenApart } from './apart.ts';
import { countAnswers, whoAnswers } from './who-answers.ts';

const files = new Map<string, StackFile>();
beforeAll(async () => {
  for (const id of stackIds) {
    const file = await loadStack(id);
    if (!file.ok) throw new Error(`${id} cannot be read`);
    files.set(id, file.value);
  }
});

const REFS = stackIds.flatMap((id) =>
  (stackNames[id]?.variants ?? []).map((one) => `${id}:${one}`),
);

function stackOf(ref: string, n: number | null = null): ResolvedStack {
  const [id = '', variant] = ref.split(':');
  const file = files.get(id);
  if (file === undefined) throw new Error(`no stack ${ref}`);
  return resolveStack(file, { variant, n });
}

/** Every layer with those under and around it, nearest first. */
function floorsOf(stack: ResolvedStack): ReadonlyMap<string, readonly Layer[]> {
  const floors = new Map<string, readonly Layer[]>();
  for (const [layer, parent] of walkLayers(stack.ground))
    floors.set(layer.path, parent === null ? [] : [parent, ...(floors.get(parent.path) ?? [])]);
  return floors;
}

describe.each(REFS)('%s', (ref) => {
  test('each instance is asked once; the nearest kernel under it answers', () => {
    const stack = stackOf(ref);
    const asked = whoAnswers(stack, answerShelf);
    const floors = floorsOf(stack);
    const instances = [...walkLayers(stack.ground)]
      .map(([layer]) => layer)
      .filter(({ instance }) => instance !== undefined);
    const innermost = instances.filter(
      ({ path }) =>
        !instances.some((other) => floors.get(other.path)?.some((one) => one.path === path)),
    );
    expect(asked.map(({ instance }) => instance.path)).toEqual(innermost.map(({ path }) => path));
    expect(asked.length).toBeGreaterThan(0);
    for (const { asker, by, noShell, wall } of asked) {
      const under = floors.get(asker.path) ?? [];
      const nearest = under.find(({ kind }) => kind === 'kernel' || kind === 'sentry');
      if (noShell === null) expect(by?.path).toBe(nearest?.path);
      else expect(by).toBeNull();
      // A kernel in a VM answers for what is in the same VM.
      if (wall !== null) expect(asker.path.startsWith(`${wall.path}/`)).toBe(true);
    }
  });

  test('as many answers as kernels that are asked', () => {
    const stack = stackOf(ref);
    const asked = whoAnswers(stack, answerShelf);
    const { kernels, sentries, instances, strings } = countAnswers(stack, asked);
    const paths = new Set(asked.flatMap(({ by }) => (by === null ? [] : [by.path])));
    expect(kernels).toBe(paths.size);
    expect(instances).toBe(asked.length);
    expect(sentries).toBeLessThanOrEqual(kernels);
    // No kernel gives two answers; two kernels may give the same.
    const answers = new Set(asked.map(({ by, release }) => `${by?.path} ${release?.text}`));
    expect(answers.size).toBe(Math.max(1, paths.size));
    if (strings !== null) expect(strings).toBeLessThanOrEqual(Math.max(1, kernels));
  });

  test('counts stay true where not every instance is expanded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (n) => {
        const stack = stackOf(ref, n);
        const count = countAnswers(stack, whoAnswers(stack, answerShelf));
        const facts = kernelFacts(stack);
        expect(count.instances).toBe(facts.instances?.count);
        if (facts.guests > 0 && facts.hidden === null) expect(count.kernels).toBe(facts.guests);
        if (count.sentries > 0) expect(count.sentries).toBe(facts.striped);
      }),
      { numRuns: 12 },
    );
  });

  test('what is carried is not left, and a kernel is on one side at most', () => {
    const apart = takenApart(stackOf(ref), answerShelf);
    if (apart === null) throw new Error('nothing to take apart');
    const carried = apart.carried.map(({ id }) => id);
    const left = apart.left.map(({ id }) => id);
    expect(carried.filter((id) => left.includes(id))).toEqual([]);
    const layers = [...apart.carried, ...apart.left].flatMap(({ layer }) => layer?.path ?? []);
    expect(new Set(layers).size).toBe(layers.length);
    const own = apart.carried.filter(({ layer }) => layer?.kind === 'kernel');
    // Who carries a kernel has a wall around it.
    if (own.length > 0) expect(kernelFacts(stackOf(ref)).guests).toBeGreaterThan(0);
  });
});

describe('the story', () => {
  test('answers come in turn, and never leave again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0, max: 40_000, noNaN: true }),
        fc.double({ min: 0, max: 9_000, noNaN: true }),
        (count, tMs, laterMs) => {
          const chapters = askChapters(count);
          for (let index = 0; index < count; index++) {
            const now = askStateAt(index, chapters, tMs);
            const then = askStateAt(index, chapters, tMs + laterMs);
            expect(then.releaseShown).toBeGreaterThanOrEqual(now.releaseShown);
            expect(then.nameShown).toBeGreaterThanOrEqual(now.nameShown);
            // A release is shown when it has come from the kernel, after the name.
            if (now.releaseShown > 0) expect(now.nameShown).toBe(1);
            if (now.releaseShown === 1) expect(now.releaseRoute).toBe(1);
            const next = askStateAt(index + 1, chapters, tMs);
            expect(next.nameAsked).toBeLessThanOrEqual(now.nameAsked);
          }
          const end = askStateAt(count - 1, chapters, chapters * ASK_MS);
          expect(end).toEqual(askStateAt(count - 1, chapters, null));
        },
      ),
    );
  });
});
