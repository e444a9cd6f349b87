import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runShelf as shelf } from '../../content/run-here.ts';
import { stackIds, stackNames } from '../../content/registry.ts';
import {
  RUN_HOSTS,
  RUN_HOWS,
  RUN_VERDICTS,
  type RunHostId,
  type RunHow,
} from '../../model/kernel/run-names.ts';
import { readImage } from './run-image.ts';
import { doesRun, runHere, waysToRun } from './run-here.ts';
import type { RunAnswer } from './run-answer.ts';

const BUILDS = [14393, 17763, 20348, 26100] as const;
const IMAGES = ['linux/amd64', 'linux/arm64', ...BUILDS.map((build) => `windows/amd64:${build}`)];

function hostOf(id: RunHostId) {
  const host = shelf.hosts.find((one) => one.id === id);
  if (host === undefined) throw new Error(`no host ${id}`);
  return host;
}

function ask(host: RunHostId, how: RunHow, platform: string, build?: number): RunAnswer {
  const image = readImage(platform);
  if (image === null) throw new Error(`no image ${platform}`);
  return runHere({ host: hostOf(host), how, image, build }, shelf);
}

/** Host and how; then the verdicts for linux/amd64, linux/arm64 and windows/amd64:26100. */
const MAIN: readonly (readonly [RunHostId, RunHow, string, string, string])[] = [
  ['linux-amd64', 'docker-engine', 'native', 'emulated', 'impossible'],
  ['linux-amd64', 'docker-desktop', 'hidden-vm', 'hidden-vm+emulated', 'impossible'],
  ['linux-arm64', 'docker-engine', 'emulated', 'native', 'impossible'],
  ['linux-arm64', 'docker-desktop', 'not-offered', 'not-offered', 'impossible'],
  ['windows-11-pro', 'docker-desktop', 'hidden-vm', 'hidden-vm+emulated', 'hyperv-isolation'],
  ['windows-11-home', 'docker-desktop', 'hidden-vm', 'hidden-vm+emulated', 'impossible'],
  ['windows-11-arm64', 'docker-desktop', 'hidden-vm+emulated', 'hidden-vm', 'impossible'],
  ['windows-server-2025', 'docker-engine', 'impossible', 'impossible', 'native'],
  ['windows-server-2025', 'docker-desktop', 'not-offered', 'not-offered', 'not-offered'],
  ['windows-server-2025', 'vm', 'vm', 'vm', 'vm'],
  ['macos-arm64', 'docker-desktop', 'hidden-vm+emulated', 'hidden-vm', 'impossible'],
  ['macos-amd64', 'docker-desktop', 'hidden-vm', 'hidden-vm+emulated', 'impossible'],
  ['cloud-vm-linux', 'docker-engine', 'native', 'emulated', 'impossible'],
  ['ci-linux', 'docker-engine', 'native', 'emulated', 'impossible'],
];

describe('the main table', () => {
  test.each(MAIN)('%s, %s: %s, %s, %s', (host, how, amd64, arm64, windows) => {
    const verdicts = ['linux/amd64', 'linux/arm64', 'windows/amd64:26100'].map(
      (image) => ask(host, how, image).verdict,
    );
    expect(verdicts).toEqual([amd64, arm64, windows]);
  });

  test('a desktop names its backend, and Windows alone has a choice of them', () => {
    for (const image of ['linux/amd64', 'linux/arm64']) {
      expect(ask('windows-11-pro', 'docker-desktop', image).stack?.id).toBe('desktop-windows-wsl2');
      expect(ask('windows-11-pro', 'docker-desktop-hyperv', image).stack?.id).toBe(
        'desktop-windows-hyperv',
      );
      expect(ask('macos-arm64', 'docker-desktop-wsl2', image).verdict).toBe('not-offered');
    }
    expect(ask('windows-11-home', 'docker-desktop-hyperv', 'linux/amd64').verdict).toBe(
      'not-offered',
    );
    expect(ask('windows-11-arm64', 'docker-desktop-hyperv', 'linux/arm64').verdict).toBe(
      'not-offered',
    );
  });

  test('Podman on an Intel Mac is of an older release, and on no other machine', () => {
    const needs = (host: RunHostId) => ask(host, 'podman', 'linux/amd64').needs;
    expect(needs('macos-amd64')).toContain('machine-intel');
    for (const host of ['macos-arm64', 'windows-11-pro', 'linux-amd64'] as const)
      expect(needs(host)).not.toContain('machine-intel');
  });

  test('Rosetta translates on Apple silicon, QEMU elsewhere', () => {
    expect(ask('macos-arm64', 'docker-desktop', 'linux/amd64').translator).toBe('rosetta');
    expect(ask('macos-amd64', 'docker-desktop', 'linux/arm64').translator).toBe('qemu');
    expect(ask('windows-11-arm64', 'docker-desktop', 'linux/amd64').translator).toBe('qemu');
  });
});

/** What each cell of the table allows: process isolation, Hyper-V isolation. */
const MATRIX: readonly (readonly [string, RunHostId, number, ...string[]])[] = [
  ['Windows Server 2016', 'windows-server-2016', 14393, 'both', 'no', 'no', 'no'],
  ['Windows Server 2019', 'windows-server-2019', 17763, 'hyperv', 'both', 'no', 'no'],
  ['Windows Server 2022', 'windows-server-2022', 20348, 'hyperv', 'hyperv', 'both', 'no'],
  ['Windows Server 2025', 'windows-server-2025', 26100, 'hyperv', 'hyperv', 'both', 'both'],
  ['Windows 10', 'windows-11-pro', 19045, 'hyperv', 'hyperv', 'no', 'no'],
  ['Windows 11 23H2', 'windows-11-pro', 22631, 'hyperv', 'hyperv', 'both', 'no'],
  ['Windows 11 24H2', 'windows-11-pro', 26100, 'hyperv', 'hyperv', 'both', 'both'],
];

