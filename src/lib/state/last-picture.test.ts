import { expect, test } from 'vitest';
import { EMPTY_SCENE } from '../model/scene.ts';
import type { LensInput } from '../scene/lens.ts';
import type { Picture } from '../scene/picture.ts';
import type { Steps } from '../scene/steps.ts';
import { LastPicture, type Drawing } from './last-picture.ts';

const EMPTY: Picture = {
  ...{ lens: 'structure', headline: '', sentence: '', stacks: [], clock: null },
  rest: { width: 1, height: 1, items: [] },
  buildList: { width: 1, height: 1, items: [] },
  table: { caption: '', columns: [], rows: [] },
  ...{ build: [], buildChapters: [], buildSays: [] },
};
// What a drawing is made of does not matter here.
const INPUT: LensInput = {
  ...{ scene: EMPTY_SCENE, stacks: [], firstIndex: 0, widthPx: 1, heightPx: 1, shell: 'explore' },
  words: { structure: {} as LensInput['words']['structure'] },
  ...{ studies: [], figures: new Map(), sources: new Map() },
};

/** A drawing of three steps, which are written down. */
function drawingOf(name: string, done: string[]): Drawing {
  function* render(): Steps<Picture> {
    done.push(`${name}1`);
    yield;
    done.push(`${name}2`);
    yield;
    done.push(`${name}3`);
    return { ...EMPTY, headline: name };
  }
  return { render, input: INPUT };
}

test('a picture made ahead is made once, a task per step', async () => {
  const done: string[] = [];
  const last = new LastPicture();
  const drawing = drawingOf('a', done);
  const made = last.makeAhead(() => drawing);
  const seen: number[] = [];
  // Another task between two steps is another step less.
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    seen.push(done.length);
    if (done.length < 3) channel.port2.postMessage(null);
  };
  channel.port2.postMessage(null);
  await made;
  channel.port1.close();
  expect(new Set(seen).size).toBeGreaterThan(2);
  expect(last.of(drawing).headline).toBe('a');
  expect(last.of(drawing)).toBe(last.of(drawing));
  expect(done).toEqual(['a1', 'a2', 'a3']);
});

test('what is to be drawn changes meanwhile: the last is made, the first is given up', async () => {
  const done: string[] = [];
  const last = new LastPicture();
  const [first, second] = [drawingOf('a', done), drawingOf('b', done)];
  await last.makeAhead(() => (done.includes('a2') ? second : first));
  expect(done).toEqual(['a1', 'a2', 'b1', 'b2', 'b3']);
  expect(last.of(second).headline).toBe('b');
  expect(done).toHaveLength(5);
});

test('nothing is to be drawn any more: nothing is made', async () => {
  const done: string[] = [];
  const last = new LastPicture();
  const drawing = drawingOf('a', done);
  await last.makeAhead(() => (done.length === 0 ? drawing : null));
  expect(done).toEqual(['a1']);
  // Asked for all the same, it is made at once.
  expect(last.of(drawing).headline).toBe('a');
});

test('what changes without end is not made ahead', async () => {
  const done: string[] = [];
  const last = new LastPicture();
  await last.makeAhead(() => drawingOf('x', done));
  expect(done).not.toContain('x3');
});
