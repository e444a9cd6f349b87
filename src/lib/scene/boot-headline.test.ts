/** What the race says of the studies that there are. */
import { describe, expect, test } from 'vitest';
import { boot } from '../content/locales/en/boot.ts';
import { loadStack } from '../content/stacks.ts';
import { findNamedScene } from '../content/named-scenes.ts';
import { allStudies } from '../content/studies.ts';
import { resolveStack } from '../model/resolve.ts';
import { runRace } from '../sim/boot-race.ts';
import { chooseStudy } from '../sim/boot-study.ts';
import { describeRace } from './boot-headline.ts';

/** @param list as in an address */
async function said(list: string, study: string | null = null) {
  const stacks = await Promise.all(
    list.split(',').map(async (ref) => {
      const [id = '', variant] = ref.split(':');
      const file = await loadStack(id);
      if (!file.ok) throw new Error(`no stack ${id}`);
      return resolveStack(file.value, { variant });
    }),
  );
  const studies = allStudies();
  return describeRace(runRace(stacks, studies, chooseStudy(study, stacks, studies)), boot);
}

test('the start-up race names its first and its last, with their kinds of start', async () => {
  const query = new URLSearchParams(findNamedScene('start-up-race')?.query);
  const { headline, sentence } = await said(query.get('stacks') ?? '', query.get('boot.study'));
  expect(headline).toBe('First: Process, 3.5 ms (warm start). Last: Xen VM, 2 s (cold start).');
  expect(sentence).toContain(
    'Unikernel, behind a VM’s wall, starts before Container: 4 ms, 200 ms.',
  );
});

test('variants that share a title are told apart', async () => {
  const { headline } = await said('microvm,microvm:cloud-hypervisor');
  expect(headline).toMatch(
    /^First: MicroVM \(Cloud Hypervisor\), .* Last: MicroVM \(Firecracker\),/,
  );
});

describe('without a study that timed two of them', () => {
  test('times that lie apart are told, with what was timed, by whom and on what', async () => {
    const { headline, sentence } = await said('docker-linux,desktop-windows-wsl2');
    expect(headline).toBe('Container: up to 1.19 s. Desktop, WSL 2: from 3 s.');
    expect(sentence).toContain('gVisor 2020, Google Cloud n1-standard-4, Debian 9');
    expect(sentence).toContain('first shell; Docker comes on top');
    expect(sentence).toContain("users' PCs");
    expect(sentence).toContain(
      'For Container nothing has to boot, for Desktop, WSL 2 a VM has to.',
    );
    expect(sentence).toContain('do not make a race');
  });

  test('a kernel in user space is no VM, and a VM beside it is one', async () => {
    const sentry = 'For Process nothing has to boot; for gVisor its user-space kernel, the Sentry,';
    expect((await said('process,gvisor', 'all')).sentence).toContain(sentry);
    const three = (await said('process,gvisor,desktop-windows-wsl2', 'all')).sentence;
    expect(three).toContain('For Process nothing has to boot, for Desktop, WSL 2 a VM has to.');
    expect(three).not.toContain('gVisor a VM');
    expect((await said('docker-linux,gvisor', 'all')).sentence).not.toContain('has to');
    expect((await said('gvisor,desktop-windows-wsl2', 'all')).sentence).not.toContain('has to');
  });

  test('times that overlap name no winner, and studies are offered that would make a race', async () => {
    const { headline, sentence } = await said('microvm,docker-linux');
    expect(headline).toBe(boot.headline.overlap);
    expect(sentence).toMatch(/Races on one machine: .*NSDI 2020/);
  });

  test('one stack that was timed is said to be alone', async () => {
    const { headline } = await said('vm-bare-metal,docker-linux');
    expect(headline).toBe('Container: 16.9 ms to 1.19 s. No time of anything else here is known.');
  });

  test('where nothing was timed nothing is said but that', async () => {
    expect(await said('vm-hosted')).toEqual({
      headline: boot.headline.noneTimedAnywhere,
      sentence: '',
    });
  });

  test('times of another variant are told', async () => {
    expect(await said('desktop-mac')).toEqual({
      headline: boot.headline.noneTimedAnywhere,
      sentence: 'Of other variants there are times: Docker Mac users timed HyperKit.',
    });
  });
});
