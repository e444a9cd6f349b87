/**
 * A talk goes on without a network: a service worker keeps the pages of talks and all they load. Only for
 * these pages, only at the top level, and only once the page has nothing else to load.
 */
import { dev } from '$app/environment';
import { resolve } from '$app/paths';
import { quiet } from '../stage/quiet.ts';

export async function keepOffline(): Promise<void> {
  // What a frame shows belongs to its host.
  if (dev || window.top !== window || !('serviceWorker' in navigator)) return;
  await quiet();
  const home = resolve('/');
  try {
    await navigator.serviceWorker.register(`${home}service-worker.js`, {
      scope: `${home}present`,
      type: 'module',
    });
  } catch {
    // Refused or not over a safe connection: the talk needs its network, as any page does.
  }
}
