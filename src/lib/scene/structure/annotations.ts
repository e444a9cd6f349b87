/** The three short annotations over a row of containers: namespaces, cgroups, engine. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import type { Overlay } from '../../model/scene.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { Annotations, StructureWords } from '../../model/words-structure.ts';
import type { Ink, Item } from '../display-list.ts';
import { textBox } from '../text-box.ts';
import { Z } from './depth.ts';
import type { Sizes } from './sizes.ts';
import { fencesOf, isAroundFences } from './stack-items.ts';

const LEADER_PX = 24;
/** Between the line of a note and a name, px. */
const NAME_AIR = 4;

interface Note {
  readonly id: string;
  readonly words: readonly [string, string];
  readonly ink: Ink;
  readonly x: number;
  /** Leader's foot. */
  readonly toY: number;
  readonly anchor: 'start' | 'end';
  readonly textX: number;
  /** Px above the common row; below it when negative. */
  readonly raise: number;
  /** The layer it speaks of: comes and goes with it. */
  readonly owner: LayerPath;
}

/**
 * Annotations with leaders; where there is no air above the stack the legend and the inspector say it.
 * @param right right edge of the column
 * @param minY where the text above ends
 */
export function annotationItems(
  stackKey: string,
  placed: readonly PlacedLayer[],
  right: number,
  overlays: ReadonlySet<Overlay>,
  allWords: StructureWords,
  sizes: Sizes,
  minY: number,
): readonly Item[] {
  const family = placed.find(({ layer }) => layer.kind === 'kernel')?.layer.family;
  const all = fencesOf(placed);
  const around = all.find(({ layer }) => isAroundFences(layer));
  const fences = all.filter((item) => item !== around);
  const words = family === undefined ? null : allWords.annotations(family);
  const first = fences[0]?.box;
  const second = fences[1]?.box;
  const owner = fences[0]?.layer.path;
  const engine = placed.find((item) => item.layer.kind === 'engine' && item.depth === 0);
  if (first === undefined || owner === undefined || words === null) return [];
  const notes: Note[] = [];
  const base = { ink: 'fence', anchor: 'start', raise: 0, owner } as const;
  if (overlays.has('namespaces')) {
    const x = first.x + first.w * 0.5;
    const toY = first.y - 2;
    notes.push({
      ...base,
      id: 'namespaces',
      words: words.namespaces,
      x,
      toY,
      textX: first.x,
    });
  }
  if (overlays.has('cgroups') && second !== undefined) {
    const most = right - noteWidth(words.cgroups, sizes);
    const wanted = Math.min(second.x + second.w * 0.55, most);
    const textX = Math.max(wanted, noteEnd(notes, sizes) + 12);
    const x = Math.max(second.x + second.w * 0.72, textX + 6);
    notes.push({
      ...base,
      id: 'cgroups',
      words: words.cgroups,
      x,
      toY: second.y + 8,
      textX,
      owner: fences[1]?.layer.path ?? owner,
    });
  }
  if (overlays.has('engine') && engine !== undefined) {
    notes.push(...engineNote(engine, right, notes, saidOf(words, overlays), sizes));
  }
  // An instance may be taller than its neighbours: the notes of the fences stand above the tallest.
  const top = around?.box.y ?? Math.min(...fences.map(({ box }) => box.y));
  const baseline = top - LEADER_PX - sizes.namePx * 1.5;
  const low = notes.map((note) => lowered(note, baseline, right, placed, sizes));
  return low
    .filter((note) => baseline - note.raise - sizes.namePx >= minY)
    .filter((note) => around === undefined || !crossesName(note, around, sizes))
    .filter((note) => isFree(note, baseline - note.raise, right, placed, sizes))
    .flatMap((note) => noteItems(stackKey, note, baseline - note.raise, sizes));
}

/** @returns the items without notes whose lines run along or through the name of a box */
export function withoutHitNotes(items: readonly Item[]): readonly Item[] {
  const boxes = items.flatMap((item) =>
    item.t === 'text' && item.key.endsWith('#callout') ? [textBox(item)] : [],
  );
  const hit = items.flatMap((item) => {
    if (item.t !== 'path' || !item.key.includes('#note-')) return [];
    const [[x, from] = [0, 0], [, to] = [0, 0]] = item.points;
    const isHit = boxes.some(
      (box) =>
        x > box.x - NAME_AIR && x < box.x + box.w + NAME_AIR && from < box.y + box.h && to > box.y,
    );
    return isHit ? [item.key.replace(/leader$/, '')] : [];
  });
  return items.filter(({ key }) => !hit.some((note) => key.startsWith(note)));
}

