/** Builds the twin's lists and buttons; buttons of layers that stay are kept. */
import type { Box } from '../../layout/box.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { TwinNode, TwinStack } from '../../scene/picture.ts';

/** A button that lies on a painted box. */
interface TwinButton {
  readonly button: HTMLButtonElement;
  /** Where it was last placed, CSS px; null: not painted in this frame. */
  readonly box: Box | null;
  /** null hides it. Writes only what changed. */
  place(box: Box | null): void;
}

/**
 * A button and its place in the tree. A class of the module, not a closure of `buildTwin`: a closure
 * would keep the tree before it, and that one its own, back to the first.
 */
class TwinLayer implements TwinButton {
  /** The button itself, for the next tree: a layer must not wrap the layer before it. */
  readonly own: TwinButton;
  readonly parent: LayerPath | null;
  readonly children: readonly LayerPath[];

  constructor(own: TwinButton, parent: LayerPath | null, node: TwinNode) {
    this.own = own;
    this.parent = parent;
    this.children = node.children.map((child) => child.path);
  }

  get button(): HTMLButtonElement {
    return this.own.button;
  }
  get box(): Box | null {
    return this.own.box;
  }

  place(box: Box | null): void {
    this.own.place(box);
  }
}

export interface TwinTree {
  /** In reading order: stack by stack, bottom up. */
  readonly layers: Map<LayerPath, TwinLayer>;
  readonly titles: Map<string, TwinButton>;
}

/** A scene never has more; crowds keep it far below. */
const MAX_TWINS = 300;

/**
 * @param container emptied and filled with one section per stack
 * @param before the tree it held; its buttons are used again, so that focus can stay on them
 */
export function buildTwin(
  container: HTMLElement,
  stacks: readonly TwinStack[],
  before: TwinTree,
): TwinTree {
  const doc = container.ownerDocument;
  const tree: TwinTree = { layers: new Map(), titles: new Map() };

  const addNode = (node: TwinNode, parent: LayerPath | null): HTMLElement | null => {
    if (tree.layers.size >= MAX_TWINS || tree.layers.has(node.path)) return null;
    const own = before.layers.get(node.path)?.own ?? createButton(doc);
    const { button } = own;
    label(button, node.name);
    button.dataset.layer = node.path;
    button.dataset.kind = node.kind;
    button.tabIndex = -1;
    if (!button.hasAttribute('aria-pressed')) button.setAttribute('aria-pressed', 'false');
    tree.layers.set(node.path, new TwinLayer(own, parent, node));
    const li = doc.createElement('li');
    li.append(button);
    appendList(li, node.children, node.path);
    return li;
  };
  const appendList = (
    into: HTMLElement,
    nodes: readonly TwinNode[],
    parent: LayerPath | null,
  ): void => {
    if (nodes.length === 0) return;
    const ul = doc.createElement('ul');
    // Safari forgets a list whose bullets are styled away, unless told.
    ul.setAttribute('role', 'list');
    for (const node of nodes) {
      const li = addNode(node, parent);
      if (li) ul.append(li);
    }
    into.append(ul);
  };

  const sections = stacks.map((stack) => {
    const section = doc.createElement('section');
    section.setAttribute('aria-label', stack.title);
    section.append(createHeading(doc, stack, tree, before), createReadout(doc, stack));
    appendList(section, stack.layers, null);
    return section;
  });
  container.replaceChildren(...sections);
  return tree;
}

function createHeading(doc: Document, stack: TwinStack, tree: TwinTree, before: TwinTree) {
  const heading = doc.createElement('h3');
  if (!stack.titleBox) {
    heading.className = 'twin-heading';
    heading.textContent = stack.title;
    return heading;
  }
  const title = before.titles.get(stack.key) ?? createButton(doc);
  label(title.button, stack.title);
  title.button.dataset.stackTitle = stack.key;
  title.button.setAttribute('aria-haspopup', 'menu');
  tree.titles.set(stack.key, title);
  heading.append(title.button);
  return heading;
}

function createReadout(doc: Document, stack: TwinStack): HTMLElement {
  const readout = doc.createElement('p');
  readout.className = 'twin-heading';
  readout.textContent = stack.readout;
  return readout;
}

/** The name is the button's text too, unseen, so that find-in-page finds it. */
function label(button: HTMLButtonElement, name: string): void {
  if (button.textContent === name) return;
  button.textContent = name;
  button.setAttribute('aria-label', name);
}

function createButton(doc: Document): TwinButton {
  const button = doc.createElement('button');
  button.type = 'button';
  button.className = 'twin-button';
  button.hidden = true;
  let placed: Box | null = null;
  return {
    button,
    get box() {
      return placed;
    },
    place(box) {
      const last = placed;
      placed = box;
      if (!box) {
        if (last) button.hidden = true;
        return;
      }
      if (!last) button.hidden = false;
      const { style } = button;
      if (box.x !== last?.x || box.y !== last.y) {
        style.transform = `translate(${px(box.x)}, ${px(box.y)})`;
      }
      if (box.w !== last?.w) style.width = px(box.w);
      if (box.h !== last?.h) style.height = px(box.h);
    },
  };
}

function px(value: number): string {
  return `${Math.round(value * 100) / 100}px`;
}
