/** In place of SvelteKit's `$app/paths`, where there is no SvelteKit: addresses from the site's start. */

/** The start of the site, without a slash at its end; set by `.ci/classic/runtime.js`. */
export const base: string = Reflect.get(Reflect.get(globalThis, 'strata') ?? {}, 'root') ?? '';
export const assets = base;

/**
 * @param route a page's address, or a route such as `/learn/[lesson]`
 * @param parts what stands in place of its brackets; one in double brackets may be missing
 */
export function resolve(route: string, parts: Readonly<Record<string, string>> = {}): string {
  const path = route
    .split('/')
    .map((part) => {
      const name = /^\[{1,2}(\w+)\]{1,2}$/.exec(part)?.[1];
      return name === undefined ? part : (parts[name] ?? null);
    })
    .filter((part) => part !== null)
    .join('/');
  return `${base}${path}`;
}

/** Of a file. */
export function asset(file: string): string {
  return `${base}${file}`;
}
