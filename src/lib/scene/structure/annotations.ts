/** The three short annotations over a row of containers: namespaces, cgroups, engine. */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import { textWidth } from '../../layout/text-metrics.ts';
import type { Overlay } from '../../model/scene.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { StructureWords } from '../../model/words-structure.ts';
import type { Ink, Item } from '../display-list.ts';
import { Z } from './depth.ts';
import type { Sizes } from './sizes.ts';
import { fencesOf } from './stack-items.ts';

/** Room that the annotations need above the fences, px. */
export const ANNOTATION_PX = 66;
const LEADER_PX = 24;
/** How far a note may reach into the gap beside its column, px. */
const OVERHANG_PX = 16;

interface Note {
  readonly id: string;
  readonly words: readonly [string, string];
  readonly ink: Ink;
  readonly x: number;
  /** Leader's foot. */
  readonly toY: number;
  readonly anchor: 'start' | 'end';
  readonly textX: number;
  /** Px above the common row. */
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
  words: StructureWords,
  sizes: Sizes,
  minY: number,
): readonly Item[] {
  const fences = fencesOf(placed);
  const first = fences[0]?.box;
  const second = fences[1]?.box;
  const owner = fences[0]?.layer.path;
  const engine = placed.find((item) => item.layer.kind === 'engine' && item.depth === 0);
  if (first === undefined || owner === undefined) return [];
  const notes: Note[] = [];
  const base = { ink: 'fence', anchor: 'start', raise: 0, owner } as const;
  if (overlays.has('namespaces')) {
    const x = first.x + first.w * 0.5;
    const toY = first.y - 2;
    notes.push({
      ...base,
      id: 'namespaces',
      words: words.annotations.namespaces,
      x,
      toY,
      textX: first.x,
    });
  }
  if (overlays.has('cgroups') && second !== undefined) {
    const textX = Math.max(second.x + second.w * 0.55, noteEnd(notes, sizes) + 12);
    const x = Math.max(second.x + second.w * 0.72, textX + 6);
    notes.push({
      ...base,
      id: 'cgroups',
      words: words.annotations.cgroups,
      x,
      toY: first.y + 8,
      textX,
    });
  }
  if (overlays.has('engine') && engine !== undefined) {
    notes.push(engineNote(engine, right, notes, words, sizes));
  }
  const baseline = first.y - LEADER_PX - sizes.namePx * 1.5;
  return notes
    .filter((note) => baseline - note.raise - sizes.namePx >= minY)
    .filter((note) => note.anchor === 'end' || noteEnd([note], sizes) <= right + OVERHANG_PX)
    .flatMap((note) => noteItems(stackKey, note, baseline - note.raise, sizes));
}

/** Beside the others where there is room, else one row higher. */
function engineNote(
  { box, layer }: PlacedLayer,
  right: number,
  notes: readonly Note[],
  words: StructureWords,
  sizes: Sizes,
): Note {
  const beside = right - noteWidth(words.annotations.engine, sizes) > noteEnd(notes, sizes) + 12;
  return {
    id: 'engine',
    words: words.annotations.engine,
    ink: 'ink',
    x: box.x + box.w / 2,
    toY: box.y - 3,
    anchor: 'end',
    textX: right,
    raise: beside ? 0 : sizes.namePx * 2.8,
    owner: layer.path,
  };
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
