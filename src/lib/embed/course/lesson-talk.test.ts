import { beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { HostLink } from '../host-link.ts';
import { FRAME_MESSAGE } from '../protocol.ts';
import { LessonTalk } from './lesson-talk.ts';

const ORIGIN = 'https://school.example';
const place = { title: 'A lesson', scene: 'stacks=process', step: 1, steps: 3, stepTitle: 'One' };

let sent: unknown[] = [];
const host = { postMessage: (message: unknown) => sent.push(v.parse(FRAME_MESSAGE, message)) };
const say = (talk: LessonTalk, call: object, source: unknown = host): void =>
  talk.hear({ source, origin: ORIGIN, data: { app: 'strata', v: 1, ...call } } as MessageEvent);

function begin(sendsAll = false): LessonTalk {
  const talk = new LessonTalk(new HostLink(host, null, ORIGIN), sendsAll);
  talk.start(place, 'en', 'https://strata.example/lesson.html');
  return talk;
}

beforeEach(() => (sent = []));

describe('a lesson in a frame', () => {
  it('is ready, and tells nothing of its reader unasked', () => {
    const talk = begin();
    talk.moved({ ...place, step: 2 });
    talk.answered('two', { kind: 'choose', option: 'a' }, true);
    expect(sent).toEqual([expect.objectContaining({ type: 'ready', events: ['step', 'answer'] })]);
  });

  it('tells steps and answers to who subscribes', () => {
    const talk = begin();
    say(talk, { type: 'subscribe', id: 1, events: ['step', 'answer', 'play'] });
    talk.moved({ ...place, step: 2, stepTitle: 'Two' });
    talk.moved({ ...place, step: 2, stepTitle: 'Two' });
    talk.answered('two', { kind: 'sort', order: ['b', 'a'] }, false);
    talk.answered('three', { kind: 'guess', value: 3.5 }, null);
    expect(sent.slice(1)).toMatchObject([
      { type: 'result', id: 1, value: { events: ['step', 'answer'] } },
      { type: 'step', step: 2, steps: 3, title: 'Two' },
      { type: 'answer', question: 'two', chosen: ['b', 'a'], isRight: false },
      { type: 'answer', question: 'three', chosen: ['3.5'], isRight: null },
    ]);
  });

  it('tells them at once where the address asks for it', () => {
    begin(true).answered('one', { kind: 'place', option: 'vm' }, true);
    expect(sent.at(-1)).toMatchObject({ type: 'answer', chosen: ['vm'] });
  });

  it('says what it cannot be asked, and hears the page around it alone', () => {
    const talk = begin();
    say(talk, { type: 'play', id: 7 });
    say(talk, { type: 'subscribe', id: 8, events: ['keys'] });
    say(talk, { type: 'ping', id: 9 }, {});
    say(talk, { type: 'ping', id: 10 });
    expect(sent.slice(1)).toMatchObject([
      { type: 'error', id: 7, code: 'unknown-type', field: 'type' },
      { type: 'error', id: 8, code: 'bad-value', field: 'events' },
      { type: 'result', id: 10, method: 'ping' },
    ]);
  });
});
