/** A way of speaking that some hosts have beside our own. */
import type { Moment, Said } from '../moment.ts';

/** Each part is optional: a host that only asks for a height hears nothing else. */
export interface Adapter {
  /** The frame is ready. */
  start?(): void;
  /**
   * @param message text, or an object as `openMessage` gives it
   * @returns whether it was of this way of speaking
   */
  hear?(message: string | object): boolean;
  /** Something happened. */
  moved?(now: Moment, said: readonly Said[]): void;
  /** The height that the frame would like to have, px. */
  height?(px: number): void;
  stop?(): void;
}

/** @returns a field of a message that came from outside, unchecked; only its own, never an inherited one */
export function fieldOf(message: string | object, name: string): unknown {
  if (typeof message === 'string' || !Object.hasOwn(message, name)) return undefined;
  return Object.getOwnPropertyDescriptor(message, name)?.value;
}
