/** Which attributes of `<strata-stack>` a frame that is open follows without being made anew. */
import type { EmbedHandle } from './embed.ts';
import { optionsOf } from './attributes.ts';

/** With one of these, the scene is put together from several attributes. */
const OVER_SCENE = ['stacks', 'lens', 'show', 'hide', 'n', 't', 'step', 'cam', 'select', 'view'];

/**
 * @param name of the attribute that changed
 * @returns what to ask of the frame; null: it has to be made anew
 */
export function liveChange(
  element: Element,
  handle: EmbedHandle,
  name: string,
): (() => Promise<unknown>) | null {
  const { scene, theme, lang, motion, t, step, select } = optionsOf(element);
  const isWhole = !OVER_SCENE.some((other) => element.hasAttribute(other));
  if (name === 'scene' && scene && isWhole) return () => handle.setScene(scene);
  if (name === 'theme' && theme) return () => handle.setTheme(theme);
  if (name === 'lang' && lang) return () => handle.setLang(lang);
  if (name === 'motion' && motion) return () => handle.setMotion(motion);
  if (name === 't' && t !== undefined) return () => handle.seek(t);
  if (name === 'step' && step !== undefined) return () => handle.goto(step);
  if (name === 'select' && select) return () => handle.select(select);
  return null;
}
