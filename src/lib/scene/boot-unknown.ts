/** Bars of rows whose time is not known: open where nothing was measured, dashed up to a bound. */
import { textWidth } from '../layout/text-metrics.ts';
import { timedOther } from './boot-headline.ts';
import { firstFit, lineItem, textItem, Z, type BootStage, type PlacedRow } from './boot-ink.ts';
import type { Item, TextItem } from './display-list.ts';

/** "not in this study" or "not measured", with the variant that was timed instead, longest first. */
function formsOf({ words }: BootStage, { row }: PlacedRow): readonly string[] {
  const none = words.untimed(row.isUntimed);
  const timed = row.other ? [`${none}${words.separator}${timedOther(row.other, words)}`] : [];
  return [...timed, none];
}

/** Places for the words: in the bar; else under it or over it; on a phone at the end of the title's line. */
function labelForms(stage: BootStage, placed: PlacedRow): readonly (readonly TextItem[])[] {
  const { axis, layout } = stage;
  const { box, key } = placed;
  const { y, h } = box.bar;
  const full = Math.max(layout.minSize, 13 * layout.scale);
  const inBar = [full, layout.minSize].find((size) => size <= h - 1);
  const size = inBar ?? layout.minSize;
  const style = { size, weight: 600, ink: 'secondary', halo: true } as const;
  const baseline = inBar === undefined ? (box.belowY ?? y - 3) : y + h / 2 + size * 0.35;
  const right = layout.width - layout.margin;
  return formsOf(stage, placed).flatMap((text) => {
    const item = textItem(`${key}/not-measured`, text, axis.x0 + 10, baseline, style);
    const atTitle = textItem(item.key, text, right, box.top + 15, { ...style, anchor: 'end' });
    const fits = textWidth(text, size, 600) < axis.x1 - axis.x0 - 20;
    return [...(fits ? [[item]] : []), ...(layout.narrow ? [[atTitle]] : [])];
  });
}

/**
 * An open dashed bar: no right end, since nobody knows it. It runs past the last tick and off the axis: where
 * it stopped, it would be read as a time.
 */
export function openBar(stage: BootStage, placed: PlacedRow): readonly Item[] {
  const { box, key, bounds } = placed;
  const { axis, layout } = stage;
  const label = firstFit(stage.room, labelForms(stage, placed), bounds);
  const end = layout.width - layout.margin;
  const { y, h } = box.bar;
  const points = [
    [end, y],
    [axis.x0, y],
    [axis.x0, y + h],
    [end, y + h],
  ] as const;
  return [lineItem(`${key}/open`, points, 'ghost', 1.5, Z.segment, [4, 4]), ...label];
}

/** A bar of which only an end is known: dashed up to the bound. The figures say which end it is. */
export function boundBar(stage: BootStage, placed: PlacedRow): readonly Item[] {
  const { row, box, key } = placed;
  const { axis } = stage;
  const { y, h } = box.bar;
  const high = row.timing?.highMs;
  const end = high === undefined ? axis.x1 : axis.x(high);
  // A bar without an upper end stays open on the right.
  const closed = high === undefined ? [] : [[end, y] as const];
  const points = [[end, y], [axis.x0, y], [axis.x0, y + h], [end, y + h], ...closed] as const;
  return [lineItem(`${key}/bound`, points, 'ghost', 1.5, Z.segment, [4, 4])];
}
