/** A lesson on the wall: the slide and the beat that the deck is at, and the picture that goes with them. */
import { learn } from '../content/locales/en/learn.ts';
import type { Beat } from '../model/lesson/beats.ts';
import type { Question } from '../model/lesson/lesson.ts';
import type { Slide } from '../model/lesson/slides.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import type { LayerPath } from '../model/stack.ts';
import type { Deck } from './deck.svelte.ts';
import { knownNames } from './known-names.ts';
import { hushOf, type Puzzle } from './puzzle.ts';
import { decodeScene, encodeScene } from './url.ts';
import { WallBench } from './wall-bench.svelte.ts';

/** What a place of the talk shows. */
export interface Shown {
  readonly slide: Slide;
  /** 0-based. */
  readonly index: number;
  readonly beatIndex: number;
  /** null on a slide of sources. */
  readonly beat: Beat | null;
}

export class Talk {
  readonly slides: readonly Slide[];
  readonly deck: Deck;
  readonly bench: WallBench;
  /** As the picture was last told of, or heard of: what is not to be opened again. */
  #known: string | null = null;
  #place: readonly [step: number, beat: number] | null = null;
  #hasEnded = false;
  /** The furthest beat that was shown of each slide. */
  #reached = $state.raw<Readonly<Record<number, number>>>({});

  readonly shown: Shown = $derived.by(() => {
    const { step, beat } = this.deck.state;
    return this.#at(step, beat);
  });
  /** The picture moves: the next press shows its end. */
  readonly isMoving: boolean = $derived.by(
    () => this.shown.beat !== null && this.bench.player.isPlaying,
  );
  /** What the next press shows; null: nothing. */
  readonly next: Shown | null = $derived.by(() => {
    if (this.isMoving) return this.shown;
    const { step, beat, skipped } = this.deck.state;
    if (beat + 1 < (this.deck.plan[step] ?? 1)) return this.#at(step, beat + 1);
    const after = this.slides.findIndex((_, index) => index > step && !skipped.includes(index));
    return after === -1 ? null : this.#at(after, 0);
  });

  /** The slides that are shown, by their 0-based index: their order is what their numbers count. */
  readonly kept: readonly number[] = $derived.by(() => {
    const { skipped } = this.deck.state;
    return this.slides.flatMap((_, index) => (skipped.includes(index) ? [] : [index]));
  });
  /** Minutes that the lesson plans for the slides that are shown. */
  readonly minutes: number = $derived.by(() =>
    this.kept
      .flatMap((index) => this.slides[index] ?? [])
      .reduce((sum, slide) => sum + (slide.kind === 'step' ? slide.step.minutes : 0), 0),
  );

  /** Layers to look at: those marked by hand, else the beat's own as long as its picture is not changed. */
  readonly marked: readonly LayerPath[] = $derived.by(() => {
    const { marked, scene } = this.deck.state;
    return marked ?? (scene === null ? (this.shown.beat?.emphasis ?? []) : []);
  });

  constructor(slides: readonly Slide[], deck: Deck) {
    this.slides = slides;
    this.deck = deck;
    const first = this.#at(0, 0).beat;
    this.bench = new WallBench(first ? sceneOf(first.scene) : EMPTY_SCENE);
    this.bench.onChange = () => this.tellScene();
  }

  #hasTurned = false;

