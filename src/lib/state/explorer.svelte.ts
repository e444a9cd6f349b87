/**
 * What a shell shows: one scene, the stacks it needs, and the picture that follows from them. Knows no DOM
 * and no address bar; shells hand in sizes and listen to `onChange`. What a reader may change beyond
 * looking is in `workbench.svelte.ts`, so that a frame on somebody's page does without it.
 */
import { buildCues } from '../animation/build-up.ts';
import { core } from '../content/locales/en/core.ts';
import { loadDrawnStack } from '../content/stacks-drawn.ts';
import {
  EMPTY_SCENE,
  MAX_SIDE_BY_SIDE,
  type Camera,
  type Lens,
  type Scene,
  type Theme,
} from '../model/scene.ts';
import { resolveStack } from '../model/resolve.ts';
import { findLayer, type Layer, type LayerPath, type StackRef } from '../model/stack.ts';
import type { ResolvedStack } from '../model/stack.ts';
import type { Shell } from '../scene/lens.ts';
import type { Picture, Saying, TwinStack } from '../scene/picture.ts';
import type { StructureExtras } from '../scene/structure/extras.ts';
import { EvidenceShelf } from './evidence.svelte.ts';
import { type Drawing, LastPicture } from './last-picture.ts';
import { lensEntry, type LensEntry } from './lenses.ts';
import { LoadedLenses } from './loaded-lenses.svelte.ts';
import { nextTask } from './next-task.ts';
import { Player, type PlayerChapter } from './player.svelte.ts';
import { isSameEdit } from './same-edit.ts';
import { selectedKey } from './selected-key.ts';
import { StackShelf } from './stack-shelf.svelte.ts';
import type { Puzzle } from './puzzle.ts';
import { roundScene } from './round-scene.ts';
import { sayingAt } from './saying-at.ts';
import { timeNotices } from './time-notices.ts';
import type { Notice } from './url-notice.ts';

/** How a change shows in the address bar: a new entry, or the old one rewritten. */
export type ChangeKind = 'push' | 'replace';

/** A stop on the timeline, named. */
export interface NamedChapter extends PlayerChapter {
  readonly label: string;
  readonly says: string;
}

/** A stack and where it stands in the scene. */
export interface PlacedStack {
  readonly stack: ResolvedStack;
  readonly ref: StackRef;
  /** Place among all stacks of the scene, 0-based. */
  readonly index: number;
}

export class Explorer {
  readonly player = new Player();
  readonly shelf: StackShelf = new StackShelf(loadDrawnStack);
  readonly evidence = new EvidenceShelf();
  /** On somebody's page, where nothing stands beside the picture. */
  isFrame = false;
  /** The scene changed by the reader's doing. */
  onChange: (kind: ChangeKind) => void = () => undefined;

  /** What is drawn beside the stacks where there is room for it, and their table. */
  #extras = $state.raw<StructureExtras | undefined>();
  #scene = $state.raw<Scene>(EMPTY_SCENE);
  #size = $state.raw({ widthPx: 0, heightPx: 0 });
  #shell = $state.raw<Shell>('explore');
  #perView = $state.raw(MAX_SIDE_BY_SIDE);
  #wantedFirst = $state.raw(0);
  #puzzle = $state.raw<Puzzle | null>(null);
  readonly #lenses = new LoadedLenses();
  #isOpen = $state(false);
  /** The first picture has been made, and may be shown. */
  #isDrawn = $state(false);
  readonly #last = new LastPicture();
  #timeNotices = $state.raw<readonly Notice[]>([]);
  #takesUpTime = true;
  #opening = 0;

