/** English words of "what a user space needs", and of its controls. */
import type { NeedsWords } from '../../../model/kernel/run-words.ts';

export const kernelNeeds: NeedsWords = {
  title: 'What a user space needs of the kernel',
  caption: 'Which kernels run which user space',
  cases: {
    'new-glibc': {
      name: 'A C library with a least kernel',
      needs: 'its C library asks for Linux 3.2 or later',
      cause: 'glibc has a least kernel. On an older one it gives up before the program starts.',
      remedy: 'A newer host kernel, or an image with an older glibc or with musl.',
      mark: 'too old',
    },
    'raised-glibc': {
      name: 'A C library built for a newer kernel',
      needs: 'its C library was built for Linux 4.8.17 or later',
      cause: 'A distribution may build glibc for a newer kernel than glibc itself asks for.',
      remedy: 'A newer host kernel, or an image whose glibc was built for older ones.',
      mark: 'too old',
    },
    'old-glibc': {
      name: 'A very old C library',
      needs: 'its C library jumps into the vsyscall page',
      cause:
        'Old glibc calls a fixed page of the kernel. A host that runs with vsyscall=none has none.',
      remedy: 'Boot the host with vsyscall=emulate; with Kata, its guest.',
      mark: 'vsyscall=none',
    },
    clone3: {
      name: 'New C library, old Docker',
      needs: 'its C library tries clone3 first',
      cause:
        'Docker’s old filter answers EPERM. glibc falls back to clone on ENOSYS alone, so no thread starts.',
      remedy: 'A newer Docker with a newer libseccomp: its filter answers ENOSYS.',
      mark: 'filter: EPERM',
    },
    'cpu-v2': {
      name: 'Compiled for x86-64-v2',
      needs: 'its distribution was compiled for x86-64-v2',
      cause: 'An old virtual CPU model, such as kvm64, hides what the host’s CPU can do.',
      remedy: 'Give the VM the host’s CPU model, or use an image for older CPUs.',
      mark: 'no x86-64-v2',
    },
    'cpu-v3': {
      name: 'Compiled for x86-64-v3',
      needs: 'its distribution was compiled for x86-64-v3',
      cause: 'EL10 is compiled for newer CPUs than EL9. No kernel can make up for a CPU.',
      remedy: 'A CPU with x86-64-v3, shown to the VM, or an image for older CPUs.',
      mark: 'no x86-64-v3',
    },
    'io-uring': {
      name: 'A program that uses io_uring',
      needs: 'it calls io_uring, new in Linux 5.1',
      cause: 'An older kernel does not know the call. Docker’s default filter refuses it on any.',
      remedy: 'A seccomp profile that lets io_uring through, or a VM; and Linux 5.1 or later.',
      mark: 'filter: EPERM',
    },
    module: {
      name: 'An image that needs a kernel module',
      needs: 'it needs WireGuard in the kernel',
      cause: 'A container brings no module: the kernel is shared, and the host loads what it has.',
      remedy: 'Load the module on the host, or give the image a kernel of its own: a VM or Kata.',
      mark: 'no module',
    },
    gvisor: {
      name: 'A call that gVisor lacks',
      needs: 'the Sentry answers its calls; gVisor asks for Linux 4.14.77 or later',
      cause: 'Under gVisor the Sentry answers, not the host’s kernel. It does not know every call.',
      remedy: 'Run that image with runc, or with Kata.',
      mark: 'not in the Sentry',
    },
    binfmt: {
      name: 'An image for another CPU',
      needs: 'it needs a translator, and Linux 4.8 or later for it',
      cause:
        'Nobody registered QEMU with the kernel, so it does not know what to do with the file.',
      remedy: 'Install QEMU for that CPU through binfmt_misc. Docker Desktop brings it.',
      mark: 'no translator',
    },
  },
  results: { runs: 'Runs', breaks: 'Breaks', depends: 'Depends' },
  kernel: 'Linux kernel',
  hardware: 'Hardware',
  cpu: 'x86-64 CPU',
  cpuHidden: 'a CPU that shows plain x86-64',
  sentry: 'Sentry',
  translator: 'QEMU',
  cause: 'Cause',
  remedy: 'Remedy',
  bars: 'How new a kernel each user space asks for, where that is known',
  noOutput: 'What is printed here was not read.',
  nothingPrinted: 'It starts.',
  needsSince: (version) => `needs Linux ${version} or later`,
  needsAny: 'needs no newer kernel',
  tooOldMark: 'too old',
  tooOld: (version) => `The kernel is older than Linux ${version}.`,
  headline: (image, version, result, isMended, why) => {
    if (result === 'depends') return `${image} on Linux ${version}: it depends on the host.`;
    if (result === 'breaks') return `${image} breaks on Linux ${version} (${why}).`;
    return `${image} runs on Linux ${version}${isMended ? ', with the remedy' : ''}.`;
  },
  sentence:
    'One image on one host, whatever stacks are chosen. It stands where the kernel reaches far enough; what else is in the way is drawn where it is.',
  twinKernel: (version, host) => `Linux kernel ${version}, as on ${host}`,
  twinImage: (image, result, needs) => `${image}: ${result}; ${needs}`,
  sources: (names) => `Sources: ${names.join(', ')}`,
  table: { space: 'User space', needs: 'Needs' },
};

export const kernelNeedsUi = {
  space: 'User space',
  spaceOf: (name: string, image: string) => `${name} (${image})`,
  version: 'Kernel of the host',
  versionOf: (version: string, host: string) => `Linux ${version}, ${host}`,
  remedy: 'Remedy',
  details: 'Details',
};
