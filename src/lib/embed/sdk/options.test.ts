import { describe, expect, it } from 'vitest';
import { knownNames } from '../../state/known-names.ts';
import { EMPTY_SCENE } from '../../model/scene.ts';
import { decodeScene } from '../../state/url.ts';
import { decodeEmbed } from '../../state/url-embed.ts';
import type { MountOptions } from './embed.ts';
import { checkOption, frameAddress, OPTION_NAMES, siteAt } from './options.ts';

const BASE = new URL('https://strata.example/x/');
const HOST = 'https://school.example';

function queryOf(options: MountOptions): URLSearchParams {
  return new URL(frameAddress(options, BASE, HOST)).searchParams;
}

describe('an option that cannot be used', () => {
  it.each([
    ['theme', 'blue', /option "theme" must be one of auto, light, .*; it is "blue"/],
    ['lens', 'xray', /option "lens" must be one of structure/],
    ['t', '400', /option "t" must be a number from 0; it is "400"/],
    ['t', Number.NaN, /option "t"/],
    ['n', 0, /option "n" must be a whole number from 1 to 100000; it is 0/],
    ['step', 1.5, /option "step" must be a whole number/],
    ['play', 1, /option "play" must be true or false; it is 1/],
    ['stacks', [], /option "stacks" must be a text or a list of texts/],
    ['stacks', ['docker-linux', 3], /option "stacks"/],
    ['scene', 'No Such', /option "scene" must be the id of a named scene, or a query/],
    ['scene', 'https://strata.example/embed/vm-vs-container', /option "scene"/],
    ['settings', { axis: 'log' }, /option "settings" must be an object such as/],
    ['settings', { 'boot.axis': { log: true } }, /option "settings"/],
    ['sandbox', 'allow-popups', /option "sandbox" must be a text with allow-scripts/],
    ['timeoutMs', 0, /option "timeoutMs"/],
    ['title', ' ', /option "title" must be a text/],
    ['autoplay', true, /there is no option "autoplay"\. There are: stacks, lens, /],
    ['constructor', 'x', /there is no option "constructor"/],
  ])('%s: %j', (name, value, says) => {
    expect(() => checkOption(name, value)).toThrow(says);
    expect(() => checkOption(name, value)).toThrow(expect.objectContaining({ code: 'bad-option' }));
  });

  it('is named in a sentence of bearable length whatever it holds', () => {
    const long = 'x'.repeat(100_000);
    expect(() => checkOption('theme', long)).toThrow(/^Strata: .{1,250}$/);
  });

  it('is none when it is left out', () => {
    for (const name of OPTION_NAMES) expect(() => checkOption(name, undefined)).not.toThrow();
  });
});

describe('the address of the frame', () => {
  it('leads to a named scene and keeps what stands over it', () => {
    const address = frameAddress({ scene: 'vm-vs-container', theme: 'dark' }, BASE, HOST);
    expect(address).toBe(
      'https://strata.example/x/embed/vm-vs-container?theme=dark&origin=https://school.example',
    );
  });

  it('takes a query, or a name with one, and options win', () => {
    expect(frameAddress({ scene: 'stacks=gvisor&lens=boot' }, BASE, '')).toBe(
      'https://strata.example/x/embed?stacks=gvisor&lens=boot',
    );
    expect(frameAddress({ scene: 'start-up-race?t=4&lens=boot', t: 9 }, BASE, '')).toBe(
      'https://strata.example/x/embed/start-up-race?t=9&lens=boot',
    );
  });

  it('says nothing of its host where that has no origin, such as a file', () => {
    expect(frameAddress({ scene: 'unikernel' }, BASE, 'null')).not.toContain('origin');
  });

  it('is read by the frame as the options meant it', () => {
    const query = queryOf({
      ...{ stacks: ['docker-linux', 'vm-bare-metal:xen'], lens: 'boot', n: 3, t: 12.5 },
      ...{ play: true, speed: 0.05, select: 'docker-linux/kernel', theme: 'projector' },
      ...{ motion: 'reduce', view: 'table', settings: { 'boot.axis': 'log' } },
      ...{ controls: 'full', autoheight: true, links: false, host: 'reveal', xapi: true },
    });
    const { scene, notices } = decodeScene(query, EMPTY_SCENE, knownNames);
    const embed = decodeEmbed(query);
    expect([...notices, ...embed.notices]).toEqual([]);
    expect(scene).toMatchObject({ lens: 'boot', select: 'docker-linux/kernel', view: 'table' });
    expect(scene.stacks).toHaveLength(2);
    expect(embed.options).toMatchObject({
      ...{ controls: 'full', autoheight: true, links: false, host: 'reveal', xapi: true },
      origin: HOST,
    });
  });
});

describe('where the site stands', () => {
  it.each([
    ['https://strata.example/sdk/embed.js', 'https://strata.example/'],
    ['https://strata.example/x/sdk/v1/element.js?w=1', 'https://strata.example/x/'],
  ])('%s was loaded from %s', (here, site) => {
    expect(siteAt(here)?.href).toBe(site);
  });

  it('is not guessed from a bundle', () => {
    expect(siteAt('https://school.example/assets/index-abc.js')).toBeNull();
    expect(siteAt('file:///app/node_modules/@strata/embed/embed.js')).toBeNull();
  });
});
