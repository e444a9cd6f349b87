/**
 * Fills the screen with the page, or gives it back.
 * @returns false where the browser refuses
 */
export async function fillScreen(): Promise<boolean> {
  try {
    if (document.fullscreenElement) {
      await document.exitFullscreen();
      return true;
    }
    if (document.fullscreenEnabled !== true) return false;
    await document.documentElement.requestFullscreen();
    return true;
  } catch {
    return false;
  }
}
