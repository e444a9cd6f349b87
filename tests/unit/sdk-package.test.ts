/** `@strata/embed` as somebody gets it: packed, installed without a network, and type-checked. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSdk } from '../../.ci/sdk.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');
const run = promisify(execFile);

/** Building and packing take as long as the machine takes. */
let work = '';
const sdk = (): string => path.join(work, 'sdk');
const project = (): string => path.join(work, 'project');

beforeAll(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'strata-sdk-'));
  await buildSdk(sdk());
  const { stdout } = await npm(['pack', '--json', '--pack-destination', work], sdk());
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await mkdir(project());
  await writeFile(path.join(project(), 'package.json'), '{ "private": true, "type": "module" }');
  const quiet = ['--offline', '--no-audit', '--no-fund'];
  await npm(['install', path.join(work, filename), ...quiet], project());
}, 240_000);

afterAll(() => rm(work, { recursive: true, force: true }));

function npm(args: readonly string[], cwd: string) {
  // Nothing of the npm that runs these tests is to reach this one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)),
  );
  const cache = path.join(work, 'npm-cache');
  return run('npm', [...args], { cwd, env: { ...env, npm_config_cache: cache } });
}

/** @returns what the compiler has to say; empty when all is well */
async function check(source: string, resolution: 'bundler' | 'nodenext'): Promise<string> {
  await writeFile(path.join(project(), 'page.ts'), source);
  const strict = ['--strict', '--noEmit', '--skipLibCheck', 'false'];
  const target = ['--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];
  const modules = [
    ...['--moduleResolution', resolution],
    ...['--module', resolution === 'bundler' ? 'esnext' : 'nodenext'],
  ];
  const args = [TSC, ...strict, ...target, ...modules, 'page.ts'];
  return run(process.execPath, args, { cwd: project() }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

describe('the modules', () => {
  test.each([
    ['embed.js', 4_000],
    ['element.js', 6_000],
    ['strata.js', 6_000],
  ])('%s has at most %d bytes, compressed', async (name, most) => {
    expect(gzipSync(await readFile(path.join(sdk(), name))).length).toBeLessThanOrEqual(most);
  });

  test.each(['embed.js', 'element.js'])('%s stands alone', async (name) => {
    const text = await readFile(path.join(sdk(), name), 'utf8');
    expect(text).not.toMatch(/(?:^|;|\})import[^.(]|import\(|require\(|process\./);
    expect(text).toContain('import.meta.url');
    expect(await readFile(path.join(sdk(), 'v1', name), 'utf8')).toBe(text);
  });

  test('can be loaded where there is no page, as when one is rendered ahead', async () => {
    const script = `
      const { mount } = await import('@strata/embed');
      const { StrataStackElement } = await import('@strata/embed/element');
      console.log(typeof mount, typeof StrataStackElement);`;
    const args = ['--input-type=module', '--eval', script];
    const { stdout } = await run(process.execPath, args, { cwd: project() });
    expect(stdout.trim()).toBe('function function');
  });
});

describe('the package', () => {
  test('holds the modules, their types, the licence and how to use it; no dependency', async () => {
    const dir = path.join(project(), 'node_modules/@strata/embed');
    expect((await readdir(dir)).sort()).toEqual([
      ...['LICENSE', 'README.md', 'element.d.ts', 'element.js', 'embed.d.ts', 'embed.js'],
      ...['messages.d.ts', 'package.json', 'strata.js'],
    ]);
    const description = JSON.parse(await readFile(path.join(dir, 'package.json'), 'utf8'));
    expect(description.dependencies).toBeUndefined();
    expect(await readdir(path.join(project(), 'node_modules/@strata'))).toEqual(['embed']);
  });

  const PAGE = `
    import { mount, type EmbedHandle, type EmbedEvents, type MountOptions } from '@strata/embed';
    import type { StrataStackElement } from '@strata/embed/element';
    import '@strata/embed/element';

    const options: MountOptions = { base: 'https://strata.example', scene: 'unikernel', lens: 'boot' };
    const strata: EmbedHandle = mount(document.body, options);
    const off: () => void = strata.on('step', ({ step, steps }) => console.log(step + steps));
    const told: Promise<EmbedEvents['ready']> = strata.ready;
    const shown: string = (await strata.getScene()).scene;
    const { notices } = await strata.setScene('stacks=gvisor');
    const element: StrataStackElement = document.createElement('strata-stack');
    element.scene = shown;
    await element.handle?.seek(notices.length);
    const heard = (event: CustomEvent<EmbedEvents['step']>): void => console.log(event.detail.title);
    element.addEventListener('strata-step', heard, { once: true });
    element.removeEventListener('strata-step', heard);
    element.addEventListener('strata-ready', ({ detail }) => console.log(detail.steps + 1));
    element.addEventListener('click', ({ clientX }) => console.log(clientX));
    document.querySelector('strata-stack')?.addEventListener('strata-error', (event) => {
      console.log(event.detail.message.length);
    });
    off();
    void told;
    strata.destroy();
    export {};`;

  test.each(['bundler', 'nodenext'] as const)('type-checks by itself (%s)', async (resolution) => {
    expect(await check(PAGE, resolution)).toBe('');
  });

  test('has the compiler find what is wrong', async () => {
    const says = await check(
      `import { mount } from '@strata/embed';
      mount(document.body, { theme: 'blue' });
      mount(document.body, { autoplay: true });
      mount(document.body).on('stop', () => {});
      mount(document.body).seek('400');
      import '@strata/embed/element';
      document.createElement('strata-stack').addEventListener('strata-step', (event) => event.detail.t);`,
      'bundler',
    );
    const lines = [...says.matchAll(/page\.ts\((\d+)/g)].map(([, line]) => Number(line));
    expect(lines).toEqual([2, 3, 4, 5, 7]);
  });
});
