/** The faces the canvas needs: a canvas does not ask for them by itself. */
const FACES = ["450 14px 'Atkinson Hyperlegible Next'", "700 14px 'Atkinson Hyperlegible Next'"];
/** A font that does not arrive must not keep the picture away, ms. */
const PATIENCE_MS = 2500;

let ready: Promise<void> | null = null;

/** Resolves when the canvas's fonts are there, or when they are too late. Never rejects. */
export function fontsReady(): Promise<void> {
  ready ??= Promise.race([
    Promise.all(FACES.map((face) => document.fonts.load(face))).then(() => undefined),
    new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ]).catch(() => undefined);
  return ready;
}
