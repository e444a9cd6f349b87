/** The classic client (`.ci/classic`): chunks as classic scripts, and what stands in for SvelteKit. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, test } from 'vitest';
import { withoutFonts, wrap } from '../../.ci/classic/plugin.ts';
import { asset, resolve } from '../../.ci/classic/app/paths.ts';

const RUNTIME = readFileSync(new URL('../../.ci/classic/runtime.js', import.meta.url), 'utf8');

describe('a chunk', () => {
  const MADE = 'const e=require("./stage-1.js");exports.go=()=>e.X;';

  test('names what it imports by id', () => {
    expect(wrap('a-1', MADE, [])).toContain('require("stage-1")');
  });

  test('loads later what it imported dynamically', () => {
    const code = 'exports.go=()=>Promise.resolve().then(()=>require(`./lens-2.js`));';
    expect(wrap('a-1', code, [])).toContain('exports.go=()=>strata.load("lens-2")');
  });

  test('asks for its fonts first', () => {
    expect(wrap('a-1', MADE, ['font-1'])).toMatch(/\{require\("font-1"\);const e=require/);
  });

  test.each(['import("./x.js")', 'import.meta.url', 'require(name)'])('may not hold %s', (left) => {
    expect(() => wrap('a-1', left, [])).toThrow(left);
  });
});

describe('a style sheet', () => {
  test('loses its fonts, and keeps those of the system', () => {
    const system = "@font-face{font-family:F;src:local('Arial')}";
    const sheet = `@font-face{font-family:N;src:url(./n.woff2)format("woff2")}${system}a{color:red}`;
    expect(withoutFonts('a.css', sheet)).toBe(`${system}a{color:red}`);
  });

  test('may name no other file', () => {
    expect(() => withoutFonts('a.css', 'a{background:url(./a.png)}')).toThrow(
      'a.css: url(./a.png)',
    );
    expect(withoutFonts('a.css', 'a{background:url(data:,)}')).toContain('data:,');
  });
});

interface Strata {
  define(id: string, factory: (...parts: never[]) => void): void;
  know(names: readonly string[], rows: readonly unknown[]): void;
  load(id: string): Promise<Record<string, unknown>>;
  run(id: string): Promise<Record<string, unknown>>;
  root: string;
}

interface Asked {
  src?: string;
  onload?: () => void;
  onerror?: () => void;
  remove?: () => void;
}

/** A page as far as the runtime knows one. */
function page(src: string) {
  const asked: Asked[] = [];
  const self: { strata?: Strata } = {};
  const document = {
    readyState: 'complete',
    currentScript: { src },
    createElement: (): Asked => ({ remove: () => undefined }),
    head: { append: (element: Asked) => asked.push(element) },
  };
  runInNewContext(RUNTIME, { self, document, Map, Set, Promise, Object, Error });
  if (!self.strata) throw new Error('the runtime defined nothing');
  return { strata: self.strata, asked };
}

describe('the runtime', () => {
  const FROM = 'https://site.example/base/classic/loader-1.js';
  let { strata, asked } = page(FROM);
  beforeEach(() => {
    ({ strata, asked } = page(FROM));
    strata.know(['a', 'b'], [[0, [1]]]);
  });

  /** What a chunk's script does when it comes. */
  const chunk = (id: string) =>
    runInNewContext(
      wrap(id, id === 'a' ? 'exports.b=require("./b.js").name;' : 'exports.name="b";', []),
      { strata },
    );

  test('knows where the site starts', () => {
    expect(strata.root).toBe('https://site.example/base');
  });

  test('brings a chunk and what it imports, each once', async () => {
    const [first, second] = [strata.load('a'), strata.load('a')];
    expect(asked.map(({ src }) => src)).toEqual([
      'https://site.example/base/classic/a.js',
      'https://site.example/base/classic/b.js',
    ]);
    chunk('a');
    chunk('b');
    for (const { onload } of asked) onload?.();
    expect((await first).b).toBe('b');
    expect(await second).toBe(await first);
  });

  test('starts an entry whose chunks are there', async () => {
    chunk('a');
    chunk('b');
    expect((await strata.run('a')).b).toBe('b');
    expect(asked).toEqual([]);
  });

  test('a chunk that did not arrive is asked for again', async () => {
    const failing = strata.load('b');
    asked[0]?.onerror?.();
    await expect(failing).rejects.toThrow('b.js did not arrive');
    void strata.load('b');
    expect(asked).toHaveLength(2);
  });

  test('in a file of its own, asks for nothing', async () => {
    const alone = page('');
    await expect(alone.strata.load('c')).rejects.toThrow('c.js is not in this file');
    expect(alone.asked).toEqual([]);
  });
});

test('addresses are those of the site', () => {
  expect(resolve('/learn/[lesson]', { lesson: 'measure' })).toBe('/learn/measure');
  expect(resolve('/explore/[[scene]]', {})).toBe('/explore');
  expect(asset('/kit/measure.sh')).toBe('/kit/measure.sh');
});
