import { describe, expect, it } from 'vitest';
import { Drafts } from './lesson-draft.svelte.ts';
import { createSafeStorage } from './safe-storage.ts';

function memory(text: string | null = null) {
  const kept = new Map<string, string>(text === null ? [] : [['strata.lesson-drafts', text]]);
  return createSafeStorage(() => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }));
}

describe('an answer that is not given yet', () => {
  it('is there again for who comes back to the step, and at no other', () => {
    const tab = memory();
    const draft = new Drafts(tab).of('linux-only', 'build');
    draft.option = 'refuses';
    draft.toggle('docker-linux/kernel');
    draft.toggle('docker-linux/c1');
    draft.toggle('docker-linux/kernel');
    draft.place = 412;
    draft.order = ['b', 'a'];
    const back = new Drafts(tab).of('linux-only', 'build');
    expect([back.option, back.marked, back.place, back.order]).toEqual([
      'refuses',
      ['docker-linux/c1'],
      412,
      ['b', 'a'],
    ]);
    expect(new Drafts(tab).of('linux-only', 'desktop').option).toBeNull();
  });

  it('is gone once the answer is given', () => {
    const tab = memory();
    const drafts = new Drafts(tab);
    drafts.of('linux-only', 'build').option = 'refuses';
    drafts.drop('linux-only', 'build');
    expect(drafts.of('linux-only', 'build').option).toBeNull();
    expect(tab.get('lesson-drafts')).toBeNull();
  });

  it.each(['{', '[]', '{"linux-only/build":{"option":3}}'])('counts as none in %s', (text) => {
    expect(new Drafts(memory(text)).of('linux-only', 'build').option).toBeNull();
  });
});
