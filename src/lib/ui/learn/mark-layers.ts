/**
 * Marks layers in the picture of a step: attributes on their buttons over the picture, which follow the
 * painted boxes by themselves.
 */
import type { LayerPath } from '#lib/model/stack.ts';
import type { PictureMarks } from './picture-marks.ts';
import './picture-marks.css';

/**
 * @param wanted marks by layer, or layers to look at
 * @returns stops marking, and takes the marks away
 */
export function markLayers(
  root: HTMLElement,
  wanted: PictureMarks | readonly LayerPath[],
): () => void {
  const marks: PictureMarks =
    'get' in wanted ? wanted : new Map(wanted.map((path) => [path, { kind: 'look' }]));
  const buttons = (): NodeListOf<HTMLElement> => root.querySelectorAll<HTMLElement>('[data-layer]');
  const dress = (): void => {
    for (const button of buttons()) {
      const mark = marks.get(button.dataset.layer ?? '');
      undress(button);
      if (!mark) continue;
      button.dataset.marked = mark.kind;
      if (mark.badge !== undefined) button.dataset.badge = mark.badge;
      if (mark.says !== undefined) button.title = mark.says;
      if (mark.pressed !== undefined) button.setAttribute('aria-pressed', String(mark.pressed));
    }
  };
  dress();
  // The buttons are made anew when other layers are shown.
  const observer = new MutationObserver(dress);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    for (const button of buttons()) {
      const mark = marks.get(button.dataset.layer ?? '');
      if (mark?.pressed !== undefined) button.setAttribute('aria-pressed', 'false');
      undress(button);
    }
  };
}

function undress(button: HTMLElement): void {
  delete button.dataset.marked;
  delete button.dataset.badge;
  button.removeAttribute('title');
}
