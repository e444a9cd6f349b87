/** The legend (only looks in use) and the line with the source and what to know before comparing. */
import { textWidth, wrapText } from '../layout/text-metrics.ts';
import type { Source, StartPhase } from '../model/figures.ts';
import type { Item, TextItem } from './display-list.ts';
import { boxItem, lineItem, textItem, Z, type BootStage, type PlacedRow } from './boot-ink.ts';
import { edgeOf, lookOfPhase, TOTAL_LOOK } from './boot-bar.ts';
import { MIN_HATCHED } from './boot-figures.ts';
import { usesRunningKernel } from './boot-stub.ts';

interface Entry {
  readonly id: string;
  readonly text: string;
  /** Draws the swatch in a box of 26 × 14 at x, y (scale 1). */
  swatch(key: string, x: number, y: number, s: number): readonly Item[];
}

const SWATCH_W = 26;
const SWATCH_H = 14;

const RUNS = [
  'vmm',
  'hypervisor',
  'kernel',
  'library-os',
  'userland',
  'engine',
  'fence',
  'app',
] as const;

function boxSwatch(runs: StartPhase['runs'] | 'total'): Entry['swatch'] {
  return (key, x, y, s) => {
    const box = { x, y, w: SWATCH_W * s, h: SWATCH_H * s };
    const look = runs === 'total' ? TOTAL_LOOK : lookOfPhase(runs);
    const body = boxItem(key, box, look, Z.segment);
    if (runs === 'total') return [body, edgeOf(key, box)];
    if (runs !== 'fence') return [body];
    const right = x + box.w;
    const points = [
      [x, y + box.h],
      [x, y],
      [right, y],
      [right, y + box.h],
    ] as const;
    return [body, lineItem(`${key}/edge`, points, 'fence', 1.5, Z.running, [6, 4])];
  };
}

/** As the bands are drawn: hatched, or a line where they are too low for a hatch. */
const bandSwatch =
  (isLine: boolean): Entry['swatch'] =>
  (key, x, y, s) => [
    isLine
      ? lineItem(
          key,
          [
            [x, y + 7 * s],
            [x + SWATCH_W * s * 1.5, y + 7 * s],
          ],
          'secondary',
          1.6,
          Z.band,
        )
      : boxItem(key, { x, y: y + 2 * s, w: SWATCH_W * s * 1.5, h: 10 * s }, 'band', Z.band),
    ...[x, x + SWATCH_W * s * 1.5].map((at, index) =>
      lineItem(
        `${key}/${index}`,
        [
          [at, y + s],
          [at, y + 13 * s],
        ],
        'secondary',
        1.6,
        Z.pole,
      ),
    ),
  ];

const flagSwatch: Entry['swatch'] = (key, x, y, s) => [
  lineItem(
    `${key}/pole`,
    [
      [x + 6 * s, y + SWATCH_H * s],
      [x + 6 * s, y - 1],
    ],
    'ink',
    2,
    Z.pole,
  ),
  {
    t: 'icon',
    key,
    z: Z.flag,
    icon: 'flag',
    x: x + (6 - (13 * 3) / 16) * s,
    y: y - 1,
    size: 13 * s,
    ink: 'ink',
  },
];

const runningSwatch: Entry['swatch'] = (key, x, y, s) => [
  {
    t: 'box',
    key,
    z: Z.segment,
    box: { x, y, w: SWATCH_W * s, h: SWATCH_H * s },
    look: 'kernel',
    radius: 0,
    fadeLeft: true,
  },
];

function entriesOf(stage: BootStage, rows: readonly PlacedRow[]): readonly Entry[] {
  const { words, race, layout } = stage;
  const one = race.view.kind === 'one';
  const runs = new Set(
    rows.flatMap(({ row }) =>
      row.spans.flatMap(({ phase }) => (phase.alsoRuns === undefined ? [phase.runs] : [])),
    ),
  );
  const total = one && rows.some(({ row }) => row.known === 'typical' && row.spans.length === 0);
  const timings = rows.flatMap(({ row }) =>
    row.timing ? [row.timing] : row.all.map((a) => a.timing),
  );
  const ranges = timings.some(({ lowMs, highMs }) => lowMs !== undefined || highMs !== undefined);
  const isThin = layout.rows.every(({ band }) => band.h < MIN_HATCHED);
  const typical = one && timings.some(({ typicalMs }) => typicalMs !== undefined);
  // In a wide row the words stand on the orange itself.
  const running = one && layout.narrow && rows.some(usesRunningKernel);
  return [
    ...(running ? [{ id: 'running', text: words.looks.running, swatch: runningSwatch }] : []),
    ...RUNS.filter((run) => runs.has(run)).map((run) => ({
      id: run,
      text: words.looks[run],
      swatch: boxSwatch(run),
    })),
    ...(total ? [{ id: 'total', text: words.looks.total, swatch: boxSwatch('total') }] : []),
    ...(ranges ? [{ id: 'band', text: words.lowToHigh, swatch: bandSwatch(isThin) }] : []),
    ...(typical ? [{ id: 'flag', text: words.typicalFinish, swatch: flagSwatch }] : []),
  ];
}

