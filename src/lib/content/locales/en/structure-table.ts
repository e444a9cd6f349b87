/** English words of the table of layers: only a page that can show it carries them. */
import type { StructureTableWords } from '../../../model/words-structure.ts';

export const structureTableWords: StructureTableWords = {
  caption: 'Layers of each stack, top of the picture first',
  layer: 'Layer',
  none: 'none',
  kernels: 'Kernels',
  rows: [
    { id: 'app', label: 'Programs' },
    { id: 'services', label: 'OS services' },
    { id: 'libs', label: 'Libraries and files' },
    { id: 'fence', label: 'Fences' },
    { id: 'engine', label: 'Container engine' },
    { id: 'emulator', label: 'Runtimes and emulators' },
    { id: 'sentry', label: 'Kernel in user space' },
    { id: 'library-os', label: 'Library OS' },
    { id: 'guest-kernel', label: 'Guest kernels' },
    { id: 'wall', label: 'VM walls' },
    { id: 'vmm', label: 'VMM processes' },
    { id: 'control-domain', label: 'Control domain' },
    { id: 'host-kernel', label: 'Kernel on the hardware’s side' },
    { id: 'hypervisor', label: 'Hypervisor' },
    { id: 'hardware', label: 'Hardware' },
  ],
};
