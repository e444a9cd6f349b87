/**
 * The picture's twin in the DOM: every painted layer is a real button in nested lists, in reading
 * order, lying exactly on its painted box. It is what a screen reader, a keyboard, find-in-page and a
 * test meet. It paints nothing: outlines and the focus ring are the canvas's.
 */
import type { Box } from '../../layout/box.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { DisplayList } from '../../scene/display-list.ts';
import type { TwinStack } from '../../scene/picture.ts';
import { buildTwin, type TwinButton, type TwinTree } from './twin-tree.ts';
import { neighbour, type Direction } from './twin-neighbours.ts';

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
  /** Moves the keyboard's focus to a layer. */
  focus(path: LayerPath): void;
  destroy(): void;
}

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

/** @param root the stage's root; the twin becomes its last child and fills it. */
export function createTwin(root: HTMLElement, options: TwinOptions): Twin {
  const element = root.ownerDocument.createElement('div');
  element.className = 'twin';
  root.append(element);
  let tree: TwinTree = { layers: new Map(), titles: new Map() };
  let shape = '';
  let stacks: readonly TwinStack[] = [];
  let selected: LayerPath | null = null;
  let tabStop: LayerPath | null = null;

  const pathOf = (target: EventTarget | null): LayerPath | null =>
    (target as Element | null)?.closest?.<HTMLElement>('[data-layer]')?.dataset.layer ?? null;
  const moveTabStop = (path: LayerPath | null): void => {
    const before = tabStop === null ? undefined : tree.layers.get(tabStop);
    if (before) before.button.tabIndex = -1;
    tabStop = path !== null && tree.layers.has(path) ? path : firstPath(tree);
    const now = tabStop === null ? undefined : tree.layers.get(tabStop);
    if (now) now.button.tabIndex = 0;
  };
  const press = (path: LayerPath | null, pressed: boolean): void => {
    const entry = path === null ? undefined : tree.layers.get(path);
    entry?.button.setAttribute('aria-pressed', String(pressed));
  };

  listen(element, {
    click(event) {
      const title = (event.target as Element).closest<HTMLButtonElement>('[data-stack-title]');
      if (title) return options.onTitle(title.dataset.stackTitle ?? '', title);
      const path = pathOf(event.target);
      if (path !== null) options.onSelect(path);
    },
    focusin(event) {
      const path = pathOf(event.target);
      if (path !== null) moveTabStop(path);
      const byKeyboard = (event.target as Element).matches(':focus-visible');
      options.onFocus(byKeyboard ? path : null);
    },
    focusout: () => options.onFocus(null),
    pointerover: (event) =>
      options.onHover(event.pointerType === 'touch' ? null : pathOf(event.target)),
    pointerleave: () => options.onHover(null),
    keydown(event) {
      const path = pathOf(event.target);
      if (path === null || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') {
        if (selected === null) return;
        event.stopPropagation();
        return options.onSelect(null);
      }
      const direction = KEYS[event.key];
      if (!direction) return;
      event.preventDefault();
      event.stopPropagation();
      const next = neighbour(tree.layers, path, direction);
      if (next !== null) tree.layers.get(next)?.button.focus({ preventScroll: true });
    },
  });

  return {
    element,
    setStacks(next) {
      if (next === stacks) return;
      stacks = next;
      // A morph hands over a new picture with the same layers: leave the DOM, and its focus, alone.
      const now = JSON.stringify(
        next.map(({ key, title, readout, layers }) => [key, title, readout, layers]),
      );
      if (now === shape) return;
      shape = now;
      const focused = pathOf(root.ownerDocument.activeElement);
      const hadFocus = element.contains(root.ownerDocument.activeElement);
      tree = buildTwin(element, stacks, tree);
      tabStop = null;
      moveTabStop(focused ?? selected);
      for (const path of tree.layers.keys()) press(path, path === selected);
      if (hadFocus && focused !== null && tabStop !== null) {
        tree.layers.get(tabStop)?.button.focus({ preventScroll: true });
      }
    },
    setSelected(path) {
      if (path === selected) return;
      press(selected, false);
      selected = path;
      press(selected, true);
      if (path !== null && !element.contains(root.ownerDocument.activeElement)) moveTabStop(path);
    },
    place(list, stage) {
      placeAll(tree, stacks, list, stage);
    },
    focus(path) {
      tree.layers.get(path)?.button.focus({ preventScroll: true });
    },
    destroy() {
      element.remove();
    },
  };
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

function firstPath(tree: TwinTree): LayerPath | null {
  return tree.layers.keys().next().value ?? null;
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
    entry.place(stage.boxOnScreen(item.box));
  }
  for (const path of unseen) tree.layers.get(path)?.place(null);
  for (const { key, titleBox } of stacks) {
    tree.titles.get(key)?.place(titleBox ? stage.boxOnScreen(titleBox) : null);
  }
}

export type { TwinButton };
