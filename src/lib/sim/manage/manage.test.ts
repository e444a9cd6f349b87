import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stackIds, stackNames } from '../../content/registry.ts';
import { loadStack } from '../../content/stacks.ts';
import { tools } from '../../content/tools.ts';
import { kernelFacts } from '../../model/kernel-facts.ts';
import { VERBS } from '../../model/manage/tool.ts';
import { resolveStack } from '../../model/resolve.ts';
import { walkLayers, type ResolvedStack } from '../../model/stack.ts';
import { chosenTools, manage, reachOf } from './reach.ts';
import { rolesOf } from './roles.ts';
import { storyOf } from './stories.ts';

const refs = stackIds.flatMap((id) =>
  (stackNames[id]?.variants ?? []).map((variant) => `${id}:${variant}`),
);

async function stackOf(ref: string, n: number | null = null): Promise<ResolvedStack> {
  const [id = '', variant] = ref.split(':');
  const file = await loadStack(id);
  if (!file.ok) throw new Error(`no stack ${ref}`);
  return resolveStack(file.value, { variant, n });
}

const stacks = new Map<string, ResolvedStack>();
for (const ref of refs) stacks.set(ref, await stackOf(ref));
const of = (ref: string): ResolvedStack => {
  const stack = stacks.get(ref);
  if (stack === undefined) throw new Error(`no stack ${ref}`);
  return stack;
};
const usual = (ref: string) => manage(of(ref), tools, []);
const anyRef = fc.constantFrom(...refs);
const anyTools = fc.subarray(tools.map(({ id }) => id));
const STORIES = ['deploy', 'node', 'patch'] as const;
const anyStory = fc.constantFrom(...STORIES);

describe('reach', () => {
  test.each(refs)('%s: every layer that stays has a role', (ref) => {
    const roles = rolesOf(of(ref));
    for (const [layer] of walkLayers(of(ref).ground))
      expect(roles.has(layer.path)).toBe(layer.relation !== 'transient');
  });

  test('a layer is reached, carried along or left to people', () => {
    fc.assert(
      fc.property(anyRef, anyTools, (ref, ids) => {
        const managed = manage(of(ref), tools, ids);
        for (const path of managed.roles.keys()) {
          const isKnown = managed.reaches.some(
            ({ paths, carried }) => paths.has(path) || carried.has(path),
          );
          expect(managed.byHand.includes(path)).toBe(!isKnown);
        }
      }),
    );
  });

  test('what a tool reaches is what its verbs reach, and nothing it merely carries', () => {
    for (const tool of tools)
      for (const ref of refs) {
        const reach = reachOf(tool, of(ref));
        if (reach === undefined) continue;
        const all = VERBS.flatMap((verb) => [...reach.verbs[verb]]);
        expect(new Set(all)).toEqual(reach.paths);
        for (const path of reach.carried) expect(reach.paths.has(path)).toBe(false);
      }
  });

  test('Kubernetes reaches the containers of its nodes, and no kernel', () => {
    const { reaches, roles, byHand } = usual('cloud-containers:default');
    const kubernetes = reaches.find(({ tool }) => tool.id === 'kubernetes');
    const reached = new Set([...(kubernetes?.paths ?? [])].map((path) => roles.get(path)));
    expect([...reached]).toEqual(['container']);
    expect(byHand).toContain('cloud-containers/hardware');
  });

  test('vSphere takes a guest along as a disk, and does not look inside', () => {
    const [first] = manage(of('vm-bare-metal:esxi'), tools, ['vsphere']).reaches;
    expect(first?.carried.has('vm-bare-metal/vm1/kernel')).toBe(true);
    expect(first?.paths.has('vm-bare-metal/vm1/kernel')).toBe(false);
    expect(first?.paths.has('vm-bare-metal/hypervisor')).toBe(true);
  });

  test('words of the setting that name no tool are told apart', () => {
    expect(chosenTools('swarm,magic,,swarm', tools)).toEqual({
      ids: ['swarm'],
      unknown: ['magic'],
    });
  });
});

describe('stories', () => {
  test('a tool touches only what it reaches; the rest is done by hand or happens', () => {
    fc.assert(
      fc.property(anyRef, anyTools, anyStory, (ref, ids, name) => {
        const managed = manage(of(ref), tools, ids);
        for (const { by, touched } of storyOf(name, managed).steps) {
          if (by === 'hand' || by === 'event') continue;
          const reach = managed.reaches.find(({ tool }) => tool.id === by.id);
          for (const path of touched) expect(reach?.paths.has(path)).toBe(true);
        }
      }),
    );
  });

  test('every story has steps on every stack, whatever tools are drawn', () => {
    fc.assert(
      fc.property(anyRef, anyTools, anyStory, (ref, ids, name) => {
        const managed = manage(of(ref), tools, ids);
        const { steps } = storyOf(name, managed);
        expect(steps.length).toBeGreaterThan(1);
        expect(steps.length).toBeLessThan(8);
        for (const step of steps)
          for (const path of [...step.touched, ...(step.stops ?? []), ...(step.starts ?? [])])
            expect(managed.roles.has(path)).toBe(true);
      }),
    );
  });

  test('at the end as many kernels are patched as lie under the stack', () => {
    fc.assert(
      fc.property(anyRef, anyTools, (ref, ids) => {
        const story = storyOf('patch', manage(of(ref), tools, ids));
        const { patched, striped } = story.after(story.steps.length);
        const facts = kernelFacts(of(ref));
        expect({ patched, striped }).toEqual({ patched: facts.total, striped: facts.striped });
      }),
    );
  });

  test('the other stories patch none', () => {
    for (const ref of refs)
      for (const name of ['deploy', 'node'] as const) {
        const story = storyOf(name, usual(ref));
        expect(story.after(story.steps.length).patched).toBe(0);
      }
  });

  test('with many instances all of them are counted', async () => {
    const stack = await stackOf('docker-linux:default', 500);
    const story = storyOf('patch', manage(stack, tools, ['docker-engine']));
    expect(story.after(story.steps.length)).toMatchObject({ patched: 1, restarted: 500 });
  });

  test('a state is the same whatever was asked for before', () => {
    fc.assert(
      fc.property(
        anyRef,
        anyStory,
        fc.array(fc.integer({ min: -2, max: 9 })),
        (ref, name, seeks) => {
          const story = storyOf(name, usual(ref));
          const asked = seeks.map((count) => story.after(count));
          const fresh = storyOf(name, usual(ref));
          seeks.toReversed().forEach((count, index) => {
            expect(fresh.after(count)).toEqual(asked[seeks.length - 1 - index]);
          });
        },
      ),
    );
  });

  test('a plain engine restarts nothing on another machine', () => {
    const story = storyOf('node', manage(of('docker-linux:default'), tools, ['docker-engine']));
    expect(story.after(story.steps.length).away.size).toBe(0);
    expect(story.steps.at(-1)).toMatchObject({ id: 'restart-here', by: { id: 'docker-engine' } });
  });

  test.each(['swarm', 'kubernetes', 'nomad'])('%s starts them on another node', (id) => {
    const story = storyOf('node', manage(of('docker-linux:default'), tools, [id]));
    expect(story.after(story.steps.length).away.size).toBe(4);
    expect(story.steps.at(-1)).toMatchObject({ id: 'restart-elsewhere', by: { id } });
  });

  test('VMs that move while they run are not stopped when what lies under them is patched', () => {
    const story = storyOf('patch', usual('vm-bare-metal:esxi'));
    const end = story.after(story.steps.length);
    expect(end.away.size).toBe(3);
    expect(end.stopped.size).toBe(0);
  });
});
