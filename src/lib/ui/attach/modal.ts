/** A native modal dialog, open for as long as it is in the page. */

/**
 * The browser tells late that a dialog was closed: keys pressed meanwhile are heard first, and by then
 * another may stand in its place. What was taken away tells nothing any more.
 *
 * @param onclose when the reader closed it: Escape, a button of a dialog's form, the backdrop
 * @returns an attachment that opens the dialog, and closes it when it is taken away
 */
export function modal(onclose: () => void): (dialog: HTMLDialogElement) => () => void {
  return (dialog) => {
    dialog.addEventListener('close', onclose);
    dialog.showModal();
    return () => {
      dialog.removeEventListener('close', onclose);
      dialog.close();
    };
  };
}
