import { expect, test } from 'vitest';
import { XapiTeller } from '#lib/embed/course/xapi-teller.ts';
import { SceneVisit, type StoryPlace } from './scene-visit.ts';

function verbsOf(places: readonly StoryPlace[]): readonly string[] {
  const verbs: string[] = [];
  const teller = new XapiTeller(
    { site: 's', id: 's/explore/a', title: 'A', kind: 'simulation', lang: 'en' },
    () => ({ id: '', timestamp: '' }),
    (statement) => verbs.push(statement.verb.display['en'] ?? ''),
  );
  const visit = new SceneVisit(teller, () => 0);
  for (const place of places) visit.at(place);
  visit.end();
  visit.end();
  return verbs;
}
const rest: StoryPlace = { step: 2, steps: 3, isResting: true };
const at = (step: number): StoryPlace => ({ step, steps: 3, isResting: false });

test('a picture that was only opened is neither progress nor completed', () => {
  expect(verbsOf([rest, rest])).toEqual(['initialized', 'terminated']);
});

test('a story that was played through is completed, once', () => {
  expect(verbsOf([rest, at(0), at(0), at(1), rest, at(1), rest])).toEqual([
    ...['initialized', 'progressed', 'progressed', 'progressed', 'completed', 'terminated'],
  ]);
});

test('who looks at the end alone has not seen it all', () => {
  expect(verbsOf([at(2), rest])).toEqual(['initialized', 'progressed', 'terminated']);
});

test('a picture in which nothing moves is seen at once', () => {
  expect(verbsOf([{ step: 0, steps: 0, isResting: true }])).toEqual([
    ...['initialized', 'progressed', 'completed', 'terminated'],
  ]);
});
