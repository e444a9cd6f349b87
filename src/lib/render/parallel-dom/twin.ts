/**
 * The picture's twin in the DOM: every painted layer is a real button in nested lists, in reading
 * order, lying exactly on its painted box. It is what a screen reader, a keyboard, find-in-page and a
 * test meet. It paints nothing: outlines and the focus ring are the canvas's.
 */
import type { Box } from '../../layout/box.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { BoxItem, DisplayList, FenceItem, WallItem } from '../../scene/display-list.ts';
import type { TwinStack } from '../../scene/picture.ts';
import { buildTwin, type TwinTree } from './twin-tree.ts';
import type { Direction } from './twin-neighbours.ts';

export interface TwinOptions {
  /** Click, Enter or Space on a layer; null: Escape. Pressing the selected layer selects it again. */
  readonly onSelect: (path: LayerPath | null) => void;
  /** The layer with the keyboard's focus; null when focus left or came by pointer. */
  readonly onFocus: (path: LayerPath | null) => void;
  readonly onHover: (path: LayerPath | null) => void;
  /** A stack's title was pressed: open its menu at `button`. */
  readonly onTitle: (stackKey: string, button: HTMLButtonElement) => void;
}

/** What the twin needs of a stage. */
export interface Placing {
  boxOnScreen(box: Box): Box;
}

export interface Twin {
  readonly element: HTMLElement;
  setStacks(stacks: readonly TwinStack[]): void;
  setSelected(path: LayerPath | null): void;
  /** Lays every button on its painted box; call it from the stage's `onPainted`. */
  place(list: DisplayList, stage: Placing): void;
  /** Moves the keyboard's focus to a layer; null: to the one that Tab reaches. */
  focus(path: LayerPath | null): void;
  destroy(): void;
}

type LayerItem = BoxItem | FenceItem | WallItem;

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

/** What a twin knows between two calls. */
interface State {
  tree: TwinTree;
  selected: LayerPath | null;
  /** The one layer that Tab reaches; arrows go on from it. */
  tabStop: LayerPath | null;
}

/** @param root the stage's root; the twin becomes its last child and fills it. */
export function createTwin(root: HTMLElement, options: TwinOptions): Twin {
  const doc = root.ownerDocument;
  const element = doc.createElement('div');
  element.className = 'twin';
  root.append(element);
  const state: State = {
    ...{ tree: { layers: new Map(), titles: new Map() }, selected: null, tabStop: null },
  };
  let shape = '';
  /** Takes the focus once it lies on its painted box. */
  let awaited: HTMLElement | null = null;
  let stacks: readonly TwinStack[] = [];
  listen(element, { ...pointerHandlers(options), ...keyHandlers(element, state, options) });

  return {
    element,
    setStacks(next) {
      if (next === stacks) return;
      stacks = next;
      // A morph hands over a new picture with the same layers: leave the DOM, and its focus, alone.
      const now = shapeOf(next);
      if (now === shape) return;
      shape = now;
      const focused = pathOf(doc.activeElement);
      const title = titleOf(doc.activeElement);
      const place = [...state.tree.titles.keys()].indexOf(title ?? '');
      const hadFocus = element.contains(doc.activeElement);
      state.tree = buildTwin(element, stacks, state.tree);
      moveTabStop(state, focused ?? state.selected);
      for (const path of state.tree.layers.keys()) press(state, path, path === state.selected);
      if (hadFocus && !element.contains(doc.activeElement)) {
        if (focused === null) awaited = focusTitle(state, title, place);
        else focusLayer(state, state.tabStop);
      }
    },
    setSelected(path) {
      if (path === state.selected) return;
      press(state, state.selected, false);
      state.selected = path;
      press(state, path, true);
      if (path !== null && !element.contains(doc.activeElement)) moveTabStop(state, path);
    },
    place(list, stage) {
      const focused = pathOf(doc.activeElement);
      placeAll(state.tree, stacks, list, stage);
      if (awaited && doc.activeElement === doc.body) awaited.focus({ preventScroll: true });
      awaited = null;
      // A step that takes the focused layer away leaves the focus on what it stood on.
      if (focused !== null && state.tree.layers.get(focused)?.box === null) {
        focusLayer(state, shownBelow(state.tree, focused));
      }
    },
    focus: (path) => focusLayer(state, path ?? state.tabStop),
    destroy: () => element.remove(),
  };
}

function shapeOf(stacks: readonly TwinStack[]): string {
  return JSON.stringify(
    stacks.map(({ key, title, readout, layers, titleBox }) => [
      ...[key, title, readout, layers, titleBox !== undefined],
    ]),
  );
}

function pathOf(target: EventTarget | null): LayerPath | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-layer]')?.dataset.layer ?? null;
}

function titleOf(target: Element | null): string | null {
  return target?.closest<HTMLElement>('[data-stack-title]')?.dataset.stackTitle ?? null;
}

