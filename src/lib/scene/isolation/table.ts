/** The table view: the steps and what became of them in each stack, then every part. */
import type { IsolationWords } from '../../model/isolation/words.ts';
import type { SummaryTable } from '../picture.ts';
import { readoutOf } from './below.ts';
import { shownMark } from './marks.ts';
import type { Story } from './story.ts';

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
  const names = [
    ...new Set(stories.flatMap(({ counted }) => counted.parts.map(({ layer }) => layer.name))),
  ];
  const parts = names.map((name) => [
    name,
    ...cells(({ counted }) => {
      const found = counted.parts.filter(({ layer }) => layer.name === name);
      return (
        [...new Set(found.map(({ mark }) => words.tags[shownMark(mark)]))].join(', ') ||
        words.tags.absent
      );
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
  const { count, note } = readoutOf(story, story.breakIn.marks, words);
  return words.twin.readout(count, note);
}
