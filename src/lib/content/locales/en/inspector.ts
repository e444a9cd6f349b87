/** English words of what is told of a selected layer, a stack and a figure. */
export const inspector = {
  /** The letter tells stacks of one name apart. */
  stack: (title: string, letter: string | null) =>
    letter === null ? title : `Stack ${letter}, ${title}`,
  place: (stack: string, level: number, of: number) => `${stack}, layer ${level} of ${of}`,
  placeBeside: (stack: string) => `${stack}, beside the layers`,
  providedBy: 'Provided by',
  sharedBy: 'Shared by',
  usedBy: 'Used by',
  sharedWith: 'Shared',
  privateTo: 'Private to its owner',
  cpuMode: 'CPU mode',
  privilege: 'Privilege',
  privileges: {
    user: 'user mode',
    kernel: 'kernel mode',
    root: 'hypervisor mode',
    'guest-user': 'user mode, in a VM',
    'guest-kernel': 'kernel mode, in a VM',
  },
  /** Of the system that manages the machine: it stands on a hypervisor too, and is nobody’s guest. */
  privilegesAbove: {
    'guest-user': 'user mode, above the hypervisor',
    'guest-kernel': 'kernel mode, above the hypervisor',
  },
  enforcedBy: 'Enforced by',
  check: 'Check it yourself',
  copy: 'Copy the command',
  copied: 'Copied',
  recorded: (machine: string, date: string) => `Recorded on ${machine}, ${date}.`,
  quoted: 'Output quoted from',
  allFigures: 'All figures on this stack',
  sources: 'Sources',
  source: (index: number) => `Source ${index}`,
  noAddress: 'no public address',
  range: (low: string, high: string) => `${low} to ${high}`,
  atMost: (value: string) => `at most ${value}`,
  atLeast: (value: string) => `at least ${value}`,
  confidence: {
    'read-in-source': 'read in the source',
    'second-hand': 'second-hand',
    'measured-by-us': 'measured by us',
  },
};

export const stackCard = {
  title: 'About this stack',
  hint: 'Select a layer in the picture to see what it is and who uses it.',
  letter: (letter: string) => `Stack ${letter}`,
  more: 'More',
  less: 'Less',
  moreOf: (title: string) => `More about ${title}`,
  lessOf: (title: string) => `Less about ${title}`,
  figures: 'In figures',
  further: 'One step further',
  addBeside: (title: string) => `Add ${title} beside`,
  replaceBy: (title: string, other: string) => `Replace ${title} by ${other}`,
  onStage: (title: string) => `${title}, on the stage`,
};
