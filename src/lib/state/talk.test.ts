/** What the wall holds back while a question is open, and what a lecturer marks on it. */
import { describe, expect, it } from 'vitest';
import { loadFigures } from '../content/figures.ts';
import { lessons } from '../content/lessons.ts';
import { present } from '../content/locales/en/present.ts';
import { beatsOf, type Beat } from '../model/lesson/beats.ts';
import type { Inline } from '../model/lesson/lesson.ts';
import { figuresIn } from '../model/lesson/lesson-refs.ts';
import { planOf, slidesOf } from '../model/lesson/slides.ts';
import { Deck } from './deck.svelte.ts';
import type { DeckMessage } from './deck-parse.ts';
import { rightAnswer } from './right-option.ts';
import { createSafeStorage } from './safe-storage.ts';
import { puzzleOfBeat, sceneOf, Talk } from './talk.svelte.ts';
import { WallBench } from './wall-bench.svelte.ts';
import { wallSources } from './wall-sources.ts';

function plainWords(parts: readonly Inline[]): string {
  return parts
    .map((part) => ('text' in part ? part.text : 'parts' in part ? plainWords(part.parts) : ''))
    .join('');
}

async function wordsOf(beat: Beat): Promise<readonly string[]> {
  const bench = new WallBench();
  bench.setWall(1080);
  bench.resize(1920, 590);
  const scene = { ...sceneOf(beat.scene), tMs: null, step: null, play: false };
  await bench.open(scene, puzzleOfBeat(beat));
  return (bench.picture?.rest.items ?? []).flatMap((item) =>
    item.t === 'text' ? [item.text] : [],
  );
}

const asked = lessons.flatMap((lesson) =>
  lesson.steps.flatMap((step) =>
    beatsOf(step)
      .filter(({ isAsking }) => isAsking)
      .map((beat) => ({ name: `${lesson.id}, ${step.id}`, beat })),
  ),
);

describe('while a question is open', () => {
  it.each(asked)('no count of kernels stands on the wall: $name', async ({ beat }) => {
    const words = await wordsOf(beat);
    expect(words.length).toBeGreaterThan(0);
    expect(
      words.filter((text) => /\d+ (?:guest )?kernels?\b|shared by|private/.test(text)),
    ).toEqual([]);
  });

  it('each of several stacks says which it is', async () => {
    const scene = 'stacks=vm-bare-metal:kvm,docker-linux';
    const beat = { kind: 'step', id: 'a', name: [], scene, emphasis: [], missing: null } as const;
    const open = await wordsOf({ ...beat, sentence: [], isAsking: true });
    expect(open).toEqual(expect.arrayContaining(['KVM VM', 'Container']));
    const told = await wordsOf({ ...beat, sentence: [], isAsking: false });
    expect(told).toContain('KVM VM: 4 kernels');
  });
});

it('the speaker is told each right answer and why it is right, in every lesson', async () => {
  const { figures } = await loadFigures();
  const { agreed } = present.speaker;
  const told = lessons.flatMap((lesson) =>
    lesson.steps.flatMap(({ id, question }) =>
      question
        ? [{ name: `${lesson.id}/${id}`, question, ...rightAnswer(question, figures, agreed) }]
        : [],
    ),
  );
  expect(told.length).toBeGreaterThan(0);
  for (const { name, question, answer, why } of told) {
    const said = plainWords(answer);
    // A number is written by its id: it stands among the figures of the page.
    if (question.kind === 'guess') expect(figuresIn(answer), name).toEqual([question.figure]);
    else expect(said, name).not.toBe('');
    expect(said, name).not.toMatch(agreed);
    if (question.kind === 'sort') {
      for (const { label } of question.options) expect(said, name).toContain(plainWords(label));
    } else if (question.kind !== 'reach') expect(why.length, name).toBeGreaterThan(0);
    const [first] = why;
    if (first?.kind === 'paragraph') expect(plainWords(first.parts), name).not.toMatch(agreed);
  }
});

it('what plays by itself on the wall is through before the room waits for it', async () => {
  const scenes = lessons
    .flatMap(({ steps }) => steps.flatMap(beatsOf))
    .map(({ scene }) => sceneOf(scene))
    .filter(({ play }) => play);
  expect(scenes.length).toBeGreaterThan(0);
  for (const scene of scenes) {
    const bench = new WallBench();
    bench.setWall(1080);
    bench.resize(1920, 590);
    await bench.open({ ...scene, tMs: null, play: false }, null);
    const { durationMs, player } = bench;
    const { rate, clock } = player;
    const tookMs = clock === 'decade' ? 0 : durationMs / rate;
    expect(durationMs).toBeGreaterThan(0);
    expect(tookMs).toBeLessThanOrEqual(10_000);
  }
});

