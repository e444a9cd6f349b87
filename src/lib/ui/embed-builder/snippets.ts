/**
 * The forms in which an embed is copied. Pure text: what goes into markup is escaped here, and each form
 * holds the same address (`snippets.test.ts` reads it back).
 */
import { LEAST_HEIGHT_PX } from '#lib/embed/sdk/least-height.ts';
import { formatQuery } from '#lib/state/url-query.ts';
import { columnStyle, FRAME_RIGHTS } from '../site/frame-markup.ts';
import { type EmbedChoice, embedQuery, isAsNamed, sceneQuery, titleOf } from './embed-choice.ts';
import { nominalSize, type SizePx } from './embed-size.ts';

export const FORMS = [
  ...([
    'iframe',
    'element',
    'markdown',
    'reveal',
    'slidev',
    'moodle',
    'notion',
    'wordpress',
  ] as const),
] as const;
export type Form = (typeof FORMS)[number];

/** @param start whole address of the site's start, without a slash at its end */
export function snippetOf(form: Form, choice: EmbedChoice, start: string): string {
  switch (form) {
    case 'iframe':
      return frameHtml(choice, start) + (choice.size.kind === 'auto' ? `\n${LISTENER}` : '');
    case 'element':
      return elementHtml(choice, start);
    case 'markdown':
      return markdown(choice, start);
    case 'reveal':
      return revealHtml(choice, start);
    case 'slidev':
      return slidevMarkdown(choice, start);
    case 'moodle':
      return frameHtml(choice, start);
    case 'notion':
      return embedAddress(choice, start);
    case 'wordpress':
      return wordPress(choice, start);
  }
}

/** @returns the whole address of the frame */
export function embedAddress(choice: EmbedChoice, start: string): string {
  return addressOf(start, 'embed', choice.sceneId, embedQuery(choice));
}

/** @returns the whole address of the scene in Explore */
function exploreAddress(choice: EmbedChoice, start: string): string {
  return addressOf(start, 'explore', choice.sceneId, sceneQuery(choice));
}

/** Whether WordPress needs no more than an address: it asks for the named scene's oEmbed answer. */
export function hasOEmbed(choice: EmbedChoice): boolean {
  return isAsNamed(choice) && choice.size.kind === 'ratio' && choice.size.ratio === '16:9';
}

/** Text inside an element, or inside an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function addressOf(start: string, page: string, id: string | null, query: string): string {
  return `${start}/${page}${id === null ? '' : `/${id}`}${query === '' ? '' : `?${query}`}`;
}

const REFERRER = 'referrerpolicy="strict-origin-when-cross-origin"';

/** Sets the height that a frame asks for; any number of frames. */
const LISTENER = [
  '<script>',
  "  addEventListener('message', ({ data, source }) => {",
  "    if (data?.app !== 'strata' || data.type !== 'resize') return;",
  "    for (const frame of document.querySelectorAll('iframe'))",
  '      if (frame.contentWindow === source) frame.style.height = `${data.height}px`;',
  '  });',
  '</script>',
].join('\n');

function frameHtml(choice: EmbedChoice, start: string): string {
  const size = nominalSize(choice.size);
  return [
    `<iframe src="${escapeHtml(embedAddress(choice, start))}"`,
    `  title="${escapeHtml(titleOf(choice))}" ${sides(size)}`,
    `  style="${frameStyle(choice)}" loading="lazy"`,
    `  ${FRAME_RIGHTS} ${REFERRER}></iframe>`,
  ].join('\n');
}

function sides({ width, height }: SizePx): string {
  return `width="${width}" height="${height}"`;
}

function frameStyle({ size }: EmbedChoice): string {
  const { height } = nominalSize(size);
  if (size.kind === 'fixed') return 'max-width:100%;border:0';
  if (size.kind === 'auto') return `width:100%;height:${height}px;border:0`;
  return columnStyle(size.ratio.replace(':', '/'));
}

/** Keys that the element takes as attributes; the rest of the scene stands in its `scene`. */
const ATTRIBUTES: readonly string[] = [
  ...['theme', 'lang', 'motion', 'controls', 'links', 'play', 'step', 'autoheight', 'xapi', 'host'],
];
/** Set by the element itself. */
const NOT_IN_ELEMENT: readonly string[] = ['origin', 'api'];

function elementHtml(choice: EmbedChoice, start: string): string {
  const query = new URLSearchParams(embedQuery(choice));
  const attributes = ATTRIBUTES.flatMap((key): string[] => {
    const value = query.get(key);
    return value === null ? [] : [` ${key}="${escapeHtml(value)}"`];
  });
  const rest = formatQuery(
    [...query].filter(([key]) => ![...ATTRIBUTES, ...NOT_IN_ELEMENT].includes(key)),
  );
  const scene = [choice.sceneId ?? '', rest].filter((part) => part !== '').join('?');
  return [
    // A classic script: a module would load only from a site that sends CORS headers.
    `<script src="${escapeHtml(start)}/sdk/v1/strata.js" defer></script>`,
    `<strata-stack scene="${escapeHtml(scene)}"${attributes.join('')}${elementSize(choice)}>`,
    `  <a href="${escapeHtml(exploreAddress(choice, start))}">${escapeHtml(titleOf(choice))}</a>`,
    '</strata-stack>',
  ].join('\n');
}

function elementSize({ size }: EmbedChoice): string {
  const { width, height } = nominalSize(size);
  if (size.kind === 'auto' || (size.kind === 'ratio' && size.ratio === '16:9')) return '';
  const ratio = ` aspect-ratio="${width} / ${height}"`;
  if (size.kind === 'ratio') return ratio;
  // As low as it was asked for.
  const least = height < LEAST_HEIGHT_PX ? `;--strata-min-height:${height}px` : '';
  return `${ratio} style="display:block;width:${width}px;max-width:100%${least}"`;
}

/** A picture that leads to the scene; a link, where there is no picture of exactly this scene. */
function markdown(choice: EmbedChoice, start: string): string {
  const title = titleOf(choice).replace(/[\\[\]]/g, String.raw`\$&`);
  const target = inLink(exploreAddress(choice, start));
  if (choice.sceneId === null || sceneQuery(choice) !== '') return `[${title}](${target})`;
  return `[![${title}](${inLink(`${start}/cards/${choice.sceneId}.png`)})](${target})`;
}

function inLink(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** `data-src`: the deck loads the frame with its slide, and unloads it after. */
function revealHtml(choice: EmbedChoice, start: string): string {
  const inDeck = { ...choice, options: { ...choice.options, host: 'reveal' as const } };
  return [
    '<section>',
    `  <iframe data-src="${escapeHtml(embedAddress(inDeck, start))}"`,
    `    title="${escapeHtml(titleOf(choice))}" ${sides(nominalSize(choice.size))}`,
    `    style="border:0" ${FRAME_RIGHTS}></iframe>`,
    '</section>',
  ].join('\n');
}

function slidevMarkdown(choice: EmbedChoice, start: string): string {
  return [
    '---',
    'layout: full',
    '---',
    '',
    `<iframe src="${escapeHtml(embedAddress(choice, start))}"`,
    `  title="${escapeHtml(titleOf(choice))}" class="w-full h-full"`,
    `  style="border:0" ${FRAME_RIGHTS}></iframe>`,
  ].join('\n');
}

function wordPress(choice: EmbedChoice, start: string): string {
  return hasOEmbed(choice) ? exploreAddress(choice, start) : frameHtml(choice, start);
}
