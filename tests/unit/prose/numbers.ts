/**
 * Numbers in prose. On screen a number comes from a figure with its source, or is computed; prose may
 * hold only numbers that are part of a name, or that the reader can see in the evidence beside it.
 */
import type { Passage } from './passages.ts';

interface Allowed {
  readonly pattern: RegExp;
  readonly reason: string;
}

const PRODUCTS = [
  ...['Linux', 'FreeBSD', 'macOS', 'Darwin', 'Windows', 'Windows Server', 'Debian', 'Ubuntu'],
  ...['Fedora', 'Alpine', 'CentOS', 'Docker', 'Docker Engine', 'Docker Desktop', 'Engine', 'QEMU'],
  ...['Xen', 'ESXi', 'Firecracker', 'Cloud Hypervisor', 'VirtualBox', 'Kubernetes', 'containerd'],
  ...['runc', 'crun', 'glibc', 'musl', 'Podman', 'Kata', 'gVisor', 'Wasmtime', 'WSL', 'Hyper-V'],
  ...['Python', 'kernel', 'version', 'since'],
].join('|');

/** Numbers that are names, by pattern. */
export const NAMES: readonly Allowed[] = [
  { pattern: /…/g, reason: 'what a template computes' },
  {
    pattern: /\b[a-z]+(?:\/[a-z0-9]+)?:\d+(?:\.\d+)?\b/g,
    reason: 'an image with its tag: debian:12, windows/amd64:26100',
  },
  {
    pattern: /(?<![\w.])[\p{L}_/][\w./-]*\d[\w.-]*/gu,
    reason: 'part of a word: Dom0, EL1, x86-64, i440FX, CVE-2022-0847, cgroup v2',
  },
  {
    pattern: new RegExp(String.raw`\b(?:${PRODUCTS}) \d+(?:\.\d+)+\b`, 'g'),
    reason: 'a version, with its point: Linux 6.8, QEMU 4.2',
  },
  {
    pattern:
      /\b(?:Windows(?: Server)?|macOS|Debian|Ubuntu|Fedora|CentOS|Alpine|EL|WSL|Docker|Podman|Python|cgroups?) \d{1,2}\b/g,
    reason: 'a product with its number: Windows 11, Debian 12, WSL 2',
  },
  { pattern: /^e\.g\. \d+\.\d+\b/g, reason: 'an example of a version, on a layer' },
  { pattern: /\b(?:rings?|EL) ?[0-3]\b(?: (?:and|or) [0-3]\b)?/gi, reason: 'a privilege level' },
  { pattern: /\b[Tt]ype[ -][12]\b/g, reason: 'a class of hypervisors' },
  { pattern: /\b(?:16|32|64)-bit\b/g, reason: 'a width of the CPU' },
  {
    pattern: /\b(?:PID|process|number|domain|user) (?:is not )?[01]\b/gi,
    reason: 'a number that names: PID 1',
  },
  { pattern: /\b[Bb]uild \d{5}\b/g, reason: 'a build of Windows' },
  { pattern: /\b\d\dH[12]\b/g, reason: 'a version of Windows: 23H2' },
  { pattern: /\b(?:CC BY 4\.0|Open Font License 1\.1)\b/g, reason: 'a licence' },
  { pattern: /\bSCORM 1\.2\b/g, reason: 'a form of course packages' },
  { pattern: /\b(?:19|20)\d\d\b/g, reason: 'a year' },
  { pattern: /\b[a-z]+\([1-9]\)/g, reason: 'a page of the manual: unshare(1)' },
];

interface Entry {
  readonly file: RegExp;
  /** A part of the text that holds the number. */
  readonly part: string;
  readonly reason: string;
}

/** Numbers that are neither names nor figures, one by one. */
export const ENTRIES: readonly Entry[] = [
  { file: /locales\/en\/about\.ts$/, part: 'WCAG 2.2', reason: 'a standard' },
  { file: /locales\/en\/kit\.ts$/, part: 'table 4', reason: 'a name in an example' },
  { file: /locales\/en\/manage\.ts$/, part: 'Deploy version 2', reason: 'the name of a story' },
  { file: /locales\/en\/own\.ts$/, part: 'one megabyte', reason: 'a bound of the field' },
  { file: /locales\/en\/own\.ts$/, part: 'as in 3.5', reason: 'how a decimal is written' },
  { file: /locales\/en\/own\.ts$/, part: '978ms, 11.9s or 1min 2.5s', reason: 'an example' },
  { file: /locales\/en\/own\.ts$/, part: 'lab PC, 8 GB', reason: 'an example' },
  { file: /locales\/en\/own\.ts$/, part: '200 are kept', reason: 'a bound of the list' },
  { file: /stacks\/docker-rootless\.json$/, part: '4netns', reason: 'half of a name: slirp4netns' },
  {
    file: /checks\/windows-process\.json$/,
    part: '19045 on the host',
    reason: 'a build of Windows',
  },
  { file: /locales\/en\/ui\.ts$/, part: '×100', reason: 'a setting of the clock' },
  { file: /locales\/en\/ui\.ts$/, part: '1 to 100 000', reason: 'bounds of a field' },
  {
    file: /studies\/nsdi\.json$/,
    part: '100 microVMs',
    reason: 'what was started; a condition of start.fc.parallel',
  },
];

const COUNT =
  '(?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|hundred|thousand|million|billion|tens|dozens?|hundreds|thousands|millions|several|a few|few)';
const UNIT =
  '(?:[mµn]?s|(?:milli|micro|nano)?seconds?|minutes?|hours?|days?|[KMGT]i?B|(?:kilo|mega|giga)?bytes?|percent|per cent|%|cycles|lines of code|times|-?fold)';

/** Amounts said in words. */
const IN_WORDS: readonly RegExp[] = [
  new RegExp(String.raw`\b${COUNT}[ -](?:of )?(?:a )?${UNIT}(?![\w-])`, 'i'),
  /\b(?:tens|dozens|hundreds|thousands|millions|billions) of\b/i,
  /\bhalf (?:of|a|an|the)\b/i,
  /\b(?:tenfold|twofold|orders? of magnitude|(?:twice|thrice) (?:as|the|that))\b/i,
  /\b(?:under|over|within|in|less than|more than|about|around|almost|nearly) an? (?:milli|micro)?(?:second|minute|hour)\b(?! (?:one|time|\w+ly))/i,
];

/** @returns the first number that is neither a name nor evidence, or null. */
export function numberIn({ file, text, evidence }: Passage): string | null {
  let rest = text;
  for (const { pattern } of NAMES) rest = rest.replaceAll(pattern, ' ');
  for (const { part } of ENTRIES.filter((entry) => entry.file.test(file)))
    rest = rest.replaceAll(part, ' ');
  const digits = [...rest.matchAll(/\d+(?:[.,]\d+)*/g)].map(([match]) => match);
  const shown = new Set(evidence.match(/\d+(?:\.\d+)*/g) ?? []);
  const alone = digits.find((number) => !shown.has(number));
  if (alone !== undefined) return alone;
  for (const pattern of IN_WORDS) {
    const [match] = pattern.exec(rest) ?? [];
    if (match !== undefined) return match;
  }
  return null;
}
