/** In place of SvelteKit's `$app/navigation`, where a page is all there is and leads nowhere by itself. */
import { onMount } from 'svelte';

/** Once, when the page has come: there is no other arrival. */
export function afterNavigate(run: (arrival: unknown) => void): void {
  onMount(() => {
    run({ type: 'enter', from: null, to: { url: new URL(location.href), params: {} } });
  });
}

export function beforeNavigate(): void {
  // Leaving is the browser's affair.
}

export const pushState = replaceState;

/** The address stays where it may not be changed: a file, a frame without an origin. */
export function replaceState(url: string | URL): void {
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // The page works the same.
  }
}

export async function goto(url: string | URL): Promise<void> {
  location.assign(url);
}
