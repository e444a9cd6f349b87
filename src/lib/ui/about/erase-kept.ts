/** Erases all that this site keeps in this browser. Others on the same host keep theirs. */
import { PREFIX } from '#lib/state/safe-storage.ts';

/** As `service-worker.ts` names them. */
const CACHES = 'strata-talk-';

export type Erased = 'erased' | 'nothing' | 'failed';

/**
 * @param home path of the site's start: a service worker under it is ours
 * @returns what came of it; never rejects
 */
export async function eraseKept(home: string): Promise<Erased> {
  try {
    const counts = [
      eraseFrom(globalThis.localStorage),
      eraseFrom(globalThis.sessionStorage),
      await eraseCaches(),
      await eraseWorkers(new URL(home, location.href).href),
    ];
    return counts.some((count) => count > 0) ? 'erased' : 'nothing';
  } catch {
    return 'failed';
  }
}

function eraseFrom(storage: Storage): number {
  const keys = Object.keys(storage).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) storage.removeItem(key);
  return keys.length;
}

async function eraseCaches(): Promise<number> {
  if (!('caches' in globalThis)) return 0;
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
  await Promise.all(names.map((name) => caches.delete(name)));
  return names.length;
}

async function eraseWorkers(home: string): Promise<number> {
  if (!('serviceWorker' in navigator)) return 0;
  const all = await navigator.serviceWorker.getRegistrations();
  const ours = all.filter(({ scope }) => scope === `${home}present`);
  await Promise.all(ours.map((worker) => worker.unregister()));
  return ours.length;
}
