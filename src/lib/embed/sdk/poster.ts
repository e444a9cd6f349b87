/** What stands in a page until its reader asks for the picture: a card, and a button over it. */
import type { PosterWords } from './words.ts';

/** Cards are painted light: turned over, black is white and every hue stays. */
const DARK = 'filter: invert(0.93) hue-rotate(180deg)';

/** Stronger than what pages say of every `button` and `img`, weaker than a class. */
const STYLE = `
:where(strata-stack) { display: block; }
strata-stack [data-poster] {
  position: relative; display: grid; box-sizing: border-box; width: 100%; aspect-ratio: 16 / 9;
  border: 1px solid #b5afa1; border-radius: 6px; background: #fff; color: #15202b;
  font: 16px/1.4 system-ui, sans-serif;
}
strata-stack [data-poster] > * { grid-area: 1 / 1; }
strata-stack [data-poster] > img {
  position: absolute; width: 100%; height: 100%; border-radius: 5px;
  object-fit: contain; object-position: top;
}
strata-stack [data-poster] > p { margin: 0; padding: 12px 16px; }
strata-stack [data-poster] > button {
  place-self: end center; display: inline-flex; align-items: center; gap: 10px; box-sizing: border-box;
  max-width: calc(100% - 24px); min-height: 44px; margin: 12px; padding: 8px 18px; cursor: pointer;
  border: 2px solid #fff; border-radius: 8px; background: #15202b; color: #fff; font: inherit;
  position: relative; font-weight: 600; text-align: start;
}
@media (max-width: 600px) {
  strata-stack [data-poster] { display: block; aspect-ratio: auto; }
  strata-stack [data-poster] > img { position: static; display: block; height: auto; }
  strata-stack [data-poster] > button { display: flex; }
}
strata-stack [data-poster] > button::before {
  content: ''; flex: none; border-block: 7px solid transparent; border-inline-start: 12px solid;
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
  button.textContent = title === null ? words.showUntitled : words.show(title);
  button.addEventListener('click', onshow);
  poster.addEventListener('pointerover', onnear, { once: true });
  poster.addEventListener('focusin', onnear, { once: true });
  poster.append(button);
  if (card !== null) poster.prepend(makeCard(card, () => words.noPreview(scene)));
  return poster;
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
