import { describe, expect, it } from 'vitest';
import { knownNames } from '../../state/known-names.ts';
import { EMPTY_SCENE } from '../../model/scene.ts';
import { decodeScene } from '../../state/url.ts';
import { decodeEmbed } from '../../state/url-embed.ts';
import type { MountOptions } from './embed.ts';
import { frameAddress, siteAt } from './options.ts';

const BASE = new URL('https://strata.example/x/');
const HOST = 'https://school.example';

/** @param options as a page without types hands them over */
function queryOf(options: MountOptions): URLSearchParams {
  return new URL(frameAddress(options, BASE, HOST)).searchParams;
}

/** What the frame notes of options as they reach it. */
function noticedOf(options: object): readonly unknown[] {
  const query = queryOf(options);
  const notices = [
    ...decodeScene(query, EMPTY_SCENE, knownNames).notices,
    ...decodeEmbed(query).notices,
  ];
  return notices.map(({ param, value, used }) => [param, value, used]);
}

describe('an option with a wrong value', () => {
  it.each([
    [{ theme: 'blue' }, ['theme', 'blue', 'auto']],
    [{ theme: null }, ['theme', 'null', 'auto']],
    [{ lens: 'xray' }, ['lens', 'xray', 'structure']],
    [{ t: Number.NaN }, ['t', 'NaN', '']],
    [{ n: 0 }, ['n', '0', '1']],
    [{ step: 1.5 }, ['step', '1.5', '']],
    [{ play: 'yes' }, ['play', 'yes', '0']],
    [{ stacks: [] }, ['stacks', '', '']],
    [{ stacks: ['docker-linux', 3] }, ['stacks', '3', '']],
    [{ controls: 'all' }, ['controls', 'all', 'min']],
    [{ settings: { axis: 'log' } }, ['axis', 'log', '']],
    [
      { settings: { 'boot.axis': { log: true } } },
      ['boot.axis', '[object Object]', expect.any(String)],
    ],
    [{ autoplay: true }, ['autoplay', '1', '']],
    [JSON.parse('{"constructor":"x"}'), ['constructor', 'x', '']],
  ])('%j reaches the frame, which names it', (options, notice) => {
    expect(noticedOf(options)).toEqual([notice]);
  });

  it.each([[{ t: '400' }], [{ play: 1 }], [{ theme: undefined }], [{ settings: undefined }]])(
    '%j is none: it reads like a right one',
    (options) => expect(noticedOf(options)).toEqual([]),
  );
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

  it.each([
    ['No Such', 'embed/No%20Such'],
    [
      'https://strata.example/embed/unikernel',
      'embed/https%3A%2F%2Fstrata.example%2Fembed%2Funikernel',
    ],
    ['../explore', 'embed/..%2Fexplore'],
    ['?stacks=wasm', 'embed?stacks=wasm'],
  ])('never leads elsewhere than to a frame: %s', (scene, place) => {
    expect(frameAddress({ scene }, BASE, '')).toBe(`https://strata.example/x/${place}`);
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
