import { describe, expect, test } from 'vitest';
import { XapiTeller } from './xapi-teller.ts';
import type { XapiStatement } from '../messages.ts';
import type { Experience } from './xapi-statements.ts';

const QUESTION = { step: 'kernel', title: 'Whose kernel?', kind: 'choose' } as const;

function told(experiences: readonly Experience[]): readonly XapiStatement[] {
  const statements: XapiStatement[] = [];
  let count = 0;
  const teller = new XapiTeller(
    {
      site: 'https://strata.example',
      id: 'https://strata.example/learn/by-hand',
      title: 'By hand',
      kind: 'lesson',
      lang: 'en',
    },
    () => ({ id: `id-${(count += 1)}`, timestamp: '2026-11-26T10:00:00.000Z' }),
    (statement) => statements.push(statement),
  );
  experiences.forEach((one) => teller.tell(one));
  return statements;
}

function verbs(statements: readonly XapiStatement[]): readonly string[] {
  return statements.map(({ verb }) => verb.display['en'] ?? '');
}

const answered: Experience = {
  verb: 'answered',
  question: QUESTION,
  answer: { kind: 'choose', option: 'host' },
  isRight: true,
};

describe('statements', () => {
  test('begin and end once; nothing is said before or after', () => {
    const end: Experience = { verb: 'terminated', durationMs: 1500 };
    expect(
      verbs(
        told([
          { verb: 'completed' },
          { verb: 'initialized' },
          { verb: 'initialized' },
          answered,
          end,
          end,
          { verb: 'completed' },
        ]),
      ),
    ).toEqual(['initialized', 'answered', 'terminated']);
  });

  test('say the same thing once, and progress only as it grows', () => {
    const statements = told([
      { verb: 'initialized' },
      { verb: 'progressed', progress: 20 },
      { verb: 'progressed', progress: 20 },
      { verb: 'progressed', progress: 10 },
      { verb: 'progressed', progress: 40 },
      answered,
      answered,
      { ...answered, isRight: false, answer: { kind: 'choose', option: 'guest' } },
      { verb: 'failed', score: 40 },
      { verb: 'passed', score: 90 },
      { verb: 'passed', score: 90 },
    ]);
    expect(verbs(statements)).toEqual([
      ...['initialized', 'progressed', 'progressed', 'answered', 'answered', 'failed', 'passed'],
    ]);
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
  });

  test('name nobody', () => {
    for (const { actor } of told([{ verb: 'initialized' }, answered])) {
      expect(actor).toEqual({
        objectType: 'Agent',
        account: { homePage: 'https://strata.example', name: 'anonymous' },
      });
    }
  });

  test('use the verbs of ADL and the address of the lesson', () => {
    const [begun, given] = told([{ verb: 'initialized' }, answered]);
    expect(begun).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/initialized' },
      object: { id: 'https://strata.example/learn/by-hand' },
    });
    expect(given).toMatchObject({
      object: {
        id: 'https://strata.example/learn/by-hand#kernel',
        definition: { interactionType: 'choice' },
      },
      result: { success: true, response: 'host' },
      context: { contextActivities: { parent: [{ id: 'https://strata.example/learn/by-hand' }] } },
    });
  });

  test('carry scores, progress and time as xAPI writes them', () => {
    const [, progress, passed, end] = told([
      { verb: 'initialized' },
      { verb: 'progressed', progress: 50 },
      { verb: 'passed', score: 67 },
      { verb: 'terminated', durationMs: 12_345 },
    ]);
    expect(progress?.result).toEqual({
      extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 50 },
    });
    expect(passed?.result).toEqual({
      success: true,
      score: { scaled: 0.67, raw: 67, min: 0, max: 100 },
    });
    expect(end?.result).toEqual({ duration: 'PT12.35S' });
  });
});
