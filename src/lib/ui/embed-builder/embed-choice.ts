/**
 * What an embed is made of: a scene, how its frame behaves, and its size. The builder's address holds all
 * of it: the keys of the embed's own address, and `scene` and `size`.
 */
import { findNamedScene } from '#lib/content/named-scenes.ts';
import { stackTitles } from '#lib/content/stack-titles.ts';
import { EMPTY_SCENE, type Scene } from '#lib/model/scene.ts';
import { OWN_STUDY } from '#lib/model/boot-settings.ts';
import { knownNames } from '#lib/state/known-names.ts';
import { baseScene } from '#lib/state/named-scenes.ts';
import { OWN_KEY } from '#lib/state/own-key.ts';
import { decodeScene, encodeScene, type KnownNames } from '#lib/state/url.ts';
import type { EmbedOptions } from '#lib/state/embed-options.ts';
import { decodeEmbed, encodeEmbed } from '#lib/state/url-embed.ts';
import { type Notice, NoticeList } from '#lib/state/url-notice.ts';
import { DEFAULT_SIZE, type EmbedSize, formatSize, parseSize } from './embed-size.ts';

export interface EmbedChoice {
  /** Name of the scene that the address starts from; null: it is all in the query. */
  readonly sceneId: string | null;
  readonly scene: Scene;
  /** Own measurements as their link packs them; null: none. */
  readonly own: string | null;
  /** `autoheight` follows from the size. */
  readonly options: EmbedOptions;
  readonly size: EmbedSize;
}

/** Where the builder starts when its address names no scene. */
const FIRST_SCENE = 'vm-vs-container';

/** How the frame looks and behaves: stays when another scene is chosen. */
const LOOK_KEYS = [
  ...['theme', 'lang', 'motion', 'controls', 'links', 'host', 'origin', 'api', 'xapi', 'size'],
] as const;
/** What the builder itself shows: not the embed's. Read by `builder-view.ts`. */
const VIEW_KEYS = ['form', 'shown', 'at'] as const;
/** Packed numbers are base64url; anything else would not be read either. */
const PACKED = /^[\w-]{1,16384}$/;

/** @returns a choice for any address, and what of it could not be used; never throws */
export function decodeChoice(search: string | URLSearchParams): {
  choice: EmbedChoice;
  notices: readonly Notice[];
} {
  const query = new URLSearchParams(search);
  const notices = new NoticeList();
  const asked = readSceneId(query, notices);
  const size = readSize(query, notices);
  for (const key of ['scene', 'size', ...VIEW_KEYS]) query.delete(key);
  const embed = decodeEmbed(query);
  const packed = query.get(OWN_KEY);
  const own = packed !== null && PACKED.test(packed) ? packed : null;
  const names = namesWith(own);
  const decoded = decodeScene(query, baseScene(asked, knownNames), names);
  // A frame without a stack would show a list to choose from: no embed.
  const isEmpty = asked === null && decoded.scene.stacks.length === 0;
  const sceneId = isEmpty ? FIRST_SCENE : asked;
  if (isEmpty) query.delete('stacks');
  const { scene } = isEmpty
    ? decodeScene(query, baseScene(FIRST_SCENE, knownNames), names)
    : decoded;
  return {
    choice: {
      ...{ sceneId, scene, own, size },
      options: { ...embed.options, autoheight: size.kind === 'auto' },
    },
    notices: [...notices.all, ...decoded.notices, ...embed.notices],
  };
}

/** @returns the builder's query, without `?`; `decodeChoice` gives the same choice back */
export function encodeChoice(choice: EmbedChoice): string {
  const { sceneId, size } = choice;
  const pairs = [
    sceneId === null ? '' : `scene=${sceneId}`,
    embedQuery({ ...choice, options: { ...choice.options, autoheight: false } }),
    formatSize(size) === formatSize(DEFAULT_SIZE) ? '' : `size=${formatSize(size)}`,
  ];
  return pairs.filter((pair) => pair !== '').join('&');
}

/** @returns the query of the embed's address, without `?`: what differs from the named scene as it is */
export function embedQuery(choice: EmbedChoice): string {
  const options = { ...choice.options, autoheight: choice.size.kind === 'auto' };
  return [sceneQuery(choice), encodeEmbed(options)].filter((part) => part !== '').join('&');
}