/** Where no fence is drawn, nothing asks for one. */
function saidOf(words: Annotations, overlays: ReadonlySet<Overlay>): Annotations {
  const hasFences = overlays.has('namespaces') || overlays.has('cgroups');
  return hasFences ? words : { ...words, engine: words.engineAlone };
}

/** The name of a fence around the others stands in the middle of its top. */
function crossesName(note: Note, { layer, box }: PlacedLayer, sizes: Sizes): boolean {
  const half = textWidth(layer.name, sizes.namePx, 650) / 2 + 6;
  return Math.abs(note.x - (box.x + box.w / 2)) < half;
}

/** A note that would have to go one row up stands right above its own layer if there is room for it. */
function lowered(
  note: Note,
  baseline: number,
  right: number,
  placed: readonly PlacedLayer[],
  sizes: Sizes,
): Note {
  const own = note.toY + 3 - LEADER_PX - sizes.namePx * 1.5;
  const clear = own - baseline > sizes.namePx * 3;
  return note.raise > 0 && clear && isFree(note, own, right, placed, sizes)
    ? { ...note, raise: baseline - own }
    : note;
}

/** Beside the others where there is room, else one row higher, if its leader gets past their words. */
function engineNote(
  { box, layer }: PlacedLayer,
  right: number,
  notes: readonly Note[],
  words: Annotations,
  sizes: Sizes,
): readonly Note[] {
  const width = noteWidth(words.engine, sizes);
  const x = box.x + box.w / 2;
  // At the right edge, unless the engine is so far left that its leader would miss the words.
  const textX = x < right - width ? x + width / 2 : right;
  const beside = textX - width > noteEnd(notes, sizes) + 12;
  if (!beside && x < noteEnd(notes, sizes) + 4) return [];
  return [
    {
      id: 'engine',
      words: words.engine,
      ink: 'ink',
      x,
      toY: box.y - 3,
      anchor: 'end',
      textX,
      raise: beside ? 0 : sizes.namePx * 2.8,
      owner: layer.path,
    },
  ];
}

/** False where the note would leave its column or a wall or another tall neighbour stands in its place. */
function isFree(
  note: Note,
  baseline: number,
  right: number,
  placed: readonly PlacedLayer[],
  sizes: Sizes,
): boolean {
  const w = noteWidth(note.words, sizes);
  const left = note.anchor === 'end' ? note.textX - w : note.textX;
  const top = baseline - sizes.namePx;
  const bottom = baseline + sizes.namePx * 1.6;
  if (left + w > right + 0.01) return false;
  return placed.every(
    ({ box }) =>
      box.x >= left + w || box.x + box.w <= left || box.y >= bottom || box.y + box.h <= top,
  );
}

function noteWidth(words: readonly [string, string], sizes: Sizes): number {
  return Math.max(textWidth(words[0], sizes.namePx, 700), textWidth(words[1], sizes.namePx, 450));
}

function noteEnd(notes: readonly Note[], sizes: Sizes): number {
  return notes.reduce(
    (max, note) => Math.max(max, note.textX + noteWidth(note.words, sizes)),
    -Infinity,
  );
}

function noteItems(stackKey: string, note: Note, baseline: number, sizes: Sizes): readonly Item[] {
  const key = `${stackKey}#note-${note.id}`;
  const base = {
    t: 'text',
    z: Z.note,
    x: note.textX,
    size: sizes.namePx,
    anchor: note.anchor,
    owner: note.owner,
  } as const;
  const second = baseline + sizes.namePx * 1.25;
  return [
    { ...base, key: `${key}-0`, y: baseline, text: note.words[0], weight: 700, ink: note.ink },
    { ...base, key: `${key}-1`, y: second, text: note.words[1], weight: 450, ink: 'secondary' },
    {
      t: 'path',
      key: `${key}-leader`,
      owner: note.owner,
      z: Z.note,
      ink: note.ink === 'fence' ? 'fence' : 'secondary',
      width: 1.3,
      points: [
        [note.x, second + 6],
        [note.x, note.toY],
      ],
    },
  ];
}
