/** The table view: the steps and what became of them in each stack, then every part. */
import type { IsolationWords } from '../../model/isolation/words.ts';
import type { SummaryTable } from '../picture.ts';
import { readoutOf } from './below.ts';
import { shownMark } from './marks.ts';
import { tallyAt, type Story } from './story.ts';

export function isolationTable(stories: readonly Story[], words: IsolationWords): SummaryTable {
  const { table } = words;
  const last = Math.max(0, ...stories.flatMap(({ lines }) => lines.map(({ number }) => number)));
  const cells = (of: (story: Story) => string): readonly string[] => stories.map(of);
  const steps = Array.from({ length: last }, (_, at) => [
    table.step(at + 1),
    ...cells(
      ({ lines }) =>
        lines
          .filter(({ number }) => number === at + 1)
          .map(({ text }) => text)
          .join(' ') || table.notTaken,
    ),
  ]);
  const names = [...new Set(stories.flatMap(({ parts }) => parts.map(({ layer }) => layer.name)))];
  const parts = names.map((name) => [
    name,
    ...cells((story) => {
      const found = tallyAt(story, Infinity).parts.filter(({ part }) => part.layer.name === name);
      // What the attack is not made for was not tried.
      const isTried = story.breakIn.stop?.missing === undefined;
      const told = found.map(({ mark }) =>
        mark === null && !isTried ? words.tags.untried : words.tags[shownMark(mark)],
      );
      return [...new Set(told)].join(', ') || words.tags.absent;
    }),
  ]);
  return {
    caption: table.caption,
    columns: [table.what, ...stories.map(({ stack }) => stack.title)],
    rows: [
      [table.attack, ...cells(({ attack }) => attack?.name ?? '')],
      [table.settings, ...cells(({ pills }) => pills.join('; '))],
      ...steps,
      [table.count, ...cells((story) => readoutText(story, words))],
      ...parts,
    ],
  };
}

function readoutText(story: Story, words: IsolationWords): string {
  const { count, note } = readoutOf(story, tallyAt(story, Infinity), words);
  return words.twin.readout(count, note);
}
