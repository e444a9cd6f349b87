/** The measuring kit, run for real in a sandbox: what it prints, writes, skips and cleans up. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KIT, locate, Sandbox, SHELLS } from './kit-sandbox.ts';
import {
  COARSE_DATE,
  dockerInfo,
  engineScript,
  FAST_CLOCK,
  HYPERFINE,
  podmanInfo,
  SLOWING_CLOCK,
  virshScript,
  type FakeEngine,
} from './kit-stubs.ts';

/** The format as the kit has to keep it, apart from the code that reads it in the page. */
const text = (most: number) =>
  v.pipe(
    v.string(),
    v.check((s) => [...s].length <= most, 'too long'),
  );
const KitFile = v.strictObject({
  strata: v.literal('measurements'),
  format: v.literal(1),
  made: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)),
  machine: v.strictObject({
    name: text(80),
    os: v.string(),
    kernel: v.pipe(v.string(), v.minLength(1)),
    arch: v.pipe(v.string(), v.minLength(1)),
    cpu: v.string(),
    cores: v.pipe(v.number(), v.integer(), v.minValue(1)),
    memoryMiB: v.pipe(v.number(), v.integer(), v.minValue(1)),
    virtualized: v.string(),
  }),
  measurements: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]+$/)),
      kind: v.picklist(['start', 'size', 'memory', 'other']),
      stack: v.pipe(v.string(), v.regex(/^([a-z0-9-]+(:[a-z-]+)?)?$/)),
      what: v.pipe(text(120), v.minLength(1)),
      unit: v.picklist(['ms', 'MB', 'MiB']),
      values: v.pipe(
        v.array(v.pipe(v.number(), v.finite(), v.minValue(0))),
        v.minLength(1),
        v.maxLength(1000),
      ),
      tool: v.pipe(v.string(), v.minLength(1)),
      note: v.string(),
    }),
  ),
  skipped: v.array(v.strictObject({ what: text(120), why: v.pipe(v.string(), v.minLength(1)) })),
});

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => box.remove());

/** Runs the kit, which has to succeed and leave nothing behind, and reads what it wrote. */
function measure(args: readonly string[], shell?: readonly string[], env?: object) {
  const run = box.run(args, shell, env);
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  expect(box.left).toEqual([]);
  const name = /^Written: (\S+)/m.exec(run.stdout)?.[1] ?? 'none';
  return { ...v.parse(KitFile, box.read(name)), name, stdout: run.stdout };
}

/** Runs the kit with one fake engine. */
function withEngine(name: 'docker' | 'podman', fake: FakeEngine, args: readonly string[]) {
  box.program(name, engineScript(fake));
  return measure([...args, '--runs', '1']);
}

