/** An explorer whose scene can be edited: stacks, lens, overlays and settings, with undo and redo. */
import { untrack } from 'svelte';
import { MAX_SIDE_BY_SIDE, MAX_STACKS } from '../model/scene.ts';
import type { Lens, Overlay, Scene } from '../model/scene.ts';
import type { LensSettings, SettingLens } from '../model/settings.ts';
import { resolveStack } from '../model/resolve.ts';
import { findLayer, type Layer, type LayerPath, type StackRef } from '../model/stack.ts';
import { loadStack } from '../content/stacks.ts';
import type { Shell } from '../scene/lens.ts';
import { Explorer } from './explorer.svelte.ts';
import { lensEntry } from './lenses.ts';
import * as edits from './scene-edits.ts';
import { StackShelf } from './stack-shelf.svelte.ts';
import { EditHistory } from './scene-history.svelte.ts';

/** A stage larger than this shows the picture of a stage of this size, enlarged, px. */
const LARGE = { widthPx: 1700, heightPx: 930 };

export class Workbench extends Explorer {
  override readonly shelf = new StackShelf(loadStack);
  #room = { widthPx: 0, heightPx: 0 };
  #isWall = false;
  readonly history = new EditHistory();
  #about = $state.raw<string | null>(null);

  #hasExtras = $state.raw(false);

  /** Key of the stack whose card was asked for and has not been shown yet. */
  get about(): string | null {
    return this.#about;
  }
  /** No stack can be put beside the others without hiding one. */
  get isFull(): boolean {
    const { most = MAX_SIDE_BY_SIDE } = lensEntry(this.scene);
    return this.scene.stacks.length >= most;
  }

  /** The selected layer is one that is drawn, or can be. */
  get isSelectedShown(): boolean {
    return this.selected !== null && !this.#hides(this.scene);
  }

  override resize(widthPx: number, heightPx: number): void {
    this.#room = { widthPx, heightPx };
    // A wall has sizes of its own.
    const by = Math.min(widthPx / LARGE.widthPx, heightPx / LARGE.heightPx);
    const scale = this.#isWall ? 1 : Math.max(1, by);
    super.resize(widthPx / scale, heightPx / scale);
  }

  override setShell(shell: Shell, perView: number): void {
    super.setShell(shell, perView);
    this.#isWall = shell === 'projector';
    const { widthPx, heightPx } = this.#room;
    untrack(() => this.resize(widthPx, heightPx));
  }

  /** @returns a layer as the content has it, whatever a question leaves out; undefined: no such layer */
  wholeLayer(path: LayerPath): Layer | undefined {
    for (const { id, variant } of this.scene.stacks) {
      const file = this.shelf.files.get(id);
      const layer = file && findLayer(resolveStack(file, { variant, n: this.scene.n }), path);
      if (layer) return layer;
    }
    return undefined;
  }

  /** Asks for the card of a stack; a card shows where no layer is selected. Null: it was shown. */
  askAbout(key: string | null): void {
    if (key !== null) this.select(null);
    this.#about = key;
  }
  /** Puts a stack at the right of another, or in its place where all places are taken. */
  addBeside(index: number, ref: StackRef): void {
    const { isFull } = this;
    const most = isFull ? this.scene.stacks.length : MAX_STACKS;
    this.edit((scene) => edits.addBeside(scene, index, ref, most), 'push');
    this.showFrom(isFull ? this.first : index + 2 - Math.min(this.perView, index + 2));
  }

  addStack(ref: StackRef): void {
    this.edit((scene) => edits.addStack(scene, ref), 'push');
    this.showFrom(Infinity);
  }
  replaceStack(index: number, ref: StackRef): void {
    this.edit((scene) => edits.replaceStack(scene, index, ref), 'push');
  }
  removeStack(index: number): void {
    this.edit((scene) => edits.removeStack(scene, index), 'push');
  }
  moveStack(index: number, by: -1 | 1): void {
    this.edit((scene) => edits.moveStack(scene, index, by), 'push');
  }
  /** Replaces the stacks, e.g. by a preset. */
  setStacks(stacks: readonly StackRef[]): void {
    this.edit((scene) => ({ ...scene, stacks, tMs: null, camera: null, select: null }), 'push');
  }
  setLens(lens: Lens): void {
    this.edit((scene) => this.#seen(edits.setLens(scene, lens)), 'push');
  }
  toggleOverlay(overlay: Overlay, on: boolean): void {
    this.edit((scene) => this.#seen(edits.toggleOverlay(scene, overlay, on)), 'replace');
  }
  /** Changes settings of a lens. */
  set<L extends SettingLens>(lens: L, change: Partial<LensSettings[L]>): void {
    this.edit((scene) => edits.setLensSettings(scene, lens, change), 'replace');
  }
  /** Puts the stacks of a study on the stage, and races them by it. */
  raceBy(stacks: readonly StackRef[], study: string): void {
    this.edit((scene) => edits.raceBy(scene, stacks, study), 'push');
  }
  /** Shows the race from one study, its stacks brought in as far as there is room. */
  showStudy(study: string, refs: readonly StackRef[]): void {
    this.edit((scene) => edits.showStudy(scene, study, refs), 'push');
  }
  setInstances(n: number | null): void {
    this.edit((scene) => edits.setInstances(scene, n), 'replace');
  }
  setView(view: Scene['view']): void {
    this.change((scene) => ({ ...scene, view }));
  }

  undo(): void {
    const scene = this.history.undo(this.scene);
    if (scene !== null) this.restore(scene);
  }
  redo(): void {
    const scene = this.history.redo(this.scene);
    if (scene !== null) this.restore(scene);
  }

  /** What a switch has taken out of the picture is selected no longer. */
  #seen(scene: Scene): Scene {
    return this.#hides(scene) ? { ...scene, select: null } : scene;
  }
  #hides({ lens, overlays }: Scene): boolean {
    const isEngine = this.selected?.layer.kind === 'engine';
    return isEngine && lens === 'structure' && !overlays.includes('engine');
  }

  protected override lacksExtras(lens: Lens): boolean {
    return lens === 'structure' && !this.#hasExtras;
  }
  protected override async loadExtras(): Promise<void> {
    // Without them the stacks stand alone, and the lists of the page stand in for the table.
    await import('./extras.ts')
      .then(({ extras }) => this.takeExtras(extras))
      .catch(() => undefined);
    this.#hasExtras = true;
  }

  protected override recorded(before: Scene): void {
    this.history.record(before);
  }
}
