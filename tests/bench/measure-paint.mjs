/**
 * The stage's painter against a bare Canvas 2D loop that draws the same shapes, both in the same page
 * and run (`paint-bench.ts`). Bundled by Vite, so that it is the code that ships.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { row } from './report.mjs';

const ENTRY = fileURLToPath(new URL('paint-bench.ts', import.meta.url));
const COUNTS = [100, 1_000, 10_000];
const LIMIT = 1.3;
const NAME = 'StrataPaintBench';

async function bundle() {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: ENTRY, formats: ['iife'], name: NAME } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  return first.output[0].code;
}

/** @returns {Promise<readonly import('./report.mjs').Row[]>} */
export async function measurePaint(browser) {
  const code = await bundle();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.addScriptTag({ content: code });
    const rows = [];
    for (const count of COUNTS) {
      const result = await page.evaluate(
        ([name, boxes]) => globalThis[name].benchPaint(boxes),
        [NAME, count],
      );
      rows.push(
        row(`paint, ${count} boxes: ours ÷ bare loop`, result.ratio, {
          limit: LIMIT,
          unit: '×',
          digits: 2,
        }),
      );
    }
    return rows;
  } finally {
    await page.close();
  }
}
