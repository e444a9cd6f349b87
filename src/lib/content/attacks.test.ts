import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BARRIER_KINDS, ENTRY_KINDS, type AttackRecord } from '../model/isolation/attack-data.ts';
import { parseAttack } from '../model/isolation/parse-attacks.ts';
import { attackRecords } from './attacks.ts';
import { loadFigures } from './figures.ts';
import { stackIds, stackNames } from './registry.ts';

const { attacks, settings, barriers, surfaces, figures, sources } = attackRecords;
const all = [...attacks.values()];
const all$ = all.map((one): [string, AttackRecord] => [one.id, one]);

function attackOf(cve: string): AttackRecord {
  const found = all.find((one) => one.cve === cve);
  if (found === undefined) throw new Error(`no attack has ${cve}`);
  return found;
}
const familyOf = (ref: string) => ref.split(':')[0] ?? ref;
const needOf = (one: AttackRecord, setting: string) => one.needs.find((n) => n.setting === setting);
/** How a setting stands in a stack, undefined where the stack does not have it. */
const placeOf = (setting: string, ref: string) =>
  settings
    .get(setting)
    ?.places.find(({ stacks }) => stacks.includes(ref) || stacks.includes(familyOf(ref)));

function isStack(ref: string): boolean {
  const [id = '', variant] = ref.split(':');
  return (
    stackIds.includes(id) &&
    (variant === undefined || (stackNames[id]?.variants.includes(variant) ?? false))
  );
}

