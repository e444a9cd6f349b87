/** What is typed in an instance, and what comes back from its files and its kernel. */
import type { AskWords } from '../../model/kernel/words.ts';
import type { Layer } from '../../model/stack.ts';
import type { AskState } from '../../sim/kernel/ask-story.ts';
import type { Asked } from '../../sim/kernel/who-answers.ts';
import type { Look } from '../display-list.ts';

/** A line of a terminal: typed, or an answer. */
export type TermLine =
  | { readonly what: 'typed'; readonly forms: readonly string[]; readonly when: keyof AskState }
  | {
      readonly what: 'answer';
      readonly forms: readonly string[];
      readonly look: Look;
      readonly id: 'name' | 'release' | 'machine';
      readonly isKnown: boolean;
      readonly when: keyof AskState;
    };

/** @returns what is typed in one instance and what comes back, top first */
export function termLines(asked: Asked, words: AskWords): readonly TermLine[] {
  const { by, noShell, files } = asked;
  if (noShell !== null || by === null) {
    return [{ what: 'typed', forms: words.noShell[noShell ?? 'module'], when: 'nameAsked' }];
  }
  return [...nameLines(asked, words, files?.family === 'nt'), ...releaseLines(asked, words, by)];
}

function nameLines(asked: Asked, words: AskWords, isWindows: boolean): readonly TermLine[] {
  const { files, name, isImage } = asked;
  // A Windows system has no such file; an image is known by its edition.
  if (files === null || (isWindows && !isImage)) return [];
  const known = isWindows ? editionOf(files) : name?.text;
  return [
    {
      what: 'typed',
      forms: isWindows ? words.commands.image : words.commands.name,
      when: 'nameAsked',
    },
    {
      ...{ what: 'answer', look: 'libs', id: 'name', when: 'nameShown' },
      forms: known === undefined ? words.unknownName : [known],
      isKnown: known !== undefined,
    },
  ];
}

/** @returns what a Windows image is known by, e.g. "Server Core 2022" */
export function editionOf({ name, detail }: Layer): string {
  return detail === undefined ? name : `${name} ${detail}`;
}

function releaseLines(
  asked: Asked,
  words: AskWords,
  by: NonNullable<Asked['by']>,
): readonly TermLine[] {
  const { release, machine, wall } = asked;
  const { commands } = words;
  const typed =
    by.family === 'nt'
      ? commands.build
      : machine === null
        ? commands.release
        : commands.releaseAndMachine;
  const when = 'releaseShown';
  return [
    { what: 'typed', forms: typed, when: 'releaseAsked' },
    {
      ...{ what: 'answer', id: 'release', when, look: by.kind === 'sentry' ? 'sentry' : 'kernel' },
      forms: release === null ? words.unknownRelease(by, wall !== null) : [release.text],
      isKnown: release !== null,
    },
    ...(machine === null ? [] : [machineLine(machine.text)]),
  ];
}

/** An emulator names the CPU that it stands in for. */
function machineLine(text: string): TermLine {
  const forms = [text];
  return {
    what: 'answer',
    id: 'machine',
    when: 'releaseShown',
    look: 'emulator',
    forms,
    isKnown: true,
  };
}
