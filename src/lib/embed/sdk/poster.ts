/** What stands in a page until its reader asks for the picture: a card, and a button over it. */
import { LEAST_HEIGHT_PX } from './least-height.ts';
import type { PosterWords } from './words.ts';

/** From this width on, the words of a card are large enough to be read, px. */
const WIDE_PX = 600;

/** Cards are painted light: turned over, black is white and every hue stays. */
const DARK = 'filter: invert(0.93) hue-rotate(180deg)';

/**
 * Stronger than what pages say of every `button` and `img`, weaker than a class. The poster has the size of
 * the frame that comes in its place; in a narrow column the words of the card would be too small to read, so
 * it is cropped to its drawing and words stand under it.
 */
const STYLE = `
:where(strata-stack) { display: block; }
strata-stack [data-poster] {
  position: relative; display: flex; flex-direction: column; container-type: inline-size;
  box-sizing: border-box; width: 100%; aspect-ratio: 16 / 9; overflow: hidden;
  min-height: var(--strata-min-height, ${LEAST_HEIGHT_PX}px);
  border: 1px solid #b5afa1; border-radius: 6px; background: #fff; color: #15202b;
  font: 16px/1.4 system-ui, sans-serif;
}
strata-stack [data-poster] > img {
  flex: 0 1 auto; width: 100%; max-width: none; height: 40cqi; min-height: 0; margin: 0;
  object-fit: cover; object-position: 0 55%;
}
strata-stack [data-poster] > p { margin: 0; padding: 12px 16px; }
strata-stack [data-poster] > [data-words] { margin-block: auto; padding-block: 0; text-align: center; }
strata-stack [data-poster] b { display: block; font-size: 19px; line-height: 1.3; }
strata-stack [data-poster] > button {
  flex: none; align-self: center; position: relative; box-sizing: border-box;
  max-width: calc(100% - 24px); min-height: 44px; margin: 12px; padding: 8px 18px 8px 40px;
  cursor: pointer; border: 2px solid #fff; border-radius: 8px; background: #15202b; color: #fff;
  font: inherit; font-weight: 600; text-align: start;
}
strata-stack [data-poster] button span { font-size: 0; }
@container (min-width: ${WIDE_PX}px) {
  strata-stack [data-poster] > img {
    position: absolute; height: 100%; object-fit: contain; object-position: top;
  }
  strata-stack [data-poster] > [data-words] { display: none; }
  strata-stack [data-poster] > button { margin-top: auto; }
  strata-stack [data-poster] button span { font-size: inherit; }
}
strata-stack [data-poster] > button::before {
  content: ''; position: absolute; left: 18px; top: calc(50% - 7px);
  border-block: 7px solid transparent; border-left: 12px solid;
}
strata-stack [data-poster] > button:hover { background: #000; }
strata-stack [data-poster] > button:focus-visible {
  outline: 3px solid #1552b5; outline-offset: 2px;
}
strata-stack[theme=dark] [data-poster] { ${DARK}; }
@media (prefers-color-scheme: dark) {
  strata-stack:is(:not([theme]), [theme=auto]) [data-poster] { ${DARK}; }
}
`;

let sheet: CSSStyleSheet | undefined;

/** Gives the style to the document or shadow root that the element stands in, once. */
export function adoptStyle(root: Node): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

interface PosterParts {
  readonly words: PosterWords;
  /** The scene's name; null: none is known. */
  readonly title: string | null;
  readonly aspectRatio: string | null;
  /** Address of the scene's card; null: a scene without a name has none. */
  readonly card: string | null;
  /** What the reader sees when the card does not arrive: id of the scene. */
  readonly scene: string;
  readonly onshow: () => void;
  /** The reader is about to press. */
  readonly onnear: () => void;
}

/** @returns the poster, not yet in the page */
export function makePoster(parts: PosterParts): HTMLElement {
  const { words, title, aspectRatio, card, scene, onshow, onnear } = parts;
  const poster = document.createElement('div');
  poster.dataset.poster = '';
  if (aspectRatio !== null) poster.style.aspectRatio = aspectRatio;
  const button = document.createElement('button');
  button.type = 'button';
  button.append(words.show);
  const says = document.createElement('p');
  says.dataset.words = '';
  if (title !== null) {
    button.append(textIn('span', `: ${title}`));
    says.append(textIn('b', title));
  }
  says.append(words.line);
  button.addEventListener('click', onshow);
  poster.addEventListener('pointerover', onnear, { once: true });
  poster.addEventListener('focusin', onnear, { once: true });
  poster.append(says, button);
  if (card !== null) poster.prepend(makeCard(card, () => words.noPreview(scene)));
  return poster;
}

function textIn(tag: 'b' | 'span', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** The button names the scene: the card says nothing more to who does not see it. */
function makeCard(src: string, broken: () => string): HTMLImageElement {
  const image = document.createElement('img');
  image.alt = '';
  image.decoding = 'async';
  image.loading = 'lazy';
  image.addEventListener('error', () => {
    const says = document.createElement('p');
    says.textContent = broken();
    image.replaceWith(says);
  });
  image.src = src;
  return image;
}

/** Origins that were connected to. */
const near = new Set<string>();

/** Connects to the site ahead of the press, once per page. */
export function connectTo({ origin }: URL): void {
  if (origin === location.origin || near.has(origin)) return;
  near.add(origin);
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.href = origin;
  document.head.append(link);
}
