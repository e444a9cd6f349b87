/** English words of "can this image run here?", and of its controls. */
import type { KernelRunWords } from '../../../model/kernel/run-words.ts';

function list(parts: readonly string[], last = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`;
}

const hows: KernelRunWords['hows'] = {
  'docker-engine': 'Docker Engine',
  'docker-desktop': 'Docker Desktop',
  'docker-desktop-wsl2': 'Docker Desktop, WSL 2',
  'docker-desktop-hyperv': 'Docker Desktop, Hyper-V',
  podman: 'Podman',
  containerd: 'containerd',
  'windows-process': 'Process isolation',
  'windows-hyperv': 'Hyper-V isolation',
  gvisor: 'gVisor',
  kata: 'Kata Containers',
  vm: 'A VM of your own',
};

export const kernelRun: KernelRunWords = {
  caption: 'Can these images run here?',
  title: 'Can this image run here?',
  hosts: {
    'linux-amd64': { name: 'Linux on x86-64', short: 'Linux amd64' },
    'linux-arm64': { name: 'Linux on Arm', short: 'Linux arm64' },
    'windows-11-pro': { name: 'Windows 11 Pro', short: 'Windows Pro' },
    'windows-11-home': { name: 'Windows 11 Home', short: 'Windows Home' },
    'windows-11-arm64': { name: 'Windows 11 on Arm', short: 'Windows arm64' },
    'windows-server-2016': { name: 'Windows Server 2016', short: 'Server 2016' },
    'windows-server-2019': { name: 'Windows Server 2019', short: 'Server 2019' },
    'windows-server-2022': { name: 'Windows Server 2022', short: 'Server 2022' },
    'windows-server-2025': { name: 'Windows Server 2025', short: 'Server 2025' },
    'macos-arm64': { name: 'a Mac with Apple silicon', short: 'Mac, Apple silicon' },
    'macos-amd64': { name: 'an Intel Mac', short: 'Mac, Intel' },
    'ci-linux': { name: 'a Linux CI runner', short: 'CI runner' },
    'cloud-vm-linux': { name: 'a Linux cloud VM', short: 'Cloud VM' },
  },
  groups: {
    linux: 'Linux',
    windows: 'Windows 11',
    server: 'Windows Server',
    mac: 'Mac',
    cloud: 'In a provider’s VM',
  },
  hows,
  verdicts: {
    native: 'Runs',
    'hidden-vm': 'Runs in a hidden VM',
    emulated: 'Runs, translated',
    'hidden-vm+emulated': 'Hidden VM, translated',
    'hyperv-isolation': 'Runs on its own kernel',
    vm: 'Runs in your VM',
    'not-offered': 'Not offered',
    impossible: 'Cannot run',
  },
  kata: 'Runs in a VM of its own',
  reasons: {
    'same-kernel': 'Its calls are Linux calls, and so are the kernel’s.',
    'node-kernel': 'The kernel is the one of the provider’s VM.',
    'linux-needs-linux': 'It makes Linux calls: it needs a Linux kernel, so a VM.',
    'windows-needs-windows': 'It makes NT calls: it needs a Windows kernel, so a VM.',
    'cpu-translated': 'Built for another CPU: QEMU translates its instructions.',
    'cpu-rosetta': 'Built for another CPU: Rosetta translates its instructions.',
    'cpu-machine-translated': 'A VM has the host’s CPU. QEMU must translate a whole machine.',
    'cpu-translated-in-vm': 'Built for another CPU: QEMU translates it inside the VM.',
    'cpu-windows-amd64-only': 'Windows on Arm runs no Windows containers in Docker Desktop.',
    'desktop-vm-on-linux': 'Docker Desktop runs a Linux VM on Linux too.',
    'desktop-wsl2': 'Docker Desktop runs it in the VM of WSL 2.',
    'desktop-hyperv': 'Docker Desktop runs it in a Hyper-V VM.',
    'desktop-mac': 'Docker Desktop runs it in a Linux VM.',
    'desktop-amd64-packages': 'Docker Desktop’s Linux packages are for x86-64 alone.',
    'desktop-not-in-vm': 'Docker Desktop for Linux is not supported inside a VM.',
    'desktop-not-on-server': 'Docker Desktop is not supported on Windows Server.',
    'desktop-backend-of-windows': 'That backend is for Windows.',
    'desktop-arm-wsl2-only': 'On Arm, Docker names the WSL 2 backend alone.',
    'desktop-switched': 'You switch Docker Desktop to Windows containers first.',
    'home-linux-only': 'Docker Desktop on Windows Home runs Linux containers only.',
    'home-no-hyperv': 'Docker lists the Hyper-V backend for Pro, Enterprise and Education.',
    'engine-not-on-mac': 'There is no Docker daemon for macOS.',
    'engine-windows-only': 'The Docker daemon for Windows runs Windows containers only.',
    'podman-machine': 'Podman runs it in its Linux machine, a VM.',
    'podman-linux-only': 'Podman runs Linux containers.',
    'containerd-linux-windows': 'containerd is a daemon for Linux and Windows.',
    'containerd-since-2019': 'containerd came with Windows Server 2019.',
    'isolation-of-windows': 'Only Windows has that isolation.',
    'isolation-no-linux': 'That isolation is for Windows images.',
    'build-fits': 'Its build is the kernel’s build.',
    'build-excepted': 'Microsoft allows this pair of builds.',
    'build-newer': 'It is newer than the host: Windows refuses it.',
    'build-differs': 'Its build is not the host’s: it cannot share that kernel.',
    'own-nt-kernel': 'Hyper-V gives it a VM with a Windows kernel of its own build.',
    'server-takes-process': 'Windows Server takes process isolation by itself.',
    'client-takes-hyperv': 'Windows 10 and Windows 11 take Hyper-V isolation by themselves.',
    sentry: 'The Sentry answers its calls: a kernel in user space.',
    'gvisor-linux-only': 'gVisor needs a Linux host.',
    'gvisor-one-cpu': 'The Sentry loads programs of its own CPU only.',
    'kata-vm': 'Kata gives it a VM with a Linux kernel of its own.',
    'kata-linux-only': 'Kata needs a Linux host.',
    'kata-one-cpu': 'Kata’s VM has the host’s CPU, and translates nothing.',
    'own-vm': 'You install a VM that brings the kernel it needs.',
  },
  needs: {
    'kernel-version': 'a kernel new enough for its C library',
    'own-libc': 'its own C library, which the image brings',
    'cpu-level': 'the CPU level it was compiled for',
    binfmt: 'QEMU registered with the kernel through binfmt_misc, Linux 4.8 or later',
    'rosetta-setting':
      'the Apple Virtualization framework: Docker VMM has no Rosetta, and QEMU translates',
    kvm: 'KVM and a CPU that supports it',
    nested: 'nested virtualization where the host is a VM itself',
    'hyperv-feature': 'the Hyper-V and Containers features of Windows',
    wsl2: 'WSL 2',
    'build-same': 'the same Windows build as the kernel, or a pair that Microsoft allows',
    'revision-same': 'the same revision too on Windows Server 2016',
    'for-development': 'process isolation on Windows 10 and Windows 11 is for development and test',
    'all-users': 'Docker Desktop installed for all users',
    'early-access': 'Docker Desktop for Arm, in Early Access',
    'home-named-or-not': 'Docker’s install pages differ on whether Home is listed',
    'machine-provider': 'a provider for Podman’s machine',
    'node-cpu': 'a node with this CPU: Arm nodes exist too',
    'gvisor-kernel': 'a host kernel that gVisor supports, Linux 4.14.77 or later',
    'guest-same-cpu': 'a guest with the host’s CPU',
  },
  box: {
    hardware: 'Hardware',
    cpu: (cpu) => `${cpu} CPU`,
    kernels: {
      linux: { name: 'Linux kernel', short: 'Linux' },
      nt: { name: 'Windows kernel (NT)', short: 'NT' },
      xnu: { name: 'macOS kernel (XNU)', short: 'XNU' },
    },
    teeth: {
      linux: 'square teeth: Linux system calls',
      nt: 'pointed teeth: NT system calls',
      xnu: 'round teeth: macOS system calls',
    },
    build: (build) => `build ${build}`,
    hypervisor: 'Hypervisor',
    hyperv: 'Hypervisor (Hyper-V)',
    strip: { linux: 'KVM', xnu: 'Hypervisor', nt: 'Hypervisor driver' },
    vms: {
      desktop: 'Hidden Linux VM',
      wsl2: 'WSL 2 VM',
      hyperv: 'DockerDesktopVM',
      podman: 'Podman machine',
      isolation: 'Utility VM',
      kata: 'Kata VM',
      own: 'Your VM',
    },
    translators: {
      qemu: { name: 'QEMU', short: 'QEMU' },
      rosetta: { name: 'Rosetta', short: 'Rosetta' },
      'qemu-machine': { name: 'QEMU, a whole machine', short: 'QEMU' },
    },
    translates: (cpu) => `translates ${cpu}`,
    sentry: { name: 'Sentry', detail: 'gVisor’s kernel, a process' },
    nothingHere: 'No image stands here.',
    files: 'files',
  },
  besides: 'The teeth do not say that it also needs',
  teethAre: 'The teeth are the system-call interface.',
  headline: (host, runs, total) =>
    runs === total
      ? `All of these images run on ${host}.`
      : runs === 0
        ? `None of these images runs on ${host}.`
        : `${runs} of ${total} images ${runs === 1 ? 'runs' : 'run'} on ${host}.`,
  sentence: (_host, how) =>
    `Run by ${how}. An image fits where the teeth fit; another kernel needs a VM, another CPU a translator.`,
  instead: (ways, family) => {
    const names = ways.map((how) => (how === 'vm' ? 'a VM of your own' : hows[how]));
    const kernel = family === 'linux' ? 'Linux' : 'Windows';
    return names.length === 1
      ? `A VM of your own with a ${kernel} kernel would run it.`
      : `Here it runs with ${list(names, 'or')}.`;
  },
  sources: (names) => `Sources: ${names.join(', ')}`,
  twin: {
    layer: (name, detail) => (detail === '' ? name : `${name}, ${detail}`),
    stands: (name, on) => `${name}, on ${on}`,
    held: (name, apart) => `${name}, held apart from ${apart}`,
    readout: (answers) => answers.map(({ image, verdict }) => `${image}: ${verdict}`).join('. '),
  },
  table: {
    rows: {
      verdict: 'Answer',
      why: 'Why',
      kernel: 'Kernel that runs it',
      translator: 'Translated by',
      besides: 'What the teeth do not say',
      stack: 'Stack that shows it',
      sources: 'Sources',
    },
    image: 'Image',
    none: 'none',
    nearest: (title) => `${title} (the nearest)`,
  },
};

export const kernelRunUi = {
  host: 'Host',
  how: 'Run by',
  images: 'Images',
  build: 'Windows build of the host',
  usualBuild: (build: number) => `${build}, as usual`,
  namedBuild: (name: string, build: number) => `${name}, ${build}`,
  answers: 'Answers',
  open: (title: string) => `Open this stack: ${title}`,
  openNearest: (title: string) => `Open the nearest stack: ${title}`,
  openNone: 'No stack here shows it.',
};
