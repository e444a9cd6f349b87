/**
 * Every picture that a lesson puts on the wall, in three shapes of it: what is painted can be read from the
 * back row, and no text lies on another or beyond the edge.
 */
import { describe, expect, it } from 'vitest';
import { lessons } from '../content/lessons.ts';
import { beatsOf } from '../model/lesson/beats.ts';
import type { Box, TextItem } from '../scene/display-list.ts';
import { textBox } from '../scene/text-box.ts';
import { sceneOf } from './talk.svelte.ts';
import { WALL_LINES, WallBench } from './wall-bench.svelte.ts';
import { wallSources } from './wall-sources.ts';

/** Smallest type: 3 % of the wall's height. */
const LEAST = 0.03;
/** What carries the message of a picture of stacks: 4.4 %, less than half a pixel on 1080 lines apart. */
const PRIMARY = 0.0435;
/** Parts of the wall's height that are left for the picture: under words alone, and with a question under it. */
const PICTURES = [0.68, 0.42] as const;
const SCREENS = [
  [1920, 1080],
  [1280, 800],
  [1024, 768],
] as const;

const pictures = lessons.flatMap((lesson) =>
  lesson.steps.flatMap((step) =>
    [...new Set(beatsOf(step).map(({ scene }) => scene))].map((query) => ({
      name: `${lesson.id}, ${step.id}: ${query}`,
      query,
    })),
  ),
);

async function textsOf(
  query: string,
  width: number,
  height: number,
  share: number,
): Promise<{
  readonly texts: readonly TextItem[];
  readonly px: number;
  readonly lens: string;
  readonly bench: WallBench;
}> {
  const bench = new WallBench();
  bench.setWall(height);
  bench.resize(width, height * share);
  await bench.open({ ...sceneOf(query), tMs: null, step: null, play: false });
  const { picture } = bench;
  if (picture === null) throw new Error(`no picture of ${query}`);
  const texts = picture.rest.items.flatMap((item) => (item.t === 'text' ? [item] : []));
  // The picture is laid out for the wall's lines and painted as large as the wall is.
  return { texts, px: height / WALL_LINES, lens: picture.lens, bench };
}

/** Ascenders and descenders of two lines may touch: what counts is more than a quarter of the lower one. */
function overlap(a: Box, b: Box): boolean {
  const wide = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return wide > 2 && high > Math.min(a.h, b.h) / 4;
}

describe.each(SCREENS)('on a wall of %i by %i', (width, height) => {
  const shares = PICTURES.flatMap((share) => pictures.map((one) => ({ ...one, share })));
  it.each(shares)('$name, $share', async ({ query, share }) => {
    const { texts, px, lens } = await textsOf(query, width, height, share);
    const paintedPx = texts.map(({ size, text }) => ({ text, px: size * px }));
    expect(texts.length).toBeGreaterThan(0);
    expect(paintedPx.filter((one) => one.px < LEAST * height - 0.75)).toEqual([]);
    const counts = texts.filter(({ key }) => key.endsWith('#count'));
    if (lens === 'structure') {
      expect(counts.length).toBeGreaterThan(0);
      expect(Math.max(...counts.map(({ size }) => size * px))).toBeGreaterThan(PRIMARY * height);
    }
    const boxes = texts.map((item) => ({ item, box: textBox(item) }));
    const beyond = boxes.filter(({ box }) => box.x < -1 || box.x + box.w > width / px + 1);
    expect(beyond.map(({ item }) => item.text)).toEqual([]);
    const onAnother = boxes.flatMap(({ item, box }, at) =>
      boxes
        .slice(at + 1)
        .filter((other) => overlap(box, other.box))
        .map((other) => `${item.text} / ${other.item.text}`),
    );
    expect(onAnother).toEqual([]);
  });
});

describe('a wall at 4:3 says what a wide one says', () => {
  const TWO = 'stacks=vm-bare-metal,docker-linux';
  const FOUR = 'stacks=process,docker-linux,vm-bare-metal:xen,unikernel';
  it.each([
    ['stacks=docker-linux&lens=kernel', 0.55, ['$ cat /etc/os-release', '$ uname -r']],
    [`${TWO}&lens=size&size.view=memory`, 0.62, ['hypervisor.', 'host kernel and engine.']],
    [
      `${FOUR}&lens=boot&boot.study=lightvm`,
      0.64,
      ['one total', 'toolstack', 'Kernel and services, not told apart'],
    ],
    [`${TWO}&lens=isolation`, 0.72, ['Shop', 'Cache', 'dockerd', 'entered', 'holds']],
  ] as const)('%s', async (query, share, words) => {
    const { texts } = await textsOf(query, 1024, 768, share);
    const said = texts.map(({ text }) => text).join(' ');
    expect(words.filter((one) => !said.includes(one))).toEqual([]);
  });

  it('squares stand before the counts of all stacks, or of none', async () => {
    for (const share of PICTURES) {
      const { bench } = await textsOf(
        `stacks=vm-bare-metal,docker-linux&lens=isolation`,
        1024,
        768,
        share,
      );
      const keys = bench.picture?.rest.items.map(({ key }) => key) ?? [];
      const squares = keys.filter((key) => key.endsWith('#part0'));
      expect([0, bench.picture?.stacks.length]).toContain(squares.length);
    }
  });
});

/** A measured quantity: a number with its unit. */
const QUANTITY = /\d\s?(?:(?:ns|µs|ms|s|min|kB|MB|GB|MiB)\b|%|×)/;

describe('a picture with a number', () => {
  it.each(pictures)('says where it comes from: $name', async ({ query }) => {
    const { texts, bench } = await textsOf(query, 1920, 1080, 0.68);
    const numbers = texts
      .filter(({ key, text }) => QUANTITY.test(text) && !key.startsWith('boot/axis/'))
      .map(({ text }) => text);
    if (numbers.length === 0) return;
    await bench.evidence.load('all');
    const { sources } = bench.evidence;
    const line = wallSources([], null, bench.picture?.sources ?? [], {
      figures: new Map(),
      sources,
    });
    const shorts = bench.evidence.studies.map(({ short }) => short);
    // Either in a line under it, or at each number.
    const named =
      line.length > 0 || numbers.every((one) => shorts.some((name) => one.includes(name)));
    expect({ numbers, named }).toEqual({ numbers, named: true });
  });
});
