import { describe, expect, test } from 'vitest';
import { findScormApi, type ScormApi, type WindowLike } from './find-api.ts';
import { ScormSession, type LessonState } from './scorm-session.ts';

/** A course system that writes down what it is asked. */
function createLms(kept: Readonly<Record<string, string>> = {}) {
  const calls: string[] = [];
  const values = new Map(Object.entries(kept));
  const api: ScormApi = {
    LMSInitialize: () => note('Initialize'),
    LMSFinish: () => note('Finish'),
    LMSGetValue: (element) => values.get(element) ?? '',
    LMSSetValue(element, value) {
      values.set(element, value);
      return note(`${element}=${value}`);
    },
    LMSCommit: () => note('Commit'),
    LMSGetLastError: () => '0',
  };
  function note(call: string): string {
    calls.push(call);
    return 'true';
  }
  return { api, calls, values };
}

function createClock() {
  let nowMs = 1000;
  let waiting: (() => void)[] = [];
  return {
    tools: {
      now: () => nowMs,
      later(call: () => void) {
        waiting.push(call);
        return () => (waiting = waiting.filter((one) => one !== call));
      },
    },
    pass(ms: number) {
      nowMs += ms;
    },
    ring() {
      const due = waiting;
      waiting = [];
      for (const call of due) call();
    },
  };
}

const STATE: LessonState = {
  status: 'incomplete',
  score: 50,
  location: 'kernel',
  suspendData: '1.a.b.c',
};

function opened(kept?: Readonly<Record<string, string>>) {
  const lms = createLms(kept);
  const clock = createClock();
  const session = new ScormSession(lms.api, clock.tools);
  return { ...lms, clock, session, begun: session.begin() };
}

describe('a visit', () => {
  test('begins once, with what an earlier one left', () => {
    const { session, calls, begun } = opened({
      'cmi.core.lesson_location': 'kernel',
      'cmi.suspend_data': 'x',
      'cmi.core.lesson_status': 'failed',
      'cmi.core.score.raw': '40',
      'cmi.student_data.mastery_score': '70',
    });
    expect(begun).toEqual({
      ...{ location: 'kernel', suspendData: 'x', status: 'failed', score: 40, passMark: 70 },
    });
    expect(session.begin()).toBeNull();
    expect(calls).toEqual(['Initialize']);
  });

  test('tells what has changed, and has it kept once a reader pauses', () => {
    const { session, calls, clock } = opened();
    session.tell(STATE);
    session.tell(STATE);
    session.tell({ ...STATE, location: 'answer' });
    expect(calls).not.toContain('Commit');
    clock.ring();
    expect(calls).toEqual([
      'Initialize',
      'cmi.core.score.min=0',
      'cmi.core.score.max=100',
      'cmi.core.score.raw=50',
      'cmi.core.lesson_status=incomplete',
      'cmi.core.lesson_location=kernel',
      'cmi.suspend_data=1.a.b.c',
      'cmi.core.lesson_location=answer',
      'Commit',
    ]);
  });

  test('ends once, with its time, and to be gone on with', () => {
    const { session, calls, clock } = opened();
    session.tell(STATE);
    clock.pass(61_500);
    session.finish();
    session.finish();
    clock.ring();
    session.tell({ ...STATE, location: 'later' });
    expect(calls.slice(-4)).toEqual([
      'cmi.core.session_time=0000:01:01.50',
      'cmi.core.exit=suspend',
      'Commit',
      'Finish',
    ]);
    expect(session.isOpen).toBe(false);
  });

  test('ends for good when the lesson is done', () => {
    const { session, calls } = opened();
    session.tell({ ...STATE, status: 'passed', score: 100 });
    session.finish();
    expect(calls).toContain('cmi.core.exit=');
  });

  test('keeps a score within its bounds, and gives none where nothing is asked', () => {
    const { session, values } = opened();
    session.tell({ ...STATE, score: null });
    expect([...values.keys()].filter((key) => key.includes('score'))).toEqual([]);
    session.tell({ ...STATE, score: 180 });
    expect(values.get('cmi.core.score.raw')).toBe('100');
  });

  test('writes nothing longer than the standard allows', () => {
    const { session, values } = opened();
    session.tell({ ...STATE, location: 'x'.repeat(256), suspendData: 'y'.repeat(4097) });
    expect(values.has('cmi.core.lesson_location')).toBe(false);
    expect(values.has('cmi.suspend_data')).toBe(false);
    session.tell({ ...STATE, location: 'x'.repeat(255), suspendData: 'y'.repeat(4096) });
    expect(values.get('cmi.core.lesson_location')).toHaveLength(255);
    expect(values.get('cmi.suspend_data')).toHaveLength(4096);
  });

  test('changes nothing of an attempt that is only looked at', () => {
    const { session, calls } = opened({ 'cmi.core.lesson_mode': 'review' });
    session.tell(STATE);
    session.finish();
    expect(calls).toEqual(['Initialize', 'Finish']);
  });

  test('goes on unrecorded when the course system refuses or breaks', () => {
    const refusing = new ScormSession(
      { ...createLms().api, LMSInitialize: () => 'false' },
      createClock().tools,
    );
    expect(refusing.begin()).toBeNull();
    const fails = () => {
      throw new Error('gone');
    };
    const broken = new ScormSession(
      { ...createLms().api, LMSSetValue: fails, LMSGetValue: fails, LMSFinish: fails },
      createClock().tools,
    );
    expect(broken.begin()).toMatchObject({ location: '', score: null });
    broken.tell(STATE);
    broken.finish();
    expect(broken.isOpen).toBe(false);
  });
});

describe('looking for the course system', () => {
  const { api } = createLms();

  function chain(parents: readonly object[], opener: WindowLike | null = null): WindowLike {
    let at: WindowLike | null = null;
    for (const one of [...parents].reverse()) at = within(one, at, null);
    return within({}, at, opener);
  }
  function within(own: object, parent: WindowLike | null, opener: WindowLike | null): WindowLike {
    const made = Object.defineProperties(
      {},
      { ...Object.getOwnPropertyDescriptors(own), opener: { value: opener } },
    );
    return Object.defineProperty(made, 'parent', { value: parent ?? made }) as WindowLike;
  }
  const closed = {
    get API(): unknown {
      throw new DOMException('cross-origin', 'SecurityError');
    },
  };

  test('it is found in a window around this one, up to the seventh', () => {
    expect(findScormApi(chain([{}, { API: api }]))).toBe(api);
    expect(findScormApi(chain([...Array.from({ length: 6 }, () => ({})), { API: api }]))).toBe(api);
    expect(
      findScormApi(chain([...Array.from({ length: 7 }, () => ({})), { API: api }])),
    ).toBeNull();
  });

  test('windows of other sites do not stop the search', () => {
    expect(findScormApi(chain([closed, { API: api }]))).toBe(api);
  });

  test('else in the window that opened this one, and around it', () => {
    expect(findScormApi(chain([], within({ API: api }, null, null)))).toBe(api);
    expect(findScormApi(chain([{}], chain([{ API: api }])))).toBe(api);
  });

  test('something else of that name is not taken for it', () => {
    expect(findScormApi(chain([{ API: { LMSInitialize: 1 } }]))).toBeNull();
    expect(findScormApi(chain([]))).toBeNull();
  });
});
