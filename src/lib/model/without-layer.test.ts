import { describe, expect, it } from 'vitest';
import { loadStack } from '../content/stacks.ts';
import { valueOf } from './data-result.ts';
import { resolveStack } from './resolve.ts';
import { findLayer, walkLayers } from './stack.ts';
import { withoutLayer } from './without-layer.ts';

async function stackOf(id: string) {
  return resolveStack(valueOf(id, await loadStack(id)));
}

describe('a stack without a layer', () => {
  it('closes over the gap: what stood on it stands where it was', async () => {
    const whole = await stackOf('vm-bare-metal');
    const stack = withoutLayer(whole, 'vm-bare-metal/hypervisor');
    expect(findLayer(stack, 'vm-bare-metal/hypervisor')).toBeUndefined();
    expect(stack.ground.carries.map(({ path }) => path)).toContain('vm-bare-metal/vm1');
    expect(stack.order).toEqual(whole.order.filter((path) => path !== 'vm-bare-metal/hypervisor'));
    expect(stack.claim).toBe('');
  });

  it('loses that layer and its own strips alone, whichever it is', async () => {
    for (const id of ['docker-linux', 'vm-bare-metal', 'desktop-mac']) {
      const whole = await stackOf(id);
      for (const [layer] of walkLayers(whole.ground)) {
        if (layer === whole.ground) continue;
        const left = [...walkLayers(withoutLayer(whole, layer.path).ground)].map(
          ([one]) => one.path,
        );
        const gone = new Set([layer, ...layer.inside].map(({ path }) => path));
        const all = [...walkLayers(whole.ground)].map(([one]) => one.path);
        expect(new Set(left)).toEqual(new Set(all.filter((path) => !gone.has(path))));
      }
    }
  });

  it('is the same stack where there is no such layer, or it is the ground', async () => {
    const whole = await stackOf('docker-linux');
    expect(withoutLayer(whole, 'docker-linux/gone')).toBe(whole);
    expect(withoutLayer(whole, whole.ground.path)).toBe(whole);
  });
});
