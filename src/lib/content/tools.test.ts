import { describe, expect, test } from 'vitest';
import { parseTool } from '../model/manage/parse-tool.ts';
import { LAYER_ROLES, VERBS } from '../model/manage/tool.ts';
import { resolveStack } from '../model/resolve.ts';
import { rolesOf } from '../sim/manage/roles.ts';
import { stackIds, stackNames } from './registry.ts';
import { loadStack } from './stacks.ts';
import { tools } from './tools.ts';

const ids = tools.map(({ id }) => id);

test('the tools that readers ask about are there', () => {
  expect(ids).toEqual(
    expect.arrayContaining([
      ...['vsphere', 'hyper-v-manager', 'libvirt', 'proxmox', 'openstack', 'vagrant', 'cloud-api'],
      ...['docker-engine', 'compose', 'swarm', 'kubernetes', 'kubelet', 'containerd', 'podman'],
      ...['nomad', 'kubevirt', 'kata', 'terraform', 'packer', 'proxmox-ct'],
    ]),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('a file is named after its tool', () => {
  const files = Object.keys(import.meta.glob('./tools/*.json')).map((path) =>
    path.replace(/^.*\/(.*)\.json$/, '$1'),
  );
  expect(files.toSorted()).toEqual(ids.toSorted());
});

test('every stack family has a tool that is drawn unasked', () => {
  const usual = tools.flatMap(({ works }) =>
    works.flatMap(({ usual: is, stacks }) => (is === true ? stacks : [])),
  );
  for (const id of stackIds)
    expect(
      usual.some((ref) => ref.split(':')[0] === id),
      id,
    ).toBe(true);
});

describe.each(tools)('$id', (tool) => {
  test('names stacks and variants that exist, and roles that some layer there has', async () => {
    for (const work of tool.works) {
      const roles = new Set<string>();
      for (const ref of work.stacks) {
        const [id = '', variant] = ref.split(':');
        const names = stackNames[id];
        expect(names, ref).toBeDefined();
        if (variant !== undefined) expect(names?.variants).toContain(variant);
        const file = await loadStack(id);
        if (!file.ok) throw new Error(ref);
        for (const role of rolesOf(resolveStack(file.value, { variant, n: null })).values())
          roles.add(role);
      }
      const named = [...VERBS.flatMap((verb) => work[verb] ?? []), ...(work.carries ?? [])];
      for (const role of named) expect([...roles], `${tool.id} ${role}`).toContain(role);
    }
  });

  test('starts elsewhere only what it also places', () => {
    const isElsewhere = ['yes', 'setting'].includes(tool.restarts.elsewhere);
    if (isElsewhere) expect(tool.works.every(({ place }) => place !== undefined)).toBe(true);
  });
});

describe('a bad file names the path of its mistake', () => {
  const good = {
    ...{ id: 'x', name: 'X', about: 'a', not: 'n', moves: 'no' },
    works: [{ stacks: ['process'], create: ['process'] }],
    restarts: { here: 'no', elsewhere: 'no' },
    sources: [{ title: 't', url: 'https://example.org/' }],
  };
  test('a good one is read', () => {
    expect(parseTool(good).ok).toBe(true);
    expect(LAYER_ROLES).toContain('process');
  });
  test.each([
    ['an unknown key', { ...good, mends: 1 }, 'mends'],
    [
      'an unknown role',
      { ...good, works: [{ stacks: ['a'], heal: ['soul'] }] },
      'works[0].heal[0]',
    ],
    ['no verb', { ...good, works: [{ stacks: ['a'] }] }, 'works[0]'],
    [
      'managed and carried along',
      { ...good, works: [{ stacks: ['a'], heal: ['vm'], carries: ['vm'] }] },
      'works[0]',
    ],
    ['no source', { ...good, sources: [] }, 'sources'],
    [
      'an answer that is none',
      { ...good, restarts: { here: 'maybe', elsewhere: 'no' } },
      'restarts.here',
    ],
  ])('%s', (_name, input, path) => {
    const result = parseTool(input);
    expect(result.ok ? [] : result.issues.map((issue) => issue.path)).toContain(path);
  });
});
