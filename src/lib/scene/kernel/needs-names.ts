/** Where the name of an image's libraries stands. */
import { textWidth } from '../../layout/text-metrics.ts';
import type { Box, Item } from '../display-list.ts';
import { labelIn, lineItems, RUN_Z, type Name, type RunType } from './run-type.ts';

const OWNER = 'needs/libs';

/**
 * In its box; one too narrow for it has it at its side, on a leader.
 * @param rightPx edge that it keeps within
 */
export function libsName(named: Name, box: Box, rightPx: number, type: RunType): readonly Item[] {
  const size = type.name;
  const within = labelIn(named, {
    ...{ owner: OWNER, box, look: 'libs', z: RUN_Z.label, type, lift: 2.5 },
  });
  const x = box.x + box.w + size;
  if (within.length > 0 || x + textWidth(named.name, size, 650) > rightPx) return within;
  const y = box.y + box.h / 2;
  return [
    ...lineItems(
      { key: `${OWNER}#label`, owner: OWNER, x, y: y + size * 0.36, size, weight: 650 },
      [named.name],
    ),
    {
      ...{ t: 'path', key: `${OWNER}#leader`, owner: OWNER, z: RUN_Z.mark, ink: 'secondary' },
      ...{ width: 1.3, dot: 'start' },
      points: [
        [box.x + box.w - 10, y],
        [x - 8, y],
      ],
    },
  ];
}
