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

/** A page on its own goes back by its own steps; in a frame, back belongs to the page around. */
export function pushState(url: string | URL): void {
  if (parent === self) change('pushState', url);
  else replaceState(url);
}

export function replaceState(url: string | URL): void {
  change('replaceState', url);
}

/** The address stays where it may not be changed: a frame without an origin. */
function change(how: 'pushState' | 'replaceState', url: string | URL): void {
  try {
    history[how](history.state, '', isFile() ? asHash(url) : url);
  } catch {
    // The page works the same.
  }
}

/** The only part of a file's address that may change: `ui/address.ts` reads it. */
function asHash(url: string | URL): string {
  return `#${new URL(url, location.href).search.slice(1)}`;
}

function isFile(): boolean {
  return !/^https?:$/.test(location.protocol);
}

export async function goto(url: string | URL): Promise<void> {
  location.assign(url);
}