  /**
   * Brings the picture to where the deck is. Call it whenever the deck has changed.
   * @param motion what the address asks for
   */
  async follow(): Promise<void> {
    const { step, beat, scene, ended } = this.deck.state;
    const before = this.#place;
    const isNew = before === null || before[0] !== step || before[1] !== beat;
    if (!isNew && scene === this.#known && ended === this.#hasEnded) return;
    this.#hasEnded = ended;
    this.#place = [step, beat];
    if (beat > (this.#reached[step] ?? -1)) this.#reached = { ...this.#reached, [step]: beat };
    this.#known = scene;
    const { beat: shown } = this.shown;
    if (!shown) return;
    const puzzle = puzzleOfBeat(shown);
    if (scene !== null) {
      await this.bench.open(sceneOf(scene), puzzle);
      return;
    }
    const own = sceneOf(shown.scene);
    // A picture that moves by itself does so when it comes, not when one goes back to it.
    const comes = before !== null && (step > before[0] || (step === before[0] && beat > before[1]));
    const rests = own.play && (ended || !(comes && isNew));
    await this.bench.open(rests ? { ...own, tMs: null, play: false } : own, puzzle);
  }

  /** A scene alone is stepped through its own story, once: one press too many does not begin it anew. */
  turnStory(action: 'next' | 'back'): void {
    const { player } = this.bench;
    const isOver = this.#hasTurned && player.tMs === null;
    this.#hasTurned = true;
    if (action === 'back') player.stepBack();
    else if (!isOver) player.stepForward('play');
    this.bench.timeChanged();
  }

  /**
   * A press while the picture moves: as with other slides, its end is seen before anything else comes.
   * @returns false where nothing moves, or nothing of it is seen
   */
  finish(): boolean {
    const { blank, scene } = this.deck.state;
    if (!this.isMoving || blank !== null) return false;
    this.bench.player.toEnd();
    if (scene === null) this.deck.do({ kind: 'end' });
    else this.bench.timeChanged();
    return true;
  }

  /**
   * @param index of a slide, 0-based
   * @returns its number among those that are shown, 1-based; null: it is left out
   */
  numberOf(index: number): number | null {
    const at = this.kept.indexOf(index);
    return at === -1 ? null : at + 1;
  }

  /**
   * @param index of a slide, 0-based
   * @returns the furthest of its beats that was shown, else its first: an answer does not come before its
   *   question; null on a slide of sources
   */
  lastShown(index: number): Beat | null {
    return this.#at(index, this.#reached[index] ?? 0).beat;
  }

  /**
   * @param index of a slide, 0-based
   * @returns what the class chose there; null: nothing
   */
  voteOf(index: number): string | null {
    return this.deck.state.votes.find(({ step }) => step === index)?.option ?? null;
  }

  /** A layer was pressed: it is marked beside those that are, or no longer. What the slide itself marks stays. */
  mark(path: LayerPath): void {
    const { scene, marked } = this.deck.state;
    const isOwn = scene === null && (this.shown.beat?.emphasis ?? []).includes(path);
    if (isOwn && (marked === null || marked.includes(path))) return;
    const others = this.marked.filter((one) => one !== path);
    const isMarked = others.length < this.marked.length;
    this.deck.do({ kind: 'mark', layers: isMarked ? others : [...others, path] });
  }

  /** @param number of an answer to the question on the wall, from 1; what is no answer changes nothing */
  voteFor(number: number): void {
    const { slide } = this.shown;
    const question = slide.kind === 'step' ? slide.step.question : null;
    const option = question && hasVotes(question) ? question.options[number - 1] : undefined;
    if (option) this.deck.do({ kind: 'vote', option: option.id });
  }

  /** The picture was changed by hand: the other window follows. */
  tellScene(): void {
    const { player } = this.bench;
    const scene = { ...this.bench.snapshot(), play: player.isPlaying };
    const query = encodeScene(scene, EMPTY_SCENE);
    if (query === this.#known) return;
    this.#known = query;
    this.deck.do({ kind: 'scene', query });
  }

  #at(index: number, beatIndex: number): Shown {
    const slide = this.slides[index] ?? this.slides[0];
    if (slide === undefined) throw new Error('a talk without slides');
    const beat = slide.kind === 'step' ? (slide.beats[beatIndex] ?? slide.beats[0] ?? null) : null;
    return { slide, index, beatIndex, beat };
  }
}

/** @returns whether a class can choose one of several answers */
export function hasVotes({ kind }: Question): boolean {
  return kind === 'choose' || kind === 'place';
}

/** @returns what is held back of a beat's picture: all that tells, while its question is open; null: nothing */
export function puzzleOfBeat({
  isAsking,
  missing,
}: Pick<Beat, 'isAsking' | 'missing'>): Puzzle | null {
  const { hush, lacks } = learn.question;
  return isAsking ? hushOf(missing, missing === null ? hush : lacks) : null;
}

/** @returns the scene of a query string; what cannot be used of it is left out */
export function sceneOf(query: string): Scene {
  return decodeScene(query, EMPTY_SCENE, knownNames).scene;
}
