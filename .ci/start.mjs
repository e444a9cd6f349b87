/**
 * `npm start`: from a fresh clone to the served site. Installs and builds only what is missing or
 * changed. PORT (4173) and BASE_PATH ('') may be set.
 */
import { createServer } from 'node:http';
import { ensureInstalled } from './install.mjs';
import { ensureBuilt, SITE_DIR } from './site-build.mjs';

const DEFAULT_PORT = 4173;

function readPort() {
  const text = process.env.PORT ?? '';
  if (text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new Error(`PORT must be a number from 0 to 65535, got "${text}".`);
}

function explainListenError(error, port) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is in use. Set another one: PORT=${port + 1} npm start`;
  }
  if (error.code === 'EACCES') return `Port ${port} needs more rights. Set one above 1023 in PORT.`;
  return `Cannot listen on port ${port}: ${error.message}`;
}

/** A port that is taken should be said before a minute of building, not after. */
function checkPortIsFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new Error(explainListenError(error, port))));
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}

async function start() {
  const port = readPort();
  const base = process.env.BASE_PATH ?? '';
  await checkPortIsFree(port);
  await ensureInstalled();
  await ensureBuilt();
  // Only now: the server's one dependency may not have been there before.
  const { createSiteServer, listen } = await import('./static-site.mjs');
  const server = createSiteServer({ dir: SITE_DIR, base });
  const taken = await listen(server, port).catch((error) => {
    throw new Error(explainListenError(error, port));
  });
  console.log(`Strata is at http://127.0.0.1:${taken}${base}/ (Ctrl+C stops it)`);
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

start().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
