/** Files of `checks/` that speak of several stacks; each other file speaks of the stack it is named after. */
export const SHARED_CHECKS: readonly string[] = [
  'docker-linux',
  'microvm',
  'process',
  'vm-bare-metal',
  'windows',
];