describe.each(SHELLS.map((shell) => ({ shell, name: shell.join(' ') })))(
  'in $name',
  ({ shell }) => {
    test('--help says each option and runs nothing', () => {
      box.program('docker', 'exit 1');
      const { status, stdout } = box.run(['--help'], shell);
      expect(status).toBe(0);
      for (const option of ['--dry-run', '--only', '--runs', '--name', '--image', '--pull']) {
        expect(stdout).toContain(`  ${option}`);
      }
      expect(box.log).toBe('');
      expect(box.files).toEqual([]);
    });

    test('--only process --runs 3 writes a file that fits the format', () => {
      box.link('perl');
      const name = 'Lab "3" \\ C:\\new\u0007 é漢🐧';
      const file = measure(['--only', 'process', '--runs=3', '--name', name], shell);
      expect(file.machine.name).toBe(name.replace('\u0007', ''));
      expect(file.measurements).toHaveLength(1);
      expect(file.measurements[0]).toMatchObject({
        id: 'start-process',
        kind: 'start',
        stack: 'process',
        unit: 'ms',
      });
      expect(file.measurements[0]?.values).toHaveLength(3);
      expect(file.measurements[0]?.note).toMatch(/First run, not among the values: \d+\.\d{3} ms/);
      expect(file.skipped).toEqual([]);
      expect(file.stdout).toMatch(/ms +3 {2}\S*\/true, a process that ends at once/);
    });

    test('--dry-run prints what it would run, runs none of it and writes nothing', () => {
      for (const program of ['docker', 'podman', 'runc', 'virsh', 'multipass', 'systemd-analyze']) {
        box.program(program, 'exit 1');
      }
      const { status, stdout, stderr } = box.run(
        ['--dry-run', '--pull', '--virsh', 'my vm', '--multipass', 'primary'],
        shell,
      );
      expect(stderr).toBe('');
      expect(status).toBe(0);
      for (const line of [
        /would run 1 \+ 10 times \(\w+\): \S*\/true/,
        /would run: docker info --format '\{\{\.ServerVersion\}\}/,
        /would run, if it is not here: docker pull docker.io\/library\/busybox/,
        /would run 1 \+ 10 times \(\w+\): docker run --rm --pull=never --label strata-kit=\d+ busybox true/,
        /would run 3 times: virsh start my vm/,
        /would run 3 times: multipass start primary/,
        /would run: systemd-analyze time/,
      ]) {
        expect(stdout).toMatch(line);
      }
      expect(box.log).toBe('');
      expect(box.files).toEqual([]);
      expect(box.left).toEqual([]);
    });

    test('Ctrl+C removes the container it started and writes no file', async () => {
      // Told by label, as it has no name yet: the client is still waiting when Ctrl+C comes.
      const hang = `echo 77aa >"$SANDBOX/containers"; exec ${locate('sleep') ?? 'sleep'} 60`;
      box.program('docker', engineScript({ info: dockerInfo(), onRun: hang }));
      const kit = box.start(['--only', 'docker'], shell);
      const ended = new Promise<number | null>((resolve) => kit.on('close', resolve));
      await vi.waitUntil(() => box.log.includes('docker run --rm'), { timeout: 60_000 });
      process.kill(-(kit.pid ?? 0), 'SIGINT');
      expect(await ended).toBe(130);
      expect(box.log).toMatch(/docker ps -aq --filter label=strata-kit=\d+/);
      expect(box.log).toContain('docker rm -f 77aa');
      expect(box.files).toEqual([]);
      expect(box.left).toEqual([]);
    });
  },
);

describe('bad input', () => {
  test.each([
    [['--runs', '0'], '--runs needs a number from 1 to 1000, got "0"'],
    [['--runs=ten'], '--runs needs a number from 1 to 1000, got "ten"'],
    [['--runs', '1001'], 'got "1001"'],
    [['--runs'], '--runs needs a value'],
    [['--only', 'process,lxc'], 'got "lxc"'],
    [['--only='], '--only needs at least one name'],
    [['--only', '*'], '--only knows: process docker podman runc size memory vm boot; got "*"'],
    [['--image', 'a; reboot'], '--image is not an image\'s name: "a; reboot"'],
    [['--virsh', '--pull'], '--virsh needs a value, got "--pull"'],
    [['--pull=yes'], '--pull takes no value'],
    [['now'], 'unknown option now'],
  ])('%j is refused by name', (args, complaint) => {
    const { status, stderr } = box.run(args);
    expect(status).toBe(2);
    expect(stderr).toContain(complaint);
    expect(box.files).toEqual([]);
  });
});

describe('the file', () => {
  test('is never written over another one', () => {
    box.link('perl');
    const run = () => measure(['--only', 'process', '--runs', '1', '--name', 'PC 3/b']).name;
    expect([run(), run(), run()]).toEqual([
      'strata-measurements-PC-3-b.json',
      'strata-measurements-PC-3-b-2.json',
      'strata-measurements-PC-3-b-3.json',
    ]);
  });

  test('keeps its format when a tool prints bytes that are no text', () => {
    const system = String.raw`Lab\0377\0303\0050 "x\\y" \0033[31mred \0360\0237\0220\0247`;
    const file = withEngine('docker', { info: dockerInfo({ system }) }, ['--only', 'docker']);
    expect(file.measurements[0]?.note).toContain('on Lab\ufffd\ufffd( "x\\y" [31mred 🐧;');
  });

  test('cuts what is too long, between characters', () => {
    box.link('perl');
    const file = measure(['--only', 'process', '--runs', '1', '--name', '🐧'.repeat(100)]);
    expect(file.machine.name).toBe('🐧'.repeat(80));
  });

  test('does not carry the name of the home folder, which is often a person’s', () => {
    const trouble = `error during connect: open ${box.home}/.docker/key: odd`;
    const file = withEngine('docker', { info: false, trouble }, ['--only', 'docker']);
    expect(file.skipped).toEqual([
      { what: 'docker', why: 'error during connect: open ~/.docker/key: odd' },
    ]);
  });
});

