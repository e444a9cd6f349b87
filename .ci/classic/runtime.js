/**
 * The small module system of the classic client (see `vite.config.ts` beside this file): one global,
 * `strata`. Chunks define themselves; what is asked for and not there yet comes as a classic script,
 * which no host has to allow by CORS headers. Nothing is ever evaluated from text.
 */
(() => {
  'use strict';
  const here = document.currentScript?.src ?? '';
  /** Where the chunks lie; empty in a file that carries all it needs. */
  const folder = here.replace(/[^/]*$/, '');
  const factories = new Map();
  const made = new Map();
  const arriving = new Map();
  const sheets = new Map();
  /** By chunk: which it imports, which style sheets it needs. */
  const table = new Map();

  function need(id) {
    const known = made.get(id);
    if (known) return known.exports;
    const factory = factories.get(id);
    if (!factory) throw new Error(`${id} has not been loaded`);
    const module = { exports: {} };
    made.set(id, module);
    factory(need, module, module.exports);
    return module.exports;
  }

  /** The chunk and all that it imports, and those in turn. */
  function closure(id, found = new Set()) {
    if (found.has(id)) return found;
    found.add(id);
    for (const one of table.get(id)?.imports ?? []) closure(one, found);
    return found;
  }

  /** An element that loads something; a failed one is forgotten, so that the next attempt is a new one. */
  function bring(kept, name, make) {
    const known = kept.get(name);
    if (known) return known;
    const coming = new Promise((resolve, reject) => {
      if (folder === '') throw new Error(`${name} is not in this file`);
      const element = make(folder + name);
      element.onload = resolve;
      element.onerror = () => {
        kept.delete(name);
        element.remove();
        reject(new Error(`${name} did not arrive`));
      };
      document.head.append(element);
    });
    kept.set(name, coming);
    coming.catch(() => kept.delete(name));
    return coming;
  }

  const script = (src) => Object.assign(document.createElement('script'), { src });
  const sheet = (href) =>
    Object.assign(document.createElement('link'), { rel: 'stylesheet', href });

  function sheetsOf(ids) {
    return ids.flatMap((id) => table.get(id)?.sheets ?? []);
  }

  async function load(id) {
    const ids = [...closure(id)];
    const missing = ids.filter((one) => !factories.has(one));
    await Promise.all([
      ...missing.map((one) => bring(arriving, `${one}.js`, script)),
      // Words without their colours are better than none.
      ...sheetsOf(ids).map((one) => bring(sheets, one, sheet).catch(() => undefined)),
    ]);
    return need(id);
  }

  self.strata = {
    /** Start of the site, without a slash at its end; a file that lies elsewhere sets it. */
    root: folder.replace(/\/classic\/$/, ''),
    define: (id, factory) => factories.set(id, factory),
    /** What a loader knows: names, and per name the places of its imports and sheets among them. */
    know(names, rows) {
      rows.forEach(([at, imports, wanted]) =>
        table.set(names[at], {
          imports: imports.map((one) => names[one]),
          sheets: wanted.map((one) => names[one]),
        }),
      );
    },
    load,
    /** Starts an entry, whose style sheets stand in the page already, once the page has been read. */
    run(id) {
      for (const one of sheetsOf([...closure(id)])) sheets.set(one, Promise.resolve());
      if (document.readyState !== 'loading') return load(id);
      return new Promise((resolve) => addEventListener('DOMContentLoaded', resolve)).then(() =>
        load(id),
      );
    },
    /** A font as base64 text: no address that a frame could be kept from. */
    font(family, weight, text) {
      const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
      document.fonts.add(new FontFace(family, bytes, { weight }));
    },
  };
})();
