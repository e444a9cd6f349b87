import { expect, test } from 'vitest';
import type { ClassicManifest } from './classic-files.ts';
import { pickChunks, type Shown } from './pick-chunks.ts';

/** @param module the source that a dynamic import names */
function chunk(imports: string[], dynamicImports: string[] = [], module?: string) {
  const named = module === undefined ? {} : { module };
  return { name: '', file: '', css: [], bytes: 0, imports, dynamicImports, ...named };
}

const manifest: ClassicManifest = {
  runtime: 'runtime.js',
  entries: { lesson: 'lesson', embed: 'embed' },
  chunks: {
    lesson: chunk(
      ['stage'],
      [
        ...['boot', 'size', 'sheet', 'docker', 'vm', 'short', 'dialog', 'own'],
        ...['check', 'shared', 'other', 'foot', 'one', 'race'],
      ],
    ),
    embed: chunk(['stage'], ['boot', 'docker', 'short']),
    stage: chunk(['font']),
    font: chunk([]),
    boot: chunk(['axis'], [], 'src/lib/state/lens-boot.ts'),
    axis: chunk([], ['more']),
    more: chunk([], [], 'src/lib/animation/morph.ts'),
    size: chunk([], [], 'src/lib/state/lens-size.ts'),
    sheet: chunk([], [], 'src/lib/ui/size/SizeSheet.svelte'),
    docker: chunk([], [], 'src/lib/content/stacks/docker-linux.json?parsed'),
    short: chunk([], [], 'src/lib/content/stacks/docker-linux.json?drawn'),
    vm: chunk([], [], 'src/lib/content/stacks/vm-hosted.json?parsed'),
    dialog: chunk([], [], 'src/lib/ui/course/CourseDialog.svelte'),
    own: chunk([], [], 'src/lib/ui/own/open-in-frame.ts'),
    check: chunk([], [], 'src/lib/content/checks/docker-linux.json'),
    shared: chunk([], [], 'src/lib/content/checks/microvm.json'),
    other: chunk([], [], 'src/lib/content/checks/kata.json'),
    foot: chunk([], [], 'src/lib/ui/explore/BootFoot.svelte'),
    one: chunk([], [], 'src/lib/state/lens-boot-one.ts'),
    race: chunk([], [], 'src/lib/content/studies.ts'),
  },
};
const shown: Shown = {
  entry: 'lesson',
  stacks: new Set(['docker-linux']),
  lenses: new Set(['structure', 'boot']),
};

test('a lesson takes what it imports, its stacks and its lenses, and what these need', () => {
  expect([...pickChunks(manifest, shown)].sort()).toEqual([
    ...['axis', 'boot', 'check', 'docker', 'font', 'lesson', 'more', 'race', 'shared', 'stage'],
  ]);
});

test('a scene takes its stacks in their short form', () => {
  const scene: Shown = { ...shown, entry: 'embed', lenses: new Set(['structure']) };
  expect([...pickChunks(manifest, scene)].sort()).toEqual(['embed', 'font', 'short', 'stage']);
});

test('an entry that does not exist is named', () => {
  const none = { ...manifest, entries: {} };
  expect(() => pickChunks(none, shown)).toThrow('“lesson”');
});
