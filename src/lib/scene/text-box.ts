/** The box that a text item covers, from the bundled font's metrics; for layout laws. */
import type { Box } from '../layout/box.ts';
import { textWidth } from '../layout/text-metrics.ts';
import type { TextItem } from './display-list.ts';

const ASCENT = 0.74;
const DESCENT = 0.22;

/** @returns the world box of a text; a turned text is taller than wide */
export function textBox(item: TextItem): Box {
  const along = textWidth(item.text, item.size, item.weight);
  const start = item.anchor === 'start' ? 0 : item.anchor === 'middle' ? along / 2 : along;
  const h = item.size * (ASCENT + DESCENT);
  if (item.turned === true) {
    return { x: item.x - item.size * ASCENT, y: item.y - along + start, w: h, h: along };
  }
  return { x: item.x - start, y: item.y - item.size * ASCENT, w: along, h };
}
