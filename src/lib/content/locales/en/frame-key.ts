/** English words of a frame's key to what is drawn. */
import type { LayerKind } from '../../../model/kinds.ts';

export const frameKey = {
  label: 'What the fills and outlines mean',
  kinds: {
    ...{ app: 'Program', userland: 'OS services', libs: 'Libraries, files' },
    ...{ engine: 'Container engine', emulator: 'Runtime or emulator' },
    ...{ sentry: 'Kernel in user space', 'library-os': 'Library OS', kernel: 'Kernel' },
    ...{ fence: 'Container’s fence', wall: 'VM wall', 'control-domain': 'Control domain' },
    ...{ vmm: 'VMM process', hypervisor: 'Hypervisor', hardware: 'Hardware' },
  } satisfies Readonly<Record<LayerKind, string>>,
  gauge: 'Use and limit (cgroup)',
};
