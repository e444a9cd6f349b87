/** English words of the page that offers the measuring kit. */

/** The measurements, in the order of the page. */
export const MEASURED_IDS = ['process', 'engine', 'runc', 'vm', 'size', 'memory', 'boot'] as const;
type MeasuredId = (typeof MEASURED_IDS)[number];

/** One card: what a measurement is, and what its number holds. */
interface Measured {
  readonly title: string;
  /** The command that is timed, or the place that is read. */
  readonly command: string;
  readonly holds: string;
}

interface Explained {
  readonly term: string;
  readonly says: string;
}

const measured: Readonly<Record<MeasuredId, Measured>> = {
  process: {
    title: 'A process starts',
    command: '/bin/true',
    holds:
      'The kernel makes a process, loads a program from the page cache, and the program ends. Everything below does this too, and more.',
  },
  engine: {
    title: 'A container, by Docker or Podman',
    command: 'docker run --rm busybox true',
    holds:
      'The client asks, the engine prepares file system and network, the runtime asks the kernel for namespaces and cgroups, the program runs and ends, the engine removes the container. All of that is in the number, not the container alone.',
  },
  runc: {
    title: 'A container, by runc alone',
    command: 'runc run',
    holds:
      'The runtime and the kernel, with busybox as file system. No engine, no image, no way out to the network. What the engine’s number has more is client, engine, image and network.',
  },
  vm: {
    title: 'A virtual machine, if you name one',
    command: 'qemu-system-x86_64 -kernel …',
    holds:
      'QEMU: until the guest kernel has started its first process. libvirt: until the agent in the guest answers. Multipass: until its command returns. These are three different ends: compare like with like.',
  },
  size: {
    title: 'How large images are',
    command: 'docker image inspect',
    holds:
      'Bytes as the engine counts them. Images that share a layer each count it whole, so a sum of them is too large. A Linux image holds no kernel.',
  },
  memory: {
    title: 'Memory of an idle container',
    command: 'memory.current',
    holds:
      'What the kernel charges to the container’s cgroup: its processes, the files they were the first to read, and what the kernel keeps for them. Not the engine. Where the cgroup cannot be read, the engine’s own statistics. For QEMU: the memory of its process, with the pages that the guest has touched.',
  },
  boot: {
    title: 'The last boot of this machine',
    command: 'systemd-analyze',
    holds:
      'Firmware, boot loader, kernel and user space as systemd noted them. Inside a VM it starts where the VM’s own firmware or kernel starts: what the hypervisor did before is not in it.',
  },
};

const traps: readonly Explained[] = [
  {
    term: 'The first run and the later ones',
    says: 'The first run finds colder caches. The kit runs each command once apart, keeps that time in the note, and then counts the runs you asked for. The values are warm starts.',
  },
  {
    term: 'The image is here already',
    says: 'Fetching an image is not in any number. It takes as long as the network does, and only the first time.',
  },
  {
    term: 'The page cache',
    says: 'Files that were read once stay in memory. The kit does not empty that cache: it would need root, and slow down everybody on the machine. A start after a reboot takes longer.',
  },
  {
    term: 'The CPU’s frequency',
    says: 'A notebook on battery, a hot machine or a power-saving governor runs slower, and changes its pace in between. Plug in, close what you do not need, and look at the spread from low to high.',
  },
  {
    term: 'A busy machine',
    says: 'Everything takes longer and spreads more when others want the CPU. The kit says so, on screen and in the file, when the load is higher than the number of CPUs.',
  },
  {
    term: 'A VM inside a VM',
    says: 'On a rented or virtual machine the VM you start is nested, or there is no KVM at all. Without KVM, QEMU emulates each instruction: the kit runs it, marks it “EMULATED CPU” and files it apart, since that is not a VM’s start time.',
  },
  {
    term: 'Docker Desktop',
    says: 'The containers stand on a Linux kernel in a VM that is running already. Its boot is not in the number; you saw it when you started the application.',
  },
  {
    term: 'Two different ends',
    says: 'A container’s number ends when its program has ended and the container is removed. A VM’s number ends when its user space gives a sign. Say both when you show them side by side.',
  },
];

