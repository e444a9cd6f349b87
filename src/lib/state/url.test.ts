import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_SCENE, LENSES, MOTIONS, OVERLAYS, type Scene, THEMES } from '../model/scene.ts';
import type { Setting } from '../model/setting.ts';
import { LENS_SETTINGS, type LensSettings } from '../model/settings.ts';
import { DEFAULT_EMBED } from './embed-options.ts';
import { decodeEmbed, encodeEmbed } from './url-embed.ts';
import { roundScene } from './round-scene.ts';
import { decodeScene, encodeScene, type KnownNames } from './url.ts';

const family = (...variants: [string, ...string[]]) => ({ variants, defaultVariant: variants[0] });
const known: KnownNames = {
  stacks: new Map([
    ['process', family('default')],
    ['vm-bare-metal', family('esxi', 'hyper-v', 'xen', 'kvm')],
    ['vm-hosted', family('virtualbox', 'vmware')],
    ['docker-linux', family('default')],
    ['desktop-mac', family('virtualization-framework', 'docker-vmm', 'hyperkit')],
    ['desktop-windows-wsl2', family('default')],
    ['microvm', family('firecracker', 'cloud-hypervisor')],
    ['unikernel', family('xen', 'firecracker')],
  ]),
  studies: ['lightvm', 'unikraft'],
};
const decode = (search: string, base: Scene = EMPTY_SCENE) => decodeScene(search, base, known);
const noticesOf = (search: string, base?: Scene) =>
  decode(search, base).notices.map(({ code, param, value, used }) => [code, param, value, used]);

const stackRefs = [...known.stacks].flatMap(([id, { variants, defaultVariant }]) =>
  variants.map((variant) => (variant === defaultVariant ? { id } : { id, variant })),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
/** Texts of the forms that settings take. */
const TEXTS = ['', 'app:80', 'app:80,kernel-disk:12.5', 'docker-linux/c2/app', 'seccomp,userns'];
function arbitraryValue(setting: Setting): fc.Arbitrary<string | number | boolean | null> {
  if ('words' in setting) return fc.constantFrom(...setting.words);
  if ('min' in setting) return fc.integer(setting);
  if ('form' in setting) return fc.constantFrom(...TEXTS.filter((text) => setting.form.test(text)));
  if ('names' in setting) return optional(fc.constantFrom('all', ...known.studies));
  return fc.boolean();
}
/** Every setting of every lens, a new lens's too. */
const arbitrarySettings = Object.fromEntries(
  Object.entries<Readonly<Record<string, Setting>>>(LENS_SETTINGS).map(([lens, settings]) => [
    lens,
    fc.record(
      Object.fromEntries(
        Object.entries(settings).map(([name, setting]) => [name, arbitraryValue(setting)]),
      ),
    ),
  ]),
) as unknown as { [L in keyof LensSettings]: fc.Arbitrary<LensSettings[L]> };
const arbitraryScene: fc.Arbitrary<Scene> = fc
  .record({
    stacks: fc.shuffledSubarray(stackRefs, { maxLength: 8 }),
    lens: fc.constantFrom(...LENSES),
    overlays: fc.subarray([...OVERLAYS]),
    n: optional(fc.integer({ min: 1, max: 100_000 })),
    tMs: optional(fc.double({ min: 0, max: 1e9, noNaN: true }).map((tMs) => tMs + 0)),
    step: optional(fc.integer({ min: 1, max: 999 })),
    play: fc.boolean(),
    speed: optional(fc.double({ min: 1e-7, max: 1000, noNaN: true })),
    camera: optional(
      fc.record({
        x: fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0),
        y: fc.double({ min: 0, max: 1, noNaN: true }).map((y) => y + 0),
        zoom: fc.double({ min: 0.5, max: 16, noNaN: true }),
      }),
    ),
    layer: optional(fc.constantFrom('kernel', 'c2/app', 'vm1/kernel')),
    theme: fc.constantFrom(...THEMES),
    lang: fc.constantFrom('en', 'en-GB'),
    motion: fc.constantFrom(...MOTIONS),
    view: fc.constantFrom<Scene['view']>('picture', 'table'),
    ...arbitrarySettings,
  })
  .map(({ layer, ...scene }) => {
    const first = scene.stacks[0];
    const key = first && (first.variant ? `${first.id}:${first.variant}` : first.id);
    return { ...scene, select: key && layer ? `${key}/${layer}` : null };
  });

const arbitrarySearch = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('stacks', 'lens', 'show', 'n', 't', 'step', 'cam', 'select', 'speed', 'x'),
        fc.oneof(
          fc.string(),
          fc.constantFrom('', 'kernel', 'docker-linux,,', '-1', '1e9', '%E0%A4%A', '1,2,3', '-0'),
        ),
      ),
    )
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
);

