/** One kind of namespace from both sides: two terminals, and what is known of the kind. */
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import type { NamespaceFacts, Side } from '../../model/kernel/namespaces.ts';
import type { Box, Item } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import type { NamespacesInput } from './input.ts';
import { fitScript, scriptItems, type Script, type ScriptLine } from './script.ts';

/** Chapters of the story. */
const MADE = 0;
const INSIDE = 1;
const OUTSIDE = 2;
const NUMBERS = 3;
export const NAMESPACE_CHAPTERS = 4;

/** What is left out where there is less room, in this order. */
interface Level {
  /** On which machine: the stack beside may be another's. */
  readonly machine: boolean;
  readonly facts: boolean;
  readonly links: boolean;
  readonly enter: boolean;
}
const LEVELS: readonly Level[] = [
  { machine: true, facts: true, links: true, enter: true },
  { machine: false, facts: true, links: true, enter: true },
  { machine: true, facts: false, links: true, enter: true },
  { machine: false, facts: false, links: true, enter: true },
  { machine: false, facts: false, links: false, enter: true },
  { machine: false, facts: false, links: false, enter: false },
];

export interface Panel {
  readonly h: number;
  /** Nothing was left out. */
  readonly isWhole: boolean;
  items(
    at: { readonly x: number; readonly y: number },
    shownOf: (chapter: number) => number,
  ): readonly Item[];
}

function linesOf(
  kind: NamespaceFacts,
  side: 'inside' | 'host',
  level: Level,
): readonly ScriptLine[] {
  const asked: Side = kind[side];
  const chapter = side === 'inside' ? INSIDE : OUTSIDE;
  const made: readonly ScriptLine[] =
    side === 'inside' && level.enter ? [{ text: kind.enter, what: 'typed', chapter: MADE }] : [];
  const links: readonly ScriptLine[] = level.links
    ? [
        { text: `readlink /proc/self/ns/${kind.id}`, what: 'typed', chapter: NUMBERS },
        { text: kind.links[side], what: 'marked', chapter: NUMBERS },
      ]
    : [];
  return [
    ...made,
    ...asked.command.map((text): ScriptLine => ({ text, what: 'typed', chapter })),
    ...asked.output.map((text): ScriptLine => ({ text: text.trimStart(), what: 'said', chapter })),
    ...links,
  ];
}

/** @returns the fullest panel that fits `w` and `most` px; null when none does */
export function fitPanel(
  kind: NamespaceFacts,
  w: number,
  most: number,
  size: number,
  input: NamespacesInput,
): Panel | null {
  for (const level of LEVELS) {
    const panel = panelOf(kind, w, level, size, input);
    if (panel !== null && panel.h <= most) return panel;
  }
  return null;
}

const TITLE_GAP = 6;
const BLOCK_GAP = 12;
const MACHINE_GAP = 20;

function panelOf(
  kind: NamespaceFacts,
  w: number,
  level: Level,
  size: number,
  input: NamespacesInput,
): Panel | null {
  const words = input.words.kernel.namespaces;
  const inside = fitScript(linesOf(kind, 'inside', level), w, size);
  const host = fitScript(linesOf(kind, 'host', level), w, size);
  const titlePx = size + 2;
  const titleH = titlePx + TITLE_GAP;
  const machine = words.table.recorded(input.namespaces.machine, input.namespaces.date);
  const besidePx = w - textWidth(words.inside, titlePx, 700) - MACHINE_GAP;
  const isBeside = textWidth(machine, size, 450) <= besidePx;
  const texts = [
    ...(level.facts
      ? [`${words.facts(kind)} ${words.docker[kind.docker]}`, words.numbers, words.shared]
      : []),
    ...(level.machine && !isBeside ? [machine] : []),
  ];
  const facts = texts.map((text) => wrapText(text, size + 1, 450, w, 6));
  const broken = facts.filter((lines) => lines !== null);
  if (inside === null || host === null || broken.length < facts.length) return null;
  const hostTop = titleH + inside.h + BLOCK_GAP;
  const factsTop = hostTop + titleH + host.h + BLOCK_GAP;
  const leading = (size + 1) * 1.35;
  const h =
    factsTop -
    (texts.length > 0 ? 0 : BLOCK_GAP) +
    broken.reduce((sum, lines) => sum + lines.length * leading + 5, 0);
  return {
    h,
    isWhole: level.facts,
    items: ({ x, y }, shownOf) => [
      title('namespace#inside', words.inside, x, y + titlePx, titlePx),
      ...(isBeside ? [beside(machine, x + w, y + titlePx, size)] : []),
      ...terminal('namespace#in', inside, { x, y: y + titleH, w, h: inside.h }, size, shownOf),
      title('namespace#host', words.host, x, y + hostTop + titlePx, titlePx),
      ...terminal(
        'namespace#out',
        host,
        { x, y: y + hostTop + titleH, w, h: host.h },
        size,
        shownOf,
      ),
      ...factItems(broken, x, y + factsTop, size + 1, leading),
    ],
  };
}

function terminal(
  key: string,
  script: Script,
  box: Box,
  size: number,
  shownOf: (chapter: number) => number,
): readonly Item[] {
  return scriptItems(key, script, box, size, shownOf);
}

function title(key: string, text: string, x: number, y: number, size: number): Item {
  return {
    ...{ t: 'text', key, z: Z.note, x, y, text, size, weight: 700, anchor: 'start', ink: 'ink' },
    maxWidth: textWidth(text, size, 700) + 4,
  };
}

function beside(text: string, right: number, y: number, size: number): Item {
  return {
    ...{ t: 'text', key: 'namespace#machine', z: Z.note, x: right, y, text, size, weight: 450 },
    ...{ anchor: 'end', ink: 'secondary', maxWidth: textWidth(text, size, 450) + 4 },
  };
}

function factItems(
  paragraphs: readonly (readonly string[])[],
  x: number,
  top: number,
  size: number,
  leading: number,
): readonly Item[] {
  let y = top;
  return paragraphs.flatMap((lines, at) => {
    const items = lines.map((text, row): Item => ({
      ...{ t: 'text', key: `namespace#fact${at}-${row}`, z: Z.note, x, text, size, weight: 450 },
      ...{ y: y + size + row * leading, anchor: 'start', ink: at === 0 ? 'ink' : 'secondary' },
    }));
    y += lines.length * leading + 5;
    return items;
  });
}
