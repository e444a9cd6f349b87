/** A page shows its buttons before its script is there. What is pressed until then is not lost. */

declare global {
  interface Window {
    /**
     * The button pressed last; kept by the script in app.html, which runs before everything else. Null
     * once the page is awake: the script keeps no more.
     */
    pressedEarly?: HTMLButtonElement | null;
  }
}

/** To be called once, when the buttons of the page act: presses again what was pressed too early. */
export function replayEarlyPress(): void {
  const button = window.pressedEarly;
  window.pressedEarly = null;
  if (button?.isConnected === true) button.click();
}