describe('decodeScene', () => {
  it('reads a whole scene', () => {
    const { scene, notices } = decode(
      '?stacks=vm-bare-metal:xen,docker-linux&lens=boot&hide=privilege&n=12&t=400.5&step=2&play=1' +
        '&speed=0.01&boot.clock=decade&boot.axis=linear&boot.study=lightvm&cam=0.5,0.25,2' +
        '&select=docker-linux/kernel&theme=projector&lang=en-GB&motion=reduce&view=table&v=1',
    );
    expect(notices).toEqual([]);
    expect(scene).toEqual({
      ...EMPTY_SCENE,
      stacks: [{ id: 'vm-bare-metal', variant: 'xen' }, { id: 'docker-linux' }],
      lens: 'boot',
      overlays: ['namespaces', 'cgroups', 'engine'],
      n: 12,
      tMs: 400.5,
      step: 2,
      play: true,
      speed: 0.01,
      camera: { x: 0.5, y: 0.25, zoom: 2 },
      select: 'docker-linux/kernel',
      theme: 'projector',
      lang: 'en-GB',
      motion: 'reduce',
      view: 'table',
      boot: { axis: 'linear', study: 'lightvm', clock: 'decade' },
      size: EMPTY_SCENE.size,
    });
  });

  it.each([
    ['n=-1', 'out-of-range', '1'],
    ['n=1e9', 'out-of-range', '100000'],
    ['n=2.5', 'not-whole', ''],
    ['n=0x10', 'not-a-number', ''],
    ['n=', 'empty', ''],
    ['t=NaN', 'not-a-number', ''],
    ['t=Infinity', 'not-a-number', ''],
    ['t=-5', 'out-of-range', '0'],
    ['step=0', 'out-of-range', '1'],
    ['speed=1e-9', 'out-of-range', '1e-7'],
    ['play=yes', 'unknown-value', '0'],
    ['theme=dusk', 'unknown-value', 'auto'],
    ['theme=__proto__', 'unknown-value', 'auto'],
    ['lang=de', 'unknown-value', 'en'],
    ['lang=%E0%A4%A', 'unknown-value', 'en'],
    ['motion=', 'empty', 'auto'],
    ['lens=depth', 'unknown-value', 'structure'],
    ['path.op=teleport', 'unknown-value', 'write'],
    ['lens=x', 'unknown-value', 'structure'],
    ['show=walls', 'unknown-value', ''],
    ['cam=1,2', 'not-a-number', ''],
    ['cam=1,2,3,4', 'not-a-number', ''],
    ['cam=0,0,99', 'out-of-range', '0,0,16'],
    ['select=docker-linux/kernel', 'not-shown', ''],
    ['select=../../etc', 'unknown-value', ''],
    ['boot.study=mine', 'unknown-value', ''],
    ['boot.clock=fast', 'unknown-value', 'slow'],
    ['size.view=all', 'unknown-value', 'both'],
    ['size.host=4', 'out-of-range', '8'],
    ['size.host=2000', 'out-of-range', '1024'],
    ['size.program=0', 'out-of-range', '1'],
    ['size.program=much', 'not-a-number', '200'],
    ['size.ksm=95', 'out-of-range', '90'],
    ['size.balloon=1.5', 'not-whole', '0'],
    ['size.linked=yes', 'unknown-value', '0'],
    ['size.share=', 'empty', '1'],
    ['size.pull=zip', 'unknown-value', 'unpacked'],
    ['size.assume=app', 'unknown-value', ''],
    ['size.nonsense=1', 'unknown-parameter', ''],
    ['v=2', 'unknown-value', '1'],
    ['stacks=lxd', 'unknown-stack', ''],
    ['stacks=__proto__', 'unknown-stack', ''],
    ['stacks=', 'empty', ''],
    ['__proto__=1', 'unknown-parameter', ''],
    ['frobnicate=1', 'unknown-parameter', ''],
    ['%E0%A4%A=1', 'unknown-parameter', ''],
    ['n=3&n=4', 'repeated', '3'],
  ])('notes %s and goes on', (search, code, used) => {
    const { scene, notices } = decode(`${search}&view=table`);
    expect(notices.map((notice) => [notice.code, notice.used])).toEqual([[code, used]]);
    expect(scene.view).toBe('table');
  });

  it('keeps what is good of a list of stacks', () => {
    expect(
      noticesOf(
        'stacks=docker-linux,lxd,vm-bare-metal:esxi,vm-bare-metal,vm-bare-metal:qemu,microvm',
      ),
    ).toEqual([
      ['unknown-stack', 'stacks', 'lxd', ''],
      ['duplicate-stack', 'stacks', 'vm-bare-metal', 'vm-bare-metal'],
      ['unknown-variant', 'stacks', 'vm-bare-metal:qemu', 'vm-bare-metal'],
      ['duplicate-stack', 'stacks', 'vm-bare-metal:qemu', 'vm-bare-metal'],
    ]);
    const { scene } = decode('stacks=vm-bare-metal:xen,vm-bare-metal,vm-bare-metal:kvm');
    expect(scene.stacks).toHaveLength(3);
  });

  it('drops the ninth stack, and says what is not drawn beside the fourth', () => {
    const eight =
      'process,vm-bare-metal,vm-hosted,docker-linux,desktop-mac,desktop-windows-wsl2,microvm,unikernel';
    const { scene, notices } = decode(`stacks=${eight},microvm:cloud-hypervisor&lens=boot`);
    expect(scene.stacks).toHaveLength(8);
    expect(notices.map((notice) => notice.code)).toEqual(['too-many-stacks']);
    expect(noticesOf(`stacks=${eight}`)[0]?.[0]).toBe('too-many-side-by-side');
  });

  it('overrides parts of a base, and takes them back with an empty value', () => {
    const base = decode('stacks=docker-linux,process&t=400&n=7&select=process/app').scene;
    expect(decode('n=9', base).scene).toEqual({ ...base, n: 9 });
    expect(decode('n=&t=&select=&stacks=', base)).toEqual({
      scene: { ...base, n: null, tMs: null, select: null, stacks: [] },
      notices: [],
    });
    expect(decode('stacks=docker-linux', base).scene.select).toBeNull();
    expect(decode('step=2', base).scene.tMs).toBeNull();
    expect(decode('stacks=lxd', base).scene.stacks).toEqual(base.stacks);
  });

  it('says nothing of trackers, of the embed and of what is to come', () => {
    expect(noticesOf('utm_source=x&fbclid=1&size.host=64&own=abc&controls=min&origin=x')).toEqual(
      [],
    );
  });

  it('keeps notices few and short', () => {
    const many = Array.from({ length: 500 }, (_, index) => `k${index}=1`).join('&');
    expect(decode(many).notices.length).toBeLessThanOrEqual(20);
    const [notice] = decode(`theme=${'x'.repeat(5000)}`).notices;
    expect([...(notice?.value ?? '')]).toHaveLength(60);
  });

  it('never throws, and what it gives is stable', () => {
    fc.assert(
      fc.property(arbitrarySearch, arbitraryScene, (search, base) => {
        const { scene } = decode(search, base);
        const written = encodeScene(scene, base);
        const again = decode(written, base);
        expect(again.scene).toEqual(scene);
        expect(encodeScene(again.scene, base)).toBe(written);
      }),
      { numRuns: 500 },
    );
  });
});

