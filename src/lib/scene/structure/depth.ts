/**
 * Paint order. Within one wall's depth: tints, then what stands on kernels, then the kernels (their teeth
 * cut into what stands on them), then strips and wires, then fences (their posts go into the kernel), then
 * labels, then the walls of the next depth, whose legs go into the hypervisor below.
 */
export const Z = {
  ground: 0,
  tint: 100,
  program: 200,
  slab: 300,
  strip: 320,
  wire: 340,
  partition: 350,
  fence: 400,
  gauge: 420,
  label: 500,
  wall: 900,
  /** Annotations above all drawing. */
  note: 9000,
} as const;

/** Paint order of a class of items inside `depth` walls. */
export function zAt(depth: number, layer: number): number {
  return depth * 1000 + layer;
}