describe('the table of Windows builds', () => {
  const cells = MATRIX.flatMap(([name, host, build, ...row]) =>
    row.map((cell, at) => ({ name, host, build, cell, image: BUILDS[at] ?? 0 })),
  );
  test.each(cells)('$name, image $image: $cell', ({ host, build, cell, image }) => {
    const process = ask(host, 'windows-process', `windows/amd64:${image}`, build).verdict;
    const hyperv = ask(host, 'windows-hyperv', `windows/amd64:${image}`, build).verdict;
    expect(process).toBe(cell === 'both' ? 'native' : 'impossible');
    expect(hyperv).toBe(cell === 'no' ? 'impossible' : 'hyperv-isolation');
  });

  test.each(cells)('$name, image $image, by default', ({ host, build, cell, image }) => {
    const isServer = host.includes('server');
    const usual = ask(
      host,
      isServer ? 'docker-engine' : 'docker-desktop',
      `windows/amd64:${image}`,
      build,
    );
    const expected = isServer && cell === 'both' ? 'native' : 'hyperv-isolation';
    expect(usual.verdict).toBe(cell === 'no' ? 'impossible' : expected);
  });

  test('Server 2016 compares the revision too, and no other does', () => {
    for (const { host, build, cell, image } of cells.filter(({ cell }) => cell === 'both')) {
      const { needs } = ask(host, 'windows-process', `windows/amd64:${image}`, build);
      expect([cell, needs.includes('revision-same')]).toEqual(['both', build === 14393]);
    }
  });

  test('a newer host runs what an older one of its kind runs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<RunHostId>('windows-server-2016', 'windows-11-pro'),
        fc.constantFrom<RunHow>('windows-hyperv', 'docker-engine', 'docker-desktop'),
        fc.integer({ min: 14393, max: 30000 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 14393, max: 30000 }),
        (host, how, build, more, image) => {
          const platform = `windows/amd64:${image}`;
          if (doesRun(ask(host, how, platform, build)))
            expect(doesRun(ask(host, how, platform, build + more))).toBe(true);
          if (image > build) expect(doesRun(ask(host, how, platform, build))).toBe(false);
        },
      ),
    );
  });
});

describe('every question', () => {
  const all = RUN_HOSTS.flatMap((host) =>
    RUN_HOWS.flatMap((how) =>
      IMAGES.map((platform) => ({ host, how, platform, answer: ask(host, how, platform) })),
    ),
  );

  test('has an answer with a reason and known sources', () => {
    expect(all).toHaveLength(RUN_HOSTS.length * RUN_HOWS.length * IMAGES.length);
    for (const { host, how, platform, answer } of all) {
      const where = `${host} ${how} ${platform}`;
      expect(answer.reasons.length, where).toBeGreaterThan(0);
      expect(answer.sources.length, where).toBeGreaterThan(0);
      for (const id of answer.sources) expect(shelf.sources.has(id), id).toBe(true);
    }
  });

  test('every verdict is given somewhere', () => {
    expect(new Set(all.map(({ answer }) => answer.verdict))).toEqual(new Set(RUN_VERDICTS));
  });

  test('a Linux image is never native where the kernel is not Linux, nor a Windows image off Windows', () => {
    for (const { host, platform, answer } of all) {
      const family = platform.startsWith('linux') ? 'linux' : 'nt';
      if (hostOf(host).family !== family)
        expect(['native', 'emulated', 'hyperv-isolation']).not.toContain(answer.verdict);
    }
  });

  test('what runs on another CPU is translated', () => {
    for (const { host, platform, answer } of all) {
      const isOther = readImage(platform)?.cpu !== hostOf(host).cpu;
      if (isOther && doesRun(answer)) expect(answer.translator).not.toBeNull();
      else expect(answer.translator).toBeNull();
      expect(answer.verdict.includes('emulated') && !isOther).toBe(false);
    }
  });

  test('what runs in a VM says in which, and what does not has none', () => {
    for (const { answer } of all) {
      const inVm = ['hidden-vm', 'hidden-vm+emulated', 'hyperv-isolation', 'vm'];
      expect(answer.vm !== null).toBe(inVm.includes(answer.verdict));
    }
  });

  test('leads to a stack that is there, or says that none shows it', () => {
    for (const { host, how, answer } of all) {
      if (!doesRun(answer)) expect(answer.stack).toBeNull();
      if (answer.stack === null) {
        // None of the stacks shows a VM of one's own on a Mac, or one whose CPU is translated.
        const isUnseen = host.startsWith('macos') || answer.translator === 'qemu-machine';
        if (doesRun(answer)) expect([how, isUnseen]).toEqual(['vm', true]);
        continue;
      }
      expect(stackIds).toContain(answer.stack.id);
      const { variant } = answer.stack;
      if (variant !== undefined) expect(stackNames[answer.stack.id]?.variants).toContain(variant);
    }
  });

  test('what cannot run there as asked runs in a VM of the reader’s own', () => {
    for (const { host, platform } of all) {
      const image = readImage(platform);
      if (image === null) throw new Error(platform);
      const ways = waysToRun({ host: hostOf(host), image }, shelf);
      expect(ways.map(({ how }) => how)).toContain('vm');
    }
  });
});

test.each(['', 'linux', 'linux/386', 'windows/arm64:26100', 'windows/amd64', 'windows/amd64:1'])(
  '“%s” names no image',
  (platform) => {
    expect(readImage(platform)).toBeNull();
  },
);