describe('encodeScene', () => {
  it('writes nothing for the base, and what differs in readable form', () => {
    expect(encodeScene(EMPTY_SCENE, EMPTY_SCENE)).toBe('');
    const search =
      'stacks=vm-bare-metal:xen,docker-linux&lens=boot&boot.study=lightvm&cam=0.5,0.5,2';
    const scene = decode(`${search}&select=docker-linux/kernel`).scene;
    expect(encodeScene(scene, EMPTY_SCENE)).toBe(`${search}&select=docker-linux/kernel`);
  });

  it('gives back every scene, whatever the base', () => {
    fc.assert(
      fc.property(arbitraryScene, arbitraryScene, (scene, base) => {
        const decoded = decode(encodeScene(scene, base), base);
        expect(decoded.scene).toEqual(scene);
        const codes = decoded.notices.map((notice) => notice.code);
        expect(codes.filter((code) => code !== 'too-many-side-by-side')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('rounds running numbers where it is asked to', () => {
    const camera = { x: 1 / 3, y: 0.5, zoom: Math.PI };
    expect(roundScene({ ...EMPTY_SCENE, tMs: 12.34567, camera })).toEqual({
      ...EMPTY_SCENE,
      tMs: 12.346,
      camera: { x: 0.3333, y: 0.5, zoom: 3.1416 },
    });
  });
});

describe('decodeEmbed', () => {
  it('reads its own parameters and writes them back', () => {
    const search =
      'controls=none&autoheight=1&links=0&api=1&host=reveal&origin=https://a.example:8080';
    const { options, notices } = decodeEmbed(`${search}&stacks=process`);
    expect(notices).toEqual([]);
    expect(encodeEmbed(options)).toBe(search);
    expect(decodeEmbed('').options).toEqual(DEFAULT_EMBED);
  });

  it('notes what it cannot use', () => {
    const search = 'controls=all&autoheight=2&host=x&origin=javascript:alert(1)&api=&xapi=maybe';
    const { options, notices } = decodeEmbed(search);
    expect(options).toEqual(DEFAULT_EMBED);
    expect(notices.map((notice) => notice.param)).toEqual([
      'controls',
      'autoheight',
      'host',
      'origin',
      'api',
      'xapi',
    ]);
    expect(decodeEmbed('origin=https://user@a.example/path').options.origin).toBeNull();
    expect(decodeEmbed('origin=https://A.example/').options.origin).toBe('https://a.example');
  });
});

describe('own start times in an address', () => {
  it('are named only where there are some', () => {
    expect(noticesOf('boot.study=own')).toEqual([['no-own', 'boot.study', 'own', '']]);
    expect(decode('boot.study=own').scene.boot.study).toBeNull();
    const withOwn = { ...known, studies: [...known.studies, 'own'] };
    const { scene, notices } = decodeScene('boot.study=own', EMPTY_SCENE, withOwn);
    expect([scene.boot.study, notices]).toEqual(['own', []]);
    expect(encodeScene(scene, EMPTY_SCENE)).toBe('boot.study=own');
  });
  it('leave the packed numbers to their own reader', () => {
    expect(noticesOf('own=abc')).toEqual([]);
  });
});
