/** Under the ground line: what counts on each stack, what is left to people, and a key to the marks. */
import { textWidth, wrapText } from '../../layout/text-metrics.ts';
import { VERBS } from '../../model/manage/tool.ts';
import type { StoryState } from '../../sim/manage/story.ts';
import type { IconShape, Item } from '../display-list.ts';
import { Z } from '../structure/depth.ts';
import { lookOf } from '../structure/looks.ts';
import { readoutOf } from './said.ts';
import { CLOUD, HAND, VERB_SHAPES } from './shapes.ts';
import type { ManagedStack, ManageStage } from './stage.ts';

/** A column narrower than this has room for short lines alone, px. */
const NARROW_PX = 230;

/** Room below the ground line that a line of it needs, px. */
const LEAST_PX = 24;

export function readoutItems(
  stage: ManageStage,
  one: ManagedStack,
  state: StoryState,
): readonly Item[] {
  const { sizes, groundY } = stage;
  const { drawn } = one;
  if (stage.input.heightPx - groundY < LEAST_PX) return [];
  const [long, note, short] = readoutOf(stage, one, state);
  const key = `${drawn.stack.key}#manage`;
  const usual = Math.min(sizes.readoutPx, 18 * Math.max(1, sizes.readoutPx / 19));
  const least = Math.max(12, sizes.minPx);
  const widthPx = drawn.w + (one.hasNode ? stage.sizes.rightPx - 16 : 0);
  // Where the lines have no room, in smaller type; where that has none either, the table says it.
  const forms = [drawn.w < NARROW_PX ? Math.min(usual, 15) : usual, least].map((px) => {
    const room = stage.input.heightPx - 4 - (groundY + 12 + px);
    const rows = Math.min(3, 1 + Math.floor(room / (px * 1.25)));
    const lines = wrapText(long, px, 700, widthPx, 1) ?? wrapText(short, px, 700, widthPx, rows);
    return { size: px, heads: lines ?? [] };
  });
  const { size, heads } = forms.find((form) => form.heads.length > 0) ?? { size: least, heads: [] };
  const base = { t: 'text', z: Z.note, x: drawn.x, anchor: 'start' } as const;
  const items: Item[] = [];
  let y = groundY + 12 + size;
  heads.forEach((text, row) => {
    items.push({ ...base, key: `${key}-count/${row}`, y, text, size, weight: 700, ink: 'ink' });
    y += size * 1.25;
  });
  const noteSize = Math.max(sizes.minPx, Math.min(sizes.readoutNotePx, 14));
  const bottom = stage.input.heightPx - (hasKey(stage) ? 10 + 1.4 * keyPx(stage) : 4);
  const most = Math.floor((bottom - y + noteSize) / (noteSize * 1.25));
  const notes = note === '' || most < 1 ? [] : (wrapText(note, noteSize, 450, widthPx, most) ?? []);
  notes.forEach((text, row) => {
    items.push({
      ...{ ...base, key: `${key}-note/${row}`, y: y + row * noteSize * 1.25 - 2, text },
      ...{ size: noteSize, weight: 450, ink: 'secondary' },
    });
  });
  return items;
}

function hasKey({ name, input }: ManageStage): boolean {
  const isFull = input.shell === 'explore' || input.shell === 'projector';
  return name === 'reach' && isFull && input.heightPx >= 430;
}

function keyPx({ input }: ManageStage): number {
  return input.shell === 'projector' ? 32 : 12.5;
}

interface KeyEntry {
  readonly id: string;
  readonly shape: IconShape;
  readonly text: string;
  readonly short?: string;
}

/** What the small marks mean. */
export function keyItems(stage: ManageStage): readonly Item[] {
  if (!hasKey(stage) || stage.stacks.length === 0) return [];
  const { words, input } = stage;
  const size = keyPx(stage);
  const [iconPx, gapPx] = [1.2 * size, 1.6 * size];
  const y = input.heightPx - 9;
  const entries: readonly KeyEntry[] = [
    ...VERBS.map((verb) => ({ id: verb, shape: VERB_SHAPES[verb], text: words.verbs[verb] })),
    { id: 'hand', shape: HAND, text: words.twin.byHand, short: words.byHand },
    ...(stage.stacks.some(({ story }) => story.stage.shape.topology === 'nodes')
      ? [{ id: 'cloud', shape: CLOUD, text: words.twin.provider }]
      : []),
  ];
  let x = stage.stacks[0]?.drawn.x ?? 24;
  const marks = entries.flatMap(({ id, shape, text: long, short = long }): readonly Item[] => {
    const endOf = (one: string): number => x + gapPx + textWidth(one, size, 450);
    const text = [long, short].find((one) => endOf(one) <= input.widthPx - 16);
    if (text === undefined) return [];
    const end = endOf(text);
    const at = x;
    x = end + gapPx;
    return [
      {
        ...{ t: 'icon', key: `manage-key-${id}`, z: Z.note, icon: shape },
        ...{ x: at, y: y - 0.96 * size, size: iconPx, ink: 'secondary' },
      },
      {
        ...{ t: 'text', key: `manage-key-${id}#text`, z: Z.note, x: at + gapPx, y, text, size },
        ...{ weight: 450, anchor: 'start', ink: 'secondary' },
      },
    ];
  });
  return [...marks, ...engineKey(stage, x, y, size)];
}

/** On a wall nobody can point at an engine that is too narrow for its name: the key says it. */
function engineKey(
  { stacks, input }: ManageStage,
  x: number,
  y: number,
  size: number,
): readonly Item[] {
  if (input.shell !== 'projector') return [];
  const layer = stacks
    .flatMap(({ drawn: { placed, drawing } }) => {
      const named = new Set(drawing.flatMap(({ t, owner }) => (t === 'text' ? (owner ?? []) : [])));
      return placed.filter((one) => one.layer.kind === 'engine' && !named.has(one.layer.path));
    })
    .at(0)?.layer;
  if (layer === undefined) return [];
  const text = layer.short ?? layer.name;
  const w = 1.4 * size;
  const textX = x + w + 0.4 * size;
  if (textX + textWidth(text, size, 450) > input.widthPx - 16) return [];
  const box = { x, y: y - 0.82 * size, w, h: 0.86 * size };
  return [
    { t: 'box', key: 'manage-key-engine', z: Z.note, box, look: lookOf(layer), radius: 8 },
    {
      ...{ t: 'text', key: 'manage-key-engine#text', z: Z.note, x: textX, y, text, size },
      ...{ weight: 450, anchor: 'start', ink: 'secondary' },
    },
  ];
}
