/** A reader's own talk ends with the sources of its pictures' numbers, as ours do. */
import { expect, it } from 'vitest';
import { findLesson } from '#lib/content/lessons.ts';
import { drawnHere } from './drawn-sources.ts';
import { presentPage } from './present-data.ts';

it('a browser finds the sources that the build finds', async () => {
  for (const id of ['containers-and-vms', 'measure']) {
    const lesson = findLesson(id);
    const page = await presentPage(id);
    if (!lesson || !page) throw new Error(`no lesson ${id}`);
    const { drawn = [] } = page;
    expect(drawn.length).toBeGreaterThan(1);
    expect([...(await drawnHere(lesson))].sort()).toEqual([...drawn].sort());
  }
});
