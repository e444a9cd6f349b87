/** The page of an embed as a whole: what SvelteKit writes around its own pages, without its start. */
import { createHash } from 'node:crypto';

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
  /** Address of the script that wakes the page up. */
  readonly script: string;
  /** Addresses of what that script needs at once. */
  readonly preloads: readonly string[];
  /** Style sheet, as text. */
  readonly style: string;
  /** Without a policy: a page under development changes by scripts of its server. */
  readonly isOpen?: boolean;
}

/** @returns HTML */
export function embedDocument(parts: DocumentParts): string {
  const { head, body, data, root, script, preloads, style, isOpen } = parts;
  const policy = isOpen
    ? ''
    : `\n    <meta http-equiv="content-security-policy" content="${policyOf(style)}" />`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />${policy}
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <script src="${root}/embed-theme.js"></script>
    <link rel="icon" href="${root}/favicon.svg" type="image/svg+xml" />
    ${preloads.map((href) => `<link rel="modulepreload" href="${href}" />`).join('\n    ')}
    <style>${style}</style>
    ${head}
  </head>
  <body>
    <div id="app">${body}</div>
    <script type="application/json" id="embed-data">${data}</script>
    <script type="module" src="${script}"></script>
  </body>
</html>
`;
}

/** The policy of every other page (`svelte.config.js`), for this page's one style sheet. */
function policyOf(style: string): string {
  const rules: Readonly<Record<string, string>> = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' '${hashOf(style)}'`,
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
