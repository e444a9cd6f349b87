/** English words of the Kernel lens, and of its controls. */
import type { AskFacts, AskTold, AskWords, KernelWords } from '../../../model/kernel/words.ts';
import type { InstanceNoun } from '../../../model/stack.ts';
import { apartWords } from './kernel-apart.ts';
import { namespaceWords } from './kernel-namespaces.ts';
import { digits } from './structure.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const NOUNS: Readonly<Record<InstanceNoun, readonly [string, string]>> = {
  process: ['process', 'processes'],
  container: ['container', 'containers'],
  vm: ['VM', 'VMs'],
  microvm: ['microVM', 'microVMs'],
  unikernel: ['unikernel', 'unikernels'],
  module: ['module', 'modules'],
};

function number(count: number): string {
  return NUMBERS[count] ?? digits.format(count);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function several(count: number, [one, other]: readonly [string, string]): string {
  return `${number(count)} ${count === 1 ? one : other}`;
}

function headlineOfOne(facts: AskFacts): string {
  const who = capital(several(facts.instances, NOUNS[facts.noun]));
  if (facts.noShell === 'library-os') return 'Nobody to ask: a unikernel has no shell.';
  if (facts.noShell === 'module') return 'Nobody to ask: a Wasm module makes no system calls.';
  if (facts.sentries > 0)
    return `${who}, ${several(facts.sentries, ['Sentry', 'Sentries'])}: the host’s kernel is not asked.`;
  if (facts.instances === 1 && facts.kernels === 1)
    return `${who}: its files give the name, the kernel the release.`;
  if (facts.kernels === 1) {
    const speaks = facts.isHidden ? 'a hidden VM’s kernel speaks' : 'the kernel speaks';
    if (facts.names === 1) return `${who}, one name, one answer: ${speaks} for all of them.`;
    const names =
      facts.names === facts.instances ? capital(several(facts.names, ['name', 'names'])) : who;
    return `${names}, one answer: ${speaks} for all of them.`;
  }
  const kernels = several(facts.kernels, ['kernel', 'kernels']);
  if (facts.kernels === facts.instances) return `${who}, ${kernels}: each one answers for itself.`;
  return `${who}, ${kernels}: the VM around a container decides who answers.`;
}

function clauseOf({ stack, ...facts }: AskFacts, isShort: boolean): string {
  const title = isShort ? stack.shortTitle : stack.title;
  if (facts.noShell !== null) return `${title}: nobody to ask`;
  if (facts.sentries > 0)
    return `${title}: ${several(facts.sentries, ['Sentry answers', 'Sentries answer'])}`;
  return `${title}: ${several(facts.kernels, ['kernel answers', 'kernels answer'])}`;
}

const GAP = 'A dashed answer says whose it is: no printed one is known.';

function sentenceOfOne(facts: AskFacts): string {
  const { noShell, kernels, instances } = facts;
  if (noShell === 'library-os')
    return 'The program and its library OS are one image: no shell, no second process, no files of a distribution.';
  if (noShell === 'module')
    return 'A module calls only what its runtime hands in; the runtime is the process that asks the kernel.';
  const more = facts.hasGaps ? ` ${GAP}` : '';
  if (facts.sentries > 0)
    return `Blue: read from the image’s own files. Striped: answered by the Sentry, with a release of its own making.${more}`;
  if (facts.family === 'nt') {
    return kernels === instances
      ? `Blue: the image’s edition. Orange: the build, answered by the kernel in each utility VM.${more}`
      : `Blue: the image’s edition. Orange: the build, answered by the host’s kernel for every image.${more}`;
  }
  if (facts.hasEmulator)
    return `Both ask the same kernel, whatever CPU they were built for. QEMU answers for the machine’s name alone.${more}`;
  if (kernels === instances && instances > 1)
    return `Blue: read from each system’s own files. Orange: answered by its own kernel. Equal releases are equal builds, not one kernel.${more}`;
  if (facts.noun === 'process')
    return `Blue: read from the one set of files. Orange: answered by the one kernel.${more}`;
  return `Blue: read from the image’s own files. Orange: answered by the kernel. That is how many distributions run on one kernel.${more}`;
}

function whose(by: NonNullable<AskTold['by']>): string {
  return by.kind === 'sentry' ? 'its Sentry' : `the ${by.name}`;
}

function told({ who, name, release, by }: AskTold): string {
  if (by === null) return `${who} cannot be asked.`;
  const reads =
    name === null
      ? `${who} reads its name in its own files`
      : `${who} reads “${name}” in its files`;
  const answers =
    release === null ? `${whose(by)} answers uname -r` : `${whose(by)} answers ${release}`;
  return `${reads}; ${answers}.`;
}

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'The others'];

