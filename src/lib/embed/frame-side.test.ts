import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { LENSES } from '../model/scene.ts';
import { wantedHeight } from './height.ts';
import { HostLink } from './host-link.ts';
import { saidBetween, type Moment } from './moment.ts';
import { splitScene } from './scene-text.ts';
import { msAt, secondsAt } from './story.ts';

const CHAPTERS = [
  { startMs: 0, endMs: 300 },
  { startMs: 300, endMs: 1000 },
  { startMs: 1200, endMs: 2000 },
];

describe('a step as a second', () => {
  it.each([
    [0, 0],
    [150, 0.5],
    [300, 1],
    [1000, 2],
    [1100, 2],
    [2000, 3],
    [9999, 3],
  ])('%d ms are %d s', (ms, seconds) => {
    expect(secondsAt(ms, CHAPTERS)).toBe(seconds);
  });

  it('is the same moment there and back', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), (seconds) => {
        expect(secondsAt(msAt(seconds, CHAPTERS), CHAPTERS)).toBeCloseTo(seconds, 2);
      }),
    );
    expect(msAt(-5, CHAPTERS)).toBe(0);
    expect(msAt(Infinity, CHAPTERS)).toBe(2000);
    expect(secondsAt(0, [])).toBe(0);
  });
});

describe('what is told between two moments', () => {
  const playhead = { t: 0, step: 1, steps: 3, duration: 2000, isPlaying: false };
  const at = (change: Partial<Moment['playhead']>, rest: Partial<Moment> = {}): Moment => ({
    ...{ playhead: { ...playhead, ...change }, titles: ['Step 1', 'Step 2', 'Step 3'] },
    ...{ select: null, shown: 'stacks=process', ...rest },
  });
  const told = (before: Moment, now: Moment): readonly string[] =>
    saidBetween(before, now, () => ({ scene: 'stacks=process', title: '' })).map(
      ({ type }) => type,
    );

  it('is each step that was passed while it plays, and the one sought alone', () => {
    const steps = (isPlaying: boolean): readonly unknown[] =>
      saidBetween(at({ isPlaying }), at({ isPlaying, step: 3, t: 1500 }), () => ({
        ...{ scene: '', title: '' },
      })).map((one) => (one.type === 'step' ? one.title : one.type));
    expect(steps(true)).toEqual(['Step 2', 'Step 3']);
    expect(steps(false)).toEqual(['Step 3']);
  });

  it('is nothing where nothing but the time moved on', () => {
    expect(told(at({ t: 1, isPlaying: true }), at({ t: 2, isPlaying: true }))).toEqual([]);
  });
  it('is a pause and an end where playing reached the end, and only there', () => {
    const playing = at({ t: 1990, step: 3, isPlaying: true });
    expect(told(playing, at({ t: 2000, step: 3 }))).toEqual(['pause', 'ended']);
    expect(told(playing, at({ t: 1995, step: 3 }))).toEqual(['pause']);
    const other = at({ t: 2000, step: 3 }, { shown: 'stacks=wasm' });
    expect(told(playing, other)).toEqual(['scene', 'pause']);
  });
  it('names step, selection and start', () => {
    const next = at({ step: 2, isPlaying: true }, { select: 'process/kernel' });
    expect(told(at({}), next)).toEqual(['select', 'step', 'play']);
  });
});

describe('the height that is wished', () => {
  it('follows the width alone, grows with it, and stays within limits', () => {
    for (const lens of LENSES) {
      expect(wantedHeight(720, lens, true)).toBeGreaterThanOrEqual(400);
      expect(wantedHeight(1, lens, false)).toBeGreaterThan(300);
      expect(wantedHeight(1e6, lens, true)).toBeLessThan(1000);
      expect(wantedHeight(1000, lens, true)).toBeGreaterThan(wantedHeight(700, lens, true));
    }
  });
});

it.each([
  ['vm-vs-container', 'vm-vs-container', ''],
  ['vm-vs-container?step=2', 'vm-vs-container', 'step=2'],
  ['stacks=process&lens=boot', null, 'stacks=process&lens=boot'],
  ['?stacks=process', null, 'stacks=process'],
  ['?', null, ''],
])('the scene %j is %j with %j', (text, id, query) => {
  expect(splitScene(text)).toEqual({ id, query });
});

describe('the way to the host', () => {
  const make = (origin: string | null, around: string | null) => {
    const sent: unknown[][] = [];
    const host = { postMessage: (...args: unknown[]) => sent.push(args) };
    return { link: new HostLink(host, origin, around), host, sent };
  };

  it('leads to the first origin that was understood, and nowhere before', () => {
    const { link, host, sent } = make(null, null);
    link.send('early');
    link.accept({ origin: 'https://a.example' });
    link.accept({ origin: 'https://b.example' });
    link.send('late');
    expect(sent).toEqual([['late', 'https://a.example']]);
    expect(link.hears({ source: host, origin: 'https://b.example' })).toBe(false);
    expect(link.hears({ source: host, origin: 'https://a.example' })).toBe(true);
  });
  it('leads to the origin that the browser names, and to a host without one', () => {
    const known = make(null, 'https://a.example');
    known.link.send(1);
    expect(known.sent).toEqual([[1, 'https://a.example']]);
    const opaque = make(null, 'null');
    opaque.link.send(1);
    expect(opaque.sent).toEqual([[1, '*']]);
  });
});
