/** The legend: only looks that are on the stage. */
import { textWidth } from '../layout/text-metrics.ts';
import { SIZE_ROLES, type SizeRole } from '../model/size-data.ts';
import type { Item } from './display-list.ts';
import { lookOfRole, radiusOfRole } from './size-parts.ts';
import type { SizeStage } from './size-stage.ts';
import { text, Z } from './size-text.ts';

const SWATCH = { w: 24, h: 14 };

function rolesIn({ stacks, disk, memory }: SizeStage): readonly (SizeRole | 'wall' | 'unknown')[] {
  const onDisk = disk === null ? [] : stacks.flatMap((one) => one.disk?.stored ?? []);
  const inMemory =
    memory === null
      ? []
      : stacks.flatMap((one) => [...(one.memory?.host ?? []), ...(one.memory?.each ?? [])]);
  const host = memory === null ? [] : stacks.flatMap((one) => one.memory?.host ?? []);
  const seen = new Set(
    [...onDisk, ...inMemory, ...host]
      .filter((one) => one.mb !== null || host.includes(one))
      .map(({ part }) => part.role),
  );
  const isOpen =
    onDisk.some(({ mb }) => mb === null) ||
    stacks.some((one) => (disk && !one.disk) || (memory && !one.memory));
  // Around their disks where each has one of its own, and around each in memory.
  const isVm = stacks.some((one) => one.memory?.sizes.isVm === true);
  return [
    ...SIZE_ROLES.filter((role) => seen.has(role)),
    ...(isVm ? ['wall' as const] : []),
    ...(isOpen ? ['unknown' as const] : []),
  ];
}

export function legendItems(stage: SizeStage): readonly Item[] {
  const { legend, type, words } = stage;
  const items: Item[] = [];
  let { x } = legend;
  let y = legend.y + 4;
  for (const role of rolesIn(stage)) {
    const label = words.legend[role];
    const w = SWATCH.w + 8 + textWidth(label, type.small, 450);
    if (x > legend.x && x + w > legend.x + legend.w) {
      x = legend.x;
      y += type.small * 1.75;
    }
    if (x + w > legend.x + legend.w || y + SWATCH.h > legend.y + legend.h) break;
    const key = `size/legend/${role}`;
    const isOpen = role === 'unknown';
    items.push(
      role === 'fence'
        ? { t: 'fence', key, z: Z.area, box: { x, y, ...SWATCH }, foot: 0 }
        : role === 'wall'
          ? { t: 'wall', key, z: Z.area, box: { x, y, ...SWATCH }, thickness: 4, leg: 0 }
          : {
              ...{ t: 'box', key, z: Z.area, box: { x, y, ...SWATCH } },
              look: isOpen ? 'ghost' : lookOfRole(role),
              radius: isOpen ? 0 : radiusOfRole(role),
            },
      text({
        ...{ key: `${key}/text`, text: label, x: x + SWATCH.w + 8, y: y + 11.5 },
        ...{ size: type.small, ink: 'secondary' },
      }),
    );
    x += w + 20;
  }
  return items;
}
