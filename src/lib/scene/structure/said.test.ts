/** What is said while stacks are built up, and with parts of them switched off. */
import { describe, expect, test } from 'vitest';
import { structure } from '../../content/locales/en/structure.ts';
import { buildCues } from '../../animation/build-up.ts';
import { createTimeline } from '../../animation/timeline-driver.ts';
import { applyPose } from '../../animation/apply-pose.ts';
import { kernelFacts } from '../../model/kernel-facts.ts';
import { EMPTY_SCENE, type Overlay } from '../../model/scene.ts';
import { walkLayers, type ResolvedStack } from '../../model/stack.ts';
import type { Item } from '../display-list.ts';
import type { Picture } from '../picture.ts';
import { readoutText } from './readout.ts';
import { sayingAt } from '../../state/saying-at.ts';
import { drawn, everyStack, stackOf } from '../../state/drawn-structure.fixture.ts';

function pictureOf(stack: ResolvedStack, without: readonly Overlay[] = []): Picture {
  const overlays = EMPTY_SCENE.overlays.filter((overlay) => !without.includes(overlay));
  const scene = { ...EMPTY_SCENE, overlays };
  return drawn([stack], { scene, widthPx: 1300, heightPx: 760 });
}

/** Texts of a readout. */
function readoutOf(items: readonly Item[]): readonly string[] {
  return items.flatMap((item) =>
    item.t === 'text' && /#(?:count|readout)/.test(item.key) ? [item.text] : [],
  );
}

/** Texts that are painted when a chapter is complete. */
function paintedAt(picture: Picture, chapter: number): readonly string[] {
  const { cues, chapters } = buildCues(picture.build, picture.buildChapters.length);
  const poses = createTimeline(cues).poseAt(chapters[chapter]?.endMs ?? 0);
  return readoutOf(applyPose(picture.buildList, poses).items);
}

describe('container', async () => {
  const stack = await stackOf('docker-linux');
  const picture = pictureOf(stack);
  const readouts = picture.buildSays.map(({ readouts: [readout] }) => readout);

  test('containers are spoken of when they are drawn, not before', () => {
    expect(readouts).toEqual([
      'no kernel yet',
      '1 kernel: the host’s; nothing uses it yet',
      ...Array<string>(3).fill('1 kernel: shared by 4 containers and the engine'),
    ]);
    expect(picture.buildSays.map(({ headline }) => headline).slice(0, 3)).toEqual([
      'No kernel yet.',
      'One kernel. Nothing uses it yet.',
      'One kernel, shared by four containers.',
    ]);
  });

  test('the picture says what the words say, one readout at a time', () => {
    expect(paintedAt(picture, 0)).toEqual(['no kernel yet']);
    expect(paintedAt(picture, 1)).toEqual(['1 kernel', 'the host’s; nothing uses it yet']);
    for (const chapter of [2, 3, 4])
      expect(paintedAt(picture, chapter)).toEqual([
        '1 kernel',
        'shared by 4 containers and the engine',
      ]);
  });

  test('an engine that is switched off is not spoken of', () => {
    const off = pictureOf(stack, ['engine']);
    expect(off.stacks[0]?.readout).toBe('1 kernel: shared by 4 containers');
    expect(off.buildSays.at(-1)?.readouts).toEqual(['1 kernel: shared by 4 containers']);
    expect(JSON.stringify([off.rest.items, off.table, off.stacks])).not.toMatch(/dockerd|engine/i);
    expect(off.table.rows.at(-1)).toContain('1 kernel: shared by 4 containers');
  });
});

test('a readout that changes with the last chapter takes the place of the one before', async () => {
  const picture = pictureOf(await stackOf('process'));
  expect(paintedAt(picture, 3)).toEqual(['1 kernel', 'the host’s; nothing uses it yet']);
  expect(paintedAt(picture, 4)).toEqual(['1 kernel', 'shared by 3 processes']);
});

test('a hypervisor comes before any kernel', async () => {
  const picture = pictureOf(await stackOf('vm-bare-metal:esxi'));
  expect(picture.buildSays.map(({ readouts: [readout] }) => readout?.split(':')[0])).toEqual([
    'no kernel yet',
    'no guest kernel yet',
    ...Array<string>(3).fill('3 guest kernels'),
  ]);
});

