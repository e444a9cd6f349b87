/** English sentences of the Manage lens's steps: who does it stands before them. */
import type { StepFacts } from '../../../model/manage/words.ts';

type Sentence = (facts: StepFacts) => string;

const ifSet = ({ isSetting }: StepFacts): string => (isSetting ? ', if set up so' : '');

const BELOW = {
  kernel: 'The host’s kernel is patched apart, and the host reboots.',
  control: 'Hypervisor and control domain are patched apart, and the machine reboots.',
  hypervisor: 'The hypervisor is patched apart, and the machine reboots.',
};

export const manageSteps: Readonly<Record<string, Sentence>> = {
  'build-image': () => 'A new image is built. Its base layers stay the same.',
  pull: () => 'Only the layers that changed are downloaded.',
  'replace-container': () => 'The old container stops, one from the new image starts.',
  'replace-pod-vm': () => 'The old container goes with its VM; the new one boots a VM of its own.',
  'change-inside': ({ first }) =>
    `In place: the new version is installed in ${first}; its kernel runs on.`,
  'build-disk': () => 'Or a new disk image is built, kernel and all.',
  'replace-vm': ({ unit }) => `A ${unit} from that image boots its own kernel; the old one goes.`,
  'build-unikernel': () => 'App and library OS are linked into a new image.',
  'replace-unikernel': () => 'A VM starts from it; the old one goes.',
  'change-in-container': () => 'In place: the new version is installed inside, as on a machine.',
  'replace-system': () => 'Or a container from a new image takes its place. No kernel boots.',
  'copy-program': () => 'New files take the place of the program’s old ones.',
  'restart-process': () => 'The process starts again from the new files.',
  'build-module': () => 'A new module is built.',
  'load-module': () => 'The runtime loads it in place of the old one.',
  'node-fails': ({ isCluster, first }) =>
    isCluster ? `${first} fails, a node: all in it stops.` : 'The machine fails: all on it stops.',
  notice: () => 'It hears no more from that machine.',
  'nobody-notices': () => 'No tool drawn here watches for that.',
  'restart-elsewhere': (facts) =>
    `The ${plural(facts)} start on another node${ifSet(facts)}. No kernel boots for them.`,
  'boot-elsewhere': (facts) =>
    `The ${plural(facts)} boot on another node${ifSet(facts)}, each with its own kernel.`,
  'replace-node': ({ isByHand }) =>
    isByHand
      ? 'A new VM takes the node’s place.'
      : 'A new VM takes the node’s place, if it is in a group.',
  repair: () => 'The machine is repaired or replaced, and boots.',
  'start-desktop': () => 'Docker Desktop is started, and boots its VM.',
  'restart-here': (facts) => `The ${plural(facts)} start again here${ifSet(facts)}.`,
  'restart-runtime': (facts) => `The runtime starts again here${ifSet(facts)}.`,
  'start-by-hand': (facts) => `The ${plural(facts)} are started again.`,
  'install-host': ({ hasContainers, isWindows }) =>
    isWindows
      ? 'An update of Windows is installed on the host.'
      : hasContainers
        ? 'The new kernel is installed on the host. No image changes.'
        : 'The new kernel is installed on the host.',
  drain: ({ units }) => `The node is drained: ${units} stop here and start elsewhere.`,
  'stop-all': ({ units }) => `${units} stop: the kernel under them is to reboot.`,
  'reboot-host': () => 'The host reboots into the patched kernel.',
  'windows-images': () => 'Images are rebuilt on an updated base: it must match the host’s build.',
  'update-sentry': () => 'A new runsc brings a new Sentry.',
  'restart-sandboxes': ({ units }) => `${units} start again, each on the new Sentry.`,
  'guest-patch': () =>
    'Each owner patches the guest’s kernel and reboots that VM. The others run on.',
  'new-guest-kernel': () => 'Each microVM starts again from a new kernel file.',
  'live-move': ({ units }) => `${units} move to another node while they run.`,
  'stop-vms': ({ units }) => `${units} shut down.`,
  'patch-hypervisor': ({ below }) => BELOW[below],
  'boot-vms': ({ units }) => `${units} start again.`,
  'rebuild-unikernels': () => 'Every image is rebuilt with the patched library OS.',
  'restart-unikernels': ({ units }) => `${units} start again from the new images.`,
  'update-kata': () => 'An update of Kata brings a new guest kernel.',
  'guest-base-image': () => 'A new base image brings a new guest kernel; images are rebuilt on it.',
  'restart-pods': () => 'The containers start again, each in a VM with the new kernel.',
  'update-hidden': () => 'An update brings the hidden VM’s kernel, and the VM starts again.',
  'update-host-os': () =>
    'The machine’s own kernel comes with an update of its system, and a reboot.',
  'node-image': () => 'A node image with the patched kernel is chosen.',
  'replace-nodes': () => 'Node by node, a VM from the new image takes the old one’s place.',
  provider: () => 'The hypervisor beneath is the provider’s to patch.',
};

function plural({ unit }: StepFacts): string {
  return unit === 'process' ? 'processes' : `${unit}s`;
}

export const shortSteps: Readonly<Record<string, string>> = {
  'build-image': 'Build',
  pull: 'Pull',
  'replace-container': 'Replace',
  'replace-pod-vm': 'Replace',
  'change-inside': 'Change inside',
  'build-disk': 'Build a disk',
  'replace-vm': 'Replace',
  'build-unikernel': 'Build',
  'replace-unikernel': 'Replace',
  'change-in-container': 'Change inside',
  'replace-system': 'Replace',
  'copy-program': 'Copy',
  'restart-process': 'Restart',
  'build-module': 'Build',
  'load-module': 'Load',
  'node-fails': 'Failure',
  notice: 'Notice',
  'nobody-notices': 'Silence',
  'restart-elsewhere': 'Start elsewhere',
  'boot-elsewhere': 'Boot elsewhere',
  'replace-node': 'New node',
  repair: 'Repair',
  'start-desktop': 'Start the VM',
  'restart-here': 'Start again',
  'restart-runtime': 'Start again',
  'start-by-hand': 'Start again',
  'install-host': 'Install',
  drain: 'Drain',
  'stop-all': 'Stop',
  'reboot-host': 'Reboot',
  'windows-images': 'Rebuild images',
  'update-sentry': 'Update runsc',
  'restart-sandboxes': 'Restart',
  'guest-patch': 'Guests',
  'new-guest-kernel': 'Guests',
  'live-move': 'Move',
  'stop-vms': 'Shut down',
  'patch-hypervisor': 'Underneath',
  'boot-vms': 'Boot',
  'rebuild-unikernels': 'Rebuild',
  'restart-unikernels': 'Restart',
  'update-kata': 'Update Kata',
  'guest-base-image': 'New base',
  'restart-pods': 'Restart',
  'update-hidden': 'Update the VM',
  'update-host-os': 'Own system',
  'node-image': 'Node image',
  'replace-nodes': 'Replace nodes',
  provider: 'Provider',
};
