import { describe, expect, it } from 'vitest';
import { parsePlan } from '../model/lesson/plan.ts';
import { lessonPlans } from './lesson-plans.ts';
import { lessons } from './lessons.ts';

describe('plans', () => {
  it('exist for every lesson, and for nothing else', () => {
    expect([...lessonPlans.keys()].sort()).toEqual(lessons.map(({ id }) => id).sort());
  });

  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    'of %s speak of steps that there are, and end their sentences',
    (id, { steps }) => {
      const plan = lessonPlans.get(id);
      if (!plan) throw new Error(`no plan of ${id}`);
      const known = new Set(steps.map((step) => step.id));
      const named = [...plan.ask, ...plan.beliefs].map(({ step }) => step);
      expect(named.filter((step) => !known.has(step))).toEqual([]);
      for (const { question } of plan.ask) expect(question).toMatch(/\?$/);
      const said = [plan.aim, ...plan.prior, ...plan.beliefs.flatMap((b) => [b.belief, b.truth])];
      for (const sentence of said) expect(sentence).toMatch(/[.]$/);
    },
  );

  it('that are wrong are refused with the part that is', () => {
    const read = parsePlan({ aim: 'To see.', prior: ['Nothing.'], ask: [], beliefs: [{}] });
    const paths = read.ok ? [] : read.issues.map(({ path }) => path);
    expect(paths).toContain('ask');
    expect(paths).toContain('beliefs[0].step');
  });
});