/** @returns the query of the scene in Explore, without `?` */
export function sceneQuery({
  sceneId,
  scene,
  own,
}: Pick<EmbedChoice, 'sceneId' | 'scene' | 'own'>): string {
  const shown = encodeScene(scene, baseScene(sceneId, knownNames));
  return [shown, own === null ? '' : `${OWN_KEY}=${own}`].filter((part) => part !== '').join('&');
}

/**
 * Another scene, as a query of the builder; how the frame looks stays, except where the query says otherwise.
 *
 * @param query without `?`
 */
export function withScene(choice: EmbedChoice, query: string): ReturnType<typeof decodeChoice> {
  const next = new URLSearchParams(query);
  const present = new URLSearchParams(encodeChoice(choice));
  // An embed's address says by `autoheight` what the builder's says by `size`.
  if (next.get('autoheight') === '1' && !next.has('size')) next.set('size', 'auto');
  for (const key of LOOK_KEYS) {
    const value = present.get(key);
    if (value !== null && !next.has(key)) next.set(key, value);
  }
  return decodeChoice(next);
}

/** @returns the scene's name, for the frame's title and for links: plain text */
export function titleOf({ sceneId, scene }: EmbedChoice): string {
  const named = sceneId === null ? undefined : findNamedScene(sceneId);
  const isSame = named !== undefined && hasStacksOf(scene, baseScene(sceneId, knownNames));
  if (isSame) return named.title;
  const titles = scene.stacks.map(({ id, variant }) => {
    const head = stackTitles[id];
    const of = head?.variants.find((one) => one.id === variant);
    return of?.shortTitle ?? head?.shortTitle ?? id;
  });
  return titles.join(', ');
}

/**
 * @returns the scene as a query of the builder, when it is none of the list: without how its frame looks, and
 *   without where it starts, which the builder sets itself; null, when it is a named scene
 */
export function ownScene({ sceneId, scene, own }: EmbedChoice): string | null {
  const base = baseScene(sceneId, knownNames);
  const { theme, lang, motion, step, play, tMs } = base;
  const bare = { ...scene, theme, lang, motion, step, play };
  const query = sceneQuery({
    ...{ sceneId, own },
    scene: scene.step === step ? bare : { ...bare, tMs },
  });
  if (sceneId === null) return query;
  return query === '' ? null : `scene=${sceneId}&${query}`;
}

/** Whether both show one scene, whatever their frames look like and wherever they start. */
export function hasSameScene(one: EmbedChoice, other: EmbedChoice): boolean {
  return one.sceneId === other.sceneId && ownScene(one) === ownScene(other);
}

/** Whether it is a named scene as it stands in its list: such a one has a card and an oEmbed answer. */
export function isAsNamed(choice: EmbedChoice): boolean {
  return choice.sceneId !== null && embedQuery(choice) === '';
}

function hasStacksOf(scene: Scene, base: Scene): boolean {
  return (
    encodeScene({ ...EMPTY_SCENE, stacks: scene.stacks }, EMPTY_SCENE) ===
    encodeScene({ ...EMPTY_SCENE, stacks: base.stacks }, EMPTY_SCENE)
  );
}

function namesWith(own: string | null): KnownNames {
  return own === null ? knownNames : { ...knownNames, studies: [...knownNames.studies, OWN_STUDY] };
}

function readSceneId(query: URLSearchParams, notices: NoticeList): string | null {
  const asked = query.get('scene');
  if (asked !== null && findNamedScene(asked) !== undefined) return asked;
  const instead = query.has('stacks') ? null : FIRST_SCENE;
  if (asked !== null)
    notices.add(asked === '' ? 'empty' : 'unknown-value', 'scene', asked, instead ?? '');
  return instead;
}

function readSize(query: URLSearchParams, notices: NoticeList): EmbedSize {
  const text = query.get('size');
  if (text === null) return query.get('autoheight') === '1' ? { kind: 'auto' } : DEFAULT_SIZE;
  const size = parseSize(text);
  if (size === null) notices.add('unknown-value', 'size', text, formatSize(DEFAULT_SIZE));
  return size ?? DEFAULT_SIZE;
}
