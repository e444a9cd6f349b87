import { describe, expect, it } from 'vitest';
import { boot } from '../content/locales/en/boot.ts';
import { ownWords } from '../content/locales/en/own.ts';
import { structure } from '../content/locales/en/structure.ts';
import type { OwnNumber } from '../model/own-numbers.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import { DOCKER, PROCESS, XEN } from '../sim/boot-stacks.fixture.ts';
import { STUDIES } from '../sim/boot-studies.fixture.ts';
import { chooseStudy } from '../sim/boot-study.ts';
import { ownStudy } from '../sim/own-study.ts';
import { bootLens } from './boot-views.ts';
import { finish } from './steps.ts';

function start(stack: string, typical: number): OwnNumber {
  return { kind: 'start', stack, what: `start ${stack}`, typical, unit: 'ms', tool: 'typed' };
}
const own = ownStudy(
  [
    start('process', 2),
    start('docker-linux', 300),
    { ...start('docker-linux', 200), kind: 'size' },
  ],
  ownWords.study.reader,
  'reader',
);
const studies = [...(own === null ? [] : [own]), ...STUDIES];
const show = (study: string | null, shell: 'explore' | 'mobile' = 'explore') =>
  finish(
    bootLens({
      scene: { ...EMPTY_SCENE, lens: 'boot', boot: { axis: 'log', study, clock: 'slow' } },
      stacks: [PROCESS, DOCKER, XEN],
      firstIndex: 0,
      widthPx: shell === 'mobile' ? 390 : 1440,
      heightPx: 690,
      shell,
      words: { boot, structure },
      studies,
      figures: new Map(),
      sources: new Map(),
    }),
  );

describe('a race from own start times', () => {
  it('says in headline, sentence and table whose they are', () => {
    const { headline, sentence, table } = show('own');
    expect(headline).toBe(
      'Your own measurements. First: process, 2 ms. Last: docker-linux, 300 ms. 2 of 3 timed.',
    );
    expect(sentence).toContain('Your own measurements, on a machine not named');
    expect(table.caption).toContain('Your own measurements');
  });

  it('is never chosen in the place of a study', () => {
    const view = chooseStudy(null, [PROCESS, DOCKER], studies);
    expect(view.kind === 'one' && view.study.own).toBeUndefined();
    const alone = chooseStudy(null, [PROCESS, DOCKER], own === null ? [] : [own]);
    expect(alone.kind).toBe('all');
  });

  it('stands among all sources in squares, and the headline stays that of the studies', () => {
    for (const shell of ['explore', 'mobile'] as const) {
      const { headline, sentence, rest } = show('all', shell);
      expect(headline).not.toContain('300 ms');
      expect(sentence).toContain('Square marks: Your own measurements.');
      const radii = rest.items.flatMap((item) =>
        item.t === 'box' && item.key.endsWith('/dot')
          ? [[item.key.includes('/own-'), item.radius === 0]]
          : [],
      );
      expect(radii).toContainEqual([true, true]);
      expect(radii.every(([isOwn, isSquare]) => isOwn === isSquare)).toBe(true);
      expect(radii.some(([isOwn]) => isOwn === false)).toBe(true);
    }
  });
});
