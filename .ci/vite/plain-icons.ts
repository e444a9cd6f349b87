/** Icons as plain markup. */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const ICON = /\/@lucide\/svelte\/dist\/icons\/([a-z0-9-]+)\.svelte$/;

/**
 * Icons as plain markup. As they come, each is put together from data when the page starts, by way of
 * attributes that nobody knows beforehand: together a fifth of the time in which Explore wakes up. What
 * our pages set of an icon is its size and its fill (tests/unit/icons.test.ts).
 */
export function plainIcons(): Plugin {
  return {
    name: 'strata-plain-icons',
    enforce: 'pre',
    async load(id) {
      const name = ICON.exec(id)?.[1];
      if (name === undefined) return null;
      const text = await readFile(id, 'utf8');
      const data = /^const iconData = (\{.*\});$/m.exec(text)?.[1];
      if (data === undefined) throw new Error(`${id}: there is no "const iconData = …" in it`);
      const { node } = JSON.parse(data) as { node: [string, Record<string, string>][] };
      const shapes = node.map(([tag, attributes]) => {
        const pairs = Object.entries(attributes).map(([key, value]) => `${key}="${value}"`);
        return `<${tag} ${pairs.join(' ')} />`;
      });
      return `<script>let { size = 24, fill = 'none' } = $props();</script>
<svg class="lucide lucide-${name}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"
  width={size} height={size} {fill} stroke="currentColor" stroke-width="2" stroke-linecap="round"
  stroke-linejoin="round" aria-hidden="true">${shapes.join('')}</svg>`;
    },
  };
}
