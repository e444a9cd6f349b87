/** What the frame says, as far as the page relies on it: the frame is ours and keeps the contract. */
import type { ErrorMessage, MethodName, Results } from '../messages.ts';
import type { EmbedEvents } from './embed.ts';

/** Fields of a message besides those that every message has. */
export type Fields = Readonly<Record<string, unknown>>;

/** A message of the frame, in version 1. */
export interface Message {
  readonly type: string;
  readonly id: unknown;
  readonly fields: Fields;
}

/** @returns null for what is no message of Strata's */
export function parseMessage(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null) return null;
  const { app, v, type, id, ...fields } = data as Fields;
  return app === 'strata' && v === 1 && typeof type === 'string' ? { type, id, fields } : null;
}

/** @param fields of an event's message */
export function parseTold<K extends keyof EmbedEvents>(_event: K, fields: Fields): EmbedEvents[K] {
  return fields as unknown as EmbedEvents[K];
}

/** @param fields of the `result` of a call */
export function parseValue<M extends MethodName>(_method: M, { value }: Fields): Results[M] {
  return value as Results[M];
}

/** @param fields of an `error` */
export function parseError({ code, message }: Fields): Pick<ErrorMessage, 'code' | 'message'> {
  return { code: code as ErrorMessage['code'], message: String(message) };
}
