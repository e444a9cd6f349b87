/** How a layer's body looks, whatever lens draws it. */
import type { Layer } from '../../model/stack.ts';
import type { Look } from '../display-list.ts';

/** Look of a layer's body; a VMM is a process in the hypervisor's colour. */
export function lookOf(layer: Layer): Look {
  switch (layer.kind) {
    case 'fence':
      return 'fence-tint';
    case 'wall':
      return 'paper';
    case 'control-domain':
      return 'partition';
    default:
      return layer.kind;
  }
}

/** Square is a place, round is a process. */
export function radiusOf(layer: Layer): number {
  switch (layer.kind) {
    case 'app':
    case 'userland':
      return 6;
    case 'engine':
    case 'vmm':
    case 'sentry':
    case 'emulator':
      return 12;
    case 'fence':
    case 'control-domain':
      return 4;
    default:
      return 0;
  }
}
