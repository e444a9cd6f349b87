/** What readers are told: no number that is not a figure, no claim that a review found wrong. */
import { describe, expect, test } from 'vitest';
import { claimedIn, CLAIMS } from './prose/claims.ts';
import { ENTRIES, NAMES, numberIn } from './prose/numbers.ts';
import { allPassages, markupOf, stringsOf, type Passage } from './prose/passages.ts';

const passages = allPassages();

function passage(text: string, over: Partial<Passage> = {}): Passage {
  return { file: 'a-file.json', path: 'about', text, evidence: '', ...over };
}

describe('what is read', () => {
  test.each([
    ['a stack', /stacks\/process\.json$/, /One kernel for every process/],
    ['a variant', /stacks\/desktop-mac\.json$/, /HyperKit/],
    ['a layer', /stacks\/unikernel\.json$/, /library OS like any other function/],
    ['a named scene', /scenes\/start-up-race\.json$/, /timed by one study/],
    ['a caveat', /studies\/lightvm\.json$/, /Disk images lay in memory/],
    [
      'what a check shows',
      /checks\/docker-linux\.json$/,
      /an ordinary process with another number/,
    ],
    ['a lesson', /lessons\/.*\/en\.md$/, /Count the solid blocks/],
    ['a word that lessons explain', /glossary\/en\.json$/, /stands beside them, as a process/],
    ['the catalogue', /locales\/en\/structure-said\.ts$/, /each one is a kernel/],
    ['the words of pages', /locales\/en\/ui-seldom\.ts$/, /There is no page at this address/],
  ])('%s', (_what, file, text) => {
    expect(passages.some((one) => file.test(one.file) && text.test(one.text))).toBe(true);
  });

  test('a template is read with a mark for what it computes', () => {
    const [read] = stringsOf(
      'words.ts',
      'export const says = { up: (t: string) => `up in ${t} s` };',
    );
    expect(read).toMatchObject({ path: 'up', text: 'up in … s' });
  });

  test('markup is read, its attributes too where they are spoken', () => {
    const read = markupOf(
      'A.svelte',
      '<p class="x">Hello <b title="there">you</b></p>{#if 1 > 0}!{/if}',
    );
    expect(read.map(({ text }) => text.trim()).filter(Boolean)).toEqual([
      'Hello',
      'there',
      'you',
      '!',
    ]);
  });
});

describe('numbers', () => {
  test('prose holds none that is not a name', () => {
    const found = passages.flatMap((one) => {
      const number = numberIn(one);
      return number === null ? [] : [`${one.file} ${one.path}: “${number}” in “${one.text}”`];
    });
    expect(found).toEqual([]);
  });

  test.each([
    'A VM boots in 300 ms.',
    'It takes 2.4 times as long.',
    'up to half of the host’s memory',
    'A filter lets 292 calls through.',
    'It starts within three seconds.',
    'hundreds of containers',
    'twice as fast',
    'under a second',
    'costs 3 %',
    'since then 64 MiB',
    'from 3.5 to 9',
  ])('finds the one in “%s”', (text) => {
    expect(numberIn(passage(text))).not.toBeNull();
  });

  test.each([
    'Linux 6.8 and WSL 2 on x86-64',
    'e.g. 6.8, the host’s',
    'ring 0 on x86, EL1 or EL2 on Arm',
    'type 1 or type 2',
    'Dom0 is process 1 of 64-bit CVE-2022-0847',
    'QEMU 4.2 with SeaBIOS, in 2019',
    'Windows Server 2022 and Windows 11',
    'unshare(1) without a namespace',
    'a second kernel inside a VM',
    'Docker Desktop hides a second kernel',
    'The third container in … s',
  ])('leaves names alone: “%s”', (text) => {
    expect(numberIn(passage(text))).toBeNull();
  });

  test('a number that stands in the output beside it may be spoken of', () => {
    expect(numberIn(passage('mode 2, a filter', { evidence: 'Seccomp:\t2' }))).toBeNull();
    expect(numberIn(passage('mode 2, a filter', { evidence: 'Seccomp:\t20' }))).toBe('2');
  });

  test('every exception has its reason, and is still needed', () => {
    expect([...NAMES, ...ENTRIES].filter(({ reason }) => reason === '')).toEqual([]);
    const unused = ENTRIES.filter(
      ({ file, part }) => !passages.some((one) => file.test(one.file) && one.text.includes(part)),
    );
    expect(unused).toEqual([]);
  });
});

describe('claims', () => {
  test.each(CLAIMS)('$id ($reference): $truth', (claim) => {
    const made = passages.flatMap((one) => {
      const sentence = claimedIn(claim, one);
      return sentence === null ? [] : [`${one.file} ${one.path}: “${sentence}”`];
    });
    expect(made).toEqual([]);
  });

  const cases = CLAIMS.flatMap((claim) => [
    ...claim.wrong.map((text) => ({ id: claim.id, text, claim, isMade: true })),
    ...claim.right.map((text) => ({ id: claim.id, text, claim, isMade: false })),
  ]);
  test.each(cases)('$id is made: $isMade, by “$text”', ({ claim, text, isMade }) => {
    expect(claimedIn(claim, { path: '', text }) !== null).toBe(isMade);
  });

  test('every rule has both, and none forbids what another calls right', () => {
    expect(new Set(CLAIMS.map(({ id }) => id)).size).toBe(CLAIMS.length);
    expect(CLAIMS.filter(({ wrong, right }) => wrong.length === 0 || right.length === 0)).toEqual(
      [],
    );
    const forbidden = CLAIMS.flatMap(({ right }) => right).filter((text) =>
      CLAIMS.some((claim) => claimedIn(claim, { path: '', text }) !== null),
    );
    expect(forbidden).toEqual([]);
  });

  test('history may name what the present may not', () => {
    const hyperkit = CLAIMS.find(({ id }) => id === 'hyperkit-today');
    if (hyperkit === undefined) throw new Error('no such rule');
    const text = 'HyperKit boots the VM.';
    expect(claimedIn(hyperkit, { path: 'parts.with-hyperkit.about', text })).toBeNull();
    expect(claimedIn(hyperkit, { path: 'parts.with-framework.about', text })).toBe(text);
  });
});
