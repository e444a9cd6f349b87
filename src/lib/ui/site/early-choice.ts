/** What a reader chooses from a list of the page before the page is awake: nobody hears of it then. */

/** Marks a list that is heard. */
export const AWAKE = 'data-awake';

/**
 * The browser keeps the choice in the prerendered list. To be asked before the list wakes up, since waking up
 * sets it to what the page takes for chosen.
 *
 * @param name value of the list's `data-list`
 * @returns the value that was chosen; null: none, or there is no such list
 */
export function earlyChoice(name: string): string | null {
  if (typeof document === 'undefined') return null;
  const list = document.querySelector<HTMLSelectElement>(
    `select[data-list="${name}"]:not([${AWAKE}])`,
  );
  const chosen = list?.selectedOptions[0];
  return chosen === undefined || chosen.defaultSelected ? null : chosen.value;
}
