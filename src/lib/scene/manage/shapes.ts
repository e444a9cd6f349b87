/** Small marks of the Manage lens, on the icons' grid of 16. */
import type { Verb } from '../../model/manage/tool.ts';
import type { IconShape } from '../display-list.ts';

export const VERB_SHAPES: Readonly<Record<Verb, IconShape>> = {
  create: { stroke: 'M8 3V13M3 8H13' },
  place: { stroke: 'M8 14.2 4.3 9.4A4.6 4.6 0 1 1 11.7 9.4ZM8 5.2V7.4' },
  heal: { stroke: 'M13 8A5 5 0 1 1 10.6 3.7M10.2 1.2 10.8 3.8 8.2 4.6' },
  update: { stroke: 'M8 13.5V3.2M3.8 7.2 8 3 12.2 7.2' },
};

/** Whoever rents out the machine. */
export const CLOUD: IconShape = {
  stroke: 'M4.6 12.6A3 3 0 0 1 4.6 6.6 3.6 3.6 0 0 1 11.4 5.8 3.4 3.4 0 0 1 11.6 12.6Z',
};

/** Four fingers and a thumb. */
export const HAND: IconShape = {
  stroke:
    'M4.4 8.6V4.2A1 1 0 0 1 6.4 4.2V2.6A1 1 0 0 1 8.4 2.6V3A1 1 0 0 1 10.4 3V4.4A1 1 0 0 1 12.4 4.4V9.6C12.4 12.6 10.8 14.6 8.2 14.6 6.2 14.6 5.2 13.6 4.2 11.8L2.6 9A1 1 0 0 1 4.4 8.2',
};
