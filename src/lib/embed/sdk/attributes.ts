/** The attributes of `<strata-stack>`: those of the address, under the same names, and the frame's. */
import type { MountOptions } from './embed.ts';

const NUMBERS: readonly string[] = ['n', 't', 'step', 'speed'];
/** Present or `1`: on; `0`: off. */
const SWITCHES: readonly string[] = ['play', 'autoheight', 'links', 'xapi'];
const TEXTS: readonly string[] = [
  ...['scene', 'stacks', 'lens', 'show', 'hide', 'cam', 'select', 'theme', 'lang', 'motion'],
  ...['view', 'own', 'controls', 'host', 'base', 'sandbox'],
];
/** Attribute → option, where the names differ. */
const RENAMED: Readonly<Record<string, string>> = {
  label: 'title',
  'aspect-ratio': 'aspectRatio',
  'timeout-ms': 'timeoutMs',
};

/**
 * All that the element looks at, in the order of `/docs/embed`; besides, settings of lenses by their names
 * in the address (`boot.axis="log"`), read when the frame is made.
 */
export const ATTRIBUTES: readonly string[] = [
  ...[...TEXTS, ...NUMBERS, ...SWITCHES],
  ...Object.keys(RENAMED),
];

/** @returns what `mount` takes; what cannot be read is handed on as it is, and named by who reads it */
export function optionsOf(element: Element): MountOptions {
  const found = ATTRIBUTES.flatMap((name): [string, unknown][] => {
    const value = element.getAttribute(name);
    return value === null ? [] : [[RENAMED[name] ?? name, readValue(name, value)]];
  });
  const settings = [...element.attributes]
    .filter(({ name }) => /^\w+\.\w+$/.test(name))
    .map(({ name, value }): [string, string] => [name, value]);
  return {
    ...Object.fromEntries(found),
    ...(settings.length > 0 && { settings: Object.fromEntries(settings) }),
  };
}

function readValue(name: string, value: string): unknown {
  if (NUMBERS.includes(name) || name === 'timeout-ms') {
    return value.trim() === '' || Number.isNaN(Number(value)) ? value : Number(value);
  }
  if (!SWITCHES.includes(name)) return value;
  if (['', '1', 'true', name].includes(value)) return true;
  return ['0', 'false'].includes(value) ? false : value;
}
