/** The closed vocabularies of "can this image run here?", by the names of the public page `/where`. */

/** A machine, and which kernel and CPU are in it. */
export const RUN_HOSTS = [
  'linux-amd64',
  'linux-arm64',
  'windows-11-pro',
  'windows-11-home',
  'windows-11-arm64',
  'windows-server-2016',
  'windows-server-2019',
  'windows-server-2022',
  'windows-server-2025',
  'macos-arm64',
  'macos-amd64',
  'ci-linux',
  'cloud-vm-linux',
] as const;
export type RunHostId = (typeof RUN_HOSTS)[number];

/** What runs the image. */
export const RUN_HOWS = [
  'docker-engine',
  'docker-desktop',
  'docker-desktop-wsl2',
  'docker-desktop-hyperv',
  'podman',
  'containerd',
  'windows-process',
  'windows-hyperv',
  'gvisor',
  'kata',
  'vm',
] as const;
export type RunHow = (typeof RUN_HOWS)[number];

/** Windows process isolation is `native`; gVisor too: the host's kernel alone runs it. */
export const RUN_VERDICTS = [
  'native',
  'hidden-vm',
  'emulated',
  'hidden-vm+emulated',
  'hyperv-isolation',
  'vm',
  'not-offered',
  'impossible',
] as const;
export type RunVerdict = (typeof RUN_VERDICTS)[number];

/** Why; each has a sentence in the catalogue and its sources in `content/run-here/reasons.json`. */
export const RUN_REASONS = [
  'same-kernel',
  'node-kernel',
  'linux-needs-linux',
  'windows-needs-windows',
  'cpu-translated',
  'cpu-rosetta',
  'cpu-machine-translated',
  'cpu-translated-in-vm',
  'cpu-windows-amd64-only',
  'desktop-vm-on-linux',
  'desktop-wsl2',
  'desktop-hyperv',
  'desktop-mac',
  'desktop-amd64-packages',
  'desktop-not-in-vm',
  'desktop-not-on-server',
  'desktop-backend-of-windows',
  'desktop-arm-wsl2-only',
  'desktop-switched',
  'home-linux-only',
  'home-no-hyperv',
  'home-no-containers',
  'engine-not-on-mac',
  'engine-windows-only',
  'podman-machine',
  'podman-linux-only',
  'containerd-linux-windows',
  'containerd-since-2019',
  'isolation-of-windows',
  'isolation-no-linux',
  'build-fits',
  'build-excepted',
  'build-newer',
  'build-differs',
  'own-nt-kernel',
  'server-takes-process',
  'client-takes-hyperv',
  'sentry',
  'gvisor-linux-only',
  'gvisor-one-cpu',
  'kata-vm',
  'kata-linux-only',
  'kata-one-cpu',
  'own-vm',
] as const;
export type RunReason = (typeof RUN_REASONS)[number];

/** What else must hold, which the teeth do not say. */
export const RUN_NEEDS = [
  'kernel-version',
  'own-libc',
  'cpu-level',
  'binfmt',
  'rosetta-setting',
  'kvm',
  'nested',
  'hyperv-feature',
  'wsl2',
  'build-same',
  'revision-same',
  'for-development',
  'all-users',
  'early-access',
  'home-named-or-not',
  'machine-provider',
  'machine-libkrun',
  'machine-intel',
  'node-cpu',
  'gvisor-kernel',
  'guest-same-cpu',
] as const;
export type RunNeed = (typeof RUN_NEEDS)[number];

export const RUN_CPUS = ['amd64', 'arm64'] as const;
export type RunCpu = (typeof RUN_CPUS)[number];