describe('every name leads somewhere', () => {
  test('files are named as their attacks', () => {
    const files = readdirSync(new URL('./attacks/', import.meta.url));
    expect(all.map(({ id }) => `${id}.json`).sort()).toEqual(files.sort());
  });

  test.each(all$)('%s: stacks, settings, sources and figures', (_id, one) => {
    expect([...one.stacks, ...(one.inferred ?? [])].filter((ref) => !isStack(ref))).toEqual([]);
    expect(new Set(one.stacks).size).toBe(one.stacks.length);
    const named = [...one.needs, ...(one.limits ?? [])].map(({ setting }) => setting);
    expect(named.filter((id) => !settings.has(id))).toEqual([]);
    expect(one.sources.filter((id) => !sources.has(id))).toEqual([]);
    expect((one.figures ?? []).filter((id) => !figures.has(id))).toEqual([]);
  });

  test('of settings, barriers and surfaces too', async () => {
    for (const { id, places, barrier } of settings.values()) {
      expect(
        places.flatMap(({ stacks }) => stacks).filter((ref) => !isStack(ref)),
        id,
      ).toEqual([]);
      expect(
        places.flatMap((one) => one.sources).filter((s) => !sources.has(s)),
        id,
      ).toEqual([]);
      if (barrier !== undefined) expect(barriers.has(barrier), id).toBe(true);
    }
    for (const one of barriers.values())
      expect(
        one.sources.filter((id) => !sources.has(id)),
        one.id,
      ).toEqual([]);
    const everyFigure = await loadFigures();
    for (const { stacks, bars } of surfaces) {
      expect(stacks.filter((ref) => !isStack(ref))).toEqual([]);
      for (const { figure, when } of bars) {
        expect(figures.has(figure) && everyFigure.figures.has(figure), figure).toBe(true);
        if (when !== undefined) expect(settings.has(when.setting), when.setting).toBe(true);
      }
    }
  });

  test('no source is there for nothing, or twice', async () => {
    const own = JSON.parse(
      readFileSync(new URL('./attack-sources.json', import.meta.url), 'utf8'),
    ) as readonly { readonly id: string; readonly short: string }[];
    const named = new Set(
      [...all, ...barriers.values(), ...[...settings.values()].flatMap(({ places }) => places)]
        .flatMap((one) => one.sources)
        .concat([...figures.values()].flatMap((one) => one.sources)),
    );
    expect(own.filter(({ id }) => !named.has(id))).toEqual([]);
    const shared = (await loadFigures()).sources;
    expect(own.filter(({ id }) => shared.has(id))).toEqual([]);
    const names = [...own, ...shared.values()].map(({ short }) => short);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what is told is whole', () => {
  test('every kind of entry has an attack', () => {
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(ENTRY_KINDS));
  });

  test.each(BARRIER_KINDS.map((kind) => [kind]))('%s was broken by a CVE, or says none', (kind) => {
    const broken = all.some(({ cve, breaks }) => cve !== undefined && breaks.includes(kind));
    expect(barriers.get(kind)?.none === undefined).toBe(broken);
  });

  test.each(stackIds.map((id) => [id]))('%s has two attacks at least, and a surface', (id) => {
    const concerned = all.filter(({ stacks }) => stacks.some((ref) => familyOf(ref) === id));
    expect(concerned.length).toBeGreaterThanOrEqual(2);
    const shown = surfaces.filter(({ stacks }) => stacks.some((ref) => familyOf(ref) === id));
    expect(shown.length).toBeGreaterThanOrEqual(1);
  });

  test('each variant has one surface; one without bars says why', () => {
    for (const id of stackIds) {
      for (const variant of stackNames[id]?.variants ?? []) {
        const found = surfaces.filter(
          ({ stacks }) => stacks.includes(id) || stacks.includes(`${id}:${variant}`),
        );
        expect(found.length, `${id}:${variant}`).toBe(1);
      }
    }
    for (const { bars, note, stacks } of surfaces)
      expect(bars.length > 0 || note !== undefined, stacks.join()).toBe(true);
  });

  test('an attack that breaks something can be stopped, or says that it cannot', () => {
    for (const one of all.filter(({ cve }) => cve !== undefined))
      expect(one.needs.length, one.id).toBeGreaterThan(0);
    // Code in a program, no line in a unikernel, and malware whose flaw is not known.
    const without = all.filter(({ needs }) => needs.length === 0).map(({ id }) => id);
    expect(without.sort()).toEqual(['app-hole', 'siloscape', 'unikernel-hole']);
  });

  test('every switch changes some attack, where both are', () => {
    for (const id of settings.keys()) {
      const used = all.filter((one) =>
        [...one.needs, ...(one.limits ?? [])].some(({ setting }) => setting === id),
      );
      const met = used.some(({ stacks }) => stacks.some((ref) => placeOf(id, ref) !== undefined));
      expect(met, id).toBe(true);
    }
  });

  test('what protects an attack’s target is the state that hardens', () => {
    for (const { id, needs, limits = [] } of all) {
      for (const { setting, is } of needs)
        expect(is, `${id}: ${setting}`).not.toBe(settings.get(setting)?.hardens);
      for (const { setting, is } of limits)
        expect(is, `${id}: ${setting}`).toBe(settings.get(setting)?.hardens);
    }
  });

  test('a setting stands in one way in each stack', () => {
    for (const { id, places } of settings.values()) {
      const refs = places.flatMap(({ stacks }) => stacks);
      expect(new Set(refs).size, id).toBe(refs.length);
      expect(
        refs.filter((ref) => ref.includes(':') && refs.includes(familyOf(ref))),
        id,
      ).toEqual([]);
    }
  });
});

describe('what the experts’ review says', () => {
  const fsconfig = attackOf('CVE-2022-0185');

  test('fsconfig overflow: an older kernel, CAP_SYS_ADMIN in a user namespace, seccomp stops it', () => {
    const [, major = '', minor = '', patch = ''] =
      /(\d+)\.(\d+)\.(\d+)/.exec(fsconfig.runsOn) ?? [];
    expect([major, minor]).toEqual(['5', '15']);
    expect(Number(patch)).toBeLessThan(16);
    expect(fsconfig.affected).toContain('5.15.16');
    expect(fsconfig.steps.some(({ says }) => /CAP_SYS_ADMIN/.test(says))).toBe(true);
    expect(fsconfig.steps.some(({ says }) => /[Rr]epeated/.test(says))).toBe(true);
    expect(needOf(fsconfig, 'seccomp')).toMatchObject({ is: 'off', stops: 2 });
    expect(needOf(fsconfig, 'no-new-user-namespaces')).toMatchObject({ is: 'off', stops: 2 });
    expect(placeOf('seccomp', 'docker-linux')?.base).toBe('on');
    expect(placeOf('seccomp', 'cloud-containers')?.base).toBe('off');
    expect(fsconfig.worked).toMatch(/Kubernetes/);
  });

  test('user namespaces enable it: mapping root does not stop it', () => {
    expect(needOf(fsconfig, 'user-namespace')).toBeUndefined();
    expect(fsconfig.limits?.some(({ setting }) => setting === 'user-namespace')).toBe(false);
    expect(fsconfig.breaks).toContain('user-namespace');
  });

  test('seccomp stops release_agent too', () => {
    expect(needOf(attackOf('CVE-2022-0492'), 'seccomp')?.is).toBe('off');
  });

  test.each(['CVE-2022-0847', 'CVE-2020-14386'])('%s works under Docker’s defaults', (cve) => {
    for (const { setting, is } of attackOf(cve).needs.filter(
      (one) => !one.setting.startsWith('patched-'),
    ))
      expect(placeOf(setting, 'docker-linux')?.base, setting).toBe(is);
  });

  test.each(['CVE-2015-7835', 'CVE-2017-7228'])('%s says PV guests only', (cve) => {
    const one = attackOf(cve);
    expect(one.worked).toMatch(/^PV guests only/);
    expect(needOf(one, 'pv-guest')?.is).toBe('on');
    expect(one.stacks.every((ref) => ref.endsWith(':xen'))).toBe(true);
  });

  test('CVE-2025-9074 needs no mounted socket, and is disputed on Linux', () => {
    const one = attackOf('CVE-2025-9074');
    expect(needOf(one, 'docker-socket')).toBeUndefined();
    expect(one.stacks.every((ref) => ref.startsWith('desktop-'))).toBe(true);
    expect(one.caveat).toMatch(/Linux.*[Dd]isputed/);
    expect(one.disputed).toEqual(['desktop-linux']);
  });

  test('VENOM’s 7.7 is of CVSS v2', () => {
    expect(attackOf('CVE-2015-3456').score).toEqual({ version: '2.0', value: 7.7 });
    expect(attackOf('CVE-2015-3456').caveat).toMatch(/CVSS v2/);
  });

  test('rootless makes an escape from runc an escape to the user', () => {
    const escapes = all.filter(({ kind, steps }) => kind === 'runtime' && steps.length > 2);
    for (const one of escapes.filter(({ stacks }) => stacks.includes('docker-rootless')))
      expect(one.limits, one.id).toContainEqual(
        expect.objectContaining({ setting: 'user-namespace', is: 'on', to: 'user' }),
      );
    expect(placeOf('user-namespace', 'docker-rootless')).toMatchObject({ base: 'on', fixed: true });
  });

  test('Siloscape is malware without a CVE', () => {
    const one = attacks.get('siloscape');
    expect(one?.cve).toBeUndefined();
    expect(one?.score).toBeUndefined();
    expect(one?.summary).toMatch(/malware, not a CVE/);
  });

  test('side channels are named, and read only', () => {
    const cves = all.filter(({ kind }) => kind === 'side-channel');
    expect(cves.map(({ cve }) => cve).sort()).toEqual(['CVE-2018-3646', 'CVE-2025-40300']);
    expect(cves.every(({ gains }) => gains === 'read')).toBe(true);
  });

  test('the flaw of the user-space kernel was no escape', () => {
    const one = attackOf('CVE-2018-19333');
    expect(one.breaks).toEqual([]);
    expect(one.steps.map(({ at }) => at)).not.toContain('everything');
  });
});

describe('a mistake is reported by its path', () => {
  const good = JSON.parse(
    readFileSync(new URL('./attacks/dirty-pipe.json', import.meta.url), 'utf8'),
  ) as AttackRecord;
  const [first] = good.steps;
  test.each([
    ['kind', { ...good, kind: 'spell' }],
    ['cve', { ...good, cve: 'CVE-22-1' }],
    ['needs[0].is', { ...good, needs: [{ ...good.needs[0], is: 'maybe' }] }],
    ['', { ...good, needs: [{ ...good.needs[0], stops: 9 }] }],
    ['', { ...good, steps: [...good.steps.slice(1), first] }],
    ['', { ...good, inferred: ['wasm'] }],
    ['', { ...good, disputed: ['wasm'], caveat: 'Disputed.' }],
    ['steps[0].at', { ...good, steps: [{ ...first, at: 'moon' }] }],
    ['summary', { ...good, summary: 'One. Two. Three.' }],
    ['sources', { ...good, sources: [] }],
    ['colour', { ...good, colour: 'red' }],
  ])('%s', (path, input) => {
    expect(parseAttack(good).ok).toBe(true);
    const read = parseAttack(input);
    expect(read.ok ? [] : read.issues.map((issue) => issue.path)).toEqual([path]);
  });
});
