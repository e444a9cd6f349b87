/** Whether a layer belongs to the system that manages the machine above a hypervisor (Dom0, root partition). */
import { findLayer, type LayerPath, type ResolvedStack } from '#lib/model/stack.ts';

/** @returns true for layers within it; a control domain itself runs in no mode */
export function isInControlDomain(stack: ResolvedStack, path: LayerPath): boolean {
  const names = path.split('/');
  return names.some(
    (_, at) => findLayer(stack, names.slice(0, at).join('/'))?.kind === 'control-domain',
  );
}