describe('clocks', () => {
  test('hyperfine’s single runs are taken where it is there', () => {
    box.program('hyperfine', HYPERFINE);
    const file = measure(['--only', 'process', '--runs', '3']);
    expect(file.measurements[0]?.values).toEqual([26.5, 28.5, 28]);
    expect(file.measurements[0]?.tool).toBe('hyperfine 1.15.0');
    expect(box.log).toMatch(/hyperfine --shell=none --runs 3 --export-json .* \S*\/true$/m);
  });

  test('without hyperfine and perl it keeps time itself, less what its clock takes', () => {
    box.program('date', SLOWING_CLOCK);
    const file = measure(['--only', 'process', '--runs', '2']);
    expect(file.measurements[0]).toMatchObject({ values: [24, 28], tool: 'date' });
    expect(file.measurements[0]?.note).toContain('First run, not among the values: 20.000 ms.');
    expect(file.measurements[0]?.note).toContain("The clock's own time, 3000 us, is taken off.");
  });

  test('what is shorter than its clock takes is skipped, not made zero', () => {
    // The same time passes between any two readings, whatever lies between them.
    box.program('date', FAST_CLOCK);
    const file = measure(['--only', 'process', '--runs', '2']);
    expect(file.measurements).toEqual([]);
    expect(file.skipped[0]?.why).toBe('too short for the clock here; install hyperfine or perl');
  });

  test('hyperfine hides why a command failed; the kit asks it again', () => {
    box.program('hyperfine', HYPERFINE);
    const onRun = 'echo "docker: no space left on device" >&2; exit 125';
    const file = withEngine('docker', { info: dockerInfo(), onRun }, ['--only', 'docker']);
    expect(file.skipped[0]?.why).toBe('docker: no space left on device');
  });

  test('a busy machine is said, on screen and in the file', () => {
    box.link('perl');
    box.program(
      'uptime',
      "echo ' 22:10:43 up 47 min,  0 user,  load average: 512.32, 16.32, 12.86'",
    );
    const file = measure(['--only', 'process', '--runs', '1']);
    expect(file.stdout).toContain('this machine is busy (load 512.32 on');
    expect(file.measurements[0]?.note).toContain('The machine was busy: load 512.32 on');
  });

  test('an idle one is not', () => {
    box.link('perl');
    box.program('uptime', "echo '10:00  up 2 days, 3 users, load averages: 0.01 1.50 1.40'");
    const file = measure(['--only', 'process', '--runs', '1']);
    expect(file.stdout + JSON.stringify(file.measurements)).not.toContain('busy');
  });

  test('a clock that is too coarse measures nothing', () => {
    box.program('date', COARSE_DATE);
    const file = measure(['--only', 'process']);
    expect(file.measurements).toEqual([]);
    expect(file.skipped[0]?.why).toBe(
      'the clock here is too coarse for it; install hyperfine or perl',
    );
  });
});

