/** What the race says of the studies that there are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boot } from '../content/locales/en/boot.ts';
import { loadStack } from '../content/stacks.ts';
import { findNamedScene } from '../content/named-scenes.ts';
import { allStudies } from '../content/studies.ts';
import type { StartTiming } from '../model/figures.ts';
import { resolveStack } from '../model/resolve.ts';
import type { ResolvedStack } from '../model/stack.ts';
import { runRace } from '../sim/boot-race.ts';
import { chooseStudy } from '../sim/boot-study.ts';
import { describeRace } from './boot-headline.ts';

/** @param ref as in an address */
async function stackOf(ref: string): Promise<ResolvedStack> {
  const [id = '', variant] = ref.split(':');
  const file = await loadStack(id);
  if (!file.ok) throw new Error(`no stack ${id}`);
  return resolveStack(file.value, { variant });
}

/** @param list as in an address */
async function said(list: string, study: string | null = null) {
  const stacks = await Promise.all(list.split(',').map(stackOf));
  const studies = allStudies();
  return describeRace(runRace(stacks, studies, chooseStudy(study, stacks, studies)), boot);
}

test('the start-up race names its first and its last, with their kinds of start', async () => {
  const query = new URLSearchParams(findNamedScene('start-up-race')?.query);
  const { headline, sentence } = await said(query.get('stacks') ?? '', query.get('boot.study'));
  expect(headline).toBe(
    'First: Process, 3.5 ms, or Unikernel, 4 ms. Last: Xen VM, 2 s (cold start).',
  );
  expect(sentence).toContain('Process and Unikernel overlap: each of them may be the first.');
  expect(sentence).toContain('Unikernel, behind a VM’s wall, starts before Container.');
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
    expect(headline).toBe(
      'Container: up to 1.19 s. Desktop, WSL 2: from 3 s. The clocks stop at different kinds of event.',
    );
    expect(sentence).toContain('until the command has returned');
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
    expect(headline).toBe(
      'Container: 142 ms to 1.16 s; 16.9 ms to 1.19 s from start to end of a command. No whole start of anything else here was timed.',
    );
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

test.each([
  ['a part', 'vm-bare-metal:kvm', 'sd-17175', 'Part of a start: 60 ms for a trimmed kernel alone.'],
  [
    'parts',
    'process,docker-linux',
    'here',
    'Parts of a start: 2.3 ms for unshare(1) without a namespace, then true; 3.4 ms for six new namespaces, then true.',
  ],
  ['a command', 'docker-linux', 'crun', 'Container, start to end of the command: 33.4 ms.'],
  [
    'commands',
    'docker-linux,gvisor',
    'gvisor-guide',
    'All commands were back in 1.14 s to 1.19 s.',
  ],
  ['an init', 'vm-bare-metal:kvm', 'nsdi', 'KVM VM: its init starts after 244 ms.'],
  ['a snapshot', 'microvm:firecracker', 'fc-snapshot', 'MicroVM: back from its snapshot in 3 ms.'],
  [
    'CPU time, in ranges that overlap',
    'process,emulated',
    'here-cpu',
    'CPU time. Process, 1.2 ms (warm start), and Other CPU, 13.5 ms (warm start): their ranges overlap, no winner can be named.',
  ],
  [
    'a percentile of all sources',
    'docker-rootless',
    'all',
    'Rootless: from 168 ms, 99 % within 289 ms.',
  ],
  [
    'a percentile beside another stack',
    'process,gvisor',
    'all',
    'Process: 90 % within 9 ms. gVisor: from 1.14 s. The clocks stop at different kinds of event.',
  ],
  [
    'inits of all sources',
    'vm-bare-metal:kvm',
    'all',
    'KVM VM: 198 ms to 264 ms until init starts.',
  ],
  ['times without a machine', 'windows-process,windows-hyperv', 'all', boot.headline.unnamed],
  [
    'different ends',
    'vm-bare-metal:kvm,vm-bare-metal:xen',
    'all',
    'KVM VM: up to 264 ms. Xen VM: from 540 ms. The clocks stop at different kinds of event.',
  ],
])('%s is told as what it is: %s by %s', async (_what, stacks, study, headline) => {
  expect((await said(stacks, study)).headline).toBe(headline);
});

describe('for any stacks and every study', async () => {
  const studies = allStudies();
  const refs = [...new Set(studies.flatMap(({ timings }) => timings.map(({ stack }) => stack)))];
  const stacks = await Promise.all(refs.map(stackOf));
  const races = fc.record({
    some: fc.shuffledSubarray(stacks, { minLength: 1, maxLength: 8 }),
    study: fc.constantFrom('all', ...studies.map(({ id }) => id)),
  });
  const rangeOf = ({ lowMs, typicalMs = 0, highMs }: StartTiming) =>
    [lowMs ?? typicalMs, highMs ?? typicalMs] as const;

  test('the headline claims no more than the data', () => {
    fc.assert(
      fc.property(races, ({ some, study }) => {
        const view = chooseStudy(study, some, studies);
        const race = runRace(some, studies, view);
        const { headline, sentence } = describeRace(race, boot);
        if (view.kind === 'all') {
          const told = race.rows.flatMap(({ all }) => all);
          if (told.some(({ timing }) => timing.highIs !== undefined))
            expect(sentence).not.toMatch(/Slowest time known for [^:]+: (9|231|289) ms/);
          expect(headline).not.toMatch(/\b(60|3\.4|2\.3) ms\b/);
          return;
        }
        const timings = race.rows.flatMap(({ timing }) =>
          timing?.typicalMs === undefined ? [] : [timing],
        );
        const isUp = timings.every(({ end }) => end === 'app' || end === 'system');
        const { clock } = view.study;
        if (!isUp || clock !== undefined) expect(headline).not.toMatch(/\bup in\b/);
        if (clock !== undefined) expect(headline).not.toMatch(/First|Last/);
        const isRanked = /^(First|Least): /.test(headline);
        if (!isRanked || / or .*(Last|Most): /.test(headline)) return;
        const [fast, ...others] = timings.map(rangeOf).toSorted((a, b) => a[0] - b[0]);
        for (const [low] of others) expect(low).toBeGreaterThan(fast?.[1] ?? Infinity);
      }),
    );
  });
});
