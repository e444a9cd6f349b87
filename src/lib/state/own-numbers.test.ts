import { describe, expect, it, test } from 'vitest';
import type { OwnNumber } from '../model/own-numbers.ts';
import { OwnNumbers, ownContext } from './own-numbers.svelte.ts';
import { createSafeStorage, type StorageLike } from './safe-storage.ts';

function fakeStorage(entries: Record<string, string> = {}): StorageLike & Map<string, string> {
  const map = new Map(Object.entries(entries));
  return Object.assign(map, {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  });
}
const listIn = (map: StorageLike) => new OwnNumbers(createSafeStorage(() => map));

const docker: OwnNumber = {
  kind: 'start',
  stack: 'docker-linux',
  what: 'docker run',
  low: 790,
  typical: 800,
  high: 812,
  unit: 'ms',
  runs: 10,
  machine: 'lab',
  tool: 'hyperfine',
};
const boot: OwnNumber = {
  kind: 'start',
  stack: 'vm-bare-metal:kvm',
  what: 'systemd-analyze',
  typical: 3000,
  unit: 'ms',
  phases: [
    { name: 'kernel', ms: 1000 },
    { name: 'userspace', ms: 2000 },
  ],
  tool: 'systemd-analyze',
};
const size: OwnNumber = {
  kind: 'size',
  stack: 'docker-linux',
  what: 'alpine',
  typical: 5,
  unit: 'MB',
  tool: 'docker-images',
};

describe('the list', () => {
  it('is kept in the browser, and read as it was', () => {
    const storage = fakeStorage();
    listIn(storage).add([docker, boot]);
    expect(listIn(storage).entries.map(({ number }) => number)).toEqual([docker, boot]);
    expect(listIn(storage).isKept).toBe(true);
  });

  it('is edited, emptied, and brought back', () => {
    const storage = fakeStorage();
    const own = listIn(storage);
    own.add([docker, boot]);
    const [first] = own.entries;
    own.replace(first?.key ?? 0, { ...docker, stack: 'process' });
    own.remove(own.entries[1]?.key ?? 0);
    own.clear();
    expect(storage.size).toBe(0);
    own.undo();
    own.undo();
    expect(own.entries.map(({ number }) => number)).toEqual([
      { ...docker, stack: 'process' },
      boot,
    ]);
    expect(listIn(storage).entries).toHaveLength(2);
    own.undo();
    own.undo();
    expect([own.entries.length, own.canUndo]).toEqual([0, false]);
  });

  it('takes up what another tab changed', () => {
    const storage = fakeStorage();
    const [here, there] = [listIn(storage), listIn(storage)];
    there.add([docker]);
    here.reload();
    expect(here.entries).toHaveLength(1);
    expect(here.canUndo).toBe(false);
  });

  it('holds two hundred, and says what found no room', () => {
    const own = listIn(fakeStorage());
    expect(own.add(Array.from({ length: 250 }, () => docker))).toBe(50);
    expect(own.add([docker])).toBe(1);
    expect(own.entries).toHaveLength(200);
  });

  it('lasts for the visit where nothing may be kept, and says so', () => {
    const own = new OwnNumbers(
      createSafeStorage(() => {
        throw new DOMException('denied', 'SecurityError');
      }),
    );
    own.add([docker]);
    expect([own.entries.length, own.isKept]).toEqual([1, false]);
  });

  test.each([
    ['no JSON', '{'],
    ['no list', '{"numbers":7}'],
    ['nothing', 'null'],
    ['nonsense in it', '{"version":1,"numbers":[null,7,{"__proto__":{}},{"kind":"start"}]}'],
  ])('is empty when %s is stored', (_case, text) => {
    expect(listIn(fakeStorage({ 'strata.own': text })).entries).toEqual([]);
  });
});

describe('numbers of a link', () => {
  it('are shown, and take nothing away', () => {
    const storage = fakeStorage();
    const own = listIn(storage);
    own.add([docker]);
    own.openLink([boot]);
    expect(own.shown).toEqual([boot]);
    expect(own.evidence?.study.own).toBe('link');
    expect(listIn(storage).entries).toHaveLength(1);
    own.dropLink();
    expect(own.shown).toEqual([docker]);
    expect(own.evidence?.study.own).toBe('reader');
  });
  it('are kept beside the reader’s when the reader says so', () => {
    const own = listIn(fakeStorage());
    own.add([docker]);
    own.openLink([boot]);
    expect(own.keepLink()).toBe(0);
    expect(own.shown).toEqual([docker, boot]);
    expect(own.fromLink).toEqual([]);
  });
});

describe('the study of own start times', () => {
  it('has the starts that say their stack, and nothing else', () => {
    const own = listIn(fakeStorage());
    own.add([size, { ...docker, stack: null }]);
    expect(own.evidence).toBeNull();
    own.add([docker, boot, { ...docker, what: 'no tick', low: 0, typical: 0, high: 0 }]);
    const study = own.evidence?.study;
    expect(study?.timings.map(({ stack, what }) => [stack, what])).toEqual([
      ['docker-linux', 'docker run'],
      ['vm-bare-metal:kvm', 'systemd-analyze'],
    ]);
    expect(study?.timings[0]).toMatchObject({
      lowMs: 790,
      typicalMs: 800,
      highMs: 812,
      kind: 'unsaid',
      machine: 'lab, 10 runs',
      phases: [],
    });
    expect(study?.timings[1]).toMatchObject({
      kind: 'cold',
      phases: [
        { id: 'kernel', runs: 'kernel', typicalMs: 1000 },
        { id: 'userspace', runs: 'userland', typicalMs: 2000 },
      ],
    });
    expect(study?.machine).toBe('2 machines');
  });
});

test('stacks that an own number may name', () => {
  const refs = ['docker-linux', 'vm-bare-metal:kvm', 'vm-bare-metal:nope', 'nope', '', '__proto__'];
  expect(refs.filter((ref) => ownContext.isStack(ref))).toEqual([
    'docker-linux',
    'vm-bare-metal:kvm',
  ]);
});