describe('docker run', () => {
  const only = ['--only', 'docker'];
  const stackOf = (info: string, images?: FakeEngine['images']) =>
    withEngine('docker', { info, ...(images && { images }) }, only).measurements[0]?.stack;

  test.each([
    ['an engine on this kernel', {}, 'docker-linux'],
    [
      'a rootless engine',
      { security: '[name=seccomp,profile=builtin name=rootless]' },
      'docker-rootless',
    ],
    ['gVisor as runtime', { runtime: 'runsc' }, 'gvisor'],
    ['Kata as runtime', { runtime: 'io.containerd.kata.v2' }, 'kata'],
    ['a runtime nobody knows', { runtime: 'own' }, ''],
    ['an engine in some VM', { kernel: '6.10.14-linuxkit', system: 'Alpine Linux' }, ''],
  ])('%s stands for the stack %j', (_, changes, stack) => {
    expect(stackOf(dockerInfo(changes))).toBe(stack);
  });

  test.each([
    ['Linux', '6.8.0-45-generic', 'desktop-linux'],
    ['Linux', '5.15.167.4-microsoft-standard-WSL2', 'desktop-windows-wsl2'],
    ['Darwin', '24.1.0', 'desktop-mac'],
  ])('Docker Desktop on %s %s is %s', (system, kernel, stack) => {
    box.program(
      'uname',
      `case $1 in -s) echo ${system} ;; -r) echo ${kernel} ;; -m) echo x86_64 ;; *) echo ${system} ${kernel} ;; esac`,
    );
    box.program('sw_vers', 'echo 15.1');
    box.program('sysctl', 'case $2 in *memsize) echo 17179869184 ;; *) echo Apple M3 ;; esac');
    const info = dockerInfo({ system: 'Docker Desktop', kernel: '6.10.14-linuxkit' });
    expect(stackOf(info)).toBe(stack);
  });

  test('an image for another CPU is emulated, and stands for that', () => {
    const arm = { busybox: { arch: 'arm64' } };
    const file = withEngine('docker', { info: dockerInfo(), images: arm }, only);
    expect(file.measurements[0]?.stack).toBe('emulated');
    expect(file.measurements[0]?.note).toContain('for aarch64, the machine is x86_64: emulated');
  });

  test.each([
    [
      'the engine is off',
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'installed, but its engine is not running',
    ],
    [
      'the user may not',
      'permission denied while trying to connect to the Docker daemon socket',
      'no permission to use it; run this as a user who may',
    ],
  ])('%s: skipped in words', (_, trouble, why) => {
    const file = withEngine('docker', { info: false, trouble }, only);
    expect(file.measurements).toEqual([]);
    expect(file.skipped).toEqual([{ what: 'docker', why }]);
  });

  test('a client that reports success without an engine is not believed', () => {
    const file = withEngine('docker', { info: '||||||' }, only);
    expect(file.skipped[0]?.why).toBe('installed, but its engine does not answer');
  });

  test('an engine on another machine is not timed', () => {
    box.program('docker', engineScript({ info: dockerInfo() }));
    const file = measure(only, ['sh'], { DOCKER_HOST: 'ssh://lab.example' });
    expect(file.skipped).toEqual([{ what: 'docker', why: 'its engine is on another machine' }]);
    expect(box.log).not.toContain('docker info');
  });

  test('Podman by the name of docker is left to Podman', () => {
    box.program('docker', 'echo podman version 5.4.0');
    expect(measure(only).skipped[0]?.why).toBe('this docker is Podman by another name');
  });

  test('not there: said so', () => {
    expect(measure(only).skipped).toEqual([{ what: 'docker', why: 'not installed' }]);
  });

  test('no image is fetched without --pull', () => {
    const file = withEngine('docker', { info: dockerInfo(), images: { 'my/own:1': {} } }, only);
    expect(file.skipped[0]?.why).toContain('no image of busybox alpine debian ubuntu here');
    expect(box.log).not.toMatch(/docker (pull|run)/);
  });

  test('with --pull it is fetched, and a failure has its reason', () => {
    const trouble = 'Error response from daemon: Get "https://registry/v2/": no such host';
    const file = withEngine('docker', { info: dockerInfo(), images: { a: {} }, trouble }, [
      ...only,
      '--pull',
    ]);
    expect(box.log).toContain('docker pull docker.io/library/busybox');
    expect(file.skipped[0]?.why).toBe(`could not fetch docker.io/library/busybox: ${trouble}`);
  });

  test('each run forbids fetching and carries the label it is cleaned up by', () => {
    const file = withEngine(
      'docker',
      { info: dockerInfo(), images: { 'ghcr.io/x/tiny:1.2': {} } },
      [...only, '--image', 'ghcr.io/x/tiny:1.2'],
    );
    expect(file.measurements[0]).toMatchObject({
      id: 'start-docker-tiny-1-2',
      what: 'docker run --rm tiny:1.2 true',
    });
    const runs = box.log.split('\n').filter((line) => line.startsWith('docker run'));
    expect(runs).toHaveLength(2);
    for (const line of runs) {
      expect(line).toMatch(/--rm --pull=never --label strata-kit=\d+ ghcr\.io\/x\/tiny:1\.2 true$/);
    }
  });

  test('a run that fails is skipped with what the engine said', () => {
    const onRun = `echo "docker: Error response from daemon: OCI runtime create failed: no “true”" >&2; exit 127`;
    const file = withEngine('docker', { info: dockerInfo(), onRun }, only);
    expect(file.skipped).toEqual([
      {
        what: 'docker run --rm busybox true',
        why: 'docker: Error response from daemon: OCI runtime create failed: no “true”',
      },
    ]);
  });
});

