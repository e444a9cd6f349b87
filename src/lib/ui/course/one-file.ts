/** Puts a page together that needs nothing else: scripts, styles, fonts and data stand in it. */
import type { FileParts } from './collect-parts.ts';

/** What a file says for itself. */
export interface FileWords {
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  /** To a reader without scripts. */
  readonly noScript: string;
  /** Behind each link that needs a network. */
  readonly online: string;
  /** Whose it is, in a comment at its top. */
  readonly notice: string;
}

/** What the entry reads. */
export interface FileData {
  /** Of the element it stands in. */
  readonly id: string;
  /** JSON, safe inside a script element. */
  readonly json: string;
}

/** @returns HTML; its policy allows just its own script and style, and no request */
export async function oneFile(parts: FileParts, words: FileWords, data: FileData): Promise<string> {
  const style = [parts.style, markOf(words.online)]
    .join('\n')
    .replaceAll(/<\/style/gi, String.raw`<\/style`);
  const script = inlineScript(
    [
      ...parts.scripts.slice(0, 1),
      `strata.root=${JSON.stringify(parts.site)};`,
      // On a web server, as in a course, there is a network.
      "if(!/^http/.test(location.protocol))document.documentElement.dataset.file='';",
      ...parts.scripts.slice(1),
      `strata.run(${JSON.stringify(parts.entry)});`,
    ].join('\n'),
  );
  const policy = [
    "default-src 'none'",
    `script-src ${await sourceOf(script)}`,
    `style-src ${await sourceOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { lang, title, summary, noScript, notice } = words;
  // Links lead out of the file: never in its place, which may be a frame of a course.
  return `<!doctype html>
<!--
${notice.replaceAll('--', '- -')}
-->
<html lang="${text(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${text(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${text(summary)}">
<title>${text(title)}</title>
<link rel="icon" href="data:,">
<base target="_blank">
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript><h1>${text(title)}</h1><p>${text(summary)}</p><p>${text(noScript)}</p></noscript>
<script type="application/json" id="${text(data.id)}">${data.json}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** @returns a rule that marks links out of a file on a disk */
function markOf(online: string): string {
  const said = JSON.stringify(` (${online})`).replaceAll('<', String.raw`\3c `);
  return `[data-file] a[href^=http]::after{content:${said};font-weight:450;white-space:nowrap}`;
}

/** @returns the same program, written so that no HTML parser sees the end of its element in it */
export function inlineScript(program: string): string {
  return program
    .replaceAll(/<(\/script)/gi, String.raw`<\$1`)
    .replaceAll('<!--', String.raw`<\!--`);
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function text(value: string): string {
  return value.replaceAll(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);
}

/**
 * @returns what a policy calls the text of an inline element. Only pages served by https, and those of
 *   one's own machine, may compute it: from others the file allows its own scripts without naming them
 */
async function sourceOf(content: string): Promise<string> {
  const { subtle }: { subtle?: SubtleCrypto } = crypto;
  if (subtle === undefined) return "'unsafe-inline'";
  const hash = await subtle.digest('SHA-256', new TextEncoder().encode(content));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}'`;
}