function moveTabStop(state: State, path: LayerPath | null): void {
  const { layers } = state.tree;
  const before = state.tabStop === null ? undefined : layers.get(state.tabStop);
  if (before) before.button.tabIndex = -1;
  const first = layers.keys().next().value ?? null;
  state.tabStop = path !== null && layers.has(path) ? path : first;
  const now = state.tabStop === null ? undefined : layers.get(state.tabStop);
  if (now) now.button.tabIndex = 0;
}

function press({ tree }: State, path: LayerPath | null, pressed: boolean): void {
  const entry = path === null ? undefined : tree.layers.get(path);
  entry?.button.setAttribute('aria-pressed', String(pressed));
}

function focusLayer({ tree }: State, path: LayerPath | null): void {
  if (path !== null) tree.layers.get(path)?.button.focus({ preventScroll: true });
}

/** A title whose menu removed or replaced its stack is gone with it: then what has its place, or the first. */
function focusTitle(
  { tree: { titles } }: State,
  stackKey: string | null,
  place: number,
): HTMLElement | null {
  const all = [...titles.values()];
  const { button } = titles.get(stackKey ?? '') ?? all[place] ?? all[0] ?? { button: null };
  button?.focus({ preventScroll: true });
  return button;
}

/** @returns the painted layer before it in reading order, which goes bottom up; else the first painted */
function shownBelow({ layers }: TwinTree, path: LayerPath): LayerPath | null {
  const painted = [...layers].filter(([, layer]) => layer.box !== null).map(([one]) => one);
  const order = [...layers.keys()];
  const place = order.indexOf(path);
  const before = painted.filter((one) => order.indexOf(one) < place);
  return before.at(-1) ?? painted[0] ?? null;
}

function pointerHandlers(options: TwinOptions): Handlers {
  return {
    click({ target }) {
      const title = (target as Element).closest<HTMLButtonElement>('[data-stack-title]');
      if (title) return options.onTitle(title.dataset.stackTitle ?? '', title);
      const path = pathOf(target);
      if (path !== null) options.onSelect(path);
    },
    pointerover({ pointerType, target }) {
      options.onHover(pointerType === 'touch' ? null : pathOf(target));
    },
    pointerleave: () => options.onHover(null),
  };
}

function keyHandlers(element: HTMLElement, state: State, options: TwinOptions): Handlers {
  return {
    focusin({ target }) {
      // Who has the keyboard here will want the arrows.
      void neighbours().catch(() => undefined);
      const path = pathOf(target);
      if (path !== null) moveTabStop(state, path);
      options.onFocus((target as Element).matches(':focus-visible') ? path : null);
    },
    focusout({ relatedTarget }) {
      if (!element.contains(relatedTarget as Node | null)) options.onFocus(null);
    },
    keydown(event) {
      const path = pathOf(event.target);
      if (path === null || event.ctrlKey || event.metaKey || event.altKey) return;
      const direction = KEYS[event.key];
      const clears = event.key === 'Escape' && state.selected !== null;
      if (!direction && !clears) return;
      // Where no layer lies, an arrow is the page's: it scrolls.
      if (direction && found?.neighbour(state.tree.layers, path, direction) === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (clears) options.onSelect(null);
      if (direction) void goOn(state, path, direction);
    },
  };
}

type Neighbours = typeof import('./twin-neighbours.ts');
/** The code for arrows, once it has come. */
let found: Neighbours | null = null;
const neighbours = async (): Promise<Neighbours> =>
  (found ??= await import('./twin-neighbours.ts'));

/** Moves on in a direction. Rejects never: without the code focus stays, and Tab still works. */
async function goOn(state: State, from: LayerPath, direction: Direction): Promise<void> {
  const code = await neighbours().catch(() => null);
  if (code) focusLayer(state, code.neighbour(state.tree.layers, from, direction));
}

type Handlers = {
  [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void;
};

/** The listeners go with the element: they need no undoing. */
function listen(element: HTMLElement, handlers: Handlers): void {
  for (const [type, handler] of Object.entries(handlers)) {
    element.addEventListener(type, handler as (event: Event) => void);
  }
}

/** A fence or wall that is still being drawn is there as far as it has come, from its foot up. */
function drawnBox(item: LayerItem): Box {
  const { box } = item;
  const drawn = 'draw' in item ? (item.draw ?? 1) : 1;
  return drawn >= 1 ? box : { ...box, y: box.y + box.h * (1 - drawn), h: box.h * drawn };
}

function placeAll(
  tree: TwinTree,
  stacks: readonly TwinStack[],
  list: DisplayList,
  stage: Placing,
): void {
  const unseen = new Set(tree.layers.keys());
  for (const item of list.items) {
    if (!('layer' in item) || !item.layer || item.owner === undefined || item.alpha === 0) continue;
    const entry = tree.layers.get(item.owner);
    if (!entry || !unseen.delete(item.owner)) continue;
    entry.place(stage.boxOnScreen(drawnBox(item)));
  }
  for (const path of unseen) tree.layers.get(path)?.place(null);
  for (const { key, titleBox } of stacks) {
    tree.titles.get(key)?.place(titleBox ? stage.boxOnScreen(titleBox) : null);
  }
}
