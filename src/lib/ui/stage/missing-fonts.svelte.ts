/** The site's fonts that did not arrive: what is read then is set in a font of the device. */
import { createSubscriber } from 'svelte/reactivity';

const STAND_IN = 'Strata fallback';

const subscribe = createSubscriber((update) => {
  const { fonts } = document;
  // A face that is asked for later may fail later.
  fonts.addEventListener('loadingdone', update);
  fonts.addEventListener('loadingerror', update);
  return () => {
    fonts.removeEventListener('loadingdone', update);
    fonts.removeEventListener('loadingerror', update);
  };
});

/**
 * Only in a browser. Read in an effect or a derived value it is read again whenever a font comes or fails.
 * @returns families of which a file failed, each once; one that is only slow is not among them
 */
export function missingFonts(): readonly string[] {
  subscribe();
  const failed = [...document.fonts].filter(({ status }) => status === 'error');
  const families = failed.map(({ family }) => family.replace(/^["']|["']$/g, ''));
  // The stand-in is a font of the device, which may not have it.
  return [...new Set(families)].filter((family) => family !== STAND_IN);
}
