/**
 * Says each thing that happened once: a visit begins once and ends once, progress only grows, the same
 * answer is not told twice. Nothing is said before the beginning or after the end.
 */
import type { XapiStatement } from '../messages.ts';
import {
  statementOf,
  type Activity,
  type Experience,
  type StatementStamp,
} from './xapi-statements.ts';

export class XapiTeller {
  readonly #activity: Activity;
  readonly #stamp: () => StatementStamp;
  readonly #post: (statement: XapiStatement) => void;
  readonly #said = new Set<string>();
  #progress = 0;
  #state: 'new' | 'open' | 'closed' = 'new';

  /** @param stamp gives every statement an id and a time of its own */
  constructor(
    activity: Activity,
    stamp: () => StatementStamp,
    post: (statement: XapiStatement) => void,
  ) {
    this.#activity = activity;
    this.#stamp = stamp;
    this.#post = post;
  }

  tell(experience: Experience): void {
    if (!this.#isNews(experience)) return;
    if (experience.verb === 'initialized') this.#state = 'open';
    if (experience.verb === 'terminated') this.#state = 'closed';
    this.#post(statementOf(this.#activity, experience, this.#stamp()));
  }

  #isNews(experience: Experience): boolean {
    if (experience.verb === 'initialized') return this.#state === 'new';
    if (this.#state !== 'open') return false;
    if (experience.verb === 'progressed') {
      if (experience.progress <= this.#progress) return false;
      this.#progress = experience.progress;
      return true;
    }
    if (experience.verb === 'terminated') return true;
    const sign = JSON.stringify(experience);
    if (this.#said.has(sign)) return false;
    this.#said.add(sign);
    return true;
  }
}