const ask: AskWords = {
  headline: (shown) => {
    const [first] = shown;
    if (first === undefined) return 'Who answers uname -r?';
    if (shown.length === 1) return headlineOfOne(first);
    return `${shown.map((one) => clauseOf(one, shown.length > 2)).join('. ')}.`;
  },
  sentence: (shown) => {
    const [first] = shown;
    if (first === undefined)
      return 'Pick a stack: what is typed in it is answered by its files and its kernel.';
    if (shown.length === 1) return sentenceOfOne(first);
    const gap = shown.some(({ hasGaps }) => hasGaps) ? ` ${GAP}` : '';
    return `Blue: read from files that came with the image or the guest. Orange: answered by the nearest kernel below; Sources names the machine or page each release comes from.${gap}`;
  },
  commands: {
    name: ['$ cat /etc/os-release', '$ cat os-release', 'os-release'],
    release: ['$ uname -r', 'uname -r'],
    releaseAndMachine: ['$ uname -r -m', 'uname -r -m'],
    build: ['> ver', 'ver'],
    image: ['base image'],
  },
  unknownName: ['its own files', 'own files', 'own'],
  unknownRelease: (by, isInVm) => {
    const what = by.family === 'nt' ? 'build' : 'release';
    return isInVm
      ? [`the guest kernel’s ${what}`, `guest kernel’s`, 'guest’s']
      : [`the host kernel’s ${what}`, 'host kernel’s', 'host’s'];
  },
  noShell: {
    'library-os': ['no shell to ask', 'no shell'],
    module: ['no shell to ask', 'no shell'],
  },
  more: (count) => `and ${digits.format(count)} more`,
  firstOf: (count) => [`# the first of ${digits.format(count)}`, '# the first'],
  chapter: (index, names) => {
    const [first, second, ...more] = names;
    if (first === undefined || more.length > 0) return ORDINALS[index] ?? 'The others';
    return second === undefined ? `${first} is asked` : `${first}, ${second} are asked`;
  },
  says: (all) => all.map(told).join(' '),
  start: 'Nobody has been asked yet.',
  twin: {
    files: (name) => `os-release says ${name}`,
    kernel: (release, instances) =>
      release === null ? `answers uname for ${instances}` : `answers ${release} to ${instances}`,
  },
  table: {
    caption: 'Who answers when a name and a release are asked for',
    columns: [
      'Stack',
      'Asked in',
      'Name',
      'Read from',
      'Release',
      'Answered by',
      'Where the answers come from',
    ],
    unknown: 'not known',
    none: 'nobody to ask',
    recorded: (when) => `recorded ${when}`,
    quoted: (title) => `quoted from ${title}`,
  },
};

export const kernel: KernelWords = {
  ask,
  namespaces: namespaceWords,
  apart: apartWords,
  teeth: 'Teeth',
  families: { linux: 'Linux', nt: 'Windows NT', xnu: 'macOS (XNU)', bsd: 'FreeBSD' },
};

export const kernelUi = {
  view: 'What is asked',
  views: {
    ask: 'uname -r',
    apart: 'Taken apart',
    namespaces: 'Namespaces',
    needs: 'What it needs',
    run: 'Can it run here?',
  },
  viewsShort: {
    ask: 'uname',
    apart: 'Apart',
    namespaces: 'Namespaces',
    needs: 'Needs',
    run: 'Runs?',
  },
  ns: 'Kind of namespace',
  nsNames: namespaceWords.names,
  sourcesTitle: 'Where the answers come from',
  recorded: (when: string) => `Recorded ${when}.`,
  recordedIn: (machine: string, date: string) =>
    `The terminals were recorded ${date} in ${machine}.`,
  stated: 'A build that the page states; no machine printed it here.',
  noSizes: 'No size is shown.',
  notPrinted: 'Not shown: no printed answer is known.',
  routes: 'Answer routes',
  engine: 'Container engine',
};
