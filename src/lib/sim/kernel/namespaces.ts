/** Which fences of a stack have a namespace of a kind: what their makers are known to do by default. */
import type { NamespaceId } from '../../model/kernel/namespaces.ts';
import type { FenceState } from '../../model/kernel/words-namespaces.ts';
import { walkLayers, type Layer, type ResolvedStack } from '../../model/stack.ts';

/** Stacks whose fences Docker makes. */
const BY_DOCKER = new Set([
  'docker-linux',
  'docker-rootless',
  'desktop-linux',
  'desktop-mac',
  'desktop-windows-wsl2',
  'desktop-windows-hyperv',
  'emulated',
]);

/** In every container, whoever makes it. */
const ALWAYS: ReadonlySet<NamespaceId> = new Set(['mnt', 'pid', 'net', 'uts', 'ipc']);

export interface FenceView {
  readonly fence: Layer;
  readonly state: FenceState;
}

/**
 * @returns the one fence that is looked at: the first of the containers, or the one around them all where
 * that is where the namespace is; null: none is made by a Linux kernel
 */
export function fenceWith(stack: ResolvedStack, kind: NamespaceId): FenceView | null {
  const fences = [...walkLayers(stack.ground)].flatMap(([layer]) =>
    layer.kind === 'fence' && isLinux(layer) ? [layer] : [],
  );
  const around = fences.find(({ wraps }) => wraps.some((inner) => inner.kind === 'fence'));
  const own = fences.find((one) => one !== around);
  if (own === undefined) return null;
  if (kind === 'user' && around !== undefined) return { fence: around, state: 'on' };
  return { fence: own, state: stateOf(stack, kind) };
}

function stateOf(stack: ResolvedStack, kind: NamespaceId): FenceState {
  // What the app sees there is the Sentry's doing, not a namespace's.
  if (stack.id === 'gvisor') return 'unknown';
  if (ALWAYS.has(kind)) return 'on';
  if (kind === 'user')
    return stack.id === 'system-container' ? 'on' : BY_DOCKER.has(stack.id) ? 'off' : 'unknown';
  return BY_DOCKER.has(stack.id) ? 'on' : 'unknown';
}

/** A fence holds programs of the family whose kernel made it. */
function isLinux(fence: Layer): boolean {
  return fence.wraps.some(
    (inner) => inner.family === 'linux' || (inner.kind === 'fence' && isLinux(inner)),
  );
}
