/** The common icons, drawn on a grid of 16. Painted with a 1.5 stroke, round caps and joins. */
import type { IconName, IconShape } from '../../scene/display-list.ts';

export const ICON_GRID = 16;

const FLAG = 'M3 15.5V1.5H14L11.5 5 14 8.5H3';
const PINS = 'M6 4V1.5M10 4V1.5M6 14.5V12M10 14.5V12M4 6H1.5M4 10H1.5M14.5 6H12M14.5 10H12';

export const ICONS: Readonly<Record<IconName, IconShape>> = {
  chip: { stroke: `M4 4H12V12H4Z${PINS}` },
  hypervisor: { stroke: 'M1.5 13.5H14.5M2.5 10.5V2.5H6.5V10.5ZM9.5 10.5V2.5H13.5V10.5Z' },
  kernel: {
    stroke: 'M8 1.5 13.6 4.75V11.25L8 14.5 2.4 11.25V4.75Z',
    fill: 'M5.05 8a2.95 2.95 0 1 0 5.9 0a2.95 2.95 0 1 0-5.9 0Z',
  },
  chevron: { stroke: 'M4 6.5 8 10.5 12 6.5' },
  flag: { stroke: FLAG, fill: FLAG },
  'flag-open': { stroke: FLAG },
  'arrow-left': { stroke: 'M2.5 8H13.5M6.5 4 2.5 8 6.5 12' },
};
