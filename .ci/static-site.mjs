/**
 * Serves a folder as a static host does: `/explore` is explore.html, an unknown address gets 404.html
 * with status 404, no folder is ever listed. Used by `npm start`, the end-to-end tests and the bench,
 * so that all three look at the same thing.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';

/** Files that are named after what is in them. */
const IMMUTABLE = /^\/(?:_app\/immutable\/|classic\/.*-[\w-]{8}\.(?:js|css)$)/;

/** `/x/explore?n=3` → { path: '/explore', query: '?n=3' } for base `/x`; null outside of the base. */
function splitAddress(url, base) {
  const cut = url.indexOf('?');
  const whole = cut < 0 ? url : url.slice(0, cut);
  const query = cut < 0 ? '' : url.slice(cut);
  if (whole !== base && !whole.startsWith(`${base}/`)) return null;
  return { path: whole.slice(base.length) || '/', query };
}

function redirect(res, status, location) {
  res.writeHead(status, { Location: location, 'Content-Length': 0 });
  res.end();
}

function isDecodable(text) {
  try {
    decodeURI(text);
    return true;
  } catch {
    return false;
  }
}

/** The router in the page cannot read such an address either, so it is answered without it. */
function refuse(res, base) {
  res.writeHead(400, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-cache' });
  res.end(
    `<!doctype html><html lang="en"><title>Strata</title>` +
      `<p>This address contains a broken escape. <a href="${base}/">Go to the start page</a></p></html>`,
  );
}

/** 404.html, read once; a site without one gets a plain line. */
function notFoundPage(dir) {
  try {
    return readFileSync(path.join(dir, '404.html'));
  } catch {
    return Buffer.from('Not found');
  }
}

/**
 * @param {{ dir: string, base?: string, sharesWithAll?: boolean }} options `base` as in BASE_PATH: '' or
 *   '/x'; `sharesWithAll` false is a host that sends no CORS headers
 * @returns {import('node:http').Server} not yet listening
 */
export function createSiteServer({ dir, base = '', sharesWithAll = true }) {
  const missing = notFoundPage(dir);
  const sendMissing = (req, res) => {
    res.writeHead(404, {
      'Content-Type': 'text/html;charset=utf-8',
      'Content-Length': missing.length,
      'Cache-Control': 'no-cache',
    });
    res.end(req.method === 'HEAD' ? undefined : missing);
  };
  const files = sirv(dir, {
    etag: true,
    onNoMatch: sendMissing,
    setHeaders: (res, pathname) => {
      const isImmutable = IMMUTABLE.test(pathname);
      res.setHeader(
        'Cache-Control',
        isImmutable ? 'public,max-age=31536000,immutable' : 'no-cache',
      );
      // A script to be read: shown by the browser, where its own type would only be downloaded.
      if (pathname.endsWith('.sh')) res.setHeader('Content-Type', 'text/plain;charset=utf-8');
    },
  });
  return createServer((req, res) => {
    res.setHeader('X-Content-Type-Options', 'nosniff');
    // A frame with `sandbox="allow-scripts"` has no origin; without this it may read no file of ours.
    if (sharesWithAll) res.setHeader('Access-Control-Allow-Origin', '*');
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { Allow: 'GET, HEAD', 'Content-Length': 0 });
      return res.end();
    }
    const address = splitAddress(req.url ?? '/', base);
    if (address === null) {
      return req.url === '/' ? redirect(res, 307, `${base}/`) : sendMissing(req, res);
    }
    if (!isDecodable(address.path)) return refuse(res, base);
    // Pages link relative to their own address, so `/explore/` has to become `/explore`. A leading
    // `//` would send the browser to another host.
    if (/^\/[^/].*\/$/.test(address.path)) {
      const trimmed = address.path.replace(/\/+$/, '');
      return redirect(res, 308, `${base}${trimmed}${address.query}`);
    }
    req.url = address.path + address.query;
    files(req, res);
  });
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port 0 takes a free one
 * @returns {Promise<number>} the port; rejects with EADDRINUSE when it is taken
 */
export function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}
