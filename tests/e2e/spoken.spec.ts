/**
 * What a screen reader says of each lens, read through from end to end: the picture's story in words. Spoken
 * by a virtual screen reader inside the page.
 */
import { readFile } from 'node:fs/promises';
import { LENSES } from '../../src/lib/model/scene.ts';
import { expect, test, type Page } from './strict-page.ts';
import { openScene } from './stage.ts';

const READER = '/virtual-screen-reader.js';
const MODULE = import.meta.resolve('@guidepup/virtual-screen-reader/browser.js');
/** Longer than any scene that is read here. */
const MOST_PHRASES = 600;

/** What a lens adds to the names of layers. */
const TOLD: Readonly<Record<(typeof LENSES)[number], RegExp>> = {
  structure: /shared by/,
  boot: /\bms\b/,
  size: /\bMB\b/,
  isolation: /reached/,
  path: /borders down/,
  kernel: /uname|os-release/,
  manage: /Docker Engine/,
};

async function readThrough(page: Page): Promise<readonly string[]> {
  const body = await readFile(new URL(MODULE), 'utf8');
  await page.route(`**${READER}`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
  return page.evaluate(
    async ([address = '', most]) => {
      const { virtual } = await import(String(address));
      await virtual.start({ container: document.querySelector('[data-stage]') });
      for (let count = 0; count < Number(most); count += 1) {
        await virtual.next();
        if ((await virtual.lastSpokenPhrase()).startsWith('end of group')) break;
      }
      const said = await virtual.spokenPhraseLog();
      await virtual.stop();
      return said as string[];
    },
    [READER, MOST_PHRASES] as const,
  );
}

for (const lens of LENSES) {
  test(`${lens} is told layer by layer, from the ground up`, async ({ page }) => {
    await openScene(page, `/explore?stacks=docker-linux,vm-bare-metal:kvm&lens=${lens}`);
    const said = await readThrough(page);
    const all = said.join('\n');
    expect(said.at(-1)).toMatch(/^end of group/);
    expect(all).not.toMatch(/undefined|NaN|\[object/);
    expect(all).toMatch(TOLD[lens]);
    for (const title of ['Containers on Linux', 'VMs on KVM']) {
      expect(said.filter((phrase) => phrase === `heading, ${title}, level 3`)).toHaveLength(1);
    }
    // Every layer on the stage is spoken, in the order of the list.
    const names = await page
      .locator('[data-layer]')
      .evaluateAll((layers) =>
        layers.map((layer) => layer.getAttribute('aria-label') ?? layer.textContent ?? ''),
      );
    const spoken = said.filter((phrase) => /^button, .*pressed$/.test(phrase));
    expect(spoken.length).toBe(names.length);
  });
}
