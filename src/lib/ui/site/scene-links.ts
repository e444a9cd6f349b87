/** Where a named scene is found from outside: addresses for cards and for oEmbed, made at build time. */
import type { NamedScene } from '#lib/content/named-scenes.ts';
import { FRAME_RIGHTS } from './frame-markup.ts';

/** Size of the picture of a scene that other sites show, px. */
export const CARD_PX = { width: 1200, height: 630 } as const;
/** Size of a frame that nobody chose, px. */
const FRAME_PX = { width: 960, height: 540 } as const;

export interface SceneLinks {
  /** The scene in the workbench. */
  readonly explore: string;
  readonly embed: string;
  readonly card: string;
  readonly oembed: string;
}

/**
 * @param start what stands before each path: `https://…` and the base path; without an origin the base path
 * alone, which is enough for who reads the page from the same host
 */
export function sceneLinks(id: string, start: string): SceneLinks {
  return {
    explore: `${start}/explore/${id}`,
    embed: `${start}/embed/${id}`,
    card: `${start}/cards/${id}.png`,
    oembed: `${start}/oembed/${id}.json`,
  };
}

/** An answer of oEmbed 1.0, https://oembed.com, of the kind `rich`. */
export interface OEmbed {
  readonly type: 'rich';
  readonly version: '1.0';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** One frame and nothing else: some hosts take nothing else. */
  readonly html: string;
  /** px */
  readonly width: number;
  readonly height: number;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
}

/** @param start as in `sceneLinks` */
export function oEmbedOf({ id, title }: NamedScene, start: string): OEmbed {
  const { embed, card } = sceneLinks(id, start);
  const { width, height } = FRAME_PX;
  return {
    ...{ type: 'rich', version: '1.0', title, provider_name: 'Strata' },
    provider_url: `${start}/`,
    html:
      `<iframe src="${escaped(embed)}" title="${escaped(title)}" width="${width}" height="${height}" ` +
      `style="border:0" loading="lazy" ${FRAME_RIGHTS}></iframe>`,
    ...{ width, height, thumbnail_url: card },
    ...{ thumbnail_width: CARD_PX.width, thumbnail_height: CARD_PX.height },
  };
}

/** Text inside an attribute in double quotes. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
