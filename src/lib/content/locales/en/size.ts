/** English words of the Size lens, and of its controls. */
import type { SizeWords } from '../../../model/words-size.ts';
import { pluralsOf } from '../plural.ts';
import { digits } from './structure.ts';

const plural = pluralsOf('en');

function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

export const size: SizeWords = {
  disk: 'Disk: areas to scale',
  memory: (host) => `Memory of one host, ${host}`,
  each: (title, bytes) => `${title}, ${bytes} each`,
  notMeasured: 'not measured',
  notCounted: (names) => `Not measured, not counted: ${list(names)}.`,
  scale: (bytes) => `${bytes} at this scale`,
  used: (bytes) => `${bytes} used`,
  percent: (value) => `${value >= 1 ? Math.round(value) : Number(value.toPrecision(1))}%`,
  kernels: (count, striped) =>
    [
      ...(count > 0 ? [plural(count, { one: 'kernel', other: 'kernels' })] : []),
      ...(striped > 0 ? [`${digits.format(striped)} in user space`] : []),
    ].join(', ') || 'no kernel',
  roomFor: (count) => `room for ${digits.format(count)} more`,
  doNotFit: (count) => `${digits.format(count)} ${count === 1 ? 'does' : 'do'} not fit`,
  full: 'full',
  commonPages: (bytes) => `shared pages, ${bytes}`,
  crowd: (each) => `One box stands for ${digits.format(each)}.`,
  storing: {
    sharedLayers: 'equal layers stored once',
    layersApart: 'every image on its own',
    linkedClones: 'linked clones of one disk',
    wholeDisks: 'whole disks, no linked clones',
    single: 'stored whole',
  },
  assumed: (bytes) => `${bytes}, assumed`,
  assumptions: {
    programs: (names, bytes) => `${names.join(', ')} ${bytes}${names.length > 1 ? ' each' : ''}`,
    onDisk: (name, bytes) => `${name} on disk ${bytes}`,
    inMemory: (name, bytes) => `${name} ${bytes}`,
    chosen: (bytes) => `every program ${bytes}`,
  },
  pulls: { unpacked: 'unpacked', compressed: 'as downloaded, compressed' },
  legend: {
    kernel: 'Kernel',
    whole: 'System with its kernel',
    userland: 'OS services, tools',
    libs: 'Libraries, files',
    app: 'Program',
    vmm: 'VMM, VM overhead',
    engine: 'Engine',
    sentry: 'Sentry',
    'library-os': 'Library OS',
    fence: 'Container',
    hypervisor: 'Hypervisor',
    wall: 'VM',
    unknown: 'not measured',
  },
  headline: {
    empty: 'Pick a first stack',
    fit: (host, fits) =>
      fits.some(({ title }) => title !== null)
        ? `${host} holds at most: ${fits.map(({ title, text, count }) => (title === null ? text : `${title} ${digits.format(count)}`)).join(', ')}.`
        : fits
            .map(({ text }, at) => (at === 0 ? `Up to ${text} fit in ${host}` : `or up to ${text}`))
            .join(', ') + '.',
    disk: (disks) =>
      `The same programs on disk: ${list(disks.map(({ title, size: bytes }) => `${title} ${bytes}`))}.`,
    nothing: 'No source here tells what these stacks take.',
  },
  sentence: {
    empty: 'The Size lens shows what a stack takes on disk, and how many fit into one host.',
    program: (bytes) => `Every instance runs the same program of ${bytes}.`,
    compares: (whats, pull) => `On disk, ${pull}: ${whats.join('; ')}.`,
    memoryOff: 'Page sharing, ballooning and clones are off.',
    memoryOn: (parts) => `Assumed: ${list(parts)}.`,
    ksm: (percent) => `page sharing keeps ${percent}% of a guest once`,
    balloon: (percent) => `balloons give back ${percent}%`,
    clone: (percent) => `clones share ${percent}% with their snapshot`,
    linked: 'VM disks are linked clones.',
  },
  twin: {
    part: (name, bytes, image, origin) => `${name} of ${image}: ${bytes}, ${origin}`,
    shared: (name, bytes, images, origin) =>
      `${name}, stored once for ${list(images)}: ${bytes}, ${origin}`,
    host: (bytes, used, percent) => `Memory of the host, ${bytes}: ${used}, ${percent}`,
    instance: (name, bytes, parts) => `${name}: ${bytes} of memory: ${list(parts)}`,
    crowd: (count, each, together) => `${count}, ${each} of memory each, ${together} together`,
    hostPart: (name) => `${name}: not measured, drawn without scale`,
    readout: (disk, memory) => `Disk: ${disk}. Memory: ${memory}.`,
  },
  origins: {
    figure: 'from a source',
    assumption: 'an assumption',
    program: 'the chosen program',
    unknown: 'not measured',
  },
  table: {
    caption: 'What each stack takes on disk and in memory',
    what: 'Size',
    rows: {
      compared: 'Compared on disk',
      disk: 'On disk',
      unshared: 'On disk, nothing shared',
      memoryWhat: 'Compared in memory',
      each: 'Memory of one instance',
      eachParts: 'Made of',
      fits: 'Instances that fit at most',
      there: 'Instances shown',
      used: 'Memory used',
    },
  },
  fill: {
    chapter: 'The host fills',
    says: (counts) => `On the host: ${list(counts)}.`,
  },
};

export const sizeUi = {
  instances: 'Instances per host',
  instancesAuto: 'Until one host is full',
  fullAt: (letter: string, count: number) => `${letter} is full at ${digits.format(count)}.`,
  view: 'Disk or memory',
  views: { both: 'Disk and memory', disk: 'Disk', memory: 'Memory' },
  viewsShort: { both: 'Both', disk: 'Disk', memory: 'Memory' },
  host: 'Host',
  hostOf: (gb: number) => `${gb} GB`,
  pull: 'Images',
  pulls: { unpacked: 'Unpacked', compressed: 'Download' },
  share: 'Share image layers',
  linked: 'Linked clones',
  ksm: 'Page sharing (KSM)',
  balloon: 'Ballooning',
  clone: 'Snapshot clones',
  assumptions: 'Assumptions',
  assumptionsSays:
    'No source gives these values for the stacks shown. They are assumptions: change them to see what follows.',
  program: 'Memory of the program, MB',
  percentOf: (name: string) => `${name}, % of a guest`,
  unit: 'MB',
  sourcesTitle: 'Where the sizes come from',
  notMeasured: 'Not measured for',
  off: 'off',
};
