/**
 * What `/docs/embed` lists, put together from the code when the site is built: keys from the decoders,
 * messages from their schemas, options from the SDK's own checks. A new one without words does not compile.
 */
import { type NamedScene, namedScenes } from '#lib/content/named-scenes.ts';
import { docsEmbed } from '#lib/content/locales/en/docs-embed.ts';
import type { Experience } from '#lib/embed/course/xapi-statements.ts';
import { ATTRIBUTES } from '#lib/embed/sdk/attributes.ts';
import { OPTION_NAMES } from '#lib/embed/sdk/option-names.ts';
import { CALLS, FRAME_MESSAGE, METHODS } from '#lib/embed/protocol.ts';
import { LENSES, MAX_INSTANCES, MOTIONS, OVERLAYS, THEMES } from '#lib/model/scene.ts';
import type { Setting } from '#lib/model/setting.ts';
import { LENS_SETTINGS } from '#lib/model/settings.ts';
import { CONTROLS, DEFAULT_EMBED } from '#lib/state/embed-options.ts';
import { EMBED_KEYS, SCENE_KEYS } from '#lib/state/url-keys.ts';
import { RANGES } from '#lib/state/url.ts';
import { stillScenes } from '#lib/state/still-scenes.ts';
import { answersOf, type Field, shapesOf, wordsOf } from './schema-fields.ts';

/** A name with what can stand for it and what it does. */
export interface Entry {
  readonly name: string;
  readonly values: string;
  readonly says: string;
}

/** A field with what it means. */
export interface SaidField extends Field {
  readonly says: string;
}

/** A message with its fields besides those that every message has. */
export interface MessageEntry {
  readonly name: string;
  readonly fields: readonly SaidField[];
  /** Fields of the answer's `value`; an event has none. */
  readonly answer: readonly SaidField[];
  readonly says: string;
}

/** All that the page lists. */
export interface EmbedReference {
  readonly scene: readonly Entry[];
  readonly settings: readonly Entry[];
  readonly frame: readonly Entry[];
  readonly calls: readonly MessageEntry[];
  readonly events: readonly MessageEntry[];
  readonly errors: readonly Omit<Entry, 'values'>[];
  /** What statements of learning say. */
  readonly verbs: readonly Omit<Entry, 'values'>[];
  readonly options: readonly Omit<Entry, 'values'>[];
  /** Options that are keys of the address. */
  readonly sameOptions: readonly string[];
  readonly attributes: readonly Omit<Entry, 'values'>[];
  readonly sameAttributes: readonly string[];
  /** What `mount` gives. */
  readonly methods: readonly Omit<Entry, 'values'>[];
  /** Titles of the named scenes without steps. */
  readonly still: readonly string[];
  /** The scene whose oEmbed answer is shown. */
  readonly oembedScene: NamedScene;
}

type SceneKey = (typeof SCENE_KEYS)[number];
type EmbedKey = (typeof EMBED_KEYS)[number];

const words = docsEmbed.values;
const either = (list: readonly string[], base: string | null = null): string =>
  list.map((one) => (one === base ? words.default(one) : one)).join(words.or);
const flag = (base: boolean): string => either(['0', '1'], base ? '1' : '0');

const SCENE_VALUES: Readonly<Record<SceneKey, string>> = {
  stacks: words.stacks,
  lens: either(LENSES, 'structure'),
  show: `${either(OVERLAYS)}, ${words.overlays}`,
  hide: `${either(OVERLAYS)}, ${words.overlays}`,
  n: words.number('1', String(MAX_INSTANCES)),
  t: words.ms,
  step: words.least('1'),
  play: flag(false),
  speed: words.number(String(RANGES.speed.min), String(RANGES.speed.max)),
  cam: words.cam,
  select: words.layer,
  theme: either(THEMES, 'auto'),
  lang: words.lang,
  motion: either(MOTIONS, 'auto'),
  view: either(['picture', 'table'], 'picture'),
  v: '1',
  own: words.own,
};

const EMBED_VALUES: Readonly<Record<EmbedKey, string>> = {
  controls: either(CONTROLS, DEFAULT_EMBED.controls),
  autoheight: flag(DEFAULT_EMBED.autoheight),
  host: 'reveal',
  links: flag(DEFAULT_EMBED.links),
  origin: words.origin,
  api: flag(DEFAULT_EMBED.api),
  xapi: flag(DEFAULT_EMBED.xapi),
};

const VERB_WORDS: Readonly<Record<Experience['verb'], string>> = docsEmbed.messages.statements.of;
const KEY_WORDS: Readonly<Record<SceneKey | EmbedKey, string>> = docsEmbed.parameters.of;

