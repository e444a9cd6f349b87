/** Drags a button onto a layer of the picture, by mouse, pen or finger. */
import type { Attachment } from 'svelte/attachments';
import type { Picker } from './picture-marks.ts';

/** Less movement than this is a press, px. */
const LEAST_PX = 6;

/** @param root holds the picture @param ondrop hears on which layer it was let go */
export function dragOnto(
  root: () => HTMLElement | undefined,
  ondrop: Picker,
): Attachment<HTMLElement> {
  return (chip) => {
    let from: { readonly x: number; readonly y: number } | null = null;
    let over: HTMLElement | null = null;

    const mark = (next: HTMLElement | null): void => {
      if (next === over) return;
      over?.removeAttribute('data-drop');
      next?.setAttribute('data-drop', '');
      over = next;
    };
    const end = (): void => {
      mark(null);
      from = null;
      chip.removeAttribute('data-dragged');
      chip.style.translate = '';
    };
    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      from = { x: event.clientX, y: event.clientY };
      chip.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent): void => {
      if (from === null) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!chip.hasAttribute('data-dragged') && Math.hypot(dx, dy) < LEAST_PX) return;
      chip.setAttribute('data-dragged', '');
      chip.style.translate = `${dx}px ${dy}px`;
      mark(placeUnder(root(), event.clientX, event.clientY));
    };
    const up = (): void => {
      const path = chip.hasAttribute('data-dragged') ? over?.dataset.layer : undefined;
      end();
      if (path !== undefined) ondrop(path);
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && from !== null) end();
    };
    chip.addEventListener('pointerdown', down);
    chip.addEventListener('pointermove', move);
    chip.addEventListener('pointerup', up);
    chip.addEventListener('pointercancel', end);
    chip.addEventListener('keydown', key);
    return () => {
      end();
      chip.removeEventListener('pointerdown', down);
      chip.removeEventListener('pointermove', move);
      chip.removeEventListener('pointerup', up);
      chip.removeEventListener('pointercancel', end);
      chip.removeEventListener('keydown', key);
    };
  };
}

/** @returns the innermost place at a point that can be chosen */
function placeUnder(root: HTMLElement | undefined, x: number, y: number): HTMLElement | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const button = element.closest<HTMLElement>('[data-marked]');
    if (button && root?.contains(button)) return button;
  }
  return null;
}
