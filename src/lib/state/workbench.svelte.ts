/** An explorer whose scene can be edited: stacks, lens, overlays and settings, with undo and redo. */
import type { BootSettings, Lens, Overlay, Scene } from '../model/scene.ts';
import type { StackRef } from '../model/stack.ts';
import { Explorer } from './explorer.svelte.ts';
import * as edits from './scene-edits.ts';
import { SceneHistory } from './scene-history.svelte.ts';

export class Workbench extends Explorer {
  readonly history = new SceneHistory();

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
    this.edit((scene) => edits.setLens(scene, lens), 'push');
  }
  toggleOverlay(overlay: Overlay, on: boolean): void {
    this.edit((scene) => edits.toggleOverlay(scene, overlay, on), 'replace');
  }
  setBoot(change: Partial<BootSettings>): void {
    this.edit((scene) => edits.setBoot(scene, change), 'replace');
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

  protected override recorded(before: Scene): void {
    this.history.record(before);
  }
}
