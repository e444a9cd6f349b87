/** The recordings of the lessons: what they show is what their steps say, and nothing of a machine is in them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTranscripts } from '../model/lesson/parse-transcripts.ts';
import type { Side, Transcript } from '../model/lesson/transcript.ts';
import { findLesson, lessons } from './lessons.ts';
import { namespaceShelf } from './namespaces.ts';
import { transcripts, transcriptsOf } from './transcripts.ts';

const FILE = new URL('transcripts/by-hand.json', import.meta.url);

function named(id: string): Transcript {
  const found = transcripts.get(id);
  if (found === undefined) throw new Error(`no transcript ${id}`);
  return found;
}

/** What a side answers to a question, and which of the lines are new. */
function answerTo(id: string, question: string, side: Side) {
  const asked = named(id).asked.find((one) => one.id === question);
  if (asked === undefined) throw new Error(`${id} does not ask ${question}`);
  const { output, changed } = asked[side];
  return { output, changed: changed.map((index) => output[index]?.split(':', 1)[0]) };
}

describe('a container by hand', () => {
  it.each([
    ['uts', ['uts']],
    ['ipc', ['ipc']],
    ['pid', ['pid']],
    ['mnt', ['mnt']],
    ['root', []],
    ['net', ['net']],
    ['cgroup', ['cgroup']],
    ['caps', []],
    ['user', ['uts', 'user']],
    ['runc', ['uts', 'ipc', 'pid', 'mnt', 'net', 'cgroup']],
  ])('%s makes the namespaces %j inside, and none on the host', (id, kinds) => {
    expect(answerTo(id, 'ns', 'inside').changed).toEqual(kinds);
    expect(answerTo(id, 'ns', 'host').changed).toEqual([]);
  });

  it('asks both sides of every step the same', () => {
    for (const { asked } of transcripts.values())
      expect(asked.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['hostname', 'id', 'ps', 'mount', 'ip', 'ns']),
      );
  });

  it('has one kernel all along', () => {
    const { kernel } = named('runc').conditions;
    for (const id of ['process', 'root', 'runc']) {
      expect(answerTo(id, 'uname', 'inside').output).toEqual([kernel]);
      expect(answerTo(id, 'uname', 'host').output).toEqual([kernel]);
    }
  });

  it('shows the list of processes only once /proc is mounted anew', () => {
    const inside = (id: string) => answerTo(id, 'ps', 'inside').output.length;
    expect(inside('pid')).toBeGreaterThan(4);
    expect(inside('mnt')).toBe(3);
    expect(answerTo('mnt', 'ps', 'host').output.length).toBeGreaterThan(4);
  });

  it('names for each step what runc does for the same, and shows its whole way at the end', () => {
    const callOf = (id: string) => named(id).calls.map(({ call }) => call.split('(', 1)[0]);
    expect(callOf('uts')).toEqual(['unshare', 'sethostname']);
    expect(callOf('root')).toContain('pivot_root');
    expect(callOf('caps')).toContain('capset');
    expect(callOf('user')).toEqual([]);
    const whole = callOf('runc');
    expect(whole[0]).toBe('execve');
    expect(whole.at(-1)).toBe('execve');
    expect(whole.indexOf('unshare')).toBeLessThan(whole.indexOf('pivot_root'));
    expect(whole.indexOf('pivot_root')).toBeLessThan(whole.indexOf('capset'));
  });

  it('tells nothing of the machine beneath', () => {
    const text = readFileSync(FILE, 'utf8');
    const addresses = text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? [];
    // Loopback, and networks that are kept for documentation.
    expect(
      addresses.filter((one) => !/^(127\.0\.0\.1|192\.0\.2\.|198\.51\.100\.)/.test(one)),
    ).toEqual([]);
    expect(text).not.toMatch(/[0-9a-f]{2}(:[0-9a-f]{2}){5}/);
    expect(text).not.toMatch(/\/(?:work|home|tmp)\//);
    const names = new Set(
      [...transcripts.keys()].flatMap((id) => answerTo(id, 'hostname', 'host').output),
    );
    expect([...names]).toEqual(['lab']);
  });
});

describe('transcripts', () => {
  it('are all shown, each in a step that exists', () => {
    const shown = lessons.flatMap((lesson) => Object.keys(transcriptsOf(lesson)));
    expect(shown.toSorted()).toEqual([...transcripts.keys()].toSorted());
  });

  it('a step that names none that exists is named', () => {
    const lesson = findLesson('by-hand');
    if (lesson === undefined) throw new Error('no lesson by-hand');
    const steps = lesson.steps.map((step) => ({ ...step, transcript: 'nowhere' }));
    expect(() => transcriptsOf({ ...lesson, steps })).toThrow(
      'lesson by-hand, step “process”: no transcript “nowhere”',
    );
  });

  it.each([
    ['a mark on a line that is not there', /"changed": \[\s*0\s*\]/, '"changed": [99]', /changed/],
    [
      'a look at what was not asked',
      /"look": \[\s*"hostname"/,
      '"look": ["colour"',
      /“colour” was not asked/,
    ],
    [
      'a call for an unknown step',
      /"does": \[\s*"cgroup"/,
      '"does": ["moon"',
      /no transcript “moon”/,
    ],
    ['a side that is none', /"side": "host"/, '"side": "above"', /side/],
  ])('%s is refused, by its place', (_what, part, by, says) => {
    const text = readFileSync(FILE, 'utf8');
    expect(text).toMatch(part);
    const read = parseTranscripts(JSON.parse(text.replace(part, by)));
    expect(
      read.ok ? '' : read.issues.map(({ path, message }) => `${path}: ${message}`).join(),
    ).toMatch(says);
  });
});

describe('pictures of namespaces', () => {
  // Those that the lesson shows; the two that it does not were recorded by themselves.
  it.each(['uts', 'ipc', 'net', 'user', 'cgroup'] as const)(
    '%s: its terminals say what the lesson’s own recording says',
    (id) => {
      const kind = namespaceShelf.kinds.find((one) => one.id === id);
      const all = [...transcripts.values()].filter(({ session }) => session === named(id).session);
      for (const side of ['inside', 'host'] as const) {
        const said = all.flatMap(({ typed, asked }) => [
          ...typed.flatMap((one) => (one.side === side ? one.output : [])),
          ...asked.flatMap((one) => one[side].output),
        ]);
        expect(said).toEqual(expect.arrayContaining([...(kind?.[side].output ?? ['none'])]));
        expect(answerTo(id, 'ns', side).output).toContain(kind?.links[side]);
      }
    },
  );
});
