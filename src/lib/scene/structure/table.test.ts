import { expect, test } from 'vitest';
import { structure } from '../../content/locales/en/structure.ts';
import { resolveStack } from '../../model/resolve.ts';
import { layer, parsed, stackSource } from '../../model/stack.fixture.ts';
import { structureTable } from './table.ts';

test('walls around one container each are counted as VMs', () => {
  const wall = layer('vm', 'wall', {
    wraps: [layer('kernel', 'kernel', { carries: [layer('app', 'app')] })],
    repeat: { prefix: 'vm', noun: 'container', default: 2 },
  });
  const hypervisor = layer('hypervisor', 'hypervisor', { carries: [wall] });
  const ground = layer('hardware', 'hardware', { carries: [hypervisor] });
  const { rows } = structureTable([resolveStack(parsed(stackSource(ground)))], structure);
  expect(rows.find(([label]) => label === 'VM walls')).toEqual(['VM walls', '2 VMs']);
});