  // Parts on their own, so that moving the camera does not lay the picture out again.
  readonly #refs = $derived(this.#scene.stacks);
  readonly #lens = $derived(this.#scene.lens);
  readonly #entry = $derived(lensEntry(this.#scene, this.isFrame));
  readonly #overlays = $derived(this.#scene.overlays);
  readonly #n = $derived(this.#scene.n);
  /** Of the lens that is shown: who turns a knob of another changes nothing here. */
  readonly #settings = $derived(
    this.#scene.lens === 'structure' ? null : this.#scene[this.#scene.lens],
  );

  /** Every stack of the scene that could be loaded. */
  readonly stacks: readonly PlacedStack[] = $derived(
    this.#refs.flatMap((ref, index) => {
      const file = this.shelf.files.get(ref.id);
      if (file === undefined) return [];
      const stack = resolveStack(file, { variant: ref.variant, n: this.#n });
      return [{ ref, index, stack: this.#puzzle?.stackOf(stack) ?? stack }];
    }),
  );

  /** Most stacks in view at once. */
  readonly perView: number = $derived(Math.max(this.#entry.atOnce ?? 1, this.#perView));
  /** Index of the first stack in view. */
  readonly first: number = $derived(
    Math.max(0, Math.min(this.#wantedFirst, this.stacks.length - this.perView)),
  );
  readonly inView: readonly PlacedStack[] = $derived(
    this.stacks.slice(this.first, this.first + this.perView),
  );

  /** Nothing more has to arrive before the picture can be drawn. */
  readonly isComplete: boolean = $derived(
    this.#isOpen && this.#hasAllFor(this.#refs, this.#entry) && !this.lacksExtras(this.#lens),
  );

  readonly #drawing: Drawing | null = $derived.by(() => {
    const { widthPx, heightPx } = this.#size;
    const render = this.#lenses.get(this.#entry);
    if (!this.isComplete || !render || widthPx < 1 || heightPx < 1) return null;
    const input = {
      scene: {
        ...EMPTY_SCENE,
        stacks: this.#refs,
        lens: this.#lens,
        overlays: this.#overlays,
        n: this.#n,
        ...(this.#settings && { [this.#lens]: this.#settings }),
      },
      stacks: this.inView.map(({ stack }) => stack),
      all: this.stacks.map(({ stack }) => stack),
      firstIndex: this.first,
      widthPx,
      heightPx,
      shell: this.#shell,
      words: core,
      ...this.evidence.forLens(this.#entry.needs),
      extras: this.#extras,
    };
    return { render, input };
  });

  readonly picture: Picture | null = $derived.by(() => {
    if (!this.#isDrawn || this.#drawing === null) return null;
    const picture = this.#last.of(this.#drawing);
    return this.#puzzle?.pictureOf(picture) ?? picture;
  });

  readonly chapters: readonly NamedChapter[] = $derived.by(() => {
    const { picture } = this;
    if (picture === null || this.inView.length === 0) return [];
    if (picture.clock) return picture.clock.chapters;
    const { chapters } = buildCues(picture.build, picture.buildChapters.length);
    return picture.buildChapters.map((named, index) => ({
      ...named,
      ...(chapters[index] ?? { startMs: 0, endMs: 0 }),
    }));
  });
  readonly durationMs: number = $derived(
    this.picture?.clock?.durationMs ?? this.chapters.at(-1)?.endMs ?? 0,
  );

  /** What is said of the build-up at the playhead; undefined: at rest. */
  readonly #saying: Saying | undefined = $derived.by(() => {
    const { tMs, chapterIndex } = this.player;
    if (tMs === null || !this.picture) return undefined;
    return sayingAt(this.picture.buildSays, this.chapters, chapterIndex, tMs);
  });
  /** What is said at this moment. */
  readonly headline: string | undefined = $derived(
    this.#saying?.headline ?? this.picture?.headline,
  );
  readonly sentence: string | undefined = $derived(
    this.#saying?.sentence ?? this.picture?.sentence,
  );
  /** The twin of this moment: its readouts follow the build-up. */
  readonly twin: readonly TwinStack[] = $derived(
    (this.picture?.stacks ?? []).map((stack, index) => {
      const readout = this.#saying?.readouts[index];
      return readout === undefined ? stack : { ...stack, readout };
    }),
  );

  readonly selected: { readonly placed: PlacedStack; readonly layer: Layer } | null = $derived.by(
    () => {
      const path = this.#scene.select;
      const placed = this.stacks.find(({ stack }) => stack.key === selectedKey(this.#scene));
      const layer = placed && path !== null ? findLayer(placed.stack, path) : undefined;
      return placed && layer ? { placed, layer } : null;
    },
  );

  /** The scene as it was last set; the playhead is the player's. */
  get scene(): Scene {
    return this.#scene;
  }
  get shell(): Shell {
    return this.#shell;
  }

  /** The code of the lens that was asked for did not arrive. */
  get hasFailed(): boolean {
    return this.#lenses.hasFailed;
  }
  /** Nor did the code of the lens that stands in for it: nothing can be drawn. */
  get isLost(): boolean {
    return this.#isOpen && this.hasFailed && !this.#lenses.has(this.#entry);
  }

  /** What of the opened scene's time lay beyond the picture's. */
  get timeNotices(): readonly Notice[] {
    return this.#timeNotices;
  }

  /** @param scene what is shown first, before anything has arrived; `open` loads it */
  constructor(scene: Scene = EMPTY_SCENE) {
    this.#scene = scene;
  }

  /** The scene at this moment, for a link. */
  snapshot(): Scene {
    return roundScene({ ...this.#scene, tMs: this.player.tMs, step: null });
  }

  /**
   * Shows a scene that came from outside: a link, a named scene, Back. Resolves when it is there.
   * @param puzzle what a question leaves out of it
   */
  async open(scene: Scene, puzzle: Puzzle | null = null): Promise<void> {
    const opening = ++this.#opening;
    const shown = await this.#loadOrReplace(scene);
    await nextTask(); // Not in the task in which the files were read.
    if (opening !== this.#opening) return;
    this.#takesUpTime = true;
    this.#timeNotices = [];
    this.player.toEnd();
    this.#scene = shown;
    this.#puzzle = puzzle;
    this.#isOpen = true;
    const chosen = this.stacks.findIndex(({ stack }) => stack.key === selectedKey(scene));
    // What is selected is in view; of what stands before it, as much as fits.
    this.#wantedFirst = Math.max(0, chosen - this.perView + 1);
    this.#tune();
    if (this.#isDrawn) return;
    // The first picture is the most work there is: many tasks make it, one more shows it.
    await this.#last.makeAhead(() => this.#drawing);
    this.#isDrawn = true;
  }

  /** Changes what a question leaves out of the scene that is shown; null: nothing. */
  leaveOut(puzzle: Puzzle | null): void {
    this.#puzzle = puzzle;
  }

  /** Hands in the code for what stands beside the stacks, and for their table. */
  takeExtras(extras: StructureExtras): void {
    this.#extras = extras;
  }

  /** Tells how much room there is. */
  resize(widthPx: number, heightPx: number): void {
    const { widthPx: w, heightPx: h } = this.#size;
    if (w !== widthPx || h !== heightPx) this.#size = { widthPx, heightPx };
  }

  setShell(shell: Shell, perView: number): void {
    this.#shell = shell;
    this.#perView = perView;
  }

  /** Hands the picture's time to the player; the first time after `open`, with the scene's playhead. */
  loadTime(): void {
    this.player.load({ durationMs: this.durationMs, chapters: this.chapters });
    if (!this.#takesUpTime || this.durationMs === 0) return;
    this.#takesUpTime = false;
    const { tMs, step, play } = this.#scene;
    this.#timeNotices = timeNotices(this.#scene, this.durationMs, this.chapters.length);
    if (tMs !== null) this.player.seek(tMs);
    else if (step !== null) this.player.toStep(step);
    if (play) this.player.play();
  }

  /** The player was moved or paused by the reader. */
  timeChanged(): void {
    this.onChange('replace');
  }

  setTheme(theme: Theme): void {
    this.change((scene) => ({ ...scene, theme }));
  }
  /** Changes how it looks and reads, not what is shown. */
  setLook(look: Partial<Pick<Scene, 'theme' | 'lang' | 'motion'>>): void {
    this.change((scene) => ({ ...scene, ...look }));
  }
  setSpeed(speed: number | null): void {
    this.change((scene) => ({ ...scene, speed }));
    this.#tune();
  }
  /** Selecting a layer brings its stack into view. */
  select(path: LayerPath | null): void {
    if (path !== this.#scene.select) this.change((scene) => ({ ...scene, select: path }));
    const at = this.stacks.findIndex(({ stack }) => stack.key === selectedKey(this.#scene));
    const isSeen = at < 0 || (at >= this.first && at < this.first + this.perView);
    if (!isSeen) this.showFrom(at - this.perView + 1);
  }
  setCamera(camera: Camera | null): void {
    this.change((scene) => ({ ...scene, camera }));
  }

  /** Turns to other stacks where not all fit. */
  showFrom(first: number): void {
    this.#wantedFirst = Math.max(0, first);
  }

  /** Goes to a scene that was there before: at rest, its address rewritten. */
  protected restore(scene: Scene): void {
    void this.#loadFor(scene).then(() => {
      this.player.toEnd();
      this.#scene = { ...scene, tMs: null, step: null, play: false };
      this.#tune();
      this.onChange('replace');
    });
  }

  /** Changes what is drawn, once all that needs has arrived; `recorded` hears what it replaced. */
  protected edit(change: (scene: Scene) => Scene, kind: ChangeKind): void {
    const before = this.#scene;
    const next = change({ ...before, tMs: this.player.tMs });
    if (isSameEdit(before, next)) return;
    const opening = ++this.#opening;
    const apply = (): void => {
      if (opening !== this.#opening || !this.#lenses.has(lensEntry(next, this.isFrame))) return;
      this.recorded(before);
      this.#scene = next;
      if (next.tMs === null) this.player.toEnd();
      this.#tune();
      this.onChange(kind);
    };
    const isThere =
      this.#hasAllFor(next.stacks, lensEntry(next, this.isFrame)) && !this.lacksExtras(next.lens);
    if (isThere) apply();
    else void this.#loadFor(next).then(apply);
  }

  /** An edit is about to replace this scene. */
  protected recorded(_before: Scene): void {
    // Who only looks remembers nothing.
  }

  /** The lens is to be drawn with extras that have not arrived. */
  protected lacksExtras(_lens: Lens): boolean {
    // A frame has no room for them.
    return false;
  }
  protected async loadExtras(): Promise<void> {
    // Nothing to wait for.
  }

  protected change(change: (scene: Scene) => Scene): void {
    this.#scene = change(this.#scene);
    this.onChange('replace');
  }

  #hasAllFor(stacks: readonly StackRef[], entry: LensEntry): boolean {
    const ids = stacks.map(({ id }) => id);
    return this.shelf.has(ids) && this.#lenses.has(entry) && this.evidence.has(entry.needs);
  }

  /** Never rejects: what does not arrive is told by `shelf`, `evidence` and `hasFailed`. */
  async #loadFor(scene: Scene): Promise<void> {
    const entry = lensEntry(scene, this.isFrame);
    await Promise.all([
      this.shelf.load(scene.stacks.map(({ id }) => id)),
      this.#lenses.load(entry, this.isFrame),
      entry.needs && this.evidence.load(entry.needs),
      this.lacksExtras(scene.lens) && this.loadExtras(),
    ]);
  }

  /** A lens whose code does not arrive gives way to the one that every stack can be shown with. */
  async #loadOrReplace(scene: Scene): Promise<Scene> {
    await this.#loadFor(scene);
    if (this.#lenses.has(lensEntry(scene, this.isFrame))) return scene;
    const other: Scene = { ...scene, lens: 'structure' };
    await this.#lenses.loadInstead(lensEntry(other, this.isFrame), this.isFrame);
    return other;
  }

  /** Sets the player's speed: the scene's own, else the lens's. */
  #tune(): void {
    const { speed } = this.#scene;
    const own = this.#entry.tempo?.(this.#scene);
    this.player.setClock((speed === null && own?.clock) || 'linear');
    this.player.setRate(speed ?? own?.rate ?? 1);
  }
}
