/** A reader's way through a lesson: which step, what was answered, and the scene that goes with it. */
import { learn } from '../content/locales/en/learn.ts';
import type { Lesson, LessonStep } from '../model/lesson/lesson.ts';
import { emphasisAfter, layerAsked, sceneAfter, sceneBefore } from '../model/lesson/pictures.ts';
import { EMPTY_SCENE, type Lens, type Scene, type Theme } from '../model/scene.ts';
import type { LayerPath } from '../model/stack.ts';
import { askedStep } from './lesson-address.ts';
import { fitsQuestion, type Answer } from './lesson-answers.ts';
import { Draft, Drafts } from './lesson-draft.svelte.ts';
import type { LessonProgress, LessonRecord } from './lesson-progress.svelte.ts';
import { knownNames } from './known-names.ts';
import { hushOf, type Puzzle } from './puzzle.ts';
import { decodeScene } from './url.ts';
import { Workbench } from './workbench.svelte.ts';

/** Lenses whose picture tells a story in time: an answer plays it. */
const TOLD: ReadonlySet<Lens> = new Set(['boot', 'isolation', 'path', 'kernel', 'manage']);

interface PictureSaid {
  readonly headline: string;
  readonly sentence: string;
}

export class LessonWalk {
  readonly lesson: Lesson;
  readonly explorer: Workbench;
  readonly progress: LessonProgress;
  #index = $state(0);
  #unknown = $state<string | null>(null);
  /** Where the reader had come to, and is not now. */
  #left = $state<number | null>(null);
  #isAwake = $state(false);
  /** Steps without a question of which the rest is shown. */
  #opened = $state.raw<readonly string[]>([]);
  #theme: Theme = 'auto';
  #draft = $state.raw(new Draft());
  readonly #drafts: Drafts;

  readonly step: LessonStep = $derived.by(() => {
    const step = this.lesson.steps[this.#index] ?? this.lesson.steps[0];
    if (step === undefined) throw new Error(`lesson ${this.lesson.id} has no steps`);
    return step;
  });
  /** What was kept; nothing before the page is awake: it has to be what was prerendered. */
  readonly record: LessonRecord | null = $derived.by(() =>
    this.#isAwake ? this.progress.of(this.lesson.id) : null,
  );
  readonly answer: Answer | undefined = $derived.by(() => {
    const given = this.record?.answers[this.step.id];
    const { question } = this.step;
    return given && question && fitsQuestion(question, given) ? given : undefined;
  });
  /** What follows the question is shown. */
  readonly isOpen: boolean = $derived(
    this.step.question ? this.answer !== undefined : this.#opened.includes(this.step.id),
  );
  /** Of the step's picture. */
  readonly query: string = $derived(
    (this.isOpen ? sceneAfter(this.step) : null) ?? sceneBefore(this.step),
  );
  readonly scene: Scene = $derived(sceneOf(this.query));
  /** The layer that the picture lacks; null: it is whole. */
  readonly missing: LayerPath | null = $derived(this.isOpen ? null : layerAsked(this.step));

  /** What stands in place of the picture's finding while a question is open; null: nothing does. */
  readonly hush: PictureSaid | null = $derived.by(() => {
    if (this.step.question === null || this.isOpen) return null;
    return this.missing === null ? learn.question.hush : learn.question.lacks;
  });

  constructor(lesson: Lesson, progress: LessonProgress, drafts = new Drafts()) {
    this.lesson = lesson;
    this.progress = progress;
    this.#drafts = drafts;
    this.explorer = new Workbench(sceneOf(lesson.steps[0] ? sceneBefore(lesson.steps[0]) : ''));
  }

  /** 0-based. */
  get index(): number {
    return this.#index;
  }
  get draft(): Draft {
    return this.#draft;
  }
  /** What an address asked for and is no step; null: all is well. */
  get unknown(): string | null {
    return this.#unknown;
  }

  /** 0-based place of an earlier visit, while an address without a step shows the first; null: none. */
  get left(): number | null {
    return this.#left;
  }

  /** Shows the step that an address asks for; where it names none, the place of an earlier visit is kept. */
  async open(search: string, theme: Theme): Promise<void> {
    this.#theme = theme;
    this.#isAwake = true;
    const ids = this.lesson.steps.map(({ id }) => id);
    const asked = askedStep(search, ids);
    const last = ids.indexOf(this.progress.of(this.lesson.id).last);
    // Who has come to the end has no place to go on at.
    const isLeft = !asked.isNamed && last > 0 && last < ids.length - 1;
    await this.#arrive(asked.index, asked.unknown, isLeft ? last : null);
  }

  async goTo(index: number): Promise<void> {
    await this.#arrive(index, null, null);
  }

  /** The reader begins anew: the place of the earlier visit is given up. */
  startAgain(): void {
    this.#left = null;
    this.progress.visit(this.lesson.id, this.step.id);
  }

  /**
   * @param unknown what was asked for in place of this step
   * @param left the place that stays kept
   */
  async #arrive(index: number, unknown: string | null, left: number | null): Promise<void> {
    this.#index = index;
    this.#unknown = unknown;
    this.#left = left;
    this.#draft = this.#drafts.of(this.lesson.id, this.step.id);
    if (left === null) this.progress.visit(this.lesson.id, this.step.id);
    await this.show(false);
  }

  /** @param plays the picture is new: what it tells in time is played; else it is shown as it ends */
  async show(plays: boolean): Promise<void> {
    const { tMs, play, lens } = this.scene;
    const starts = plays && (play || (tMs === null && TOLD.has(lens)));
    const rests = play && !plays;
    const time = starts ? { tMs: tMs ?? 0, play: true } : { tMs: rests ? null : tMs, play: false };
    await this.explorer.open({ ...this.scene, ...time, theme: this.#theme }, this.#puzzle());
    this.#turnToLooked();
  }

  /** The reader's own choice goes before the address's. */
  forgetTheme(): void {
    this.#theme = 'auto';
    this.explorer.setTheme('auto');
  }

  /** @param answer null: to be asked again. Resolves when the picture that belongs to it is shown. */
  async give(answer: Answer | null): Promise<void> {
    this.progress.answer(this.lesson.id, this.step.id, answer);
    this.#drafts.drop(this.lesson.id, this.step.id);
    this.#draft = this.#drafts.of(this.lesson.id, this.step.id);
    // Asked again, the question has its own picture, whatever the reader has made of the answer's.
    const isNew = sceneAfter(this.step) !== null || layerAsked(this.step) !== null;
    if (answer === null || isNew) await this.show(answer !== null);
    else {
      this.explorer.leaveOut(this.#puzzle());
      this.#turnToLooked();
    }
  }

  /** Shows what follows in a step that asks nothing. */
  async reveal(): Promise<void> {
    this.#opened = [...this.#opened, this.step.id];
    if (this.step.after !== null) await this.show(true);
  }

  /** Where one stack is in view at a time, it is the one that the step wants to be looked at. */
  #turnToLooked(): void {
    const looked = this.isOpen ? emphasisAfter(this.step) : this.step.emphasis;
    const key = looked[0]?.split('/', 1)[0];
    const at = this.explorer.stacks.findIndex(({ stack }) => stack.key === key);
    if (at !== -1) this.explorer.showFrom(at);
  }

  #puzzle(): Puzzle | null {
    return this.hush && hushOf(this.missing, this.hush);
  }
}

function sceneOf(query: string): Scene {
  return decodeScene(query, EMPTY_SCENE, knownNames).scene;
}
