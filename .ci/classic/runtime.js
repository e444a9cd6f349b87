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
  /** By chunk: which it imports. */
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
    for (const one of table.get(id) ?? []) closure(one, found);
    return found;
  }

  /** Brings a chunk's script; a failed one is forgotten, so that the next attempt is a new one. */
  function bring(id) {
    const known = arriving.get(id);
    if (known) return known;
    const coming = new Promise((resolve, reject) => {
      if (folder === '') throw new Error(`${id}.js is not in this file`);
      const element = Object.assign(document.createElement('script'), { src: `${folder}${id}.js` });
      element.onload = resolve;
      element.onerror = () => {
        element.remove();
        reject(new Error(`${id}.js did not arrive`));
      };
      document.head.append(element);
    });
    arriving.set(id, coming);
    coming.catch(() => arriving.delete(id));
    return coming;
  }

  async function load(id) {
    const missing = [...closure(id)].filter((one) => !factories.has(one));
    await Promise.all(missing.map(bring));
    return need(id);
  }

  self.strata = {
    /** Start of the site, without a slash at its end; a file that lies elsewhere sets it. */
    root: folder.replace(/\/classic\/$/, ''),
    define: (id, factory) => factories.set(id, factory),
    /** What a loader knows: names, and per name the places of its imports among them. */
    know(names, rows) {
      for (const [at, imports] of rows)
        table.set(
          names[at],
          imports.map((one) => names[one]),
        );
    },
    load,
    /** Starts an entry once the page, which has its style sheet, has been read. */
    run(id) {
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
