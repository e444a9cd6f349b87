/** The page of an embed as a whole: what SvelteKit writes around its own pages, without its start. */
import { createHash } from 'node:crypto';
import { FONTS_ID, startScript, type StartFiles } from './starter.ts';

/** The parts of the page; those that are markup are put in as they are. */
export interface DocumentParts {
  /** Markup for the head: title, description. */
  readonly head: string;
  /** Markup of the shell. */
  readonly body: string;
  /** JSON for the script, safe inside a script element. */
  readonly data: string;
  /** Way to the start of the site, without a slash at its end. */
  readonly root: string;
  /** Scripts that wake the page up. */
  readonly start: StartFiles;
  /** Style sheet, as text. */
  readonly style: string;
  /** Without a policy: a page under development changes by scripts of its server. */
  readonly isOpen?: boolean;
}

/** @returns HTML */
export function embedDocument(parts: DocumentParts): string {
  const { head, body, data, root, start, isOpen } = parts;
  const { fonts, style } = apart(parts.style);
  const script = startScript(start);
  const policy = isOpen
    ? ''
    : `\n    <meta http-equiv="content-security-policy" content="${policyOf(script, [fonts, style])}" />`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />${policy}
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="${root}/favicon.svg" type="image/svg+xml" />
    <style id="${FONTS_ID}">${fonts}</style>
    <script>${script}</script>
    <style>${style}</style>
    ${head}
  </head>
  <body>
    <div id="app">${body}</div>
    <script type="application/json" id="embed-data">${data}</script>
  </body>
</html>
`;
}

/**
 * Fonts apart, so that a frame that must not ask for them can do without. Where no script runs nobody
 * knows whether they may be loaded: the system's face, made as wide, stands there.
 */
function apart(sheet: string): { fonts: string; style: string } {
  const faces = sheet.match(FONT_FILE) ?? [];
  return {
    fonts: `@media (scripting:enabled){${faces.join('')}}`,
    style: sheet.replace(FONT_FILE, ''),
  };
}

const FONT_FILE = /@font-face\s*\{[^}]*url\([^}]*\}/g;

/** The policy of every other page (`svelte.config.js`), for this page's own script and style sheets. */
function policyOf(script: string, styles: readonly string[]): string {
  const rules: Readonly<Record<string, string>> = {
    'default-src': "'none'",
    'script-src': `'self' '${hashOf(script)}'`,
    'style-src': `'self' ${styles.map((style) => `'${hashOf(style)}'`).join(' ')}`,
    'img-src': "'self' data:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
