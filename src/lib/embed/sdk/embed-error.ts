import type { EmbedError } from './embed.ts';

/** @returns an error that can be thrown, with its code */
export function embedError(code: EmbedError['code'], message: string): EmbedError {
  return Object.assign(new Error(`Strata: ${message}`), { code });
}