describe('podman', () => {
  test.each([
    [true, 'podman run --rm busybox true (rootless)'],
    [false, 'podman run --rm busybox true'],
  ])('rootless %s is said in what was measured; no stack is claimed', (rootless, what) => {
    const file = withEngine('podman', { info: podmanInfo(rootless) }, ['--only', 'podman']);
    expect(file.measurements[0]).toMatchObject({ id: 'start-podman-busybox', stack: '', what });
    expect(file.measurements[0]?.note).toContain('Podman 5.4.0; storage overlay; runtime crun.');
  });

  test('its machine not started: skipped in words', () => {
    const trouble = 'Cannot connect to Podman. Please verify your connection to the Linux system';
    const file = withEngine('podman', { info: false, trouble }, ['--only', 'podman']);
    expect(file.skipped[0]?.why).toBe('installed, but its engine is not running');
  });
});

describe('sizes and memory', () => {
  const images = {
    alpine: { bytes: 8_310_000 },
    'debian:12-slim': { bytes: 74_800_000 },
    'acme/secret-project': { bytes: 1_000_000 },
  };

  test('only well-known images are listed', () => {
    const file = withEngine('docker', { info: dockerInfo(), images }, ['--only', 'size']);
    expect(file.measurements.map(({ what, values, unit }) => [what, values, unit])).toEqual([
      ['image alpine:latest', [8.31], 'MB'],
      ['image debian:12-slim', [74.8], 'MB'],
    ]);
    expect(JSON.stringify(file)).not.toContain('secret');
  });

  test('--all-images lists every one', () => {
    const file = withEngine('docker', { info: dockerInfo(), images }, [
      '--only',
      'size',
      '--all-images',
    ]);
    expect(file.measurements).toHaveLength(3);
  });

  test.each([
    ['1.5MiB / 7.65GiB', 1.5],
    ['49.15kB / 8.2GB', 0.047],
    ['512B / 0B', 0],
  ])('stats of %s are %d MiB; the container is removed', (stats, mib) => {
    const file = withEngine('docker', { info: dockerInfo(), stats }, ['--only', 'memory']);
    expect(file.measurements[0]).toMatchObject({
      kind: 'memory',
      unit: 'MiB',
      tool: 'docker stats',
      values: [mib, mib, mib],
    });
    expect(box.log).toContain('docker rm -f 3f4e5d6c7b8a');
  });

  test('an answer that is no number is skipped, not made zero', () => {
    const file = withEngine('docker', { info: dockerInfo(), stats: '-- / --' }, [
      '--only',
      'memory',
    ]);
    expect(file.measurements).toEqual([]);
    expect(file.skipped[0]?.why).toBe('no number came out of it');
  });
});

