import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beatsOf } from './beats.ts';
import type { Inline, LessonStep, Question, Reveal } from './lesson.ts';

const said = (text: string): readonly Inline[] => [{ kind: 'text', text }];
const STEP: LessonStep = {
  ...{ id: 'one', title: 'One', minutes: 2, scene: 'stacks=process', after: null },
  transcript: null,
  lookAfter: null,
  ...{ emphasis: ['process/kernel'], lenses: [], body: [], question: null, reveal: [], notes: [] },
  wall: { message: said('One kernel.'), sentence: said('It answers all.') },
  shows: [],
};
const reveal = fc.record<Reveal>({
  id: fc.constantFrom('a', 'b', 'c'),
  name: fc.constant(said('Look')),
  sentence: fc.constantFrom<readonly Inline[]>([], said('There.')),
  scene: fc.constantFrom(null, 'stacks=docker-linux'),
  emphasis: fc.constantFrom<readonly string[]>([], ['docker-linux/kernel']),
});

describe('the beats of a step', () => {
  it('are one for a step that holds nothing back', () => {
    expect(beatsOf(STEP).map(({ kind }) => kind)).toEqual(['step']);
  });

  it('ask before they answer', () => {
    const question = { kind: 'choose', answer: 'a', ask: [], options: [] } as const;
    const beats = beatsOf({ ...STEP, question, after: 'stacks=docker-linux' });
    expect(beats.map(({ isAsking }) => isAsking)).toEqual([true, false]);
    expect(beats.map(({ scene }) => scene)).toEqual(['stacks=process', 'stacks=docker-linux']);
  });

  it('say the question before the answer', () => {
    const ask = [{ kind: 'paragraph', parts: said('Who answers?') }] as const;
    const question = { kind: 'choose', answer: 'a', ask, options: [] } as const;
    const sentences = beatsOf({ ...STEP, question }).map(({ sentence }) => sentence);
    expect(sentences).toEqual([said('Who answers?'), STEP.wall.sentence]);
  });

  it('point at what would have told the answer once it is told', () => {
    const question = { kind: 'choose', answer: 'a', ask: [], options: [] } as const;
    const [asked, told] = beatsOf({ ...STEP, question, lookAfter: ['process/libs'] });
    expect(asked?.emphasis).toEqual(['process/kernel']);
    expect(told?.emphasis).toEqual(['process/libs']);
    const [, moved] = beatsOf({ ...STEP, question, after: 'stacks=docker-linux' });
    expect(moved?.emphasis).toEqual([]);
  });

  it('lack the layer that is asked for, until it is told', () => {
    const question: Question = {
      ...{ ask: [], options: [], spots: {} },
      ...{ kind: 'place', answer: 'a', layer: 'process/kernel' },
    };
    const beats = beatsOf({ ...STEP, question });
    expect(beats.map(({ missing }) => missing)).toEqual(['process/kernel', null]);
    expect(beats[1]?.emphasis).toEqual(['process/kernel']);
  });

  it('show the stacks as they stand before they show how far a break-in goes', () => {
    const question = { kind: 'reach', ask: [], options: [] } as const;
    const scene =
      'stacks=process&lens=isolation&t=0&hide=engine&isolation.entry=process%2Fc1&isolation.attack=x';
    const beats = beatsOf({ ...STEP, scene, question });
    expect(beats.map((beat) => beat.scene)).toEqual(['stacks=process&hide=engine', scene]);
  });

  it('keep picture and sentence until a beat brings its own', () => {
    fc.assert(
      fc.property(fc.array(reveal, { maxLength: 6 }), (shows) => {
        const beats = beatsOf({ ...STEP, shows });
        expect(beats).toHaveLength(1 + shows.length);
        for (const [index, show] of shows.entries()) {
          const [before, beat] = beats.slice(index, index + 2);
          expect(beat?.scene).toBe(show.scene ?? before?.scene);
          expect(beat?.sentence).toEqual(
            show.sentence.length > 0 ? show.sentence : before?.sentence,
          );
        }
      }),
    );
  });
});
