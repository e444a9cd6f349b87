/** Studies for the tests of the Boot lens: the shapes a timing can have. Not shown to anybody. */
import type { StartStudy, StartTiming } from '../model/figures.ts';

function timing(
  over: Partial<StartTiming> & Pick<StartTiming, 'id' | 'stack' | 'what'>,
): StartTiming {
  return {
    figure: `start.${over.id}`,
    kind: 'cold',
    from: 'the command',
    to: 'the first instruction of the app',
    end: 'app',
    machine: 'Xeon E5-1630 v3, 128 GB',
    phases: [],
    primary: true,
    ...over,
  };
}

export const LIGHTVM: StartStudy = {
  id: 'lightvm',
  title: 'My VM is Lighter (and Safer) than your Container',
  short: 'LightVM',
  year: 2017,
  machine: 'Xeon E5-1630 v3 (4 cores), 128 GB',
  source: 'lightvm',
  caveat: 'Disk images lay in memory, so reading from a disk is left out.',
  timings: [
    timing({
      id: 'process',
      stack: 'process',
      what: 'fork and exec of a process',
      lowMs: 1,
      typicalMs: 3.5,
      highMs: 9,
    }),
    timing({
      id: 'docker',
      stack: 'docker-linux',
      what: 'docker run, image in the local store',
      kind: 'warm',
      lowMs: 150,
      typicalMs: 200,
      highMs: 1000,
    }),
    timing({
      id: 'debian',
      stack: 'vm-bare-metal:xen',
      what: 'Debian jessie VM, image on a RAM disk',
      typicalMs: 2000,
      phases: [
        { id: 'create', label: 'toolstack creates the VM', runs: 'hypervisor', typicalMs: 500 },
        { id: 'boot', label: 'guest boots', runs: 'kernel', typicalMs: 1500 },
      ],
    }),
    timing({
      id: 'tinyx',
      stack: 'vm-bare-metal:xen',
      what: 'Tinyx, a trimmed Linux',
      primary: false,
      typicalMs: 540,
    }),
    timing({
      id: 'unikernel',
      stack: 'unikernel:xen',
      what: 'daytime unikernel',
      lowMs: 2.3,
      typicalMs: 4,
      highMs: 4.1,
    }),
  ],
};

export const NSDI: StartStudy = {
  id: 'nsdi',
  title: 'Firecracker: Lightweight Virtualization for Serverless Applications',
  short: 'NSDI 2020',
  year: 2020,
  machine: 'm5d.metal, Xeon Platinum 8175M',
  source: 'nsdi',
  timings: [
    timing({
      id: 'fc',
      stack: 'microvm:firecracker',
      what: 'Firecracker 0.20, minimal kernel',
      machine: 'm5d.metal',
      lowMs: 152.4,
      typicalMs: 160.9,
      highMs: 177.1,
      phases: [
        { id: 'vmm', label: 'VMM', runs: 'vmm', typicalMs: 50.9 },
        { id: 'kernel', label: 'guest kernel', runs: 'kernel', typicalMs: 110 },
      ],
    }),
    timing({
      id: 'qemu',
      stack: 'vm-bare-metal:kvm',
      what: 'QEMU 4.2, minimal kernel',
      machine: 'm5d.metal',
      lowMs: 231.9,
      typicalMs: 243.5,
      highMs: 264.1,
    }),
  ],
};

const BOUNDS: StartStudy = {
  id: 'bounds',
  title: 'What vendors and users say',
  short: 'Reports',
  year: 2023,
  machine: 'many machines',
  source: 'reports',
  timings: [
    timing({ id: 'spec', stack: 'microvm', what: 'API call to guest init', highMs: 125 }),
    timing({
      id: 'wsl',
      stack: 'desktop-windows-wsl2',
      what: 'WSL 2 to the first shell',
      lowMs: 3000,
      typicalMs: 5500,
      highMs: 60_000,
    }),
    timing({ id: 'mac', stack: 'desktop-mac', what: 'app start to engine', lowMs: 20_000 }),
    timing({
      id: 'ec2',
      stack: 'vm-hosted',
      what: 'VM to first availability',
      lowMs: 60_000,
      highMs: 120_000,
    }),
    timing({
      id: 'snap',
      stack: 'docker-linux',
      what: 'container resumed',
      kind: 'snapshot',
      typicalMs: 0.4,
    }),
  ],
};

export const STUDIES = [LIGHTVM, NSDI, BOUNDS] as const;
