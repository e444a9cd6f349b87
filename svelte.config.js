import adapter from '@sveltejs/adapter-static';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

// SvelteKit refuses a trailing slash or a missing leading one; say so before it builds for minutes.
const base = process.env.BASE_PATH ?? '';
if (base !== '' && !/^\/.*[^/]$/.test(base)) {
  throw new Error(`BASE_PATH must start with "/" and not end with it, got "${base}"`);
}

// What other sites read of the pages needs the whole address.
const origin = process.env.ORIGIN ?? '';
if (origin !== '' && !/^https?:\/\/[^/?#\s]+$/.test(origin)) {
  throw new Error(`ORIGIN must be like "https://strata.example", without a path, got "${origin}"`);
}

/** The one script that every page carries in itself. SvelteKit hashes its own, not those of the frame. */
const page = readFileSync(new URL('src/app.html', import.meta.url), 'utf8');
const [, script = ''] = /<script>([^]*?)<\/script>/.exec(page) ?? [];
const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ strict: true, fallback: '404.html' }),
    paths: { base, relative: true },
    // The style sheets are small: in the page they cost no request.
    inlineStyleThreshold: 16_384,
    // Present registers it itself, at the top level alone: an embed is a guest on its host's site.
    serviceWorker: { register: false },
    // No polling: an embed must not phone home, and a talk must not be interrupted by an update.
    version: { pollInterval: 0 },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', scriptHash],
        'style-src': ['self'],
        // The one inline style is the route announcer's, written by SvelteKit itself.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'font-src': ['self', 'data:'],
        'connect-src': ['self'],
        // Pages that show an embed as a host would.
        'frame-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none'],
      },
    },
  },
};
