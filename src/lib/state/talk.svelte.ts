/** A lesson on the wall: the slide and the beat that the deck is at, and the picture that goes with them. */
import { learn } from '../content/locales/en/learn.ts';
import type { Beat } from '../model/lesson/beats.ts';
import type { Slide } from '../model/lesson/slides.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import type { Deck } from './deck.svelte.ts';
import { knownNames } from './known-names.ts';
import { puzzleOf } from './puzzle.ts';
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
  /** The furthest beat that was shown of each slide. */
  #reached = $state.raw<Readonly<Record<number, number>>>({});

  readonly shown: Shown = $derived.by(() => {
    const { step, beat } = this.deck.state;
    return this.#at(step, beat);
  });
  /** What the next press shows; null: nothing. */
  readonly next: Shown | null = $derived.by(() => {
    const { step, beat, skipped } = this.deck.state;
    if (beat + 1 < (this.deck.plan[step] ?? 1)) return this.#at(step, beat + 1);
    const after = this.slides.findIndex((_, index) => index > step && !skipped.includes(index));
    return after === -1 ? null : this.#at(after, 0);
  });

  constructor(slides: readonly Slide[], deck: Deck) {
    this.slides = slides;
    this.deck = deck;
    const first = this.#at(0, 0).beat;
    this.bench = new WallBench(first ? sceneOf(first.scene) : EMPTY_SCENE);
    this.bench.onChange = () => this.tellScene();
  }

  /**
   * Brings the picture to where the deck is. Call it whenever the deck has changed.
   * @param motion what the address asks for
   */
  async follow(): Promise<void> {
    const { step, beat, scene } = this.deck.state;
    const before = this.#place;
    const isNew = before === null || before[0] !== step || before[1] !== beat;
    if (!isNew && scene === this.#known) return;
    this.#place = [step, beat];
    if (beat > (this.#reached[step] ?? -1)) this.#reached = { ...this.#reached, [step]: beat };
    this.#known = scene;
    const { beat: shown } = this.shown;
    if (!shown) return;
    const puzzle = puzzleOf(shown.missing, learn.question.lacks);
    if (scene !== null) {
      await this.bench.open(sceneOf(scene), puzzle);
      return;
    }
    const own = sceneOf(shown.scene);
    // A picture that moves by itself does so when it comes, not when one goes back to it.
    const comes = before !== null && (step > before[0] || (step === before[0] && beat > before[1]));
    const rests = own.play && !(comes && isNew);
    await this.bench.open(rests ? { ...own, tMs: null, play: false } : own, puzzle);
  }

  /**
   * @param index of a slide, 0-based
   * @returns the furthest of its beats that was shown, else its first: an answer does not come before its
   *   question; null on a slide of sources
   */
  lastShown(index: number): Beat | null {
    return this.#at(index, this.#reached[index] ?? 0).beat;
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

/** @returns the scene of a query string; what cannot be used of it is left out */
export function sceneOf(query: string): Scene {
  return decodeScene(query, EMPTY_SCENE, knownNames).scene;
}