/** Entries from left to right, in as many lines as there is room for; the rest is left out. */
export function legendItems(stage: BootStage, rows: readonly PlacedRow[]): readonly Item[] {
  const { legend, scale, minSize, narrow } = stage.layout;
  if (legend === null) return [];
  const size = Math.max(minSize, (narrow ? 12 : 13) * scale);
  const lineH = 20 * scale;
  const gap = (narrow ? 14 : 22) * scale;
  const items: Item[] = [];
  const swatchOf = (id: string): number =>
    SWATCH_W * scale * (id === 'band' ? 1.5 : id === 'flag' ? 0.9 : 1) + 8 * scale;
  const all = entriesOf(stage, rows);
  const wholeW = all.reduce(
    (w, { id, text }) => w + swatchOf(id) + textWidth(text, size, 450) + gap,
    0,
  );
  // A total says so on its bar: where one line is too short for all, it goes without.
  const isCut = !narrow && wholeW - gap > legend.w;
  const entries = isCut ? all.filter(({ id }) => id !== 'total') : all;
  let { x } = legend;
  let y = legend.y + 4 * scale;
  if (!narrow && !isCut && stage.race.view.kind === 'one') {
    const head = textItem('boot/legend', stage.words.legend, x, y + size, {
      size,
      weight: 700,
      ink: 'secondary',
    });
    if (stage.room.take([head])) items.push(head);
    x += textWidth(stage.words.legend, size, 700) + 16 * scale;
  }
  // Of one line, what every mark means comes before what runs.
  const isLine = narrow && legend.h < 2 * lineH + 2;
  for (const entry of isLine ? entries.toReversed() : entries) {
    const swatchW = swatchOf(entry.id);
    const w = swatchW + textWidth(entry.text, size, 450);
    if (x > legend.x && x + w > legend.x + legend.w) {
      x = legend.x;
      y += lineH;
    }
    if (y + size > legend.y + legend.h || x + w > legend.x + legend.w) break;
    const key = `boot/legend/${entry.id}`;
    const style = { size, weight: 450, ink: 'secondary' } as const;
    const label = textItem(`${key}/text`, entry.text, x + swatchW, y + size, style);
    if (stage.room.take([label])) items.push(...entry.swatch(key, x, y, scale), label);
    x += w + gap;
  }
  return items;
}

/** "Manco et al., My VM is Lighter… 2017" */
function reference(source: Source): string {
  if (source.authors === '') return source.title;
  const [first, ...others] = source.authors.split(/,| and /);
  const authors = others.length > 0 ? `${first?.trim() ?? ''} et al.` : source.authors;
  const year =
    source.year === null || source.title.includes(String(source.year)) ? '' : `, ${source.year}`;
  return `${authors}: ${source.title}${year}`;
}

/** The source of the race and its caveat, in as many lines as fit. */
export function footerItems(
  stage: BootStage,
  sources: ReadonlyMap<string, Source>,
): readonly TextItem[] {
  const { layout, race, words, room } = stage;
  const { footer, scale, minSize, narrow } = layout;
  if (footer === null || race.view.kind !== 'one') return [];
  const { study } = race.view;
  const source = sources.get(study.source);
  const full = words.source(source === undefined ? study.title : reference(source));
  const short = words.source(study.short);
  const caveat = study.caveat ?? '';
  const size = Math.max(minSize, (narrow ? 12 : 13) * scale);
  const lineH = size * 1.28;
  const most = Math.max(1, Math.floor(footer.h / lineH));
  const texts =
    most > 1 ? [`${full}. ${caveat}`, `${short}. ${caveat}`, caveat, full, short] : [full, short];
  for (const text of texts.map((item) => item.trim())) {
    const lines = text === '' ? null : wrapText(text, size, 450, footer.w, most);
    if (lines === null) continue;
    const items = lines.map((line, index) =>
      textItem(`boot/source/${index}`, line, footer.x, footer.y + size + index * lineH, {
        size,
        weight: 450,
        ink: 'tertiary',
      }),
    );
    if (room.take(items)) return items;
  }
  return [];
}
