/**
 * A visit to a lesson that stands by itself. In a course system it goes on where the last one ended and
 * tells how far it has come; in a frame that asks for it, it makes statements; else it is only read.
 */
import { findScormApi } from '#lib/embed/course/find-api.ts';
import {
  isRightAt,
  leftOf,
  resultOf,
  statusOf,
  type LessonGround,
  type StepLeft,
} from '#lib/embed/course/lesson-result.ts';
import {
  ScormSession,
  type KeptState,
  type LessonStatus,
} from '#lib/embed/course/scorm-session.ts';
import { decodeKept, encodeKept, type LessonKey } from '#lib/embed/course/suspend-data.ts';
import { LessonTalk, type LessonPlace } from '#lib/embed/course/lesson-talk.ts';
import { XapiTeller } from '#lib/embed/course/xapi-teller.ts';
import { HostLink, originAround } from '#lib/embed/host-link.ts';
import { askedStep } from '#lib/state/lesson-address.ts';
import { LessonProgress, type LessonRecord } from '#lib/state/lesson-progress.svelte.ts';
import { createSafeStorage } from '#lib/state/safe-storage.ts';
import { decodeEmbed } from '#lib/state/url-embed.ts';
import type { CourseData } from './course-data.ts';
import { stampNow } from './statement-stamp.ts';
import { createXapiPost } from './xapi-post.ts';

const STORED = 'strata.lessons';

export class CourseVisit {
  readonly progress: LessonProgress;
  /** Query string of the step to begin at. */
  readonly opensAt: string;
  /** Nothing is told any more. */
  hasEnded = $state(false);
  readonly #data: CourseData;
  readonly #ground: LessonGround;
  readonly #key: LessonKey;
  readonly #session: ScormSession | null;
  readonly #kept: KeptState | null;
  readonly #teller: XapiTeller | null;
  readonly #talk: LessonTalk | null;
  readonly #startMs = performance.now();
  /** Answers that were told, or come from an earlier visit. */
  readonly #told = new Map<string, string>();
  readonly #wasDone: boolean;

  readonly record: LessonRecord = $derived.by(() => this.progress.of(this.#data.page.lesson.id));
  readonly #result = $derived.by(() => resultOf(this.#ground, this.record));
  readonly status: LessonStatus = $derived.by(() =>
    statusOf(this.#result, this.passMark, this.#kept?.status ?? ''),
  );
  /** The best so far, from 0 to 100; null: nothing is asked. */
  readonly score: number | null = $derived.by(() => {
    const { score } = this.#result;
    return score === null ? null : Math.max(score, this.#kept?.score ?? 0);
  });

  constructor(data: CourseData) {
    const { lesson, figures, reaches } = data.page;
    this.#data = data;
    this.#key = { lesson, reaches };
    this.#ground = { lesson, reaches, figures: new Map(figures.map((one) => [one.id, one])) };
    const api = findScormApi(window);
    this.#session =
      api && new ScormSession(api, { now: () => performance.now(), later: callLater });
    this.#kept = this.#session?.begin() ?? null;
    this.progress = this.#kept ? progressOf(this.#key, this.#kept) : new LessonProgress();
    this.opensAt = this.#kept?.location ? `step=${this.#kept.location}` : '';
    this.#wasDone = this.#result.isDone;
    for (const [step, answer] of Object.entries(this.record.answers)) {
      this.#told.set(step, JSON.stringify(answer));
    }
    this.#teller = tellerOf(data);
    this.#teller?.tell({ verb: 'initialized' });
    this.#talk = talkOf();
    if (this.#talk) this.#meetHost(this.#talk);
  }

  /** What is to be seen or answered until the lesson is done. */
  get left(): readonly StepLeft[] {
    return leftOf(this.#ground, this.record);
  }
  /** A course system listens. */
  get isRecorded(): boolean {
    return this.#kept !== null;
  }
  /** The course's own goes before that of the file. */
  get passMark(): number | null {
    return this.#kept?.passMark ?? this.#data.passMark;
  }

  /** Tells what has changed since the last time. */
  tell(): void {
    const { record, status, score } = this;
    this.#session?.tell({
      ...{ status, score },
      location: record.last,
      suspendData: encodeKept(this.#key, record),
    });
    this.#talk?.moved(this.#place());
    this.#tellStatements();
  }

  /** What is still to be kept is kept now: the page may be about to go. */
  flush(): void {
    this.#session?.flush();
  }

  /** Ends the visit. A second call does nothing. */
  end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.#teller?.tell({ verb: 'terminated', durationMs: performance.now() - this.#startMs });
    this.#session?.finish();
  }

  #place(): LessonPlace {
    const { title, steps } = this.#data.page.lesson;
    const at = Math.max(
      0,
      steps.findIndex(({ id }) => id === this.record.last),
    );
    const { scene = '', title: stepTitle = '' } = steps[at] ?? {};
    return { title, scene, step: at + 1, steps: steps.length, stepTitle };
  }

  #meetHost(talk: LessonTalk): void {
    addEventListener('message', (event) => talk.hear(event));
    talk.start(this.#place(), this.#data.lang, location.href);
  }

  #tellStatements(): void {
    const teller = this.#teller;
    const { lesson } = this.#data.page;
    const { seen, steps, isDone, score } = this.#result;
    teller?.tell({ verb: 'progressed', progress: Math.round((100 * seen) / steps) });
    for (const { id, title, question } of lesson.steps) {
      const answer = this.record.answers[id];
      const isRight = isRightAt(this.#ground, this.record, id);
      if (!question || !answer || isRight === null) continue;
      const sign = JSON.stringify(answer);
      if (this.#told.get(id) === sign) continue;
      this.#told.set(id, sign);
      this.#talk?.answered(id, answer, isRight);
      const asked = { step: id, title, kind: question.kind };
      teller?.tell({ verb: 'answered', question: asked, answer, isRight });
    }
    if (teller === null) return;
    if (!isDone) return;
    if (!this.#wasDone) teller.tell({ verb: 'completed' });
    const { status } = this;
    if (score !== null && (status === 'failed' || status === 'passed')) {
      if (this.#kept?.status !== status) teller.tell({ verb: status, score });
    }
  }
}

function callLater(call: () => void, ms: number): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}

/** The course system's own record: what this browser keeps may be somebody else's. */
function progressOf(key: LessonKey, kept: KeptState): LessonProgress {
  const { id, steps } = key.lesson;
  const ids = steps.map((step) => step.id);
  const last = ids[askedStep(`step=${kept.location}`, ids).index] ?? '';
  const lessons = { [id]: { last, ...decodeKept(key, kept.suspendData) } };
  const memory = new Map([[STORED, JSON.stringify({ v: 1, lessons })]]);
  const storage = createSafeStorage(() => ({
    getItem: (name) => memory.get(name) ?? null,
    setItem: (name, value) => void memory.set(name, value),
    removeItem: (name) => void memory.delete(name),
  }));
  return new LessonProgress(storage);
}

/** @returns null where there is no page around */
function talkOf(): LessonTalk | null {
  if (parent === self) return null;
  const { options } = decodeEmbed(location.search);
  return new LessonTalk(new HostLink(parent, options.origin, originAround()), options.api);
}

function tellerOf({ page, site, address, lang }: CourseData): XapiTeller | null {
  const { options } = decodeEmbed(location.search);
  if (!options.xapi || parent === self) return null;
  return new XapiTeller(
    { ...{ site, lang }, id: address, title: page.lesson.title, kind: 'lesson' },
    stampNow,
    createXapiPost(parent, options.origin),
  );
}
