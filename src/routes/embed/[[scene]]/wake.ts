/**
 * Wakes up the page of an embed: the only script it starts with. SvelteKit's own start would bring its
 * router, a third of the bytes that a guest may cost, for a page that leads nowhere by itself.
 */
import { hydrate, mount } from 'svelte';
import '../../../app.css';
import { meetHost } from '#lib/embed/meet-host.ts';
import EmbedShell from '#lib/ui/embed/EmbedShell.svelte';
import { readEmbedData } from './embed-data.ts';

const target = document.getElementById('app');
const data = document.getElementById('embed-data')?.textContent;
if (target && data) {
  // A file of one's own comes without prerendered markup.
  const wake = target.childElementCount > 0 ? hydrate : mount;
  wake(EmbedShell, { target, props: { ...readEmbedData(data), host: meetHost() } });
}