describe('virtual machines', () => {
  const virsh = ['--only', 'vm', '--virsh', 'my vm', '--runs', '10'];

  test('none is started unless one is named', () => {
    box.program('virsh', virshScript({}));
    box.program('multipass', 'exit 1');
    expect(measure(['--only', 'vm']).skipped[0]?.why).toContain('none was named');
    expect(box.log).toBe('');
  });

  test('a libvirt VM that is off is started three times and shut down each time', () => {
    box.program('virsh', virshScript({}));
    const file = measure(virsh);
    expect(file.measurements[0]).toMatchObject({ kind: 'start', stack: 'vm-bare-metal:kvm' });
    expect(file.measurements[0]?.values).toHaveLength(3);
    expect(box.log.match(/^virsh start my vm$/gm)).toHaveLength(3);
    expect(box.log.match(/^virsh shutdown my vm$/gm)).toHaveLength(3);
    // The plug is never pulled.
    expect(box.log).not.toContain('destroy');
  });

  test('one that runs already is left alone', () => {
    box.program('virsh', virshScript({ state: 'running' }));
    expect(measure(virsh).skipped[0]?.why).toContain('this VM is "running"');
    expect(box.log).not.toMatch(/virsh (start|shutdown)/);
  });

  test('one without an agent is given up, and shut down', () => {
    box.program('virsh', virshScript({ agent: false }));
    box.program('date', FAST_CLOCK);
    const file = measure(virsh);
    expect(file.skipped[0]?.why).toContain('QEMU guest agent is not connected');
    expect(box.log).toContain('virsh shutdown my vm');
  });

  test('an emulated one is no start time', () => {
    box.program('virsh', virshScript({ type: 'qemu' }));
    const [measured] = measure(virsh).measurements;
    expect(measured).toMatchObject({ kind: 'other', stack: '' });
    expect(measured?.what).toMatch(/^EMULATED CPU/);
    expect(measured?.note).toContain("This is not a VM's start time.");
  });

  test('one that does not exist has its reason, without its name', () => {
    box.program('virsh', virshScript({}));
    const file = measure(['--only', 'vm', '--virsh', 'no "vm"']);
    expect(file.skipped[0]?.why).toBe(`error: failed to get domain '(the VM)'`);
  });

  test('Ctrl+C shuts down the VM it started', async () => {
    box.program('virsh', virshScript({ agent: false }));
    const kit = box.start(virsh);
    const ended = new Promise<number | null>((resolve) => kit.on('close', resolve));
    await vi.waitUntil(() => box.log.includes('qemu-agent-command'), { timeout: 60_000 });
    process.kill(-(kit.pid ?? 0), 'SIGINT');
    expect(await ended).toBe(130);
    expect(box.log).toContain('virsh shutdown my vm');
    expect(box.files).toEqual([]);
  });

  const multipass = (state: string) => `
case $1 in
  list) printf 'Name,State,IPv4,IPv6,Release,AllIPv4\\nother,Running,10.1.2.3,,Ubuntu,\\nprimary,%s,,,Ubuntu 24.04 LTS,\\n' ${state} ;;
  version) echo 'multipass   1.15.0' ;;
  start | stop) ;;
esac`;

  test('a Multipass instance that is stopped is started and stopped', () => {
    box.program('multipass', multipass('Stopped'));
    const file = measure(['--only', 'vm', '--multipass', 'primary', '--runs', '2']);
    expect(file.measurements[0]?.values).toHaveLength(2);
    expect(box.log.match(/^multipass stop primary$/gm)).toHaveLength(2);
  });

  test('a Multipass instance that runs is left alone', () => {
    box.program('multipass', multipass('Running'));
    const file = measure(['--only', 'vm', '--multipass', 'primary']);
    expect(file.skipped[0]?.why).toContain('this instance is "Running"');
    expect(box.log).not.toMatch(/multipass (start|stop)/);
  });

  /** A QEMU that fails with KVM, as it does in many VMs, and else prints what a guest would. */
  function qemuKit(guest: string) {
    const kernel = path.join(box.root, 'vm linuz');
    writeFileSync(kernel, 'kernel');
    // The kit's own watch over a guest that hangs has to take its time.
    box.link('sleep');
    box.program('uname', 'case $1 in -s) echo Linux ;; -m) echo x86_64 ;; *) echo 6.1.0 ;; esac');
    box.program('busybox', 'exit 0');
    box.program('cpio', 'cat >/dev/null; echo archive');
    box.program(
      'qemu-system-x86_64',
      `case "$*" in
        --version) echo 'QEMU emulator version 7.2.22' ;;
        *'accel kvm'*) echo 'qemu-system-x86_64: failed to initialize kvm: Permission denied' >&2; exit 1 ;;
        *) ${guest} ;;
      esac`,
    );
    return measure(['--only', 'vm', '--qemu-kernel', kernel, '--runs', '2']);
  }

  test('QEMU without KVM is kept apart: no stack, no start, said so in words', () => {
    const file = qemuKit(
      `printf 'booting\\nstrata-guest-is-up\\r\\n'; exec ${locate('sleep') ?? 'sleep'} 60`,
    );
    const [boot] = file.measurements;
    expect(boot).toMatchObject({ id: 'qemu-emulated-start', kind: 'other', stack: '', unit: 'ms' });
    expect(boot?.values).toHaveLength(2);
    expect(boot?.what).toMatch(/^EMULATED CPU/);
    expect(boot?.note).toContain("This is not a VM's start time.");
    expect(file.stdout).toContain("that is not a VM's start time");
    expect(file.measurements.every(({ kind }) => kind === 'other')).toBe(true);
  });

  test('a guest that never gets there is skipped with what QEMU said', () => {
    const file = qemuKit(`echo 'qemu: could not load kernel “x”: error' >&2; exit 1`);
    expect(file.measurements).toEqual([]);
    expect(file.skipped[0]?.why).toContain('could not load kernel “x”');
  });

  test('a kernel file that is not there is said before anything starts', () => {
    box.program('uname', 'case $1 in -s) echo Linux ;; -m) echo x86_64 ;; *) echo 6.1.0 ;; esac');
    box.program('busybox', 'exit 0');
    box.program('qemu-system-x86_64', 'exit 1');
    const file = measure(['--only', 'vm', '--qemu-kernel', '/nowhere/vmlinuz']);
    expect(file.skipped[0]?.why).toBe('the kernel file is not there or may not be read');
  });
});

