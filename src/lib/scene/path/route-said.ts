/** What the Path picture says: headline, sentence, table, readouts, steps; all from the routes. */
import type { Figure } from '../../model/figures.ts';
import type { LayerPath } from '../../model/stack.ts';
import { walkLayers } from '../../model/stack.ts';
import { endsOf, totalOf } from '../../sim/path/total.ts';
import type { SummaryTable, TwinNode } from '../picture.ts';
import type { PathStack, PathStage } from './path-stage.ts';

const DIGITS = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** A number with its unit, kept on one line. */
function quantity(value: number, unit: string): string {
  return `${DIGITS.format(value)}\u00A0${unit}`;
}

function spanText(stage: PathStage, low: number, high: number, unit: string): string {
  const { time } = stage.words;
  const end = quantity(high, unit);
  return low === high ? time.about(end) : time.range(DIGITS.format(low), end);
}

function rangeText(stage: PathStage, figure: Figure): string {
  const ends = endsOf(figure);
  if (ends === null) return stage.words.time.notMeasured;
  return spanText(stage, ends.low, ends.high, figure.unit);
}

/** The time of each part that has a figure, at the hop into the place where it is spent. */
export function partTexts(
  stage: PathStage,
  { route }: PathStack,
): readonly { readonly hop: number; readonly text: string }[] {
  return (route?.parts ?? []).flatMap(({ hops, at, figure: id }) => {
    const figure = stage.input.figures.get(id);
    const [first] = hops;
    if (figure === undefined || first === undefined) return [];
    const range = rangeText(stage, figure);
    // An exit and the entry that follows it: one figure for both.
    const isPair = hops.length === 2 && (hops[1] ?? first) - first > 1;
    return [{ hop: at, text: isPair ? stage.words.time.pair(range) : range }];
  });
}

/** The sum of the parts, or why there is none. */
export function timeText(stage: PathStage, { route }: PathStack): string {
  if (route === null) return '';
  const total = totalOf(route, stage.input.figures);
  const { time } = stage.words;
  if (typeof total === 'string') return time.noTotal[total];
  return time.total(spanText(stage, total.low, total.high, total.unit));
}

export function caseText(stage: PathStage, { route, names }: PathStack): string {
  const { cases } = stage.words;
  return (route?.cases ?? [])
    .map((one) => {
      const said = cases[one];
      return typeof said === 'string' ? said : said(names);
    })
    .join('; ');
}

function bordersOf({ route }: PathStack): { readonly down: number; readonly back: number } {
  const crossed = (route?.hops ?? []).map(({ border, way }) => ({ way, is: border !== null }));
  return {
    down: crossed.filter(({ way, is }) => is && way === 'down').length,
    back: crossed.filter(({ way, is }) => is && way === 'back').length,
  };
}

export function kernelsText(stage: PathStage, { route, drawn }: PathStack): string {
  const [first] = route?.striped ?? [];
  const striped = first === undefined ? undefined : drawn.byPath.get(first)?.layer.kind;
  return stage.words.kernels(
    route?.kernels.length ?? 0,
    route?.striped.length ?? 0,
    striped === 'library-os',
  );
}

export function countsText(stage: PathStage, one: PathStack): string {
  const { down, back } = bordersOf(one);
  return stage.words.counts(down, back, one.route?.isOpen ?? false);
}

/** One instance is drawn: the others go the same way. */
function oneOfText(stage: PathStage, { instances }: PathStack): readonly string[] {
  if (instances === null || instances.count < 2) return [];
  const { noun, count } = instances;
  return [stage.words.twin.oneOf(stage.input.words.structure.instances(noun, count))];
}

export function headlineOf(stage: PathStage): string {
  const { words, stacks, input } = stage;
  const withRoute = stacks.filter(({ route }) => route !== null);
  if (withRoute.length === 0) return words.headline.empty;
  const titles = withRoute.map(({ drawn }) => drawn.stack.shortTitle);
  const named = withRoute.map((one) => {
    const { shortTitle, title } = one.drawn.stack;
    const isTwice = titles.filter((other) => other === shortTitle).length > 1;
    const { down } = bordersOf(one);
    return {
      title: isTwice ? title : shortTitle,
      borders: down,
      isOpen: one.route?.isOpen ?? false,
    };
  });
  const isAlike = (a: (typeof named)[number], b: (typeof named)[number]): boolean =>
    a.borders === b.borders && a.isOpen === b.isOpen;
  const firsts = named.filter((one, at) => named.findIndex((other) => isAlike(one, other)) === at);
  return words.headline.counts(
    words.ops[input.scene.path.op].noun,
    firsts.map(({ borders, isOpen }) => ({
      ...{ borders, isOpen },
      titles: named
        .filter((one) => isAlike(one, { title: '', borders, isOpen }))
        .map(({ title }) => title),
    })),
  );
}