test('for every stack and variant the last chapter says what is said at rest', async () => {
  for (const stack of await everyStack()) {
    const picture = pictureOf(stack);
    const last = picture.buildSays.at(-1);
    expect(last, stack.key).toMatchObject({
      headline: picture.headline,
      sentence: picture.sentence,
      readouts: picture.stacks.map(({ readout }) => readout),
    });
    const chapters = picture.buildChapters.length;
    const atRest = readoutOf(picture.rest.items);
    expect(paintedAt(picture, chapters - 1), stack.key).toEqual(atRest);
    // No words before there is hardware, and never a user before a kernel.
    for (const { headline } of picture.buildSays.slice(0, 1))
      expect(headline).toMatch(/^No kernel yet/);
  }
});

test('at no moment anything is counted that does not stand', async () => {
  for (const stack of await everyStack()) {
    const picture = pictureOf(stack);
    const { cues, chapters, durationMs } = buildCues(picture.build, picture.buildChapters.length);
    const timeline = createTimeline(cues);
    const layers = [...walkLayers(stack.ground)].map(([layer]) => layer);
    for (let tMs = 0; tMs <= durationMs; tMs += 20) {
      const at = `${stack.key} at ${tMs} ms`;
      const poses = timeline.poseAt(tMs);
      const isHere = (path: string): boolean => {
        const { rise = 1, draw = 1, alpha = 1 } = poses.get(path) ?? {};
        return Math.min(rise, draw, alpha) === 1;
      };
      const index = chapters.findIndex(({ endMs }) => endMs >= tMs);
      const { headline, readouts } = sayingAt(picture.buildSays, chapters, index, tMs) ?? {};
      const { items } = applyPose(picture.buildList, poses);
      // What is said is what is painted, one readout at a time.
      const said = readoutText({ brief: '', extra: null, ...splitOf(readoutOf(items)) });
      expect(readouts?.[0]?.startsWith(said), `${at}: ${said}`).toBe(true);
      if (readouts?.[0] === 'being built') {
        expect(headline, at).toMatch(/: on the way\.$/);
        continue;
      }
      // It is what is true of the layers that stand, engine and helpers aside.
      const standing = kernelFacts(stack, ({ path }) => isHere(path));
      const words = structure.readout(stack, standing);
      expect(readouts?.[0], at).toBe(readoutText(words));
      const pips = items.filter(({ key, alpha = 1 }) => /#pip\d/.test(key) && alpha === 1);
      const kernels = layers.filter(({ counts, path }) => counts !== 'none' && isHere(path));
      expect(pips.length, at).toBe(kernels.length);
    }
  }
});

/** A painted readout: its count, and the lines of its note. */
function splitOf([count = '', ...note]: readonly string[]): { count: string; note: string } {
  return { count, note: note.join(' ') };
}

test('a wall is spoken of where there is one, and a fence', async () => {
  const said = async (ref: string) => pictureOf(await stackOf(ref)).buildChapters[2]?.says ?? '';
  expect(await said('vm-bare-metal')).toMatch(/virtual machine/);
  expect(await said('vm-bare-metal')).not.toMatch(/container/);
  expect(await said('docker-linux')).not.toMatch(/virtual machine/);
  expect(await said('process')).not.toMatch(/virtual machine|container/);
});

test('what comes stands on what is there', async () => {
  for (const ref of ['vm-bare-metal:xen', 'docker-linux', 'desktop-mac', 'kata']) {
    const stack = await stackOf(ref);
    const { cues } = buildCues(pictureOf(stack).build, 5);
    const cueOf = new Map(cues.map((cue) => [cue.target, cue]));
    for (const [layer] of walkLayers(stack.ground)) {
      const below = cueOf.get(layer.path);
      for (const { path } of [...layer.carries, ...layer.inside]) {
        const standsMs = layer.wraps.length > 0 ? 0 : (below?.atMs ?? 0) + (below?.durationMs ?? 0);
        expect(cueOf.get(path)?.atMs, path).toBeGreaterThanOrEqual(standsMs);
      }
    }
  }
});