/** @throws {Error} when a setting, field or option has no words */
export function embedReference(): EmbedReference {
  const keyed = new Set<string>([...SCENE_KEYS, ...EMBED_KEYS]);
  const isSame = (name: string): boolean => keyed.has(name);
  return {
    scene: SCENE_KEYS.map((name) => ({ name, values: SCENE_VALUES[name], says: KEY_WORDS[name] })),
    settings: settings(),
    frame: EMBED_KEYS.map((name) => ({ name, values: EMBED_VALUES[name], says: KEY_WORDS[name] })),
    calls: calls(),
    events: events(),
    errors: wordsOf(FRAME_MESSAGE, 'error', 'code').map((name) => ({
      ...{ name, says: lookUp(docsEmbed.messages.error, name) },
    })),
    verbs: Object.entries(VERB_WORDS).map(([name, says]) => ({ name, says })),
    options: OPTION_NAMES.filter((name) => !isSame(name)).map((name) => ({
      ...{ name, says: lookUp(docsEmbed.sdk.option, name) },
    })),
    sameOptions: OPTION_NAMES.filter(isSame),
    attributes: ATTRIBUTES.filter((name) => !isSame(name)).map((name) => ({
      name,
      says: lookUp({ ...docsEmbed.sdk.option, ...docsEmbed.element.attribute }, name),
    })),
    sameAttributes: ATTRIBUTES.filter(isSame),
    methods: methods(),
    still: stillScenes.map(({ id, title }) => docsEmbed.sdk.stillScene(title, id)),
    oembedScene: sceneOf('vm-vs-container'),
  };
}

function settings(): readonly Entry[] {
  return Object.entries<Readonly<Record<string, Setting>>>(LENS_SETTINGS).flatMap(([lens, of]) =>
    Object.entries(of).map(([own, setting]) => {
      const name = `${lens}.${own}`;
      return {
        name,
        values: settingValues(setting),
        says: lookUp(docsEmbed.parameters.setting, name),
      };
    }),
  );
}

function settingValues(setting: Setting): string {
  if ('words' in setting) return either(setting.words, setting.base);
  if ('min' in setting) {
    const range = words.number(String(setting.min), String(setting.max));
    return `${range}, ${words.default(String(setting.base))}`;
  }
  if ('names' in setting) return words.study;
  if ('form' in setting) {
    return setting.base === '' ? words.text : `${words.text}, ${words.default(setting.base)}`;
  }
  return flag(setting.base);
}

function calls(): readonly MessageEntry[] {
  const answers = answersOf(FRAME_MESSAGE);
  return METHODS.map((name) => {
    const [shape] = shapesOf(CALLS[name]);
    // An `id` may stand in each of them.
    const own = shape?.fields.filter((field) => field.name !== 'id?') ?? [];
    return {
      ...{ name, says: docsEmbed.messages.call[name] },
      fields: said(own),
      answer: said(answers.get(name) ?? []),
    };
  });
}

function events(): readonly MessageEntry[] {
  const shapes = shapesOf(FRAME_MESSAGE).filter(({ type }) => type !== 'result');
  return shapes.map(({ type, fields }) => ({
    ...{ name: type, says: lookUp(docsEmbed.messages.event, type), answer: [] },
    fields: said(fields),
  }));
}

/** The calls as methods; what a page subscribes to follows from its listeners. */
function methods(): readonly Omit<Entry, 'values'>[] {
  const { iframe, ready, on, destroy } = docsEmbed.sdk.method;
  const called = calls().filter(({ name }) => name !== 'subscribe' && name !== 'ping');
  return [
    { name: 'iframe', says: iframe },
    { name: 'ready', says: ready },
    ...called.map(({ name, fields, says }) => ({
      name: `${name}(${fields.map((field) => field.name).join(', ')})`,
      says,
    })),
    { name: 'on(event, listener)', says: on },
    { name: 'destroy()', says: destroy },
  ];
}

function sceneOf(id: string): NamedScene {
  const scene = namedScenes.find((one) => one.id === id);
  if (!scene) throw new Error(`there is no named scene ${id}`);
  return scene;
}

function said(fields: readonly Field[]): readonly SaidField[] {
  return fields.map((field) => ({
    ...field,
    says: lookUp(docsEmbed.messages.field, field.name.replace('?', '')),
  }));
}

function lookUp(list: Readonly<Record<string, string>>, name: string): string {
  const says = list[name];
  if (says === undefined) throw new Error(`there are no words for ${name} in docs-embed.ts`);
  return says;
}
