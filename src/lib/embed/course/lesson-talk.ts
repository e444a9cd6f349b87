/**
 * What a lesson that stands in a frame tells the page around it: which step is shown, and how a question
 * was answered. The words of the embed (`messages.ts`), and nothing unless the page asks for it.
 */
import type { Answer } from '../../state/lesson-answers.ts';
import type { HostLink } from '../host-link.ts';
import type {
  AnswerMessage,
  CallId,
  ErrorCode,
  EventName,
  FrameMessage,
  MethodName,
} from '../messages.ts';
import { openMessage, readCall } from '../protocol.ts';

const HEAD = { app: 'strata', v: 1 } as const;
const SENT = ['step', 'answer'] as const satisfies readonly EventName[];
const METHODS = ['subscribe', 'ping'] as const satisfies readonly MethodName[];

/** Where a lesson is. */
export interface LessonPlace {
  /** Title of the lesson. */
  readonly title: string;
  /** Query string of the step's picture, without `?`. */
  readonly scene: string;
  /** 1-based. */
  readonly step: number;
  readonly steps: number;
  readonly stepTitle: string;
}

export class LessonTalk {
  readonly #link: HostLink;
  #wanted: ReadonlySet<EventName>;
  #step = 0;

  /** @param sendsAll every event is sent without a subscription */
  constructor(link: HostLink, sendsAll: boolean) {
    this.#link = link;
    this.#wanted = new Set(sendsAll ? SENT : []);
  }

  /**
   * Says that the lesson is ready.
   * @param src address of the frame as the page around set it
   */
  start({ title, scene, step, steps }: LessonPlace, lang: string, src: string): void {
    this.#step = step;
    const place = { title, scene, step, steps, lang, src };
    this.#link.sendToAny({
      ...{ ...HEAD, type: 'ready', theme: 'auto', ...place, methods: METHODS, events: SENT },
    } satisfies FrameMessage);
  }

  /** @param event any message that came */
  hear(event: Pick<MessageEvent<unknown>, 'source' | 'origin' | 'data'>): void {
    if (!this.#link.hears(event)) return;
    const reading = readCall(openMessage(event.data));
    if (reading.kind === 'ignored') return;
    this.#link.accept(event);
    if (reading.kind === 'bad') {
      const { id, code, field, message } = reading;
      this.#refuse(id, code, field, message);
      return;
    }
    const { call } = reading;
    if (call.type === 'subscribe') {
      this.#wanted = new Set(call.events.filter((name) => SENT.some((one) => one === name)));
      this.#answer(call.id, { method: 'subscribe', value: { events: [...this.#wanted] } });
    } else if (call.type === 'ping') this.#answer(call.id, { method: 'ping', value: {} });
    else {
      const message = `type must be one of ${METHODS.join(', ')} here: a lesson is led by its reader; got "${call.type}"`;
      this.#refuse(call.id, 'unknown-type', 'type', message);
    }
  }

  /** A step is shown. */
  moved({ step, steps, stepTitle: title }: LessonPlace): void {
    if (step === this.#step) return;
    this.#step = step;
    if (this.#wanted.has('step')) this.#send({ ...HEAD, type: 'step', step, steps, title });
  }

  /** @param question id of its step */
  answered(question: string, answer: Answer, isRight: boolean | null): void {
    if (!this.#wanted.has('answer')) return;
    this.#send({ ...HEAD, type: 'answer', question, chosen: chosenOf(answer), isRight });
  }

  #answer(
    id: CallId | undefined,
    result:
      | { method: 'subscribe'; value: { events: readonly EventName[] } }
      | { method: 'ping'; value: Record<never, never> },
  ): void {
    if (id !== undefined) this.#send({ ...HEAD, type: 'result', id, ...result });
  }

  #refuse(id: CallId | undefined, code: ErrorCode, field: string, message: string): void {
    this.#send({ ...HEAD, type: 'error', ...(id !== undefined && { id }), code, field, message });
  }

  #send(message: FrameMessage): void {
    this.#link.send(message);
  }
}

/** @returns ids of what was chosen, in their order; a number as text */
function chosenOf(answer: Answer): AnswerMessage['chosen'] {
  switch (answer.kind) {
    case 'choose':
    case 'place':
      return [answer.option];
    case 'guess':
      return [String(answer.value)];
    case 'sort':
      return answer.order;
    case 'reach':
      return answer.marked;
  }
}
