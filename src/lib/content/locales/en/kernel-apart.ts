/** English words of the Kernel lens's view `apart`. */
import type { ApartWords, Form, PieceId } from '../../../model/kernel/words-apart.ts';
import type { Layer } from '../../../model/stack.ts';

const NAMES: Readonly<Record<PieceId, readonly string[]>> = {
  manifest: ['Manifest: list of layers, platform', 'Manifest'],
  config: ['Configuration: command, user, ports', 'Configuration'],
  app: ['Program'],
  services: ['init and services', 'init'],
  tools: ['Tools, certificates', 'Tools'],
  packages: ['Package manager', 'Packages'],
  shell: ['Shell'],
  libc: ['C library'],
  dlls: ['Windows files, DLLs', 'DLLs'],
  'vm-files': ['Files for a utility VM', 'Utility VM’s files', 'VM’s files'],
  'library-os': ['Library OS'],
  kernel: ['Kernel that runs', 'Kernel'],
  'own-kernel-file': ['Kernel, a file of its own', 'Kernel file'],
  modules: ['Kernel modules', 'Modules'],
  drivers: ['Device drivers', 'Drivers'],
  initrd: ['Initial RAM disk', 'initrd'],
  loader: ['Boot loader', 'Loader'],
  firmware: ['Firmware'],
  'host-init': ['The host’s init', 'Host’s init'],
  devices: ['Virtual devices', 'Devices'],
  runtime: ['Runtime'],
  below: ['Hypervisor'],
  hardware: ['Hardware'],
};

/** What a layer's own name adds to the piece: "C library: Debian, glibc". */
function named(id: PieceId, layer: Layer | null): readonly string[] {
  const plain = NAMES[id];
  if (layer === null) return plain;
  const short = layer.short ?? layer.name;
  switch (id) {
    case 'libc':
      return [
        `C library: ${layer.name}${layer.detail === undefined ? '' : `, ${layer.detail}`}`,
        ...plain,
      ];
    case 'own-kernel-file':
      return [`${layer.name}, a file of its own`, layer.name, short];
    case 'kernel':
    case 'below':
      return [
        ...(layer.detail === undefined ? [] : [`${layer.name}: ${layer.detail}`]),
        layer.name,
        short,
      ];
    default:
      return [layer.name, short];
  }
}

/** In one line with others: whose kernel it is. */
const BRIEF: Readonly<Record<Form, string>> = {
  image: 'no kernel on board',
  rootfs: 'no kernel on board',
  windows: 'runs on the host’s kernel',
  'windows-own': 'runs on the image’s kernel',
  disk: 'carries a kernel',
  microvm: 'carries a kernel',
  unikernel: 'no kernel on board',
  module: 'no kernel on board',
  program: 'no kernel on board',
};

const HEADLINES: Readonly<Record<Form, string>> = {
  image: 'The image carries a distribution. The kernel stays behind.',
  rootfs: 'A whole distribution, init too. The kernel stays behind.',
  windows: 'The image carries Windows files. The host’s kernel runs them.',
  'windows-own': 'This image’s base layer carries a kernel too, for the utility VM.',
  disk: 'The VM’s disk carries the distribution and its kernel.',
  microvm: 'A disk and a kernel, handed over as two files.',
  unikernel: 'One image: the program and the library OS linked into it.',
  module: 'A module is the program alone.',
  program: 'A program brings itself. All else is the host’s.',
};

const SENTENCES: Readonly<Record<Form, string>> = {
  image:
    'What lifts off is the root file system, in layers, with its configuration and manifest. What stays belongs to the machine whose kernel runs it.',
  rootfs:
    'It looks like a machine of its own from inside; modules and drivers are still those of the kernel below.',
  windows:
    'These files call it by numbers that change with each release, so builds have to fit. The kernel among the files for a utility VM stays unused.',
  'windows-own':
    'With Hyper-V isolation a VM boots the kernel that fits the image, so the host’s build may be newer.',
  disk: 'Modules, initial RAM disk and boot loader are on the disk as well. Firmware comes with the VMM and runs in the guest; the devices are the VMM’s.',
  microvm:
    'The VMM loads the kernel straight into memory: no firmware and no boot loader are needed.',
  unikernel: 'No shell, no package manager, no second program: there is nothing to take apart.',
  module:
    'Built for no CPU and for no kernel: the runtime translates it and calls the kernel for it.',
  program: 'Libraries, services and kernel are those that the host was installed with.',
};

export const apartWords: ApartWords = {
  headline: (shown) => {
    const [first] = shown;
    if (first === undefined) return 'What does an image carry?';
    if (shown.length === 1) return HEADLINES[first.form];
    return `${shown.map(({ stack, form }) => `${stack.shortTitle}: ${BRIEF[form]}`).join('. ')}.`;
  },
  sentence: (forms) => {
    const [first] = forms;
    if (first === undefined) return 'Pick a stack and take it apart, layer by layer.';
    if (forms.length === 1) return SENTENCES[first];
    return 'Above the gap: what is handed over and carried along. Below it: what the machine has to bring.';
  },
  carries: {
    image: 'In the image',
    rootfs: 'In the root file system',
    windows: 'In the image',
    'windows-own': 'In the image',
    disk: 'On the VM’s disk',
    microvm: 'Handed to the VMM',
    unikernel: 'In the image',
    module: 'In the module',
    program: 'The program',
  },
  leaves: {
    image: 'Not in the image',
    rootfs: 'Not in it',
    windows: 'The host’s',
    'windows-own': 'Not in the image',
    disk: 'Not on the disk',
    microvm: 'Not handed over',
    unikernel: 'Not in the image',
    module: 'Not in the module',
    program: 'The host’s',
  },
  piece: named,
  size: (quantity, size) => `${quantity}: ${size}`,
  chapters: [
    { label: 'It runs', says: 'It runs: what is carried stands on what the machine brings.' },
    { label: 'Lift off', says: 'What is carried lifts off.' },
    { label: 'What is carried', says: 'What is carried comes apart, piece by piece.' },
    { label: 'What stays', says: 'What stays with the machine comes apart too.' },
  ],
  twin: { carried: 'carried along', left: 'not carried: the machine’s' },
  table: {
    caption: 'What is carried along, and what the machine has to bring',
    piece: 'Piece',
    carried: 'carried',
    left: 'not carried',
    none: 'not there',
    name: (id) => NAMES[id][0] ?? id,
  },
};