describe('boot of this machine', () => {
  test('systemd’s parts and their sum are read, minutes too', () => {
    box.program(
      'systemd-analyze',
      `echo 'Startup finished in 812ms (kernel) + 1.204s (initrd) + 1min 3.400s (userspace) = 1min 5.416s '
       echo 'graphical.target reached after 1min 3.100s in userspace.'`,
    );
    const file = measure(['--only', 'boot']);
    expect(file.measurements.map(({ id, kind, values }) => [id, kind, values])).toEqual([
      ['boot-kernel', 'other', [812]],
      ['boot-initrd', 'other', [1204]],
      ['boot-userspace', 'other', [63_400]],
      ['boot-total', 'start', [65_416]],
    ]);
  });

  test.each([
    ['oracle', 'vm-hosted:virtualbox'],
    ['microsoft', 'vm-bare-metal:hyper-v'],
    ['kvm', ''],
    ['none', ''],
  ])('in a machine virtualized by %s it stands for %j', (virtualized, stack) => {
    box.program('systemd-detect-virt', `echo ${virtualized}`);
    box.program('systemd-analyze', 'echo "Startup finished in 2s (kernel) + 3s (userspace) = 5s"');
    const file = measure(['--only', 'boot']);
    expect(file.machine.virtualized).toBe(virtualized);
    expect(file.measurements.map((each) => each.stack)).toEqual([stack, stack, stack]);
  });

  test('a boot that is not finished is skipped in systemd’s words', () => {
    box.program(
      'systemd-analyze',
      'echo "Bootup is not yet finished (org.freedesktop.systemd1.Manager.FinishTimestampMonotonic=0)." >&2; exit 1',
    );
    expect(measure(['--only', 'boot']).skipped[0]?.why).toMatch(/^Bootup is not yet finished/);
  });
});

describe('the script itself', () => {
  const script = readFileSync(KIT, 'utf8');

  test('calls nothing that opens a connection', () => {
    expect(script).not.toMatch(/\b(curl|wget|nc|ncat|scp|rsync|telnet|ftp)\b/);
  });

  test('fits a reader’s screen', () => {
    expect(script.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(script).not.toContain('\t');
  });
});
