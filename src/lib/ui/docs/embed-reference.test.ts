import { describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '#lib/embed/sdk/attributes.ts';
import { EVENT_NAMES } from '#lib/embed/sdk/frame-talk.ts';
import { OPTION_NAMES } from '#lib/embed/sdk/option-names.ts';
import { EVENTS, METHODS } from '#lib/embed/protocol.ts';
import { EMBED_KEYS, SCENE_KEYS } from '#lib/state/url-keys.ts';
import { SETTING_KEYS } from '#lib/state/url-settings.ts';
import { docsEmbed } from '#lib/content/locales/en/docs-embed.ts';
import { embedReference } from './embed-reference.ts';
import { embedSamples } from './embed-samples.ts';

const reference = embedReference();
const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

describe('the reference of embeds', () => {
  it('lists every key of an address, with values and words', () => {
    expect(namesOf(reference.scene)).toEqual([...SCENE_KEYS]);
    expect(namesOf(reference.frame)).toEqual([...EMBED_KEYS]);
    expect(namesOf(reference.settings)).toEqual([...SETTING_KEYS]);
    const all = [...reference.scene, ...reference.frame, ...reference.settings];
    expect(all.filter(({ values, says }) => values === '' || says === '')).toEqual([]);
  });

  it('lists every call with its fields and its answer, as the schema has them', () => {
    expect(namesOf(reference.calls)).toEqual([...METHODS]);
    const seek = reference.calls.find(({ name }) => name === 'seek');
    expect(seek?.fields).toMatchObject([{ name: 't', type: 'number' }]);
    expect(namesOf(seek?.answer ?? [])).toEqual(['t', 'step', 'steps', 'duration', 'isPlaying']);
    const theme = reference.calls.find(({ name }) => name === 'setTheme');
    expect(theme?.fields[0]?.type).toContain('"projector"');
    const select = reference.calls.find(({ name }) => name === 'select');
    expect(select?.fields[0]?.type).toBe('string | null');
  });

  it('lists every event with its fields', () => {
    expect(namesOf(reference.events).sort()).toEqual(['ready', 'resize', 'xapi', ...EVENTS].sort());
    expect([...EVENT_NAMES].sort()).toEqual(['ready', 'resize', ...EVENTS].sort());
    const step = reference.events.find(({ name }) => name === 'step');
    expect(namesOf(step?.fields ?? [])).toEqual(['step', 'steps', 'title']);
    expect(namesOf(reference.errors)).toContain('unknown-layer');
    const xapi = reference.events.find(({ name }) => name === 'xapi');
    expect(xapi?.fields[0]).toMatchObject({ name: 'statement' });
    expect(xapi?.fields[0]?.type).toContain('verb: { id: string');
    expect(namesOf(reference.verbs)).toEqual(expect.arrayContaining(['initialized', 'completed']));
  });

  it('lists every option, method and attribute', () => {
    const options = [...reference.sameOptions, ...namesOf(reference.options)];
    expect(options.sort()).toEqual([...OPTION_NAMES].sort());
    const attributes = [...reference.sameAttributes, ...namesOf(reference.attributes)];
    expect(attributes.sort()).toEqual([...ATTRIBUTES].sort());
    expect(namesOf(reference.methods)).toEqual(
      expect.arrayContaining(['seek(t)', 'setScene(scene)', 'destroy()']),
    );
  });

  it('has no words for what there is not', () => {
    const { parameters, messages } = docsEmbed;
    expect(Object.keys(parameters.of).sort()).toEqual([...SCENE_KEYS, ...EMBED_KEYS].sort());
    expect(Object.keys(parameters.setting).sort()).toEqual([...SETTING_KEYS].sort());
    expect(Object.keys(messages.call).sort()).toEqual([...METHODS].sort());
    expect(Object.keys(messages.error).sort()).toEqual(namesOf(reference.errors).sort());
  });

  it('shows addresses of the site that it is read on', () => {
    for (const [name, sample] of Object.entries(embedSamples('https://school.example/x'))) {
      if (name === 'lti' || name === 'install') continue;
      expect(sample, name).toContain('https://school.example/x/');
    }
  });
});
