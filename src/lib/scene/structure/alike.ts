/**
 * Layers that are alike say alike: where one of them has room for less, all of them step down to the same
 * words. "init" in one box and "Services" in its twin would read as two different things.
 */
import type { PlacedLayer } from '../../layout/stack-layout.ts';
import type { Layer, LayerPath } from '../../model/stack.ts';
import type { Item } from '../display-list.ts';

/** The words of a layer, fewest last: its name, the short one, the list of what it holds. */
type Form = 'name' | 'short' | 'list';
const FEWEST: readonly Form[] = ['list', 'short', 'name'];

/** A column of the picture: what is in it, and how its labels came out when each stood for itself. */
export interface Labelled {
  readonly placed: readonly PlacedLayer[];
  readonly items: readonly Item[];
}

/** @returns per column what the labels of its layers have to say instead, by path; none where all agree */
export function alike(
  columns: readonly Labelled[],
): ReadonlyMap<LayerPath, NonNullable<PlacedLayer['said']>> {
  const forms = new Map<string, Set<Form>>();
  const layers = columns.flatMap(({ placed, items }) => {
    const said = linesOf(items);
    return placed.map(({ layer }) => ({ layer, form: formOf(layer, said.get(layer.path)) }));
  });
  for (const { layer, form } of layers) {
    if (form === null) continue;
    for (const key of keysOf(layer)) forms.set(key, (forms.get(key) ?? new Set()).add(form));
  }
  return new Map(
    layers.flatMap(({ layer }) => {
      const mixed = keysOf(layer).flatMap((key) => {
        const some = forms.get(key) ?? new Set();
        return some.size > 1 ? [...some] : [];
      });
      const form = FEWEST.find((one) => mixed.includes(one));
      const said = form === undefined ? null : wordsOf(layer, form);
      return said === null ? [] : [[layer.path, said] as const];
    }),
  );
}

/** Twins are the same part of two instances, and parts of one name in two stacks. */
function keysOf({ path, kind, name, instance }: Layer): readonly string[] {
  const numberless = (text: string): string => text.replace(/\d+/g, '#');
  // A host's kernel and a guest's are not twins; and whose files they are is told wherever it can be.
  const isProcess = /^(userland|engine|vmm|library-os)$/.test(kind);
  const same = isProcess && instance === undefined ? [`${kind} ${numberless(name)}`] : [];
  return [numberless(path), ...same];
}

function linesOf(items: readonly Item[]): ReadonlyMap<LayerPath, readonly string[]> {
  const lines = new Map<LayerPath, string[]>();
  for (const item of items) {
    if (item.t !== 'text' || item.owner === undefined) continue;
    if (!/#(?:label\d|callout)$/.test(item.key)) continue;
    lines.set(item.owner, [...(lines.get(item.owner) ?? []), item.text]);
  }
  return lines;
}

function formOf(layer: Layer, lines: readonly string[] | undefined): Form | null {
  const { name, short, lines: list } = layer;
  if (lines === undefined || (short === undefined && list === undefined)) return null;
  const text = lines.join(' ');
  if (short !== name && text.startsWith(name)) return 'name';
  if (list?.[0] !== undefined && text.startsWith(list[0])) return 'list';
  return short !== undefined && text.startsWith(short) ? 'short' : 'name';
}

function wordsOf({ lines, short }: Layer, form: Form): NonNullable<PlacedLayer['said']> | null {
  if (form === 'list' && lines?.[0] !== undefined)
    return { name: lines.join(' '), short: lines[0], lines };
  return form === 'short' && short !== undefined ? { name: short, short } : null;
}
