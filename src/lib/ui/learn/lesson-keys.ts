/** Keys that go from step to step, wherever nothing else takes them. */

/** Where a key means something else: fields, the picture's layers, dialogs, menus. */
const CONTROLS =
  'input, textarea, select, [contenteditable], [data-stage], dialog, [role="dialog"], [role="menu"], [role="slider"]';

/** Fields that take arrows, and have no pages to turn. */
const WITHOUT_PAGES = 'input[type="radio"], input[type="checkbox"]';

/** @returns −1 or 1; null where the key is none of these, or belongs to a control */
export function stepByKey(event: KeyboardEvent): -1 | 1 | null {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return null;
  }
  if (event.target instanceof Element && event.target.closest(CONTROLS)) {
    const isFree = event.key.startsWith('Page') && event.target.matches(WITHOUT_PAGES);
    if (!isFree) return null;
  }
  switch (event.key) {
    case 'ArrowRight':
    case 'PageDown':
      return 1;
    case 'ArrowLeft':
    case 'PageUp':
      return -1;
    default:
      return null;
  }
}
