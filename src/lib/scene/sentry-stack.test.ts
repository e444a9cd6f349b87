/** How the Structure lens draws a kernel in user space, and KVM where containers stand on its kernel. */
import { describe, expect, it } from 'vitest';
import type { BoxItem } from './display-list.ts';
import type { Picture } from './picture.ts';
import { drawn, stackOf } from '../state/drawn-structure.fixture.ts';

const pictureOf = async (ref: string): Promise<Picture> => drawn([await stackOf(ref)]);

function boxOf(picture: Picture, path: string): BoxItem {
  const item = picture.rest.items.find(({ key }) => key === path);
  if (item?.t !== 'box') throw new Error(`no box ${path}`);
  return item;
}

describe.each([
  ['systrap', 'gvisor'],
  ['kvm', 'gvisor:kvm'],
])('gVisor on %s', (platform, key) => {
  it('gives the Sentry teeth as wide as what stands on it', async () => {
    const picture = await pictureOf(`gvisor:${platform}`);
    const sentry = boxOf(picture, `${key}/c1/sentry`);
    const libs = boxOf(picture, `${key}/c1/libs`);
    expect(sentry.teeth).toMatchObject([{ family: 'linux', from: 0 }]);
    expect(sentry.teeth?.[0]?.to).toBeCloseTo(libs.box.w);
    expect(sentry.look).toBe('sentry');
  });

  it('lets the Sentry come after what becomes it', async () => {
    const { build } = await pictureOf(`gvisor:${platform}`);
    const partOf = (path: string) => build.find(({ owner }) => owner === path);
    const gone = partOf(`${key}/c1/runsc`)?.goneAfterChapter ?? Infinity;
    expect(partOf(`${key}/c1/sentry`)?.chapter).toBeGreaterThan(gone);
  });
});

it('lays KVM below the posts of the fences, under all of them', async () => {
  const picture = await pictureOf('gvisor:kvm');
  const kvm = boxOf(picture, 'gvisor:kvm/kvm').box;
  const fences = picture.rest.items.filter((item) => item.t === 'fence');
  const feet = Math.max(...fences.map(({ box, foot }) => box.y + box.h + foot));
  expect(kvm.y).toBeGreaterThan(feet);
  expect(kvm.x).toBeCloseTo(Math.min(...fences.map(({ box }) => box.x)));
  expect(kvm.x + kvm.w).toBeCloseTo(Math.max(...fences.map(({ box }) => box.x + box.w)));
});

it('names KVM between the legs of a wall', async () => {
  const { rest } = await pictureOf('kata');
  const name = rest.items.find(({ key }) => key === 'kata/kvm#label0');
  const [first] = rest.items.filter((item) => item.t === 'wall');
  if (name?.t !== 'text' || first === undefined) throw new Error('nothing to compare');
  expect(name.x).toBeGreaterThan(first.box.x + first.thickness);
  expect(name.x).toBeLessThan(first.box.x + first.box.w - first.thickness);
});