export function sentenceOf(stage: PathStage): string {
  const { words, stacks, input } = stage;
  if (stacks.length === 0) return words.sentence.empty;
  return words.sentence.says(words.ops[input.scene.path.op].says, stacks.length === 1);
}

function layerNames({ drawn }: PathStack): ReadonlyMap<LayerPath, string> {
  return new Map([...walkLayers(drawn.stack.ground)].map(([layer]) => [layer.path, layer.name]));
}

/** What one stack does in a hop; null: it has ended before. */
function hopText(stage: PathStage, one: PathStack, hop: number): string | null {
  const { words } = stage;
  const taken = one.route?.hops[hop];
  if (taken === undefined) return null;
  const border = taken.border === null ? null : words.borders[taken.border];
  const layer =
    taken.to.place === 'outer' ? words.twin.outer : (layerNames(one).get(taken.to.layer) ?? '');
  const { says, back } = words.places[taken.to.place];
  return words.step.what(border, layer, taken.way === 'back' ? (back ?? says) : says);
}

export function stepSays(stage: PathStage, hop: number): string {
  const { step } = stage.words;
  return stage.stacks
    .map((one) => {
      const what = hopText(stage, one, hop);
      const { shortTitle } = one.drawn.stack;
      return what === null ? step.done(shortTitle) : step.one(shortTitle, what);
    })
    .join(' ');
}

export function stepLabel(stage: PathStage, hop: number): string {
  const { words } = stage;
  const names = stage.stacks.flatMap(({ route }) => {
    const taken = route?.hops[hop];
    if (taken === undefined) return [];
    return [
      taken.border === null ? words.places[taken.to.place].name : words.borders[taken.border],
    ];
  });
  return words.step.label([...new Set(names)]);
}

/** The twin's nodes say in which steps a layer is reached, and what is done there. */
export function twinNodes(stage: PathStage, one: PathStack): readonly TwinNode[] {
  const { words } = stage;
  const hops = one.route?.hops ?? [];
  const named = (node: TwinNode): TwinNode => {
    const steps = hops.flatMap(({ to }, at) => (to.layer === node.path ? [at + 1] : []));
    const places = hops
      .filter(({ to }) => to.layer === node.path)
      .map(({ to }) => words.places[to.place].name);
    const isStart = hops[0]?.from.layer === node.path;
    const name =
      steps.length > 0
        ? words.twin.reached(node.name, steps, [...new Set(places)])
        : isStart
          ? node.name
          : words.twin.past(node.name);
    return { ...node, name, children: node.children.map(named) };
  };
  return one.drawn.layers.map(named);
}

export function pathTable(stage: PathStage): SummaryTable {
  const { words, stacks } = stage;
  const { table } = words;
  const most = Math.max(0, ...stacks.map(({ route }) => route?.hops.length ?? 0));
  const row = (label: string, cell: (one: PathStack) => string): readonly string[] => [
    label,
    ...stacks.map((one) => (one.route === null ? table.none : cell(one))),
  ];
  const isBack = (hop: number): boolean =>
    stacks.every(({ route }) => route === null || hop >= route.down);
  const { rows } = table;
  return {
    caption: table.caption,
    columns: [table.step, ...stacks.map(({ drawn }) => drawn.stack.title)],
    rows: [
      row(rows.case, (one) => caseText(stage, one)),
      row(rows.kernels, (one) => kernelsText(stage, one)),
      row(rows.borders, (one) => countsText(stage, one)),
      row(rows.time, (one) => timedText(stage, one)),
      ...Array.from({ length: most }, (_, hop) =>
        row(table.stepOf(hop + 1, isBack(hop)), (one) => hopText(stage, one, hop) ?? table.ended),
      ),
      row(rows.notes, (one) =>
        [
          ...(one.route?.notes ?? []).map((note) => words.notes[note]),
          ...oneOfText(stage, one),
        ].join(' '),
      ),
    ],
  };
}

function timedText(stage: PathStage, one: PathStack): string {
  const parts = (one.route?.parts ?? []).flatMap(({ hops, figure: id }) => {
    const figure = stage.input.figures.get(id);
    if (figure === undefined) return [];
    const steps = hops.map((hop) => String(hop + 1)).join(', ');
    return [
      `${stage.words.table.step} ${steps}: ${rangeText(stage, figure)} (${figure.conditions})`,
    ];
  });
  return [...parts, timeText(stage, one)].join('; ');
}
