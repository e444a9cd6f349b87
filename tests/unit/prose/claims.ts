/**
 * Claims that a review of the sources found wrong, outdated or misleading, as patterns, each with what is
 * true instead and fixtures on both sides. A rule reads one sentence at a time, so that a sentence that
 * denies a claim can stand beside others.
 */
import type { Passage } from './passages.ts';

export interface Claim {
  readonly id: string;
  /** Where the review treats it: E1 to E12 and 1.1 to 5i of the seed, items 1 to 21 of the experts. */
  readonly reference: string;
  /** What is true instead. */
  readonly truth: string;
  readonly says: RegExp;
  /** Wording that turns the sentence into a true one. */
  readonly unless?: RegExp;
  /** Looks at the whole text in place of the sentence. */
  readonly unlessText?: RegExp;
  /** Looks at where it stands. */
  readonly unlessPlace?: RegExp;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

const DENIED = /\b(?:not|no|never|neither|nor|cannot|nothing|none|without)\b|n[’']t\b/i;
const PAST =
  /\b(?:history|past|once|formerly|used to|was|were|until|legacy|retired|no longer|before)\b/i;

export const CLAIMS: readonly Claim[] = [
  {
    id: 'hyperkit-today',
    reference: 'E5, 2f, 3c',
    truth: 'HyperKit is history; Docker Desktop on a Mac uses Apple’s Virtualization framework.',
    says: /HyperKit/i,
    unless: PAST,
    unlessPlace: /hyperkit/i,
    wrong: ['Docker Desktop on a Mac runs its VM with HyperKit.'],
    right: ['Docker Desktop on Intel Macs used HyperKit in the past.'],
  },
  {
    id: 'wsl2-without-hypervisor',
    reference: 'E2, 3a',
    truth: 'WSL 2 runs on a part of Hyper-V: the hypervisor lies beneath Windows too.',
    says: /\bWSL ?2\b.*\b(?:without|no|needs? no)\b(?: \w+){0,2} hypervisor|\bwithout(?: \w+){0,2} hypervisor\b.*\bWSL ?2/i,
    unless: /\b(?:not|never|cannot|nothing)\b.*\bwithout\b|no hypervisor of its own/i,
    wrong: [
      'On Windows Home, WSL 2 works without a separate hypervisor.',
      'WSL 2 needs no hypervisor.',
    ],
    right: [
      'WSL 2 does not run without a hypervisor: it lies beneath Windows too.',
      'WSL 2 brings no hypervisor of its own: it uses Hyper-V’s.',
    ],
  },
  {
    id: 'wsl2-is-hypervisor',
    reference: 'E3',
    truth: 'WSL 2 is a Linux subsystem that uses a hypervisor.',
    says: /\bhypervisors? (?:like|such as) WSL|\bWSL ?2 is an? (?:\w+ )?hypervisor/i,
    wrong: ['Hypervisors like WSL 2 run the VM.', 'WSL 2 is a lean hypervisor.'],
    right: ['WSL 2 is a Linux system in a VM on a hypervisor.'],
  },
  {
    id: 'home-has-no-hypervisor',
    reference: 'E2, E4',
    truth:
      'Windows Home has the hypervisor, and WSL 2; the Hyper-V backend and its tools it has not.',
    says: /\bHome\b.*\b(?:has no|lacks|without|no) (?:the )?(?:Hyper-V|hypervisor)\b(?! (?:backend|Manager|role|tools?|isolation|containers?))/i,
    wrong: ['Windows Home has no Hyper-V.', 'Home lacks a VM: it does without Hyper-V.'],
    right: ['Windows Home has no Hyper-V backend, but the same hypervisor beneath WSL 2.'],
  },
  {
    id: 'home-wsl-pro-hyper-v',
    reference: 'E4, 3b',
    truth:
      'WSL 2 is the default on every edition; Hyper-V is an alternative that needs Pro or more.',
    says: /\b(?:Pro|Enterprise)\b.{0,40}\buses? Hyper-V\b|\bHome\b.{0,40}\buses? WSL ?2.*\bPro\b/i,
    wrong: ['Windows Pro and Enterprise use Hyper-V, Home uses WSL 2.'],
    right: ['WSL 2 is the default; the Hyper-V backend needs Windows Pro or Enterprise.'],
  },
  {
    id: 'full-isolation',
    reference: 'E9, 7.3',
    truth: 'A VM’s wall is stronger than a fence, not absolute: guests have escaped.',
    says: /\b(?:full|complete|total|perfect|absolute)(?:ly)? (?:isolat|separat)\w*/i,
    unless: DENIED,
    wrong: ['VMs give full isolation.', 'Each guest is completely isolated.'],
    right: ['A wall is strong, and yet not complete isolation.', 'A VM is isolated by the CPU.'],
  },
  {
    id: 'minutes-to-boot',
    reference: 'E8, 6.1',
    truth:
      'A VM takes from a tenth of a second to some two minutes; services and the cloud cost the time.',
    says: /\b(?:VMs?|virtual machines?|guests?)\b.*\b(?:takes?|needs?|boots?|starts?)\b.*\bminutes\b|\bminutes (?:to|until it) (?:boot|start)/i,
    unless: DENIED,
    wrong: ['VMs take minutes to boot.', 'A virtual machine starts in minutes.'],
    right: ['A VM need not take minutes.', 'A minimal VM boots before a container starts.'],
  },
  {
    id: 'vm-always',
    reference: '1.1, 2.1, 3.1, 21',
    truth: 'It depends on the VM: microVMs and unikernels are VMs too.',
    says: /\b(?:VMs?|virtual machines?)\b.{0,30}\balways\b|\balways\b.{0,30}\b(?:VMs?|virtual machines?)\b/i,
    unless: /\bnot always\b|\bnot every\b/i,
    wrong: ['VMs are always slower.', 'A container always beats a VM.'],
    right: ['A VM is not always the slower one.', 'The engine always runs beside.'],
  },
  {
    id: 'no-guest-os',
    reference: '5, 2.3, 3.2',
    truth: 'A container has no kernel; a distribution’s user space it has.',
    says: /\b(?:no|without(?: an?)?|lacks?(?: an?)?|instead of an?) (?:own |full |whole |separate )?guest (?:OS|operating system)|\bcontainers?\b.*\b(?:no|without(?: an?)?|do(?:es)? not (?:need|have|contain) an?) (?:own |full )?(?:OS|operating system)\b|\bcontainers?\b.*\bonly (?:the|its|their) (?:app|application)s? and/i,
    wrong: [
      'A container has no guest OS.',
      'Containers need no operating system.',
      'A container holds only the app and its dependencies.',
    ],
    right: [
      'A container has no guest kernel.',
      'VMs with no ordinary operating system underneath.',
      'A container carries the files of a distribution and no kernel.',
    ],
  },
  {
    id: 'container-is-difference',
    reference: '5',
    truth: 'A container carries a whole distribution’s user space.',
    says: /\bcontainers? carr(?:y|ies) (?:only )?the difference/i,
    wrong: ['A container carries the difference.'],
    right: ['A container carries its distribution’s files.'],
  },
  {
    id: 'emulation-runs-windows',
    reference: 'E1, 2d, 2j',
    truth:
      'QEMU user mode translates instructions of Linux programs; it supplies no Windows kernel.',
    says: /\b(?:QEMU|binfmt\w*|emulat\w+)\b.*\bWindows (?:containers?|images?|programs?)\b|\bWindows (?:containers?|images?|programs?)\b.*\b(?:QEMU|binfmt\w*|emulat\w+)|\bWindows containers? (?:can )?runs? on (?:Linux|macOS|a Mac)\b/i,
    unless: DENIED,
    wrong: [
      'With QEMU and binfmt_misc, Linux can run Windows containers.',
      'Windows containers run on Linux by emulation.',
    ],
    right: [
      'Emulation does not run Windows containers: there is no Windows kernel.',
      'QEMU translates the instructions of Linux programs.',
    ],
  },
  {
    id: 'linux-on-windows-emulated',
    reference: 'E1',
    truth: 'Linux containers on Windows run in a hardware-virtualised VM, not in an emulator.',
    says: /\bLinux containers?\b.*\bWindows\b.*\bemulat\w+|\bemulat\w+.*\bLinux containers?\b.*\bon Windows\b/i,
    unless: DENIED,
    wrong: ['Linux containers on Windows run in an emulator.'],
    right: ['Linux containers on Windows run in a VM, not in an emulator.'],
  },
  {
    id: 'never-touch-kernel',
    reference: '11',
    truth: 'The containers make no system calls to it; the VM uses it all the time.',
    says: /\b(?:never|not|n[’']t)\b.*\btouch\w*\b.*\bkernel/i,
    wrong: ['The containers never touch the macOS kernel.'],
    right: ['The containers make no system calls to the macOS kernel.'],
  },
  {
    id: 'engine-beneath-containers',
    reference: '1, facts on desktop-linux',
    truth: 'The engine stands beside; containers are processes on a kernel.',
    says: /\b(?:engine|dockerd|containerd)\b.*\b(?:on (?:top of )?which|beneath|under(?:neath)?)\b.*\bcontainers?|\bcontainers? (?:all )?(?:runs?|stands?|sits?) on (?:top of )?(?:the |a )?(?:Docker Engine|Docker daemon|engine|dockerd|containerd|Docker(?! Desktop|’s|'s))\b/i,
    unless: DENIED,
    wrong: [
      'The Docker engine, on top of which containers run.',
      'Containers run on top of Docker.',
      'The engine lies beneath the containers.',
    ],
    right: [
      'dockerd and containerd are processes beside the containers, not a layer under them.',
      'The containers run on Docker’s kernel in the VM.',
      'Containers run on Docker Desktop’s hidden kernel.',
    ],
  },
  {
    id: 'desktop-hosted',
    reference: 'E6',
    truth: 'On Windows its VM is a child partition of Hyper-V; the label is disputed even for KVM.',
    says: /\bDocker Desktop\b.*\b(?:hosted|type[- ]2) (?:VM|hypervisor|virtual)/i,
    unless: DENIED,
    wrong: ['Docker Desktop uses a hosted hypervisor.'],
    right: ['Docker Desktop hides a VM.'],
  },
  {
    id: 'desktop-linux-shares-host',
    reference: 'E7, 2e',
    truth: 'Docker Desktop on Linux runs a VM too: its containers do not share the host’s kernel.',
    says: /\bDocker Desktop\b.*\bLinux\b.*\b(?:shares?|uses?|on) the host(?:[’']s)? kernel|\bDocker Desktop\b.*\bonly (?:on )?(?:Windows and macOS|macOS and Windows|Macs? and Windows)\b/i,
    unless: DENIED,
    wrong: ['With Docker Desktop on Linux, containers share the host’s kernel.'],
    right: ['With Docker Desktop on Linux, containers do not share the host’s kernel.'],
  },
  {
    id: 'compatible-kernel-version',
    reference: 'E12, 5e, 5f',
    truth:
      'There is one kernel, the host’s; the question is whether it offers what the image expects.',
    says: /\bcompatible kernel(?: version)?s?\b|\bcontainer[’']?s?’? (?:own )?kernel version\b/i,
    unless: DENIED,
    wrong: ['A CentOS container works if both use a compatible kernel version.'],
    right: ['The image contains no kernel of any version.'],
  },
  {
    id: 'drivers-stay-compatible',
    reference: 'E11, 5h',
    truth: 'System calls stay stable on Linux; interfaces inside the kernel, drivers’ too, do not.',
    says: /\b(?:devices?|drivers?)\b.*\b(?:stays?|remains?|is|are)\b.*\b(?:compatible|stable)\b/i,
    unless: DENIED,
    wrong: [
      'Core interfaces such as device handling stay compatible.',
      'Driver interfaces are stable.',
    ],
    right: ['The driver interface is not stable.', 'System calls stay stable.'],
  },
  {
    id: 'namespaces-and-cgroups-alone',
    reference: 'E10',
    truth: 'Capabilities, seccomp, AppArmor or SELinux and masked paths are part of it.',
    says: /\bisolat\w+\b.*\b(?:by|with|through|using) namespaces and cgroups\b(?!,| and| with)/i,
    wrong: ['Docker isolates containers with namespaces and cgroups.'],
    right: ['Docker isolates with namespaces, cgroups and a seccomp filter.'],
  },
  {
    id: 'kvm-above-kernel',
    reference: '3',
    truth: 'KVM is part of the host’s kernel; QEMU is a process beside the VM.',
    says: /\bKVM\b.*\b(?:above|on top of) the (?:host[’']s |host )?(?:Linux )?kernel|\bVMM\b.*\b(?:beneath|under(?:neath)?|below) the (?:VM|guest)s?\b/i,
    unless: DENIED,
    wrong: [
      'KVM and QEMU form a layer on top of the host’s kernel.',
      'The VMM lies beneath the VM.',
    ],
    right: ['KVM is modules of the Linux kernel itself, not a layer above it.'],
  },
  {
    id: 'teeth-of-every-system',
    reference: '6',
    truth: 'A stable call interface is Linux’s promise; macOS and NT make none.',
    says: /\b(?:macOS|Windows|NT)\b.*\bsystem calls?\b.*\b(?:stays?|remains?|are|is) (?:stable|the same)/i,
    unless: DENIED,
    wrong: ['On Windows the numbers of system calls stay the same.'],
    right: ['NT’s system calls do not stay the same from release to release.'],
  },
  {
    id: 'firmware-of-vmm',
    reference: '7',
    truth: 'Firmware is guest code.',
    says: /\bfirmware\b.*\bpart of (?:the )?(?:VMM|QEMU|hypervisor)/i,
    unless: DENIED,
    wrong: ['The firmware is part of the VMM.'],
    right: ['The firmware is guest code, not part of the VMM.'],
  },
  {
    id: 'kata-agent-in-kernel',
    reference: '8',
    truth: 'The agent is a process in the guest.',
    says: /\bagent\b.*\bpart of the guest(?:[’']s)? kernel/i,
    unless: DENIED,
    wrong: ['The Kata agent is part of the guest kernel.'],
    right: ['The Kata agent is a process in the guest, not part of the guest kernel.'],
  },
  {
    id: 'gvisor-ptrace-today',
    reference: '8, 17',
    truth: 'The ptrace platform is retired; gVisor’s Gofer no longer opens every file.',
    says: /\bgVisor\b.*\bptrace\b/i,
    unless: PAST,
    wrong: ['gVisor catches system calls with ptrace.'],
    right: ['docker run alpine true, gVisor (ptrace, since retired)'],
  },
  {
    id: 'wsl-namespaces-as-boundary',
    reference: '10',
    truth:
      'Documentation and source differ on user and cgroup namespaces: not to be taught as a boundary.',
    says: /\bWSL\b.*\bdistributions?\b.*\b(?:own|separate)\b.*\b(?:user|cgroup)s?(?: and \w+)? namespaces?/i,
    unless: DENIED,
    wrong: ['Each WSL distribution has its own user and cgroup namespaces.'],
    right: ['All WSL distributions share one kernel.'],
  },
  {
    id: 'docker-wasm-undated',
    reference: '11',
    truth: 'Wasm support in Docker is deprecated, to be removed: that has to be said.',
    says: /\bDocker(?: Desktop)?\b.*\b(?:runs?|supports?|starts?)\b.*\b(?:Wasm|WebAssembly)\b/i,
    unlessText: /deprecat|to be removed|being removed|will go/i,
    wrong: ['Docker Desktop runs Wasm modules beside containers.'],
    right: ['Docker Desktop runs Wasm modules too, but that support is deprecated.'],
  },
  {
    id: 'cve-2022-0185',
    reference: '13',
    truth:
      'Not one call, not on a kernel 6.x; Docker’s default filter stops it, user namespaces enable it.',
    says: /\bone crafted (?:system )?call\b|\bCVE-2022-0185\b.*\b(?:Linux|kernel) 6\.|\buser namespaces?\b.*\b(?:stops?|blocks?|prevents?)\b.*\bCVE-2022-0185/i,
    unless: DENIED,
    wrong: ['One crafted call is enough.', 'CVE-2022-0185 breaks out of a container on Linux 6.8.'],
    right: ['CVE-2022-0185 does not work on Linux 6.8.'],
  },
  {
    id: 'siloscape-cve',
    reference: '14',
    truth: 'Siloscape is malware.',
    says: /\bSiloscape\b.*\b(?:CVE|vulnerability)\b|\bvulnerability\b.*\bSiloscape\b/i,
    unless: DENIED,
    wrong: ['Siloscape is a vulnerability of Windows containers.'],
    right: ['Siloscape is malware, not a CVE.'],
  },
  {
    id: 'nobody-boots',
    reference: '21',
    truth: 'No firmware, kernel or init has to start; a minimal kernel would boot fast.',
    says: /\bnobody boots a kernel\b/i,
    wrong: ['Nobody boots a kernel here.'],
    right: ['No firmware, kernel or init has to start.'],
  },
  {
    id: 'instant-start',
    reference: '2.5',
    truth: 'Through Docker a start takes long enough to be measured, on every machine.',
    says: /\binstant(?:ly|aneous\w*)\b/i,
    unless: DENIED,
    wrong: ['Containers start almost instantly.'],
    right: ['A container starts sooner than a VM with services.'],
  },
  {
    id: 'gigabytes-of-vm',
    reference: '2.1, 20',
    truth: 'A VM’s image may be small: trimmed Linux and unikernels are VMs too.',
    says: /\b(?:VMs?|virtual machines?)\b.*\b(?:GBs|gigabytes)\b/i,
    unless: DENIED,
    wrong: ['VMs are gigabytes in size.'],
    right: ['A VM’s image holds a kernel and a user space.'],
  },
  {
    id: 'word-lightweight',
    reference: '3d, house style',
    truth: 'Say what is small: how many devices, how much memory.',
    says: /\blight-?weight\b/i,
    wrong: ['A lightweight VM.'],
    right: ['A light VM is still a VM.'],
  },
  {
    id: 'word-secure',
    reference: 'E9, house style',
    truth: 'Say who keeps what from whom.',
    says: /\bsecure(?:ly|d)?\b(?! Boot)/i,
    wrong: ['A secure sandbox.'],
    right: ['The firmware checks signatures with Secure Boot.', 'a security boundary'],
  },
  {
    id: 'word-simply',
    reference: 'house style',
    truth: 'Leave it out.',
    says: /\bsimply\b/i,
    wrong: ['The kernel simply answers.'],
    right: ['The kernel answers a simple call.'],
  },
  {
    id: 'word-just',
    reference: 'house style',
    truth: 'Leave it out, or say "only".',
    says: /\bjust\b/i,
    wrong: ['It is just a process.'],
    right: ['It is a process; adjust its limits.'],
  },
];

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}\d“"])/u);
}

/** @returns the sentence that makes the claim, or null. */
export function claimedIn(
  claim: Claim,
  { path, text }: Pick<Passage, 'path' | 'text'>,
): string | null {
  if (claim.unlessPlace?.test(path) || claim.unlessText?.test(text)) return null;
  return (
    sentencesOf(text).find(
      (sentence) => claim.says.test(sentence) && !(claim.unless?.test(sentence) ?? false),
    ) ?? null
  );
}
