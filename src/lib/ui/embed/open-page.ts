/**
 * Opens a page beside the one that the frame is in.
 * @param href whole address
 * @returns false: the host lets the frame open none
 */
export function openPage(href: string): boolean {
  const opened = window.open(href, '_blank');
  try {
    if (opened) opened.opener = null;
  } catch {
    // What a sandbox has opened stands in the sandbox too: it can steer nothing, and nobody may write there.
  }
  return opened !== null;
}
