/** The way of statements to the page around this one: to one origin alone, kept back until it is known. */
import type { Statement } from '#lib/embed/course/xapi-statements.ts';

/** Statements that wait for somebody to tell; what comes after is lost. */
const MOST_WAITING = 200;

/** What is said to the page around. */
interface XapiMessage {
  readonly app: 'strata';
  readonly v: 1;
  readonly type: 'xapi';
  readonly statement: Statement;
}

/**
 * @param origin the only one to be told; null: that of the first message of ours from the page around
 * @returns what sends a statement
 */
export function createXapiPost(origin: string | null): (statement: Statement) => void {
  let pinned = origin;
  let waiting: Statement[] = [];
  const send = (statement: Statement, to: string): void => {
    const message: XapiMessage = { app: 'strata', v: 1, type: 'xapi', statement };
    try {
      parent.postMessage(message, to);
    } catch {
      // An origin that cannot be one.
    }
  };
  if (pinned === null) {
    addEventListener('message', function pin({ source, data, origin: from }: MessageEvent) {
      if (source !== parent || !isOurs(data) || !from.startsWith('http')) return;
      removeEventListener('message', pin);
      pinned = from;
      for (const statement of waiting) send(statement, from);
      waiting = [];
    });
  }
  return (statement) => {
    if (pinned !== null) send(statement, pinned);
    else if (waiting.length < MOST_WAITING) waiting.push(statement);
  };
}

function isOurs(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'app' in data && data.app === 'strata';
}
