/** What lies before the start line: a kernel that runs already, or the host below a VM. */
import { textWidth } from '../layout/text-metrics.ts';
import type { Item } from './display-list.ts';
import { textItem, Z, type BootStage, type PlacedRow } from './boot-ink.ts';

/** @returns true when the app of this row uses a kernel that runs before the race starts */
export function usesRunningKernel({ row }: PlacedRow): boolean {
  return row.anatomy.kernel === 'running' || row.anatomy.kernel === 'running-guest';
}

/** Solid orange, faded to the left, for a running kernel; a dashed outline for what a VM or a Sentry stands on. */
export function stubItems(stage: BootStage, placed: PlacedRow): readonly Item[] {
  const { layout, words } = stage;
  const { box, key, row, bounds } = placed;
  const { y, h } = box.bar;
  const running = usesRunningKernel(placed);
  const hypervisor = row.anatomy.floor === 'hypervisor';
  const text = running ? words.kernelRunning : hypervisor ? words.hypervisor : words.hostKernel;
  const look = !running && hypervisor ? 'hypervisor' : 'kernel';
  const inset = running ? 0 : Math.min(1, h / 10);
  const left = layout.stub.x + (running ? 0 : layout.stub.w * 0.15);
  const body: Item = {
    t: 'box',
    key: `${key}/stub`,
    z: Z.stub,
    box: { x: left, y: y + inset, w: layout.x0 - left, h: h - 2 * inset },
    look,
    radius: 0,
    ...(running ? { fadeLeft: true } : { ghost: true }),
  };
  const size = Math.max(layout.minSize, 13 * layout.scale);
  const right = layout.x0 - Math.min(9 * layout.scale, 9);
  const weight = running ? 680 : 600;
  for (const px of [size, layout.minSize]) {
    const w = textWidth(text, px, weight);
    // On the faded part the words would lose their ground.
    if (px > h - 1 || right - w < left + (running ? layout.stub.w * 0.08 : 4)) continue;
    const label = textItem(`${key}/stub/label`, text, right, y + h / 2 + px * 0.35, {
      size: px,
      weight,
      anchor: 'end',
      ink: running ? 'on-kernel' : 'secondary',
      ...(running ? { on: 'kernel' } : {}),
    });
    if (stage.room.take([label], bounds)) return [body, label];
  }
  return [body];
}