it('a number in a sentence of the wall comes with its source', async () => {
  const shelf = await loadFigures();
  const sentences = lessons
    .flatMap(({ steps }) => steps.flatMap(beatsOf))
    .map(({ sentence }) => figuresIn(sentence))
    .filter((named) => named.length > 0);
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences.filter((named) => wallSources(named, null, [], shelf).length === 0)).toEqual([]);
});

const lesson = lessons.find(({ id }) => id === 'containers-and-vms');
if (!lesson) throw new Error('no lesson');
const slides = slidesOf(lesson, new Map());
function talk(id = 'a', send: (said: DeckMessage) => void = () => undefined): Talk {
  const storage = createSafeStorage(() => undefined);
  const deck = new Deck({ role: 'wall', plan: planOf(slides), key: 'k', id, storage, send });
  const one = new Talk(slides, deck);
  one.bench.setWall(1080);
  one.bench.resize(1920, 590);
  return one;
}

it('a press while a race runs shows its end in every window; the next one goes on', async () => {
  const speaker = talk('b');
  const wall = talk('a', (said) => speaker.deck.receive(said, 0));
  const step = slides.findIndex((one) => one.kind === 'step' && one.step.id === 'boot');
  const both = async (act: () => void): Promise<void> => {
    act();
    await Promise.all([wall.follow(), speaker.follow()]);
    for (const { bench } of [wall, speaker]) bench.loadTime();
  };
  await both(() => wall.deck.do({ kind: 'go', step }));
  expect(wall.finish()).toBe(false);
  await both(() => wall.deck.do({ kind: 'next', nowMs: 0 }));
  for (const { bench, isMoving, next } of [wall, speaker]) {
    expect(bench.player.isPlaying).toBe(true);
    expect({ isMoving, next: [next?.index, next?.beatIndex] }).toEqual({
      isMoving: true,
      next: [step, 1],
    });
  }
  await both(() => expect(wall.finish()).toBe(true));
  for (const { bench, deck, next, marked, shown } of [wall, speaker]) {
    expect(bench.player).toMatchObject({ isPlaying: false, tMs: null });
    // It is the slide's own picture still.
    expect(deck.state).toMatchObject({ step, beat: 1, scene: null });
    expect(marked).toEqual(shown.beat?.emphasis);
    expect(next?.index).toBe(step + 1);
  }
  expect(wall.finish()).toBe(false);
  // Whoever goes back and comes again sees it run again.
  await both(() => wall.deck.do({ kind: 'back', nowMs: 0 }));
  await both(() => wall.deck.do({ kind: 'next', nowMs: 0 }));
  expect(speaker.isMoving).toBe(true);
  // On a blank wall nothing of it is seen: the press brings the picture back.
  wall.deck.do({ kind: 'blank', to: 'black' });
  expect(wall.finish()).toBe(false);
});

describe('layers that are marked by hand', () => {
  it('stand beside those of the slide, which stay, go again, and do not stay for the next slide', () => {
    const wall = talk();
    wall.deck.do({ kind: 'go', step: 1 });
    expect(wall.marked).toEqual(['vm-bare-metal/vm1', 'docker-linux/c1']);
    wall.mark('docker-linux/kernel');
    expect(wall.marked).toEqual(['vm-bare-metal/vm1', 'docker-linux/c1', 'docker-linux/kernel']);
    wall.mark('docker-linux/c1');
    expect(wall.marked).toEqual(['vm-bare-metal/vm1', 'docker-linux/c1', 'docker-linux/kernel']);
    wall.mark('docker-linux/kernel');
    expect(wall.marked).toEqual(['vm-bare-metal/vm1', 'docker-linux/c1']);
    wall.deck.do({ kind: 'next', nowMs: 0 });
    expect(wall.marked).toEqual(['vm-bare-metal/hypervisor']);
  });
});

it('a scene alone is stepped through once: one press too many leaves it at its end', async () => {
  const one = talk();
  await one.bench.open(sceneOf('stacks=docker-linux'));
  one.bench.loadTime();
  const { player } = one.bench;
  const steps = one.bench.chapters.length;
  expect(steps).toBeGreaterThan(1);
  // Without travel each press arrives at once.
  player.setReduced(true);
  for (let step = 1; step < steps; step += 1) {
    one.turnStory('next');
    expect(player.tMs).not.toBeNull();
  }
  one.turnStory('next');
  expect(player.tMs).toBeNull();
  one.turnStory('next');
  expect(player).toMatchObject({ tMs: null, isPlaying: false });
  one.turnStory('back');
  expect(player.tMs).not.toBeNull();
});
