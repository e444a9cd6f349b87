import type { MountOptions } from './embed.ts';
import { LEAST_HEIGHT_PX } from './least-height.ts';

/**
 * A frame works without any of these attributes: each is a help of its own. Styles are set by script, which
 * strict policies allow.
 *
 * @param src where the frame leads
 * @returns the frame, not yet in the page
 */
export function makeFrame(options: MountOptions, src: string): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  iframe.title = options.title ?? 'Strata, a picture to play with';
  // Full screen by the older attribute alone, which all browsers know: said twice, Chromium warns of it.
  iframe.allow = 'clipboard-write';
  iframe.allowFullscreen = true;
  iframe.loading = options.loading ?? 'lazy';
  iframe.referrerPolicy = 'strict-origin-when-cross-origin';
  if (options.sandbox !== undefined) iframe.setAttribute('sandbox', options.sandbox);
  Object.assign(iframe.style, {
    display: 'block',
    width: '100%',
    height: 'auto',
    // A page that wants a lower frame says so by a style property: `--strata-min-height: 300px`.
    minHeight: `var(--strata-min-height, ${LEAST_HEIGHT_PX}px)`,
    aspectRatio: options.aspectRatio ?? '16 / 9',
    border: '0',
  });
  // Last: what stands above holds from the first request.
  iframe.src = src;
  return iframe;
}
