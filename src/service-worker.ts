/**
 * Keeps talks going without a network. It serves the pages under `present` alone (see `keep-offline.ts`).
 * A new version waits until the last of them is closed: nothing changes in the middle of a talk.
 */
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { base, build, files, prerendered, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

const NAME = `strata-talk-${version}`;
/** Their names change with what is in them. */
const ASSETS = new Set(build);
const TALKS = prerendered.filter((path) => path.startsWith(`${base}/present`));
const FILES = files.filter((path) => path.endsWith('.svg'));

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (ASSETS.has(url.pathname)) event.respondWith(fromCache(request));
  else event.respondWith(fromNetwork(request));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.addAll([...ASSETS, ...TALKS, ...FILES]);
}

/** The page that registered us is served too, and what earlier versions kept goes. */
async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('strata-talk-') && name !== NAME) await caches.delete(name);
  }
  await self.clients.claim();
}

async function fromCache(request: Request): Promise<Response> {
  const cache = await caches.open(NAME);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}

/** A page's query is read by its scripts: it is the same page with another one. */
async function fromNetwork(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(NAME);
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}
