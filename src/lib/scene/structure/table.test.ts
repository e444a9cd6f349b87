import { expect, test } from 'vitest';
import { structure } from '../../content/locales/en/structure.ts';
import { structureTableWords } from '../../content/locales/en/structure-table.ts';
import { resolveStack } from '../../model/resolve.ts';
import { layer, parsed, stackSource } from '../../model/stack.fixture.ts';
import { structureTable } from './table.ts';

/** Two VMs with three containers each, on a hypervisor; in each second container an emulator. */
function cloud() {
  const libs = layer('libs', 'libs', { carries: [layer('app', 'app')] });
  const fence = layer('c', 'fence', {
    wraps: [layer('emulator', 'emulator', { carries: [libs] })],
    repeat: { prefix: 'c', noun: 'container', default: 3, each: [{ without: ['emulator'] }, {}] },
  });
  const wall = layer('vm', 'wall', {
    wraps: [layer('kernel', 'kernel', { carries: [fence] })],
    repeat: { prefix: 'vm', noun: 'vm', default: 2 },
  });
  const hypervisor = layer('hypervisor', 'hypervisor', { carries: [wall] });
  return resolveStack(
    parsed(stackSource(layer('hardware', 'hardware', { carries: [hypervisor] }))),
  );
}

const rows = structureTable([cloud()], structure, structureTableWords, () => true).rows;
const cell = (label: string) => rows.find(([head]) => head === label)?.[1];

test('groups within groups are counted in all', () => {
  expect(cell('VM walls')).toBe('2 VMs');
  expect(cell('Fences')).toBe('6 containers');
});

test('an emulator has a row of its own, not that of the container engine', () => {
  expect(cell('Runtimes and emulators')).toBe('emulator');
  expect(cell('Container engine')).toBeUndefined();
});

test('walls around one container each are counted as VMs', () => {
  const wall = layer('vm', 'wall', {
    wraps: [layer('kernel', 'kernel', { carries: [layer('app', 'app')] })],
    repeat: { prefix: 'vm', noun: 'container', default: 2 },
  });
  const hypervisor = layer('hypervisor', 'hypervisor', { carries: [wall] });
  const ground = layer('hardware', 'hardware', { carries: [hypervisor] });
  const { rows } = structureTable(
    [resolveStack(parsed(stackSource(ground)))],
    structure,
    structureTableWords,
    () => true,
  );
  expect(rows.find(([label]) => label === 'VM walls')).toEqual(['VM walls', '2 VMs']);
});
