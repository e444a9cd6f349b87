/** English words of the Manage lens, and of its controls. */
import type { ManageFacts, ManageStory, ManageWords } from '../../../model/manage/words.ts';
import type { InstanceNoun } from '../../../model/stack.ts';
import { pluralsOf } from '../plural.ts';
import { manageSteps, shortSteps } from './manage-steps.ts';

const plural = pluralsOf('en');

const NOUNS: Readonly<Record<InstanceNoun, { readonly one: string; readonly other: string }>> = {
  process: { one: 'process', other: 'processes' },
  container: { one: 'container', other: 'containers' },
  vm: { one: 'VM', other: 'VMs' },
  microvm: { one: 'microVM', other: 'microVMs' },
  unikernel: { one: 'unikernel', other: 'unikernels' },
  module: { one: 'module', other: 'modules' },
};
const KERNELS = { one: 'kernel', other: 'kernels' };
const PATCHES = { one: 'patch', other: 'patches' };
const RESTARTS = { one: 'restart', other: 'restarts' };

const many = (noun: InstanceNoun | null, count: number): string =>
  noun === null ? '' : plural(count, NOUNS[noun]);

function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** "Swarm and vSphere reach the containers": what the same tools reach stands in one clause. */
function reaching(reached: readonly (readonly [names: readonly string[], what: string])[]) {
  const clauses = new Map<string, { names: readonly string[]; whats: string[] }>();
  for (const [names, what] of reached) {
    if (names.length === 0) continue;
    const one = clauses.get(names.join()) ?? { names, whats: [] };
    one.whats.push(what);
    clauses.set(names.join(), one);
  }
  return [...clauses.values()].map(({ names, whats }) => {
    const who = names.length > 2 ? `${names.length}\u00a0tools` : list(names);
    return `${who} ${names.length === 1 ? 'reaches' : 'reach'} ${list(whats)}`;
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A hypervisor on the hardware is a small kernel too: where a tool reaches it, others are meant. */
function noKernel(facts: readonly ManageFacts[]): string {
  if (!facts.some((one) => one.isHypervisorReached)) return 'no tool here reaches a kernel';
  return facts.some((one) => one.hasOwnKernel)
    ? 'no tool here reaches a host’s or a guest’s kernel'
    : 'no tool here reaches a guest kernel';
}

function reachHeadline(facts: readonly ManageFacts[]): string {
  const kernelsBy = distinct(facts.flatMap((one) => one.kernelsBy));
  const containersBy = distinct(facts.flatMap((one) => one.containersBy));
  const vmsBy = distinct(facts.flatMap((one) => one.vmsBy));
  const reached = facts.reduce((sum, one) => sum + one.kernelsReached, 0);
  const kernels = facts.reduce((sum, one) => sum + one.kernels, 0);
  const isHidden = facts.every(({ topology }) => topology === 'hidden-vm');
  const parts = [
    ...reaching([
      [containersBy, 'the containers'],
      [vmsBy, isHidden ? 'the hidden VM' : 'the VMs'],
      [kernelsBy, isHidden ? 'its kernel' : `${reached} of ${plural(kernels, KERNELS)}`],
    ]),
    ...(kernelsBy.length > 0 ? [] : [noKernel(facts)]),
  ];
  // The name of a tool keeps its own first letter.
  return `${parts.length === 1 && kernelsBy.length === 0 ? capital(parts[0] ?? '') : parts.join('; ')}.`;
}

/** What a new version starts on, one clause for all stacks of a kind: "a new container brings no kernel". */
function bringing(facts: readonly ManageFacts[]): readonly string[] {
  const named = (brings: ManageFacts['brings']) =>
    distinct(
      facts
        .filter((one) => one.brings === brings)
        .map(({ noun, topology }) => NOUNS[topology === 'pod-vm' ? 'vm' : (noun ?? 'process')].one),
    ).join(' or ');
  const [onKernel, own, linked] = [named(null), named('kernel'), named('library-os')];
  return [
    ...(onKernel === '' ? [] : [`a new ${onKernel} brings no kernel`]),
    ...(own === ''
      ? []
      : [`a new ${own} boots ${onKernel === '' ? 'a kernel of its own' : 'one'}`]),
    ...(linked === '' ? [] : [`a new ${linked} brings its library OS`]),
  ];
}

function deployHeadline(facts: readonly ManageFacts[]): string {
  const kinds = distinct(facts.map(({ brings }) => brings ?? ''));
  if (kinds.length > 1 || kinds[0] === 'kernel') return `${capital(bringing(facts).join('; '))}.`;
  if (kinds[0] === 'library-os') return 'A new version is a new image, library OS included.';
  return facts.every((one) => one.hasContainers)
    ? 'A container is replaced; the kernel runs on.'
    : 'Programs are replaced; the kernel under them runs on.';
}

function nodeHeadline(facts: readonly ManageFacts[]): string {
  const by = distinct(
    facts.flatMap(({ elsewhereBy, elsewhereIfSet }) =>
      elsewhereBy === null ? [] : `${elsewhereBy}${elsewhereIfSet ? ', if set up so,' : ''}`,
    ),
  );
  const without = facts.filter((one) => one.elsewhereBy === null);
  if (by.length === 0) return 'A node dies, and no tool here starts anything elsewhere.';
  const rest = without.length === 0 ? '' : `; ${list(without.map(({ title }) => title))} waits`;
  return `A node dies: ${list(by)} ${by.length === 1 ? 'starts' : 'start'} its load elsewhere${rest}.`;
}

function patchOf(one: ManageFacts): string {
  const striped =
    one.striped === 0
      ? ''
      : one.topology === 'sentry'
        ? ` and ${plural(one.striped, { one: 'Sentry', other: 'Sentries' })}`
        : ` and ${plural(one.striped, { one: 'library OS', other: 'library OSes' })}`;
  return `${plural(one.patched, KERNELS)}${striped} patched, ${many(one.noun, one.restarted)} restarted`;
}

function patchHeadline(facts: readonly ManageFacts[]): string {
  const [first] = facts;
  if (first === undefined) return '';
  if (facts.length === 1) return `${patchOf(first)}.`;
  if (facts.length > 2) {
    const sum = (of: (one: ManageFacts) => number) => facts.reduce((all, one) => all + of(one), 0);
    const patches = plural(
      sum((one) => one.patched),
      PATCHES,
    );
    return `${patches} and ${plural(
      sum((one) => one.restarted),
      RESTARTS,
    )} on these stacks.`;
  }
  return `${facts
    .map(
      (one) => `${one.title}: ${plural(one.patched, PATCHES)}, ${plural(one.restarted, RESTARTS)}`,
    )
    .join('. ')}.`;
}

const HEADLINES: Readonly<Record<ManageStory, (facts: readonly ManageFacts[]) => string>> = {
  reach: reachHeadline,
  deploy: deployHeadline,
  node: nodeHeadline,
  patch: patchHeadline,
};

const SENTENCES: Readonly<Record<ManageStory, string>> = {
  reach:
    'Solid bracket: managed. Dotted: carried along, not looked into. A hand: no tool drawn here manages it.',
  deploy: 'A new version of one program, step by step: who builds, who copies, who starts.',
  node: 'Who notices, and what runs again where. What was in memory is lost.',
  patch: 'Whoever shares a kernel restarts with it.',
};

function patchSentence(facts: readonly ManageFacts[]): string {
  const ways = new Set(facts.flatMap(({ patching }) => patching));
  if (!ways.has('replaced')) return `Each kernel is patched where it lies. ${SENTENCES.patch}`;
  return ways.has('in-place')
    ? `Each kernel is patched where it lies, or another takes its place. ${SENTENCES.patch}`
    : `Each kernel gives way to a patched one. ${SENTENCES.patch}`;
}

export const manage: ManageWords = {
  headline: (story, facts) => (facts.length === 0 ? 'Pick a first stack' : HEADLINES[story](facts)),
  sentence: (story, facts) =>
    facts.length === 0
      ? 'The Manage lens shows who creates, places, heals and updates which layer.'
      : story === 'patch'
        ? patchSentence(facts)
        : SENTENCES[story],
  roles: {
    hardware: 'hardware',
    hypervisor: 'hypervisor',
    'host-kernel': 'host’s kernel',
    'host-programs': 'host’s programs',
    'control-domain': 'control domain',
    vmm: 'VMM',
    vm: 'VMs',
    'guest-kernel': 'guest kernels',
    'guest-programs': 'libraries and services in guests',
    'guest-app': 'programs in guests',
    container: 'containers',
    image: 'image files',
    'container-app': 'programs in containers',
    sentry: 'Sentries',
    'library-os': 'library OS',
    engine: 'engine or runtime',
    helper: 'helper processes',
    process: 'processes',
  },
  verbs: { create: 'creates', place: 'places', heal: 'heals', update: 'updates' },
  carries: 'carries along',
  byHand: 'By hand',
  happens: '',
  noTool: 'No tool chosen works here.',
  anotherNode: 'Another node',
  newVersion: 'v2',
  patched: 'patched',
  instances: many,
  noun: (noun) => NOUNS[noun].one,
  more: (noun, count) => `+ ${many(noun, count)}`,
  step: (id, facts) => manageSteps[id]?.(facts) ?? '',
  shortStep: (id) => shortSteps[id] ?? '',
  waySays: (label, sentence) => `${label}. ${sentence}`,
  actorSays: (actor, sentence) => (actor === '' ? sentence : `${actor}: ${sentence}`),
  stackSays: (title, sentence) => `${title}. ${sentence}`,
  atRest: 'Before the first step.',
  readout: {
    reach: (reached, kernels, isHypervisorReached) => {
      if (kernels === 0) return 'No kernel of its own to manage';
      if (reached === 0 && isHypervisorReached) return 'No tool reaches a guest kernel';
      if (reached === 0)
        return kernels === 1 ? 'No tool reaches the kernel' : 'No tool reaches a kernel';
      return `Tools reach ${reached} of ${plural(kernels, KERNELS)}`;
    },
    reachShort: (reached, kernels) =>
      kernels === 1 && reached === 0 ? 'Kernel: no tool' : `Kernels: ${reached} of ${kernels}`,
    story: ({ story, patched, kernels, striped, restarted, away, changed, noun }) => {
      const restarts = `${many(noun, restarted)} restarted`;
      if (story === 'patch') {
        const also = striped > 0 ? `, ${striped} in user space` : '';
        return `${patched} of ${plural(kernels, KERNELS)} patched${also}, ${restarts}`;
      }
      if (story === 'deploy') return `${many(noun, changed)} replaced`;
      return away > 0 ? `${many(noun, away)} on another node` : restarts;
    },
    byHand: (names, providers) =>
      [
        names.length > 0 ? `By hand: ${list(names)}.` : 'Nothing by hand.',
        ...(providers.length > 0 ? [`By the provider: ${list(providers)}.`] : []),
      ].join(' '),
  },
  twin: {
    managedBy: (names) => `managed by ${list(names)}`,
    carriedBy: (names) => `carried along by ${list(names)}`,
    byHand: 'by hand: no tool drawn here manages it',
    provider: 'by the cloud provider',
    steps: (labels) => `${labels.length === 1 ? 'step' : 'steps'} ${list(labels)}`,
    stopped: 'stopped in the end',
    away: 'runs on another node in the end',
  },
  table: {
    caption: (story) =>
      ({
        reach: 'What each tool manages of each stack',
        deploy: 'Steps of a new version on each stack',
        node: 'Steps after a node has died, on each stack',
        patch: 'Steps of a kernel patch on each stack',
      })[story],
    tool: 'Tool',
    step: 'Step',
    none: 'none',
    rest: 'No tool',
    kernels: 'Kernels',
    outcome: 'In the end',
    does: (verbs, roles) => `${list(verbs)} ${list(roles)}`,
  },
};

export const manageUi = {
  story: 'Story',
  stories: {
    reach: 'Reach',
    deploy: 'Deploy version 2',
    node: 'A node dies',
    patch: 'Patch the kernel',
  },
  storiesShort: { reach: 'Reach', deploy: 'Deploy', node: 'Node dies', patch: 'Patch' },
  tools: 'Tools',
  toolsTitle: 'Tools that are drawn',
  toolsSays: 'Choose the tools to draw. Without a choice, each stack shows its usual ones.',
  usual: 'Show the usual ones',
  notHere: 'not on these stacks',
  side: 'Tools shown',
  none: 'No tool chosen works on these stacks.',
  noneShort: 'none',
  /** Where it differs from stack to stack, each is named. */
  doesOn: (stacks: readonly string[], text: string) =>
    stacks.length === 0 ? `${capital(text)}.` : `${list(stacks)}: ${text}.`,
  leaves: 'Leaves to others',
  again: 'Starts a failed instance again',
  here: 'on the same node',
  elsewhere: 'on another node',
  moves: 'For maintenance',
  answers: { yes: 'yes', setting: 'if set so', no: 'no', unknown: '? no source found' },
  moveWords: {
    live: 'moves VMs while they run',
    restart: 'stops here, starts elsewhere',
    no: 'moves nothing',
    unknown: '? no source found',
  },
  sources: 'Sources',
  livepatch:
    'Live patching redirects single functions of a running Linux kernel: it mends some flaws without a reboot, and leaves the kernel’s version in place.',
  livepatchSource: 'Linux kernel documentation: Livepatch',
  legend: 'Key',
};