export const kit = {
  page: {
    title: 'Measure it yourself',
    description:
      'A shell script for a class: it times how a process, a container and a virtual machine start on your own machine, reads sizes and memory, and writes one file. It sends nothing.',
  },
  lead: 'Measure it on your own machine',
  says: 'One shell script times how a process, a container and a virtual machine start where you are, and reads how large images are and how much memory a container holds. It writes one file. It sends nothing.',
  download: 'Download measure.sh',
  read: 'Read it first',
  needs:
    'Linux, macOS, or Windows inside WSL 2. It uses what is installed, and says what it skipped and why.',
  run: {
    title: 'Download, read, run',
    steps: [
      {
        title: 'Download',
        says: 'Save measure.sh into an empty folder, with the button above.',
        code: '',
      },
      {
        title: 'Read',
        says: 'A script from the web deserves a look. Then let it say every command it would run: this runs none of them.',
        code: 'less measure.sh\nsh measure.sh --dry-run',
      },
      { title: 'Run', says: 'The file appears in the same folder.', code: 'sh measure.sh' },
    ],
    optionsTitle: 'Useful options',
    options: [
      { term: '--name "PC at the window"', says: 'your word for the machine, kept in the file' },
      { term: '--only process,runc', says: 'some of the measurements' },
      {
        term: '--pull',
        says: 'allows the engine to fetch a small image; without it nothing is fetched',
      },
      {
        term: '--qemu-kernel FILE',
        says: 'boots this Linux kernel in QEMU, with a tiny busybox user space that the kit builds',
      },
      {
        term: '--virsh DOMAIN',
        says: 'starts this libvirt VM and shuts it down; it must be off, with qemu-guest-agent in it',
      },
      { term: '--multipass NAME', says: 'starts this stopped Multipass instance and stops it' },
      { term: '--help', says: 'all of them' },
    ] satisfies readonly Explained[],
    hyperfine:
      'With hyperfine installed, the single runs are timed by it. Else the kit keeps time itself, with the finest clock it finds, and names that clock in the file.',
    cleanup:
      'It removes each container and stops each VM that it started, also after Ctrl+C. It never touches a VM that was running before.',
  },
  measures: {
    title: 'What each number means',
    measured,
    notTitle: 'What it does not measure',
    not: [
      'How fast programs run, disk, network.',
      'How well neighbours are kept apart.',
      'How many fit on one host.',
      'Windows containers, microVMs, unikernels.',
    ],
  },
  traps: { title: 'Traps', list: traps },
  lesson: {
    title: 'A class: VM against container',
    steps: [
      {
        title: 'Guess',
        says: 'Everyone writes down how many times longer a VM takes to start than a container, and why.',
      },
      {
        title: 'Look at the commands',
        says: 'Run the dry run. For each command, name who does the work: the kernel, the engine, the hypervisor?',
      },
      {
        title: 'Measure',
        says: 'One kind of machine, plugged in, other programs closed. Give each machine a name, and one table at least a VM.',
      },
      {
        title: 'Compare ranges',
        says: 'Put low, typical and high of all tables on the board. Where ranges overlap, there is nothing to rank.',
      },
      {
        title: 'Explain the distance',
        says: 'From process to runc: the fences. From runc to docker run: the engine. From there to the VM: a kernel that boots. Which kernel starts in a container? None.',
      },
      {
        title: 'Put it beside the published figures',
        says: 'Load the files into Strata. Whose machine, which versions, which start and end? Find one figure that does not compare, and say why.',
      },
    ],
    code: 'sh measure.sh --name "table 4" --qemu-kernel vmlinuz',
    codeSays:
      'For QEMU, copy a kernel you may read into the folder: on Debian and Ubuntu it lies in /boot and is called vmlinuz.',
  },
  file: {
    title: 'What is in the file',
    says: 'Plain JSON, one file. The kit opens no connection. Read the file before you share it, and change what you like: any editor will do.',
    holdsTitle: 'In it',
    holds: [
      'Your word for the machine, if you gave one; operating system, kernel version, CPU model, number of CPUs, memory, and whether the machine is virtual.',
      'Each single run, the command, the tool that timed it, and notes such as the engine’s version.',
      'Names of well-known images that are here; of others only with --all-images, or if you chose one.',
      'What was skipped, with the message of the tool that refused. Such a message may hold a path: look at it.',
    ],
    lacksTitle: 'Not in it',
    lacks: [
      'The computer’s name, users, addresses, serial numbers.',
      'Names of VMs and containers, and of your own images unless you ask for them.',
      'The path of your home folder: it becomes ~.',
    ],
  },
  bring: {
    title: 'Bring it into Strata',
    says: 'Open a start race in Explore and choose “Your own numbers”, then pick the file. Your numbers stand beside the sourced figures, marked as yours, and stay in your browser until you share a link that holds them.',
    race: 'Open a start race',
    figures: 'All figures and their sources',
  },
  script: {
    title: 'The script',
    says: 'This is the file that the button downloads, line by line. You may use and change it: MIT licence.',
    parts: 'Parts of the script',
    label: 'measure.sh with line numbers',
  },
};
