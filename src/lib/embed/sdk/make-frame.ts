import type { MountOptions } from './embed.ts';

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
  iframe.allow = 'fullscreen; clipboard-write';
  // Where `allow` is known to count, saying the same twice only brings a warning.
  if (!('featurePolicy' in document)) iframe.allowFullscreen = true;
  iframe.loading = options.loading ?? 'lazy';
  iframe.referrerPolicy = 'strict-origin-when-cross-origin';
  if (options.sandbox !== undefined) iframe.setAttribute('sandbox', options.sandbox);
  Object.assign(iframe.style, {
    display: 'block',
    width: '100%',
    height: 'auto',
    // Lower than that there is no room for a picture and its controls.
    minHeight: '240px',
    aspectRatio: options.aspectRatio ?? '16 / 9',
    border: '0',
  });
  // Last: what stands above holds from the first request.
  iframe.src = src;
  return iframe;
}
