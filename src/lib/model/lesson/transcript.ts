/**
 * What was typed and printed while a container was built by hand, seen from inside and from the host.
 * All of it was recorded; nothing is made up, and nothing names the machine it was recorded on.
 */
export const SIDES = ['inside', 'host'] as const;
export type Side = (typeof SIDES)[number];

/** Who types: root of a machine, an ordinary user, or a shell that runc started. */
export const SESSIONS = ['root', 'ada', 'runc'] as const;
export type Session = (typeof SESSIONS)[number];

/** A command that does something, or asks in between. */
export interface TypedCommand {
  readonly side: Side;
  readonly command: string;
  /** Lines; empty: it printed nothing. */
  readonly output: readonly string[];
}

export interface RecordedAnswer {
  /** Lines; empty: it printed nothing. */
  readonly output: readonly string[];
  /** Indexes of the lines that were not there before the step. */
  readonly changed: readonly number[];
  /** Lines that were there before the step and are not any more. */
  readonly gone: number;
}

/** One command, asked on both sides once the step is done. */
export interface AskedBoth {
  readonly id: string;
  readonly command: string;
  readonly inside: RecordedAnswer;
  readonly host: RecordedAnswer;
}

/** One or more like system calls of `runc run`, as strace wrote them. */
export interface RuntimeCall {
  /** The call with what was handed to it. */
  readonly call: string;
  /** How often it came, with other arguments. */
  readonly times: number;
  /** Which of runc's processes made it, numbered in the order in which they appear, from 1. */
  readonly process: number;
  /** Ids of the transcripts that do the same by hand. */
  readonly does: readonly string[];
}

/** Where it was recorded. */
export interface RecordingConditions {
  /** Release of the one kernel. */
  readonly kernel: string;
  /** Name of the host's system, and of the one whose files the container has. */
  readonly host: string;
  readonly files: string;
  /** By package. */
  readonly versions: Readonly<Record<string, string>>;
  /** ISO 8601, a day. */
  readonly date: string;
}

export interface Transcript {
  readonly id: string;
  readonly session: Session;
  /** In the order in which they were typed. */
  readonly typed: readonly TypedCommand[];
  readonly asked: readonly AskedBoth[];
  /** Ids of what is asked that matters here; the rest is at hand. */
  readonly look: readonly string[];
  /** What runc does for the same. */
  readonly calls: readonly RuntimeCall[];
  readonly conditions: RecordingConditions;
}
