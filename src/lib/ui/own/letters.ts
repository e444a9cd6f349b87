/** Letters of readers' own words: a canvas draws what is there and does not ask for what is missing. */
import { SANS } from '#lib/render/canvas/paint-text.ts';

/** Letters that do not arrive must not keep the numbers away, ms. */
const PATIENCE_MS = 1500;

/** Resolves when the fonts have the letters of a text, or when they are too late. Rejects never. */
export async function lettersReady(text: string): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const faces = document.fonts.load(`450 14px ${SANS}`, text).then(
    () => undefined,
    () => undefined,
  );
  await Promise.race([faces, late]);
}
